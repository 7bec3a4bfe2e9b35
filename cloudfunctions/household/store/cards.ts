import { type RawBuilder, sql } from 'kysely';
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

/** Of households that have had one. */
export async function lastCardVersions(db: Db, householdIds: readonly string[]): Promise<Map<string, number>> {
  return versionsOf(db, householdIds, sql<boolean>`true`);
}

/** The cards that work today. */
export async function validCardVersions(db: Db, householdIds: readonly string[]): Promise<Map<string, number>> {
  return versionsOf(db, householdIds, sql<boolean>`revoked_at is null`);
}

async function versionsOf(
  db: Db,
  householdIds: readonly string[],
  condition: RawBuilder<boolean>,
): Promise<Map<string, number>> {
  const { rows } = await sql<{ householdId: string; version: number }>`
    select household_id as "householdId", max(version) as version from household_card
    where household_id = any(${householdIds}::uuid[]) and ${condition} group by household_id`.execute(db);
  return new Map(rows.map(({ householdId, version }) => [householdId, version]));
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
}

/** Those that were taken in. Where another household's card happens to have the same ten digits it was not: the next version has others. */
export async function insertCards(
  db: Db,
  cards: readonly NewCard[],
  { issuedBy, nowMs }: { readonly issuedBy: string; readonly nowMs: number },
): Promise<{ householdId: string; version: number }[]> {
  if (cards.length === 0) return [];
  const { rows } = await sql<{ householdId: string; version: number }>`
    insert into household_card (household_id, version, token_hash, number_hash, issued_by, issued_at)
    select *, ${issuedBy}::uuid, ${new Date(nowMs)}::timestamptz from unnest(
      ${cards.map((card) => card.householdId)}::uuid[], ${cards.map((card) => card.version)}::int[],
      ${cards.map((card) => card.tokenHash)}::bytea[], ${cards.map((card) => card.numberHash)}::bytea[])
    on conflict (number_hash) do nothing
    returning household_id as "householdId", version`.execute(db);
  return rows;
}
