/** What the host may use of jobs. */
export { type JobRun, runDueJobs } from './run-due';
