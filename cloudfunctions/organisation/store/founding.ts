import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Role } from '../../values/roles';
import type { Level } from '../../values/units';

export interface UnitWords {
  readonly unitId: string;
  readonly name: string;
  readonly code: string;
  readonly setting: 'urban' | 'rural' | null;
  readonly phone: string | null;
}

export async function renameUnit(db: Db, { unitId, ...words }: UnitWords): Promise<void> {
  await db.updateTable('org_unit').set(words).where('id', '=', unitId).execute();
}

/** Roles to which nobody appointed: the founder's, and after them their successor's. */
export async function foundingGrants(
  db: Db,
): Promise<{ roleId: string; residentId: string; role: Role; unitId: string }[]> {
  return db
    .selectFrom('role_grant')
    .select(['id as roleId', 'resident_id as residentId', 'role', 'unit_id as unitId'])
    .where('granted_by', 'is', null)
    .where('revoked_at', 'is', null)
    .orderBy('id')
    .execute();
}

export async function endGrants(db: Db, roleIds: readonly string[], by: string, nowMs: number): Promise<void> {
  await db
    .updateTable('role_grant')
    .set({ revoked_by: by, revoked_at: new Date(nowMs) })
    .where('id', '=', sql<string>`any(${roleIds})`)
    .where('revoked_at', 'is', null)
    .execute();
}

/** The installation's first city supervisor: the only one whom nobody appointed. */
export async function founderId(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('role_grant')
    .select('resident_id as residentId')
    .where('role', '=', 'citySupervisor')
    .where('granted_by', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.residentId ?? null;
}

export async function countUnits(db: Db): Promise<number> {
  const { units } = await db
    .selectFrom('org_unit')
    .select((unit) => unit.fn.countAll<number>().as('units'))
    .executeTakeFirstOrThrow();
  return Number(units);
}

/** Marks all units of a level. */
export async function tagUnits(db: Db, level: Level, tags: readonly string[]): Promise<void> {
  await db
    .updateTable('org_unit')
    .set({ tags: [...tags] })
    .where('level', '=', level)
    .execute();
}
