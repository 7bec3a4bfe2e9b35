import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

export interface InviteRow {
  readonly inviteId: string;
  readonly householdId: string;
  readonly residentId: string;
  readonly invitedBy: string;
  readonly expiresAtMs: number;
  readonly isUsed: boolean;
  readonly isRevoked: boolean;
}

/** The resident is locked before it, as by whoever makes or ends an invite. */
export async function lockInvite(db: Db, codeHash: Buffer): Promise<InviteRow | null> {
  await sql`select from resident where id = (select resident_id from invite where code_hash = ${codeHash})
    for update`.execute(db);
  const row = await db
    .selectFrom('invite')
    .selectAll()
    .where('code_hash', '=', codeHash)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    inviteId: row.id,
    householdId: row.household_id,
    residentId: row.resident_id,
    invitedBy: row.invited_by,
    expiresAtMs: row.expires_at.getTime(),
    isUsed: row.used_at !== null,
    isRevoked: row.revoked_at !== null,
  };
}

export async function markInviteUsed(db: Db, inviteId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('invite')
    .set({ used_at: new Date(nowMs) })
    .where('id', '=', inviteId)
    .execute();
}

/** An invite made anew replaces the one before. */
export async function revokeInvites(db: Db, residentId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('invite')
    .set({ revoked_at: new Date(nowMs) })
    .where('resident_id', '=', residentId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export interface NewInvite {
  readonly inviteId: string;
  readonly householdId: string;
  readonly residentId: string;
  readonly codeHash: Buffer;
  readonly invitedBy: string;
  readonly expiresAtMs: number;
}

export async function insertInvite(db: Db, invite: NewInvite, nowMs: number): Promise<void> {
  await db
    .insertInto('invite')
    .values({
      id: invite.inviteId,
      household_id: invite.householdId,
      resident_id: invite.residentId,
      code_hash: invite.codeHash,
      invited_by: invite.invitedBy,
      created_at: new Date(nowMs),
      expires_at: new Date(invite.expiresAtMs),
    })
    .execute();
}
