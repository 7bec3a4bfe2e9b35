import { type RawBuilder, type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import { isBehind } from '../../kit/cursor';
import type { Db } from '../../kit/transaction';
import type { Level } from '../../values/units';

type UnitTable = Selectable<Tables['org_unit']>;

/** A unit of the tree. `path` is '/city/district/…/this/': within another when it starts with the other's. */
export interface UnitRow {
  readonly unitId: string;
  readonly parentId: string | null;
  readonly level: Level;
  readonly code: string;
  readonly name: string;
  readonly setting: 'urban' | 'rural' | null;
  readonly path: string;
  readonly stage: 'preparing' | 'trial' | 'running' | null;
  readonly tags: readonly string[];
  readonly startedOn: string | null;
  readonly isDemo: boolean;
  readonly phone: string | null;
  /** From this day on its successor is there in its place. */
  readonly endedOn: string | null;
  /** The one that has not ended, however often units were merged since. */
  readonly successorId: string | null;
}

const toUnit = (row: UnitTable): UnitRow => ({
  unitId: row.id,
  parentId: row.parent_id,
  level: row.level,
  code: row.code,
  name: row.name,
  setting: row.setting,
  path: row.path,
  stage: row.stage,
  tags: row.tags,
  startedOn: row.started_on,
  isDemo: row.is_demo,
  phone: row.phone,
  endedOn: row.ended_on,
  successorId: row.successor_id,
});

/** Everything whose path starts with `path`, itself included; the index on the path serves it. */
export const isWithin = (column: RawBuilder<string>, path: string) => sql<boolean>`${column} like ${`${path}%`}`;

export async function unitOf(db: Db, unitId: string): Promise<UnitRow | null> {
  const row = await db.selectFrom('org_unit').selectAll().where('id', '=', unitId).executeTakeFirst();
  return row ? toUnit(row) : null;
}

/** Each as it stands now: of a unit that was merged its successor. By the ids that were asked for. */
export async function presentUnits(db: Db, ids: readonly string[]): Promise<Map<string, UnitRow>> {
  const known = await unitsOf(db, ids);
  const successors = await unitsOf(
    db,
    [...known.values()].flatMap(({ successorId }) => successorId ?? []),
  );
  return new Map([...known].map(([id, unit]) => [id, successors.get(unit.successorId ?? '') ?? unit]));
}

export async function unitsOf(db: Db, ids: readonly string[]): Promise<Map<string, UnitRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('org_unit').selectAll().where('id', '=', sql<string>`any(${ids})`).execute();
  return new Map(rows.map((row) => [row.id, toUnit(row)]));
}

/** The nearest community above a unit, itself included; null above the communities. */
export async function communityOf(db: Db, unitId: string): Promise<UnitRow | null> {
  const { rows } = await sql<UnitTable>`
    with recursive upward as (
      select * from org_unit where id = ${unitId}
      union all
      select above.* from org_unit above join upward on above.id = upward.parent_id where upward.level <> 'community'
    ) select * from upward where level = 'community'`.execute(db);
  return rows[0] ? toUnit(rows[0]) : null;
}

/** In code order, the unit at `unitPath` itself included; '/' is the whole tree. */
const below = (db: Db, unitPath: string, levels: readonly Level[]) => {
  const units = db
    .selectFrom('org_unit')
    .selectAll()
    .where(isWithin(sql.ref('path'), unitPath))
    .orderBy('code');
  return levels.length > 0 ? units.where('level', 'in', levels) : units;
};

export async function unitsBelow(db: Db, unitPath: string, ...levels: readonly Level[]): Promise<UnitRow[]> {
  return (await below(db, unitPath, levels).execute()).map(toUnit);
}

export interface UnitQuery {
  readonly unitPath: string;
  /** None stands for all of them. */
  readonly levels: readonly Level[];
  /** Also those that have ended. */
  readonly ended: boolean;
  /** The one that the page before ended with. */
  readonly afterId: string | undefined;
  readonly limit: number;
}

export async function pageOfUnits(db: Db, { unitPath, levels, ended, afterId, limit }: UnitQuery): Promise<UnitRow[]> {
  const rest = below(db, unitPath, levels)
    .where(isBehind(sql`code`, sql`from org_unit where id =`, afterId))
    .where((unit) => unit.or([unit.lit(ended), unit('ended_on', 'is', null)]));
  return (await rest.limit(limit).execute()).map(toUnit);
}

export interface NewUnit extends Omit<UnitRow, 'endedOn' | 'successorId'> {
  readonly createdAtMs: number;
}

/** The ids of those that went in; a code, or a name beside its siblings, that is taken keeps its unit out. */
export async function addUnits(db: Db, units: readonly NewUnit[]): Promise<string[]> {
  const rows = await db
    .insertInto('org_unit')
    .values(
      units.map((unit) => ({
        id: unit.unitId,
        parent_id: unit.parentId,
        level: unit.level,
        code: unit.code,
        name: unit.name,
        setting: unit.setting,
        path: unit.path,
        stage: unit.stage,
        tags: [...unit.tags],
        started_on: unit.startedOn,
        is_demo: unit.isDemo,
        phone: unit.phone,
        created_at: new Date(unit.createdAtMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}
