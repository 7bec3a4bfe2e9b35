import { sql } from 'kysely';
import { allOf } from '../../kit/pipeline';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { PersonalRow } from './personal';

const KEYS: Statement = {
  name: 'household-insert-words-key',
  text: `insert into keyring.personal_key (subject_id, wrapped_key, master_key_id, created_at)
         select * from unnest($1::uuid[], $2::bytea[], $3::text[], $4::timestamptz[])`,
};
const WORDS: Statement = {
  name: 'household-insert-words',
  text: `insert into personal_data (subject_id, subject_kind, note_enc, updated_at)
         select id, 'words', note, at from unnest($1::uuid[], $2::bytea[], $3::timestamptz[]) as made (id, note, at)`,
};
const ABOUT: Statement = {
  name: 'household-insert-words-about',
  text: `insert into words_about (words_id, subject_id)
         select distinct made.words_id, made.subject_id from unnest($1::uuid[], $2::uuid[]) as made (words_id, subject_id)`,
};

export interface SealedWords {
  readonly row: PersonalRow;
  /** The residents, or households, whom they are about. */
  readonly aboutIds: readonly string[];
  readonly atMs: number;
}

/** Sent in one turn, as what goes along with a commit has to be. */
export async function insertWords(run: Run, words: readonly SealedWords[]): Promise<void> {
  if (words.length === 0) return;
  const ids = words.map(({ row }) => row.subjectId);
  const at = words.map(({ atMs }) => new Date(atMs));
  const [keys, masters] = [words.map(({ row }) => row.wrappedKey), words.map(({ row }) => row.masterKeyId)];
  const pairs = words.flatMap(({ row, aboutIds }) => aboutIds.map((id) => [row.subjectId, id] as const));
  await allOf([
    run(KEYS, [ids, keys, masters, at]),
    run(WORDS, [ids, words.map(({ row }) => row.personal.note_enc), at]),
    run(ABOUT, [pairs.map(([wordsId]) => wordsId), pairs.map(([, id]) => id)]),
  ]);
}

export async function wordsAbout(db: Db, subjectIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct words_id as id from words_about where subject_id = any(${subjectIds}::uuid[])`.execute(db);
  return rows.map(({ id }) => id);
}

export interface Unsealed {
  readonly wordsId: string;
  readonly words: string;
  readonly aboutIds: readonly string[];
}

/** Some that a migration left unsealed, for whoever seals them in this transaction; they are here no more. */
export async function takeUnsealed(db: Db, most: number): Promise<Unsealed[]> {
  const { rows } = await sql<Unsealed>`
    delete from unsealed_words where words_id in (select words_id from unsealed_words limit ${most} for update skip locked)
    returning words_id as "wordsId", words, about as "aboutIds"`.execute(db);
  return rows;
}
