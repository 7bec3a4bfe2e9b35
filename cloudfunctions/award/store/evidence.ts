import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { groupedBy } from '../../values/grouped-by';

export interface Evidence {
  readonly sourceId: string;
  readonly givenBy: string;
  readonly unitId: string;
  readonly wordsId: string;
  readonly toldAtMs: number;
}
export type Deed = Pick<Evidence, 'sourceId' | 'givenBy'>;
export const deedKey = ({ sourceId, givenBy }: Deed) => `${givenBy} ${sourceId}`;

const INSERT: Statement = {
  name: 'award-insert-evidence',
  text: `insert into deed_evidence (given_by, source_id, unit_id, words_id, told_at)
         select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::timestamptz[])`,
};

export async function insertEvidence(run: Run, rows: readonly Evidence[]): Promise<void> {
  await run(INSERT, [
    rows.map((row) => row.givenBy),
    rows.map((row) => row.sourceId),
    rows.map((row) => row.unitId),
    rows.map((row) => row.wordsId),
    rows.map((row) => new Date(row.toldAtMs)),
  ]);
}

/** By `deedKey`, the ids of what was told of those deeds of which something was, the first one first. */
export async function evidenceOf(db: Db, deeds: readonly Deed[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('deed_evidence')
    .select(['given_by', 'source_id', 'words_id'])
    .where('given_by', '=', sql<string>`any(${deeds.map((deed) => deed.givenBy)})`)
    .where('source_id', '=', sql<string>`any(${deeds.map((deed) => deed.sourceId)})`)
    .orderBy('told_at')
    .orderBy('words_id')
    .execute();
  return groupedBy(
    rows,
    (row) => deedKey({ givenBy: row.given_by, sourceId: row.source_id }),
    (row) => row.words_id,
  );
}
