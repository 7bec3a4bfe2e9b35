import { sql } from 'kysely';
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
