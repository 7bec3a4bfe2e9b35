import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { UnitChangeKind } from '../../values/units';
import { type UnitRow, unitsOf } from './units';

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
      rows.map(({ changeId, kind, unitId, name, newName, toUnitId, fromOn, because }) => ({
        ...{ id: changeId, kind, unit_id: unitId, to_unit_id: toUnitId, name_before: name, name_after: newName },
        ...{ from_on: fromOn, because, changed_by: by.residentId, changed_at: new Date(by.atMs) },
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
      'c.from_on as fromOn',
      'c.because',
      'c.changed_by as changedBy',
      sql<number>`(extract(epoch from c.changed_at) * 1000)::bigint`.as('changedAtMs'),
    ]);

/** Of the unit itself, and what came into it; the newest first. */
export const changesOf = (db: Db, unitId: string, limit: number) =>
  changes(db)
    .where((row) => row.or([row('c.unit_id', '=', unitId), row('c.to_unit_id', '=', unitId)]))
    .orderBy('c.changed_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute();

export type UnitChange = Awaited<ReturnType<typeof changesOf>>[number];

export async function unitChangesById(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, UnitChange>> {
  if (ids.length === 0) return new Map();
  const rows = await changes(db).where('c.id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.changeId, row]));
}
