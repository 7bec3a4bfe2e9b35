import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { PersonRow } from '../rules/standing';

/** Residents with the membership that holds today. */
const persons = (db: Db) =>
  db
    .selectFrom('resident as r')
    .leftJoin('membership as m', (join) => join.onRef('m.resident_id', '=', 'r.id').on('m.left_on', 'is', null))
    .leftJoin('household as h', 'h.id', 'm.household_id')
    .leftJoin('org_unit as c', 'c.id', 'h.community_id')
    .leftJoin('org_unit as u', 'u.id', 'h.unit_id')
    .select([
      'r.id as residentId',
      'r.sex',
      'r.born_on as bornOn',
      'r.born_precision as bornPrecision',
      'r.is_assisted as isAssisted',
      'r.helper_id as helperId',
      'r.names_shown as namesShown',
      'r.died_on as diedOn',
      'h.id as householdId',
      'h.number as householdNumber',
      'm.relation',
      'c.id as communityId',
      'c.path as communityPath',
      'u.id as unitId',
      'u.path as unitPath',
      'h.head_id as headId',
      sql<boolean>`m.pool_agreed_at is not null`.as('poolAgreed'),
      sql<boolean>`exists (select from identity i where i.resident_id = r.id)`.as('isBound'),
    ]);

export async function personsOf(db: Db, residentIds: readonly string[]): Promise<Map<string, PersonRow>> {
  if (residentIds.length === 0) return new Map();
  const rows = await persons(db).where('r.id', '=', sql<string>`any(${residentIds})`).execute();
  return new Map(rows.map((row) => [row.residentId, row]));
}

export async function personOf(db: Db, residentId: string): Promise<PersonRow | null> {
  return (await persons(db).where('r.id', '=', residentId).executeTakeFirst()) ?? null;
}

/** Living members of today, the head first, then the oldest. */
export async function membersOf(db: Db, householdId: string): Promise<PersonRow[]> {
  return persons(db)
    .where('m.household_id', '=', householdId)
    .where('r.died_on', 'is', null)
    .orderBy(sql`r.id = h.head_id`, 'desc')
    .orderBy('r.born_on')
    .orderBy('r.id')
    .execute();
}

/** The row's lock: whoever binds this resident, or changes them, comes one after the other. */
export async function lockResident(db: Db, residentId: string): Promise<boolean> {
  const row = await db.selectFrom('resident').select('id').where('id', '=', residentId).forUpdate().executeTakeFirst();
  return row !== undefined;
}
