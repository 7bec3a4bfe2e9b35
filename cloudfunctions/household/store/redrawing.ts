import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { PlacedHome } from './moving';

export interface Home extends PlacedHome {
  readonly endedOn: string | null;
}

/** Households in the unit at `unitPath` and below it, those that have ended too; under their locks where asked. */
export async function homesWithin(db: Db, unitPath: string, lock: boolean): Promise<Home[]> {
  const { rows } = await sql<Home>`
    select h.id as "householdId", h.community_id as "communityId", h.unit_id as "unitId", h.number, h.ended_on as "endedOn"
    from household h where h.unit_id in (select id from unit where path like ${`${unitPath}%`})
    order by h.id ${lock ? sql`for update` : sql``}`.execute(db);
  return rows;
}

/** Which of these numbers a community has given already, and the last of those that it counts itself. */
export async function numbersIn(
  db: Db,
  communityIds: readonly string[],
  intoId: string,
  numbers: readonly string[],
): Promise<{ taken: ReadonlySet<string>; last: number }> {
  const { rows } = await sql<{ taken: string[] | null; last: number | null }>`
    select (select array_agg(number) from household
        where community_id = ${intoId} and number = any(${numbers}::text[])) as taken,
      (select max(substr(number, 2)::int) from household
        where community_id = any(${[...communityIds, intoId]}::uuid[]) and number ~ '^N[0-9]{1,8}$') as last`.execute(
    db,
  );
  return { taken: new Set(rows[0]?.taken ?? []), last: rows[0]?.last ?? 0 };
}

/** Who lives in these households today. */
export async function countPeople(db: Db, householdIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from membership m join resident r on r.id = m.resident_id
    where m.household_id = any(${householdIds}::uuid[]) and m.left_on is null and r.died_on is null`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function countApplications(db: Db, communityId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from bind_application
    where community_id = ${communityId} and state = 'waiting'`.execute(db);
  return rows[0]?.count ?? 0;
}

/** What waits for the office of a community waits for its successor's. */
export async function handOverWaiting(db: Db, from: string, to: string): Promise<void> {
  await sql`update bind_application set community_id = ${to} where community_id = ${from} and state = 'waiting'`.execute(
    db,
  );
  await sql`update merge_request set unit_id = ${to} where unit_id = ${from} and state = 'waiting'`.execute(db);
}
