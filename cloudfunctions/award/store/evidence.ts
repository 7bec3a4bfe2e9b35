import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';

export interface Evidence {
  readonly sourceId: string;
  readonly givenBy: string;
  readonly unitId: string;
  readonly wordsId: string;
  readonly toldAtMs: number;
}
export type Deed = Pick<Evidence, 'sourceId' | 'givenBy'>;
export const deedKey = ({ sourceId, givenBy }: Deed) => `${givenBy} ${sourceId}`;

/** What was told first stands: the deed sent again with other people is the same deed. */
const INSERT: Statement = {
  name: 'award-insert-evidence',
  text: `insert into deed_evidence (given_by, source_id, unit_id, words_id, told_at)
         select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[])
         on conflict do nothing`,
};

const TOLD: Statement = {
  name: 'award-evidence-told',
  text: `select given_by as "givenBy", source_id as "sourceId", words_id as "wordsId" from deed_evidence
         where (given_by, source_id) in (select * from unnest($1::uuid[], $2::text[]))`,
};

/** By `deedKey`, which words stand for each: those told first. */
export async function insertEvidence(run: Run, rows: readonly Evidence[]): Promise<Map<string, string>> {
  const [by, deeds] = [rows.map((row) => row.givenBy), rows.map((row) => row.sourceId)];
  const [units, words] = [rows.map((row) => row.unitId), rows.map((row) => row.wordsId)];
  await run(INSERT, [by, deeds, units, words, rows.map((row) => new Date(row.toldAtMs))]);
  const told = await run<Deed & { wordsId: string }>(TOLD, [by, deeds]);
  return new Map(told.map((deed) => [deedKey(deed), deed.wordsId]));
}

/** By `deedKey`, the id of what was told of those deeds of which something was. */
export async function evidenceOf(db: Db, deeds: readonly Deed[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('deed_evidence')
    .select(['given_by', 'source_id', 'words_id'])
    .where('given_by', '=', sql<string>`any(${deeds.map((deed) => deed.givenBy)})`)
    .where('source_id', '=', sql<string>`any(${deeds.map((deed) => deed.sourceId)})`)
    .execute();
  return new Map(rows.map((row) => [deedKey({ givenBy: row.given_by, sourceId: row.source_id }), row.words_id]));
}
