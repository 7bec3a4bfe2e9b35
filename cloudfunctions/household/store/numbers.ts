import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { householdNumber } from '../rules/redrawing';

/** The next number of households that staff add one by one: N0001, N0002 … Asked under the community's lock. */
export async function nextHouseholdNumber(db: Db, communityId: string): Promise<string> {
  const { rows } = await sql<{ last: number | null }>`
    select max(substr(number, 2)::int) as last from household
    where community_id = ${communityId} and number ~ '^N[0-9]{1,8}$'`.execute(db);
  return householdNumber((rows[0]?.last ?? 0) + 1);
}

/** One after the other in a community: numbers are given out, rosters come in. Held until the transaction ends. */
export async function lockRoster(db: Db, communityId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`roster ${communityId}`}, 0))`.execute(db);
}

export async function setHead(db: Db, householdId: string, residentId: string): Promise<void> {
  await db.updateTable('household').set({ head_id: residentId }).where('id', '=', householdId).execute();
}
