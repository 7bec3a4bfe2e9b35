import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { Holder } from '../../ledger';
import { groupedBy } from '../../values/grouped-by';
import type { Decision } from '../rules';

export type Against = Omit<Extract<Decision, { state: 'refused' }>, 'state'>;
/** Somebody who was chosen and does not get it, and what stood against it when it was given. */
export interface LeftOut {
  readonly holder: Holder;
  readonly against: Against;
}
export interface NewLeftOut extends LeftOut {
  readonly waitingId: string;
  readonly seq: number;
}

const INSERT: Statement = {
  name: 'award-insert-left-out',
  text: `insert into waiting_award_left_out (waiting_id, seq, holder_kind, holder_id, refusal)
         select * from unnest($1::uuid[], $2::int[], $3::text[], $4::uuid[], $5::jsonb[])`,
};

/** In the transaction of the award that they are left out of. */
export async function insertLeftOut(run: Run, rows: readonly NewLeftOut[]): Promise<void> {
  await run(INSERT, [
    rows.map((row) => row.waitingId),
    rows.map((row) => row.seq),
    rows.map((row) => row.holder.kind),
    rows.map((row) => row.holder.id),
    rows.map((row) => JSON.stringify(row.against)),
  ]);
}

/** By the award, in the order in which they were chosen. */
export async function leftOutOf(db: Db, waitingIds: readonly string[]): Promise<Map<string, LeftOut[]>> {
  const rows = await db
    .selectFrom('waiting_award_left_out')
    .selectAll()
    .where('waiting_id', '=', sql<string>`any(${waitingIds})`)
    .orderBy('waiting_id')
    .orderBy('seq')
    .execute();
  return groupedBy(
    rows,
    (row) => row.waiting_id,
    ({ holder_kind: kind, holder_id: id, refusal }) => ({
      holder: { kind: kind as Holder['kind'], id },
      against: refusal as unknown as Against,
    }),
  );
}
