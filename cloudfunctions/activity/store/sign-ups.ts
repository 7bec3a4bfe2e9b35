import { sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';

interface SignUpRow {
  readonly residentId: string;
  readonly state: Tables['sign_up']['state'];
  readonly atMs: number;
}

export async function signUpsOf(db: Db, activityId: string): Promise<SignUpRow[]> {
  const rows = await db.selectFrom('sign_up').selectAll().where('activity_id', '=', activityId).execute();
  return rows.map((row) => ({ residentId: row.resident_id, state: row.state, atMs: row.at.getTime() }));
}

/** Activities that are not over or cancelled, to which somebody would come or for which they wait; in one order for everyone. */
export async function openSignUpsOf(db: Db, residentId: string, nowMs: number): Promise<string[]> {
  const rows = await db
    .selectFrom('sign_up as s')
    .innerJoin('activity as a', 'a.id', 's.activity_id')
    .select('a.id')
    .where('s.resident_id', '=', residentId)
    .where('s.state', '<>', 'cancelled')
    .where('a.ends_at', '>', new Date(nowMs))
    .where('a.cancelled_at', 'is', null)
    .orderBy('a.id')
    .execute();
  return rows.map(({ id }) => id);
}

interface ListedRow {
  readonly residentId: string;
  readonly state: 'signedUp' | 'waiting';
  readonly atMs: number;
  readonly hasArrived: boolean;
}
type PlaceInLine = Omit<ListedRow, 'hasArrived'>;

/** Those with a place, then those who wait, each in the order in which they came: what stands behind a place. */
export async function pageOfSignUps(
  db: Db,
  activityId: string,
  {
    notArrived,
    behind,
    limit,
  }: { readonly notArrived: boolean; readonly behind: PlaceInLine | null; readonly limit: number },
): Promise<ListedRow[]> {
  const isBehind = behind
    ? sql<boolean>`(state, at, resident_id) > (${behind.state}, ${new Date(behind.atMs)}, ${behind.residentId}::uuid)`
    : sql<boolean>`true`;
  const { rows } = await sql<Omit<ListedRow, 'atMs'> & { at: Date }>`
    select resident_id as "residentId", state, at,
      exists (select from attendance
              where activity_id = sign_up.activity_id and resident_id = sign_up.resident_id) as "hasArrived"
    from sign_up where activity_id = ${activityId} and ${isListed(notArrived)} and ${isBehind}
    order by state, at, resident_id limit ${limit}`.execute(db);
  return rows.map(({ at, ...row }) => ({ ...row, atMs: at.getTime() }));
}

/** With a place or waiting for one; or those with a place who have not come yet. */
const isListed = (notArrived: boolean) =>
  notArrived
    ? sql<boolean>`state = 'signedUp' and not exists (select from attendance
        where activity_id = sign_up.activity_id and resident_id = sign_up.resident_id)`
    : sql<boolean>`state <> 'cancelled'`;

export async function countSignUps(db: Db, activityId: string, notArrived: boolean): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from sign_up where activity_id = ${activityId} and ${isListed(notArrived)}`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

export async function saveSignUp(db: Db, activityId: string, row: SignUpRow): Promise<void> {
  const changed = { state: row.state, at: new Date(row.atMs) };
  await db
    .insertInto('sign_up')
    .values({ activity_id: activityId, resident_id: row.residentId, ...changed })
    .onConflict((conflict) => conflict.columns(['activity_id', 'resident_id']).doUpdateSet(changed))
    .execute();
}

/** From the waiting list to a place; they keep their place in the line. */
export async function moveUp(db: Db, activityId: string, residentIds: readonly string[]): Promise<void> {
  if (residentIds.length === 0) return;
  await db
    .updateTable('sign_up')
    .set({ state: 'signedUp' })
    .where('activity_id', '=', activityId)
    .where('resident_id', '=', sql<string>`any(${residentIds})`)
    .execute();
}
