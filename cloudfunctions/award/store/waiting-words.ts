import { sql } from 'kysely';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import { groupedBy } from '../../values/grouped-by';

/** What was said about an award that waits: a question, its answer, a question… */
export interface Said {
  readonly seq: number;
  readonly by: string;
  readonly wordsId: string;
  readonly saidAtMs: number;
}

/** Odd ones ask. */
export const isAsked = (said: readonly Pick<Said, 'seq'>[]): boolean => said.length % 2 === 1;

const ASKED_AMONG: Statement = {
  name: 'award-asked-among',
  text: `select waiting_id from waiting_award_word where waiting_id = any ($1::uuid[]) group by 1 having count(*) % 2 = 1`,
};

/** Those of which something is asked that is not answered. */
export async function askedAmong(run: Run, waitingIds: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ waiting_id: string }>(ASKED_AMONG, [waitingIds]);
  return new Set(rows.map((row) => row.waiting_id));
}

/** By what they are about, in their order. */
export async function saidAbout(db: Db, waitingIds: readonly string[]): Promise<Map<string, Said[]>> {
  const rows = await db
    .selectFrom('waiting_award_word')
    .selectAll()
    .where('waiting_id', '=', sql<string>`any(${waitingIds})`)
    .orderBy('waiting_id')
    .orderBy('seq')
    .execute();
  return groupedBy(
    rows,
    (row) => row.waiting_id,
    ({ seq, by_id: by, words_id: wordsId, said_at: at }) => ({ seq, by, wordsId, saidAtMs: at.getTime() }),
  );
}

export const saidOf = async (db: Db, waitingId: string): Promise<readonly Said[]> =>
  (await saidAbout(db, [waitingId])).get(waitingId) ?? [];

/** Under the lock of what it is about. */
export async function say(db: Db, waitingId: string, { seq, by, wordsId, saidAtMs }: Said): Promise<void> {
  await db
    .insertInto('waiting_award_word')
    .values({ waiting_id: waitingId, seq, by_id: by, words_id: wordsId, said_at: new Date(saidAtMs) })
    .execute();
}
