import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';

export interface Evidence {
  readonly sourceId: string;
  readonly givenBy: string;
  readonly unitId: string;
  readonly words: string;
  readonly toldAtMs: number;
}
type Deed = Pick<Evidence, 'sourceId' | 'givenBy'>;
export const deedKey = ({ sourceId, givenBy }: Deed) => `${givenBy} ${sourceId}`;

/** What was told first stands: the deed sent again with other people is the same deed. */
const INSERT: Statement = {
  name: 'award-insert-evidence',
  text: `insert into deed_evidence (given_by, source_id, unit_id, words, told_at)
         select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::timestamptz[])
         on conflict do nothing`,
};

export async function insertEvidence(run: Run, rows: readonly Evidence[]): Promise<void> {
  await run(INSERT, [
    rows.map((row) => row.givenBy),
    rows.map((row) => row.sourceId),
    rows.map((row) => row.unitId),
    rows.map((row) => row.words),
    rows.map((row) => new Date(row.toldAtMs)),
  ]);
}

/** By `deedKey`, of those deeds of which something was told. */
export async function evidenceOf(db: Db, deeds: readonly Deed[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('deed_evidence')
    .select(['given_by', 'source_id', 'words'])
    .where('given_by', '=', sql<string>`any(${deeds.map((deed) => deed.givenBy)})`)
    .where('source_id', '=', sql<string>`any(${deeds.map((deed) => deed.sourceId)})`)
    .execute();
  return new Map(rows.map((row) => [deedKey({ givenBy: row.given_by, sourceId: row.source_id }), row.words]));
}
