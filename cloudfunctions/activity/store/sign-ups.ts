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
