import { newId } from '../kit/ids';
import type { World } from '../kit/world';
import { MINUTE_MS } from '../values/dates';
import { JOBS, type Job } from './jobs';
import { setDue, takeLease } from './store';

/** After it the job of a process that died is anybody's again. No run takes nearly as long. */
const LEASE_MS = 5 * MINUTE_MS;
const RETRY_MS = MINUTE_MS;

export interface JobRun {
  readonly job: string;
  /** Null when it failed: the log says why, and it is tried again in a minute. */
  readonly done: number | null;
}

/**
 * Runs each job that is due and that no other process has, one after the other. One that fails keeps none from its turn.
 * To be called every minute or so by the host's clock, or by the timer of the cloud function.
 */
export async function runDueJobs(world: World, jobs: readonly Job[] = JOBS): Promise<readonly JobRun[]> {
  const holder = newId(world);
  const runs: JobRun[] = [];
  for (const job of jobs) {
    const run = await runWhenDue(world, job, holder);
    if (run) runs.push(run);
  }
  return runs;
}

async function runWhenDue(world: World, job: Job, holder: string): Promise<JobRun | null> {
  const { db } = world.database;
  const startedMs = world.clock();
  const lease = { job: job.name, holder, untilMs: startedMs + LEASE_MS };
  if (!(await takeLease(db, lease, startedMs))) return null;
  try {
    const done = await job.run(world, startedMs);
    await setDue(db, { ...lease, untilMs: startedMs + job.everyMs });
    world.log.info({ job: job.name, done, ms: world.clock() - startedMs }, 'job done');
    return { job: job.name, done };
  } catch (err) {
    world.log.error({ job: job.name, err }, 'job failed');
    await setDue(db, { ...lease, untilMs: world.clock() + RETRY_MS });
    return { job: job.name, done: null };
  }
}
