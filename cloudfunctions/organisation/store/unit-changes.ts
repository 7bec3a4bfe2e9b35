import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { UnitChangeKind } from '../../values/units';
import { isWithin, type UnitRow, unitsOf } from './units';

/** Under their locks, in one order for everyone; as they are then. Households are locked before. */
export async function lockUnits(db: Db, ids: readonly string[]): Promise<UnitRow[]> {
  await sql`select from org_unit where id = any(${ids}::uuid[]) order by id for update`.execute(db);
  const found = await unitsOf(db, ids);
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Whether another unit beside it that has not ended has the name. */
export async function isNameTaken(db: Db, { unitId, parentId }: UnitRow, name: string): Promise<boolean> {
  const row = await db
    .selectFrom('org_unit')
    .select('id')
    .where('parent_id', 'is not distinct from', parentId)
    .where('name', '=', name)
    .where('ended_on', 'is', null)
    .where('id', '<>', unitId)
    .executeTakeFirst();
  return row !== undefined;
}

interface Named {
  readonly unitId: string;
  readonly name: string;
}
export async function nameUnits(db: Db, units: readonly Named[]): Promise<void> {
  await sql`update org_unit set name = n.name
    from unnest(${units.map(({ unitId }) => unitId)}::uuid[], ${units.map(({ name }) => name)}::text[]) as n (id, name)
    where org_unit.id = n.id`.execute(db);
}

export interface UnitChangeRow {
  readonly changeId: string;
  readonly kind: UnitChangeKind;
  readonly unitId: string;
  readonly name: string;
  readonly newName: string | null;
  readonly toUnitId: string | null;
  /** So many went over with it; null of a unit that was renamed. */
  readonly households: number | null;
  readonly fromOn: string;
  readonly because: string;
}

export async function insertUnitChanges(
  db: Db,
  rows: readonly UnitChangeRow[],
  by: { readonly residentId: string; readonly atMs: number },
): Promise<void> {
  await db
    .insertInto('unit_change')
    .values(
      rows.map(({ changeId, kind, unitId, name, newName, toUnitId, households, fromOn, because }) => ({
        ...{ id: changeId, kind, unit_id: unitId, to_unit_id: toUnitId, name_before: name, name_after: newName },
        ...{ households, from_on: fromOn, because, changed_by: by.residentId, changed_at: new Date(by.atMs) },
      })),
    )
    .execute();
}

const changes = (db: Db) =>
  db
    .selectFrom('unit_change as c')
    .leftJoin('org_unit as t', 't.id', 'c.to_unit_id')
    .select([
      'c.id as changeId',
      'c.kind',
      'c.unit_id as unitId',
      'c.name_before as name',
      'c.name_after as newName',
      'c.to_unit_id as toUnitId',
      't.name as toName',
      'c.households',
      'c.from_on as fromOn',
      'c.because',
      'c.changed_by as changedBy',
      sql<number>`(extract(epoch from c.changed_at) * 1000)::bigint`.as('changedAtMs'),
    ]);

interface Asked {
  readonly unit: Pick<UnitRow, 'unitId' | 'path'>;
  /** Also of all below it. */
  readonly below: boolean;
  readonly kind?: UnitChangeKind | undefined;
}

/**
 * Of the unit itself, and what came into it. Below it stands also what was merged into another unit elsewhere: its parent
 * stays the one that it had.
 */
function isOf({ unit: { unitId, path }, below, kind }: Asked) {
  const under = sql`select id from org_unit where ${isWithin(sql.ref('path'), path)}`;
  const within = below
    ? sql`(${under} union select id from org_unit where ended_on is not null and parent_id in (${under}))`
    : sql`(${unitId}::uuid)`;
  return sql<boolean>`(c.unit_id in ${within} or c.to_unit_id in ${within}) and (${kind ?? null}::text is null or c.kind = ${kind ?? null})`;
}

/** Names above a unit, the wider one first: of a group its community and grid, of other units the one above. */
const aboveOf = (unit: 'u' | 't') => sql<string[]>`array(
  select a.name from org_unit p
  left join org_unit g on g.id = p.parent_id and ${sql.ref(`${unit}.level`)} = 'group'
  cross join lateral (values (1, g.name), (2, p.name)) as a (place, name)
  where p.id = ${sql.ref(`${unit}.parent_id`)} and a.name is not null order by a.place)`;

interface Place {
  readonly fromOn: string;
  readonly changedAtMs: number;
  readonly changeId: string;
}
/** The newest day first, and of one day what was entered last. */
export const pageOfChanges = (db: Db, asked: Asked, after: Place | null, limit: number) =>
  changes(db)
    .innerJoin('org_unit as u', 'u.id', 'c.unit_id')
    .select(['u.level', aboveOf('u').as('above'), aboveOf('t').as('toAbove')])
    .where(isOf(asked))
    .where(
      after
        ? sql<boolean>`(c.from_on, c.changed_at, c.id)
            < (${after.fromOn}::date, ${new Date(after.changedAtMs)}, ${after.changeId}::uuid)`
        : sql<boolean>`true`,
    )
    .orderBy('c.from_on', 'desc')
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute();

export async function countChanges(db: Db, asked: Asked): Promise<number> {
  const { count } = await db
    .selectFrom('unit_change as c')
    .where(isOf(asked))
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export type UnitChange = Awaited<ReturnType<ReturnType<typeof changes>['execute']>>[number];

export async function unitChangesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, UnitChange>> {
  if (ids.length === 0) return new Map();
  const rows = await changes(db).where('c.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.changeId, row]));
}
