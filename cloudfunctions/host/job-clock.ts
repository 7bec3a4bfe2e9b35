import type { World } from '../kit/world';
import { MINUTE_MS } from '../values/dates';

const EVERY_MS = MINUTE_MS;

export interface JobClock {
  /** Starts nothing more, and resolves when what is running has ended. */
  stop(): Promise<void>;
}

/**
 * Calls `runDue` at once and then every minute, never twice at a time. Which job is due, and which of several hosts has
 * it, is decided by leases in the database; here only the clock ticks. A failing run is told to the log, and the clock goes on.
 */
export function startJobClock(world: World, runDue: (world: World) => Promise<unknown>, everyMs = EVERY_MS): JobClock {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const tick = async (): Promise<void> => {
    try {
      await runDue(world);
    } catch (err) {
      world.log.error({ err }, 'the jobs failed');
    }
    if (!isStopped) timer = setTimeout(next, everyMs);
  };
  let running = tick();
  const next = () => {
    running = tick();
  };
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
