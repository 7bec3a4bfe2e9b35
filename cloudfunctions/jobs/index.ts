/** What the host may use of jobs. */
export { runDueJobs } from './run-due';
