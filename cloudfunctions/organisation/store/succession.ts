import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { UnitRow } from './units';

/** What stands in a unit and goes over to its successor, each by its name there. */
export type Standing = 'org_unit' | 'society' | 'provider';
interface Called {
  readonly id: string;
  readonly name: string;
}

const placeOf = (what: Standing) => sql.ref(what === 'org_unit' ? 'parent_id' : 'unit_id');
const isThere = (what: Standing) => (what === 'org_unit' ? sql`ended_on is null` : sql`true`);

export async function namedIn(db: Db, what: Standing, unitId: string): Promise<Called[]> {
  const { rows } = await sql<Called>`
    select id, name from ${sql.table(what)} where ${placeOf(what)} = ${unitId} and ${isThere(what)}
    order by name collate "zh-x-icu", id`.execute(db);
  return rows;
}

/** All of it, those among them renamed that would stand beside others of their name. */
export async function handOver(
  db: Db,
  what: Standing,
  { from, to, renamed }: { readonly from: string; readonly to: string; readonly renamed: readonly Called[] },
): Promise<void> {
  await sql`
    update ${sql.table(what)} as one set ${sql.raw(what === 'org_unit' ? 'parent_id' : 'unit_id')} = ${to},
      name = coalesce(
        (select n.name from unnest(${renamed.map(({ id }) => id)}::uuid[], ${renamed.map(({ name }) => name)}::text[]) as n (id, name)
          where n.id = one.id), one.name)
    where ${sql.ref(what === 'org_unit' ? 'one.parent_id' : 'one.unit_id')} = ${from}`.execute(db);
}

/** The unit stands within its successor from now on, and all that stood below it too; so do those that it once followed. */
export async function endUnit(db: Db, unit: UnitRow, into: UnitRow, endedOn: string): Promise<void> {
  const rest = sql`substr(path, ${unit.path.length + 1})`;
  await sql`
    update org_unit set
      path = case when id = ${unit.unitId} then ${into.path} || id || '/' else ${into.path} || ${rest} end,
      ended_on = case when id = ${unit.unitId} then ${endedOn}::date else ended_on end,
      successor_id = case when id = ${unit.unitId} or successor_id = ${unit.unitId} then ${into.unitId}::uuid
        else successor_id end
    where path like ${`${unit.path}%`}`.execute(db);
}
