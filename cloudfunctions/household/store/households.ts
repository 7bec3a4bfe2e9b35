import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';

export interface HouseholdRow {
  readonly householdId: string;
  readonly number: string;
  readonly communityId: string;
  readonly communityPath: string;
  readonly communityName: string;
  readonly unitId: string;
  readonly unitPath: string;
  readonly unitName: string;
  readonly headId: string | null;
  readonly poolAgreedAt: Date | null;
  readonly endedOn: string | null;
  /** Who registered it by hand; null where it came with a roster. */
  readonly registeredBy: string | null;
  readonly createdAt: Date;
}

const households = (db: Db) =>
  db
    .selectFrom('household as h')
    .innerJoin('unit as c', 'c.id', 'h.community_id')
    .innerJoin('unit as u', 'u.id', 'h.unit_id')
    .select([
      'h.id as householdId',
      'h.number',
      'c.id as communityId',
      'c.path as communityPath',
      'c.name as communityName',
      'u.id as unitId',
      'u.path as unitPath',
      'u.name as unitName',
      'h.head_id as headId',
      'h.pool_agreed_at as poolAgreedAt',
      'h.ended_on as endedOn',
      'h.registered_by as registeredBy',
      'h.created_at as createdAt',
    ]);

export async function householdsOf(db: Db, ids: readonly string[]): Promise<Map<string, HouseholdRow>> {
  if (ids.length === 0) return new Map();
  const rows = await households(db).where('h.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.householdId, row]));
}

export async function householdOf(db: Db, householdId: string): Promise<HouseholdRow | null> {
  return (await households(db).where('h.id', '=', householdId).executeTakeFirst()) ?? null;
}

export async function householdByNumber(db: Db, communityId: string, number: string): Promise<HouseholdRow | null> {
  const rows = households(db).where('h.community_id', '=', communityId).where('h.number', '=', number);
  return (await rows.executeTakeFirst()) ?? null;
}

/** Of all communities, or of the one with this code. */
export async function householdsNumbered(db: Db, number: string, communityCode?: string): Promise<string[]> {
  let rows = households(db).where('h.number', '=', number).where('h.ended_on', 'is', null);
  if (communityCode !== undefined) rows = rows.where('c.code', '=', communityCode);
  return (await rows.execute()).map(({ householdId }) => householdId);
}

const LOCK_HOUSEHOLDS: Statement = {
  name: 'lock-households',
  text: 'select id from household where id = any ($1::uuid[]) order by id for update',
};

/** Locks households in one order for everyone, before any account: see the order of locks in ARCHITECTURE.md. */
export async function lockHouseholds(run: Run, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await run(LOCK_HOUSEHOLDS, [[...new Set(ids)].sort()]);
}
