import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Role } from '../../values/roles';

export interface NamedRole {
  readonly roleId: string;
  readonly role: Role;
  readonly unitId: string;
  readonly unitName: string;
  readonly communityId: string | null;
  readonly providerId: string | null;
  readonly providerName: string | null;
  readonly societyId: string | null;
  readonly societyName: string | null;
}

/** Roles that hold on `today`, each with the names that a person reads and the community in which it works. */
export async function namedRolesOf(db: Db, residentId: string, today: string, limit: number): Promise<NamedRole[]> {
  const { rows } = await sql<NamedRole>`
    select g.id as "roleId", g.role, u.id as "unitId", u.name as "unitName", c.id as "communityId",
      p.id as "providerId", p.name as "providerName", s.id as "societyId", s.name as "societyName"
    from role_grant g join org_unit u on u.id = g.unit_id
    left join org_unit c on c.level = 'community' and c.id = any(string_to_array(trim(both '/' from u.path), '/')::uuid[])
    left join provider p on p.id = g.provider_id left join society s on s.id = g.society_id
    where g.resident_id = ${residentId} and g.revoked_at is null and g.valid_from <= ${today}
      and (g.valid_until is null or g.valid_until >= ${today})
    order by g.granted_at, g.id limit ${limit}`.execute(db);
  return rows;
}

/** The grid worker nearest to a household, with the public number of the grid or else of the community. */
export async function gridWorkerFor(
  db: Db,
  unitId: string,
  today: string,
): Promise<{ residentId: string; phone: string | null } | null> {
  const { rows } = await sql<{ residentId: string; phone: string | null }>`
    select g.resident_id as "residentId", coalesce(w.phone, c.phone) as phone
    from org_unit u join org_unit w on w.id = any(string_to_array(trim(both '/' from u.path), '/')::uuid[])
    join role_grant g on g.unit_id = w.id and g.role = 'gridWorker' and g.revoked_at is null
      and g.valid_from <= ${today} and (g.valid_until is null or g.valid_until >= ${today})
    left join org_unit c on c.level = 'community' and c.id = any(string_to_array(trim(both '/' from u.path), '/')::uuid[])
    where u.id = ${unitId} order by length(w.path) desc, g.granted_at, g.id limit 1`.execute(db);
  return rows[0] ?? null;
}

/** Who holds one of these roles in the unit itself today, those who were given it first at the front. */
export async function holdersOf(db: Db, unitId: string, roles: readonly Role[], today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('role_grant')
    .select('resident_id')
    .where('unit_id', '=', unitId)
    .where('role', 'in', roles)
    .where('revoked_at', 'is', null)
    .where('valid_from', '<=', today)
    .where((row) => row.or([row('valid_until', 'is', null), row('valid_until', '>=', today)]))
    .orderBy('granted_at')
    .orderBy('id')
    .execute();
  return [...new Set(rows.map((row) => row.resident_id))];
}

/** Paths of the units in which residents hold a role today: who works somewhere is known there by name. */
export async function workplacesOf(
  db: Db,
  residentIds: readonly string[],
  today: string,
): Promise<{ residentId: string; unitPath: string }[]> {
  return db
    .selectFrom('role_grant as g')
    .innerJoin('org_unit as u', 'u.id', 'g.unit_id')
    .select(['g.resident_id as residentId', 'u.path as unitPath'])
    .where('g.resident_id', '=', sql<string>`any(${residentIds})`)
    .where('g.revoked_at', 'is', null)
    .where('g.valid_from', '<=', today)
    .where((row) => row.or([row('g.valid_until', 'is', null), row('g.valid_until', '>=', today)]))
    .execute();
}
