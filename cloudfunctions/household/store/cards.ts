import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

export interface CardRow {
  readonly householdId: string;
  readonly version: number;
  readonly issuedAtMs: number;
  readonly isRevoked: boolean;
}

const toCard = (row: { household_id: string; version: number; issued_at: Date; revoked_at: Date | null }): CardRow => ({
  householdId: row.household_id,
  version: row.version,
  issuedAtMs: row.issued_at.getTime(),
  isRevoked: row.revoked_at !== null,
});

const cards = (db: Db) =>
  db.selectFrom('household_card').select(['household_id', 'version', 'issued_at', 'revoked_at']);

export async function cardByHash(db: Db, column: 'token_hash' | 'number_hash', hash: Buffer): Promise<CardRow | null> {
  const row = await cards(db).where(column, '=', hash).executeTakeFirst();
  return row ? toCard(row) : null;
}

/** The card that works today, if there is one. */
export async function validCardOf(db: Db, householdId: string): Promise<CardRow | null> {
  const row = await cards(db)
    .where('household_id', '=', householdId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return row ? toCard(row) : null;
}

export async function lastCardVersion(db: Db, householdId: string): Promise<number> {
  const { max } = await db
    .selectFrom('household_card')
    .select((row) => row.fn.max('version').as('max'))
    .where('household_id', '=', householdId)
    .executeTakeFirstOrThrow();
  return max ?? 0;
}

/** False when no card was valid. */
export async function revokeCards(db: Db, householdId: string, nowMs: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('household_card')
    .set({ revoked_at: new Date(nowMs) })
    .where('household_id', '=', householdId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface NewCard {
  readonly householdId: string;
  readonly version: number;
  readonly tokenHash: Buffer;
  readonly numberHash: Buffer;
  readonly issuedBy: string;
}

/** False when another household's card happens to have the same ten digits: the next version has others. */
export async function insertCard(db: Db, card: NewCard, nowMs: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into household_card (household_id, version, token_hash, number_hash, issued_by, issued_at)
    values (${card.householdId}, ${card.version}, ${card.tokenHash}, ${card.numberHash}, ${card.issuedBy}, ${new Date(nowMs)})
    on conflict (number_hash) do nothing`.execute(db);
  return numAffectedRows === 1n;
}
