import { sql } from 'kysely';
import type { Role } from '../kit/action';
import type { Db } from '../kit/transaction';

export interface SessionRow {
  readonly tokenHash: Buffer;
  readonly identityId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(db: Db, session: SessionRow): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      identity_id: session.identityId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

export async function selectSession(db: Db, tokenHash: Buffer, now: Date): Promise<{ identityId: string } | undefined> {
  return db
    .selectFrom('session')
    .select('identity_id as identityId')
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

export async function endSession(db: Db, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ ended_at: now })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Of these identities of the demo's, those that there are. */
export async function selectDemoIdentities(
  db: Db,
  subjectHashes: readonly Buffer[],
): Promise<{ identityId: string; residentId: string | null; subjectHash: Buffer }[]> {
  return db
    .selectFrom('identity')
    .select(['id as identityId', 'resident_id as residentId', 'subject_hash as subjectHash'])
    .where('kind', '=', 'demo')
    .where('subject_hash', 'in', [...subjectHashes])
    .execute();
}

/** Whether there is nothing but the founding: one person, whom nobody has ever been bound to, and their branch. */
export async function isOnlyFounded(db: Db): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`select (select count(*) from resident) = 1
    and (select count(*) from org_unit) = 4 and not exists (select from binding_event) as only`.execute(db);
  return rows[0]?.only ?? false;
}

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
export async function selectFoundingGrants(
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
export async function selectFounderId(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('role_grant')
    .select('resident_id as residentId')
    .where('role', '=', 'citySupervisor')
    .where('granted_by', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row?.residentId ?? null;
}
