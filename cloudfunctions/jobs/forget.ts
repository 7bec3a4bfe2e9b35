import { deleteAttempts } from '../kit/attempt';
import type { World } from '../kit/world';
import { DAY_MS } from '../values/dates';
import { deleteSessions } from './store';

const ATTEMPTS_KEPT_MS = DAY_MS; // the longest pause after wrong codes is far shorter
const SESSIONS_KEPT_MS = 7 * DAY_MS; // over for a week: nobody will ask any more why they were signed out

/** Removes counts of wrong codes and sign-ins that are long over. What was done with them stands in the audit log. */
export async function forgetAttempts({ database }: World, nowMs: number): Promise<number> {
  const attempts = await deleteAttempts(database.db, new Date(nowMs - ATTEMPTS_KEPT_MS));
  const sessions = await deleteSessions(database.db, new Date(nowMs - SESSIONS_KEPT_MS));
  return attempts + sessions;
}
