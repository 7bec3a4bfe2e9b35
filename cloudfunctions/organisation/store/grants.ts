import { sql } from 'kysely';
import { isBehind } from '../../kit/cursor';
import type { HeldRole } from '../../kit/principal';
import { runOn, type Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { Role } from '../../values/roles';
import { isWithin } from './units';

const holdsOn = (day: string) =>
  sql<boolean>`g.revoked_at is null and g.valid_from <= ${day} and (g.valid_until is null or g.valid_until >= ${day})`;

const ROLES: Statement = {
  name: 'organisation-roles',
  text: `select json_agg(held order by id) as roles from held_role
         where resident_id = $1 and valid_from <= $2 and (valid_until is null or valid_until >= $2)`,
};

/** Roles that hold on `today` (Asia/Shanghai), read anew for each request so that a change takes effect at once. */
export async function rolesOf(db: Db, residentId: string, today: string): Promise<readonly HeldRole[]> {
  const [row] = await runOn(db)<{ roles: readonly HeldRole[] | null }>(ROLES, [residentId, today]);
  return row?.roles ?? [];
}

export interface GrantRow {
  readonly roleId: string;
  readonly residentId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly providerId: string | null;
  readonly societyId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
}

const grants = (db: Db) =>
  db
    .selectFrom('role_grant as g')
    .innerJoin('org_unit as u', 'u.id', 'g.unit_id')
    .select([
      'g.id as roleId',
      'g.resident_id as residentId',
      'g.role',
      'g.unit_id as unitId',
      'u.name as unitName',
      'u.path as unitPath',
      'g.provider_id as providerId',
      'g.society_id as societyId',
      'g.valid_from as validFrom',
      'g.valid_until as validUntil',
    ])
    .where('g.revoked_at', 'is', null);

/** Not ended and not over: also those that begin later, which would else be out of everybody's sight. */
const isOpen = (today: string) => sql<boolean>`(g.valid_until is null or g.valid_until >= ${today})`;

export function grantsOf(db: Db, residentId: string, today: string): Promise<GrantRow[]> {
  return grants(db).where('g.resident_id', '=', residentId).where(isOpen(today)).orderBy('g.id').execute();
}

/** In these units themselves, not below them. */
export function grantsIn(db: Db, unitIds: readonly string[], today: string): Promise<GrantRow[]> {
  return grants(db)
    .where('g.unit_id', '=', sql<string>`any(${unitIds}::uuid[])`)
    .where(isOpen(today))
    .orderBy('g.id')
    .execute();
}

export interface GrantQuery {
  readonly unitPath: string;
  readonly today: string;
  /** The grant that the page before ended with. */
  readonly afterId: string | undefined;
  readonly limit: number;
}

const byUnit = sql`u.path, g.id`;

export function grantsBelow(db: Db, { unitPath, today, afterId, limit }: GrantQuery): Promise<GrantRow[]> {
  const below = grants(db)
    .where(isWithin(sql.ref('u.path'), unitPath))
    .where(isOpen(today));
  const grant = sql`from role_grant g join org_unit u on u.id = g.unit_id where g.id =`;
  return below
    .where(isBehind(byUnit, grant, afterId))
    .orderBy(byUnit)
    .limit(limit)
    .execute();
}

/** A term of the same role of the same person that shares a day with this one, and is not over. */
export async function overlappingGrant(db: Db, grant: NewGrant, today: string): Promise<GrantRow | null> {
  const { residentId, role, unitId, providerId, societyId, validFrom, validUntil } = grant;
  const rows = grants(db)
    .where('g.resident_id', '=', residentId)
    .where('g.role', '=', role)
    .where('g.unit_id', '=', unitId)
    .where('g.provider_id', 'is not distinct from', providerId)
    .where('g.society_id', 'is not distinct from', societyId)
    .where(isOpen(today))
    .where(sql<boolean>`daterange(g.valid_from, g.valid_until, '[]') && daterange(${validFrom}, ${validUntil}, '[]')`)
    .orderBy('g.valid_from')
    .limit(1);
  return (await rows.executeTakeFirst()) ?? null;
}

/** A grant that nobody has ended. */
export async function grantOf(db: Db, roleId: string): Promise<GrantRow | null> {
  return (await grants(db).where('g.id', '=', roleId).executeTakeFirst()) ?? null;
}

export interface NewGrant {
  readonly roleId: string;
  readonly residentId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly providerId: string | null;
  readonly societyId: string | null;
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Null only for the installation's first city supervisor. */
  readonly grantedBy: string | null;
  readonly grantedAtMs: number;
}

/** The ids of those that went in: who holds the same role already is left as they are. */
export async function addGrants(db: Db, rows: readonly NewGrant[]): Promise<string[]> {
  const inserted = await db
    .insertInto('role_grant')
    .values(
      rows.map((row) => ({
        id: row.roleId,
        resident_id: row.residentId,
        role: row.role,
        unit_id: row.unitId,
        provider_id: row.providerId,
        society_id: row.societyId,
        valid_from: row.validFrom,
        valid_until: row.validUntil,
        granted_by: row.grantedBy,
        granted_at: new Date(row.grantedAtMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  return inserted.map((row) => row.id);
}

/** Closes the same role of the same person when its last day is past, so that a new term can begin. */
export async function closeLapsedGrant(db: Db, grant: NewGrant, by: string, today: string): Promise<void> {
  await db
    .updateTable('role_grant')
    .set({ revoked_by: by, revoked_at: new Date(grant.grantedAtMs) })
    .where('resident_id', '=', grant.residentId)
    .where('role', '=', grant.role)
    .where('unit_id', '=', grant.unitId)
    .where('provider_id', 'is not distinct from', grant.providerId)
    .where('society_id', 'is not distinct from', grant.societyId)
    .where('revoked_at', 'is', null)
    .where('valid_until', '<', today)
    .execute();
}

/** The community where somebody lives, by its path; null for who has no household, or is not known. */
export async function homeOf(db: Db, residentId: string): Promise<string | null> {
  const home = db.selectFrom('resident_home').select('path').where('resident_id', '=', residentId);
  return (await home.executeTakeFirst())?.path ?? null;
}

/** False when somebody else has ended it in the meantime. */
export async function endGrant(db: Db, roleId: string, by: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('role_grant')
    .set({ revoked_by: by, revoked_at: new Date(nowMs) })
    .where('id', '=', roleId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who leads a society on `today`; with several leaders the one who was named first. */
export async function leadersOf(db: Db, societyIds: readonly string[], today: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('role_grant as g')
    .select(['g.society_id', 'g.resident_id'])
    .where('g.role', '=', 'societyLeader')
    .where('g.society_id', '=', sql<string>`any(${societyIds})`)
    .where(holdsOn(today))
    .orderBy('g.id', 'desc')
    .execute();
  return new Map(rows.flatMap((row) => (row.society_id ? [[row.society_id, row.resident_id] as const] : [])));
}
