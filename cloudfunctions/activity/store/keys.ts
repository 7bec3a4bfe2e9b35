import { sql } from 'kysely';
import type { SharedRead } from '../../kit/shared-read';
import type { Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { ACTIVITY_COLUMNS, type ActivityRow, type ActivityTable, activities, toActivity } from './activities';

/** With the moments at which its key was renewed, or will be by the last day of a role. */
export interface KeyedActivity extends ActivityRow {
  readonly renewedAtMs: readonly number[];
}
type KeyedRow = ActivityTable & { readonly renewed_at: readonly Date[] };

const toKeyed = ({ renewed_at, ...row }: KeyedRow): KeyedActivity => ({
  ...toActivity(row),
  renewedAtMs: renewed_at.map((at) => at.getTime()),
});
const RENEWED = 'array(select renewed_key.at from renewed_key where renewed_key.activity_id = activity.id)';

const BY_SHORT_ID: Statement = {
  name: 'activity-by-short-id',
  text: `select ${ACTIVITY_COLUMNS.join(', ')}, ${RENEWED} as renewed_at from activity where short_id = any ($1::text[])`,
};
/** As a code names it: one that many come to at once. */
export const ACTIVITY_BY_SHORT_ID: SharedRead<string, KeyedActivity> = {
  keyOf: (shortId) => shortId,
  read: async (run, shortIds) =>
    new Map((await run<KeyedRow>(BY_SHORT_ID, [shortIds])).map((row) => [row.short_id, toKeyed(row)])),
};

/** Not cancelled, begun by `latestStartMs` and not ended before `earliestEndMs`; none lasts longer than `longestMs`. */
export async function activitiesOpen(
  db: Db,
  unitId: string,
  span: { readonly latestStartMs: number; readonly earliestEndMs: number; readonly longestMs: number },
): Promise<KeyedActivity[]> {
  const rows = await activities(db)
    .select(sql.raw<Date[]>(RENEWED).as('renewed_at'))
    .where('unit_id', '=', unitId)
    .where('starts_at', '<=', new Date(span.latestStartMs))
    .where('starts_at', '>=', new Date(span.earliestEndMs - span.longestMs)) // so that the index is read from there on
    .where('ends_at', '>=', new Date(span.earliestEndMs))
    .where('cancelled_at', 'is', null)
    .orderBy('starts_at')
    .orderBy('id')
    .execute();
  return rows.map(toKeyed);
}

export async function renewalsOf(db: Db, activityId: string): Promise<number[]> {
  const rows = await db.selectFrom('renewed_key').select('at').where('activity_id', '=', activityId).execute();
  return rows.map(({ at }) => at.getTime());
}

/** Only the first time is kept: what has ended since then must never be undone by asking once more. */
export async function keepHolder(db: Db, activityId: string, residentId: string, nowMs: number): Promise<void> {
  await db
    .insertInto('key_holder')
    .values({ activity_id: activityId, resident_id: residentId, at: new Date(nowMs) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function addRenewal(db: Db, activityId: string, by: string, nowMs: number): Promise<void> {
  await db
    .insertInto('key_renewal')
    .values({ activity_id: activityId, at: new Date(nowMs), renewed_by: by })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
