import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';

export interface SecondLook {
  readonly householdId: string;
  readonly unitId: string;
  readonly askedBy: string;
  readonly askedAtMs: number;
  readonly state: 'waiting' | 'seen' | 'turnedDown';
}

const toLook = (row: Selectable<Tables['second_look']>): SecondLook => ({
  householdId: row.household_id,
  unitId: row.unit_id,
  askedBy: row.asked_by,
  askedAtMs: row.asked_at.getTime(),
  state: row.state as SecondLook['state'],
});

export async function lookOf(db: Db, householdId: string): Promise<SecondLook | null> {
  const row = await db.selectFrom('second_look').selectAll().where('household_id', '=', householdId).executeTakeFirst();
  return row ? toLook(row) : null;
}

export async function lockLook(db: Db, householdId: string): Promise<SecondLook | null> {
  const look = db.selectFrom('second_look').selectAll().where('household_id', '=', householdId).forUpdate();
  const row = await look.executeTakeFirst();
  return row ? toLook(row) : null;
}

/** Asked once for a household, however often its voucher is tried for. */
export async function askForLook(
  db: Db,
  { householdId, unitId, askedBy, askedAtMs }: Omit<SecondLook, 'state'>,
): Promise<void> {
  await db
    .insertInto('second_look')
    .values({ household_id: householdId, unit_id: unitId, asked_by: askedBy, asked_at: new Date(askedAtMs) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endLook(
  db: Db,
  householdId: string,
  end: {
    readonly state: 'seen' | 'turnedDown';
    readonly by: string;
    readonly becauseId: string | null;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .updateTable('second_look')
    .set({ state: end.state, looked_by: end.by, because_id: end.becauseId, looked_at: new Date(end.atMs) })
    .where('household_id', '=', householdId)
    .execute();
}

/** What waits for the office of a community waits for its successor's. */
export async function handOverLooks(db: Db, fromId: string, toId: string): Promise<void> {
  await db
    .updateTable('second_look')
    .set({ unit_id: toId })
    .where('unit_id', '=', fromId)
    .where('state', '=', 'waiting')
    .execute();
}

/** A page of those that wait in a community, oldest first. */
export async function looksWaiting(
  db: Db,
  unitId: string,
  after: Pick<SecondLook, 'askedAtMs' | 'householdId'> | null,
  limit: number,
): Promise<SecondLook[]> {
  let waiting = db.selectFrom('second_look').selectAll().where('unit_id', '=', unitId).where('state', '=', 'waiting');
  if (after)
    waiting = waiting.where(
      sql<boolean>`(asked_at, household_id) > (${new Date(after.askedAtMs)}, ${after.householdId}::uuid)`,
    );
  const rows = await waiting.orderBy('asked_at').orderBy('household_id').limit(limit).execute();
  return rows.map(toLook);
}

/** Since when each of the first ones waits that came up while another than this resident was at the desk. */
export async function lookTimes(db: Db, unitId: string, residentId: string, most: number): Promise<WaitingTimes> {
  return db
    .selectFrom('second_look')
    .select(waitingTimes('asked_at', most))
    .where('unit_id', '=', unitId)
    .where('state', '=', 'waiting')
    .where('asked_by', '<>', residentId)
    .executeTakeFirstOrThrow();
}
