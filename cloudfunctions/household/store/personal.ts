import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { IndexKind, PersonalColumn } from '../rules/personal-data';

export interface TokenRow {
  readonly kind: IndexKind;
  readonly token: Buffer;
}
export interface PersonalRow {
  readonly subjectId: string;
  readonly kind: 'resident' | 'household' | 'application' | 'list' | 'words';
  readonly wrappedKey: Buffer;
  readonly masterKeyId: string;
  readonly personal: Readonly<Record<PersonalColumn, Buffer | null>>;
  readonly tokens: readonly TokenRow[];
}
export interface SealedPersonalData {
  readonly subjectId: string;
  readonly wrappedKey: Buffer;
  readonly personal: Readonly<Partial<Record<PersonalColumn, Buffer | null>>>;
}

/** Rows of one statement: a longer one would come near the time that a statement may take. */
const TOKENS_AT_ONCE = 20_000;

/** Keys, personal data and tokens of many subjects: one statement per table, whatever their number. */
export async function insertPersonal(db: Db, rows: readonly PersonalRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.subjectId);
  const now = new Date(nowMs);
  await sql`insert into keyring.personal_key (subject_id, wrapped_key, master_key_id, created_at)
    select *, ${now}::timestamptz from unnest(${ids}::uuid[], ${rows.map((row) => row.wrappedKey)}::bytea[],
      ${rows.map((row) => row.masterKeyId)}::text[])`.execute(db);
  await sql`insert into personal_data (subject_id, subject_kind, name_enc, phone_enc, id_tail_enc, address_enc, note_enc, updated_at)
    select *, ${now}::timestamptz from unnest(${ids}::uuid[], ${rows.map((row) => row.kind)}::text[],
      ${column(rows, 'name_enc')}::bytea[], ${column(rows, 'phone_enc')}::bytea[], ${column(rows, 'id_tail_enc')}::bytea[],
      ${column(rows, 'address_enc')}::bytea[], ${column(rows, 'note_enc')}::bytea[])`.execute(db);
  await insertTokens(db, rows);
}

/** Replaces personal data and tokens of subjects that are there. */
export async function replacePersonal(db: Db, rows: readonly PersonalRow[], nowMs: number): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.subjectId);
  await sql`update personal_data d set name_enc = n.name, phone_enc = n.phone, id_tail_enc = n.id_tail,
      address_enc = n.address, note_enc = n.note, updated_at = ${new Date(nowMs)}
    from unnest(${ids}::uuid[], ${column(rows, 'name_enc')}::bytea[], ${column(rows, 'phone_enc')}::bytea[],
      ${column(rows, 'id_tail_enc')}::bytea[], ${column(rows, 'address_enc')}::bytea[], ${column(rows, 'note_enc')}::bytea[])
      as n (id, name, phone, id_tail, address, note) where d.subject_id = n.id`.execute(db);
  await sql`delete from personal_index where subject_id = any(${ids}::uuid[])`.execute(db);
  await insertTokens(db, rows);
}

const column = (rows: readonly PersonalRow[], name: PersonalColumn) => rows.map((row) => row.personal[name]);

async function insertTokens(db: Db, rows: readonly PersonalRow[]): Promise<void> {
  const tokens = rows.flatMap((row) => row.tokens.map((token) => ({ ...token, subjectId: row.subjectId })));
  for (let from = 0; from < tokens.length; from += TOKENS_AT_ONCE) {
    const some = tokens.slice(from, from + TOKENS_AT_ONCE);
    await sql`insert into personal_index (token, subject_id, kind)
      select * from unnest(${some.map((row) => row.token)}::bytea[], ${some.map((row) => row.subjectId)}::uuid[],
        ${some.map((row) => row.kind)}::text[])`.execute(db);
  }
}

/** Sealed personal data of subjects that are there; an erased one is missing. */
export async function sealedOf(
  db: Db,
  subjectIds: readonly string[],
  ...columns: readonly PersonalColumn[]
): Promise<SealedPersonalData[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom('personal_data as d')
    .innerJoin('keyring.personal_key as k', 'k.subject_id', 'd.subject_id')
    .select(['d.subject_id', 'k.wrapped_key'])
    .select(columns)
    .where('d.subject_id', '=', sql<string>`any(${subjectIds})`)
    .execute();
  return rows.map(({ subject_id, wrapped_key, ...personal }) => ({
    subjectId: subject_id,
    wrappedKey: wrapped_key,
    personal,
  }));
}

/** Sealed names of residents by their own id and of households by that of their head. */
export async function sealedNamesOf(
  db: Db,
  ids: readonly string[],
): Promise<(SealedPersonalData & { askedId: string })[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ asked: string; subject: string; key: Buffer; name: Buffer }>`
    select a.id as asked, d.subject_id as subject, k.wrapped_key as key, d.name_enc as name
    from unnest(${ids}::uuid[]) as a (id) left join household h on h.id = a.id
    join personal_data d on d.subject_id = coalesce(h.head_id, a.id) and d.name_enc is not null
    join keyring.personal_key k on k.subject_id = d.subject_id`.execute(db);
  return rows.map((row) => ({
    askedId: row.asked,
    subjectId: row.subject,
    wrappedKey: row.key,
    personal: { name_enc: row.name },
  }));
}

/** Erases the personal data and the key: what a backup still holds of them can no longer be read. */
export async function erasePersonal(db: Db, subjectIds: readonly string[]): Promise<void> {
  await sql`delete from personal_data where subject_id = any(${subjectIds}::uuid[])`.execute(db);
  await sql`delete from keyring.personal_key where subject_id = any(${subjectIds}::uuid[])`.execute(db);
}

/** Whose personal data nobody can read any more. Whoever is erased leaves none, so that there are none as long as nothing was restored. */
export async function countWithoutKey(db: Db): Promise<{ subjects: number; withoutKey: number }> {
  const { rows } = await sql<{ subjects: number; withoutKey: number }>`
    select count(*) as subjects, count(*) filter (where k.subject_id is null) as "withoutKey"
    from personal_data d left join keyring.personal_key k on k.subject_id = d.subject_id`.execute(db);
  return rows[0] ?? { subjects: 0, withoutKey: 0 };
}
