import { stalledReaders } from '../kit/outbox/stalled';
import type { World } from '../kit/world';

/** Told already, so that each stop is told once and not every few minutes; told anew by a process that begins. */
const told = new Set<string>();

/** Logs a reader of events that has stopped: what it has not read is kept, and whoever waits for it waits. */
export async function watchReaders({ database, log }: World, nowMs: number): Promise<number> {
  const stalled = await stalledReaders(database.db, nowMs);
  for (const reader of stalled.filter((name) => !told.has(name)))
    log.error({ reader }, 'a reader of events has stopped');
  told.clear();
  for (const reader of stalled) told.add(reader);
  return stalled.length;
}
