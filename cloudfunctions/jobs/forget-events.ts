import { deleteEvents } from '../kit/outbox/forget';
import type { World } from '../kit/world';
import { DAY_MS } from '../values/dates';

const EVENTS_KEPT_MS = 90 * DAY_MS; // a reader that is new, or begins again, finds three months
const BATCH = 5_000;

/** Removes events that are old and that every reader has passed. One that has stopped keeps all that it has not read. */
export async function forgetEvents({ database }: World, nowMs: number): Promise<number> {
  const before = new Date(nowMs - EVENTS_KEPT_MS);
  let forgotten = 0;
  for (;;) {
    const deleted = await deleteEvents(database.db, before, BATCH);
    forgotten += deleted;
    if (deleted < BATCH) return forgotten;
  }
}
