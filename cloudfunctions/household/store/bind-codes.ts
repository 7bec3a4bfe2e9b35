import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { BindCodeRow } from '../rules/binding';

export type KeptCode = BindCodeRow & { readonly codeHash: Buffer; readonly issuedBy: string };

/**
 * Codes of the household's members of today, locked in one order: guesses at one household go one after the other. Before
 * them those who have one, as whoever makes or ends a code does.
 */
export async function lockBindCodes(db: Db, householdId: string): Promise<KeptCode[]> {
  await sql`select r.id from resident r join membership m on m.resident_id = r.id and m.left_on is null
    where m.household_id = ${householdId} and exists (select from bind_code b where b.resident_id = r.id)
    order by r.id for update of r`.execute(db);
  const rows = await db
    .selectFrom('bind_code as b')
    .innerJoin('membership as m', (join) =>
      join.onRef('m.resident_id', '=', 'b.resident_id').on('m.left_on', 'is', null),
    )
    .select(['b.resident_id', 'b.issued_at', 'b.expires_at', 'b.tries_left', 'b.used_at', 'b.code_hash', 'b.issued_by'])
    .where('m.household_id', '=', householdId)
    .orderBy('b.resident_id')
    .orderBy('b.issued_at')
    .forUpdate('b')
    .execute();
  return rows.map((row) => ({
    residentId: row.resident_id,
    issuedAtMs: row.issued_at.getTime(),
    expiresAtMs: row.expires_at.getTime(),
    triesLeft: row.tries_left,
    isUsed: row.used_at !== null,
    codeHash: row.code_hash,
    issuedBy: row.issued_by,
  }));
}

export async function chargeBindCodes(db: Db, codes: readonly BindCodeRow[]): Promise<void> {
  if (codes.length === 0) return;
  await sql`update bind_code b set tries_left = tries_left - 1
    from unnest(${codes.map((code) => code.residentId)}::uuid[], ${codes.map((code) => new Date(code.issuedAtMs))}::timestamptz[])
      as n (resident, issued) where b.resident_id = n.resident and b.issued_at = n.issued`.execute(db);
}

export async function spendBindCode(db: Db, code: BindCodeRow, nowMs: number): Promise<void> {
  await db
    .updateTable('bind_code')
    .set({ used_at: new Date(nowMs) })
    .where('resident_id', '=', code.residentId)
    .where('issued_at', '=', new Date(code.issuedAtMs))
    .execute();
}

/** Ends the codes of a resident that are still good, and tells when the last of all was issued. */
export async function endBindCodes(db: Db, residentId: string, nowMs: number): Promise<number> {
  const now = new Date(nowMs);
  await db
    .updateTable('bind_code')
    .set({ expires_at: now })
    .where('resident_id', '=', residentId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  const last = await db
    .selectFrom('bind_code')
    .select('issued_at')
    .where('resident_id', '=', residentId)
    .orderBy('issued_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.issued_at.getTime() ?? 0;
}

export interface NewBindCode {
  readonly residentId: string;
  readonly codeHash: Buffer;
  readonly issuedBy: string;
  readonly issuedAtMs: number;
  readonly expiresAtMs: number;
  readonly tries: number;
}

export async function insertBindCode(db: Db, code: NewBindCode): Promise<void> {
  await db
    .insertInto('bind_code')
    .values({
      resident_id: code.residentId,
      code_hash: code.codeHash,
      issued_by: code.issuedBy,
      issued_at: new Date(code.issuedAtMs),
      expires_at: new Date(code.expiresAtMs),
      tries_left: code.tries,
    })
    .execute();
}
