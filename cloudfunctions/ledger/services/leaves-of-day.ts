import type { Db } from '../../kit/transaction';
import { dayLeaves } from '../rules';
import { dayEntries, headsOn } from '../store/checkpoints';

/** The leaves of a community's day, from its entries and from where their accounts stood at its end. */
export async function leavesOfDay(db: Db, unitId: string, day: string): Promise<Buffer[]> {
  const entries = await dayEntries(db, unitId, day);
  const ids = entries.map(({ accountId }) => accountId);
  return dayLeaves(entries, await headsOn(db, ids, day));
}
