import type { Db } from '../../kit/transaction';
import type { OwnCheckIn } from '../rules';

/** Keeps when somebody who cannot be counted showed a good code; the newest one stands. */
export async function keepShownCode(
  db: Db,
  shown: {
    readonly activityId: string;
    readonly residentId: string;
    readonly how: 'scan' | 'typed';
    readonly atMs: number;
  },
): Promise<void> {
  const newest = { how: shown.how, at: new Date(shown.atMs) };
  await db
    .insertInto('shown_code')
    .values({ activity_id: shown.activityId, resident_id: shown.residentId, ...newest })
    .onConflict((conflict) => conflict.columns(['activity_id', 'resident_id']).doUpdateSet(newest))
    .execute();
}

export async function shownCodeOf(db: Db, activityId: string, residentId: string): Promise<OwnCheckIn | null> {
  const row = await db
    .selectFrom('shown_code')
    .select(['how', 'at'])
    .where('activity_id', '=', activityId)
    .where('resident_id', '=', residentId)
    .executeTakeFirst();
  return row ? { how: row.how, atMs: row.at.getTime() } : null;
}
