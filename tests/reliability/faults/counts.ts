import type { Pool } from 'pg';

/** Beside the number of rows of every table: what a command changes in rows that are there already. */
const SUMS = {
  lifetime: 'select coalesce(sum(lifetime), 0) from account',
  held: 'select coalesce(sum(held), 0) from account',
  redeemed: 'select coalesce(sum(redeemed), 0) from account',
  seqs: 'select coalesce(sum(seq), 0) from account',
  stockTaken: 'select coalesce(sum(taken), 0) from reward_stock',
  vouchersIssued: "select count(*) from voucher where state = 'issued'",
  itemsPublished: "select count(*) from point_item where state = 'published'",
  correctionsWaiting: "select count(*) from correction_request where state = 'waiting'",
  signedUp: "select count(*) from sign_up where state = 'signedUp'",
  filesWhole: 'select count(*) from file where completed_at is not null',
  answers: 'select count(*) from request_log where answer is not null',
};
export type Counts = Readonly<Record<string, number>>;

const questions = new WeakMap<Pool, string>();

/** The whole database as numbers: two runs that leave the same differences have left the same. */
export async function countAll(pool: Pool): Promise<Counts> {
  const text = questions.get(pool) ?? (await questionOf(pool));
  questions.set(pool, text);
  return (await pool.query({ name: 'count-all', text })).rows[0]; // by name: planned once, and asked thousands of times
}

async function questionOf(pool: Pool): Promise<string> {
  const found = await pool.query<{ name: string }>(
    "select oid::regclass::text as name from pg_class where relkind in ('r', 'p') and not relispartition and relnamespace = 'public'::regnamespace",
  );
  const rows = Object.fromEntries(found.rows.map(({ name }) => [`rows of ${name}`, `select count(*) from ${name}`]));
  const columns = Object.entries({ ...rows, ...SUMS }).map(([name, query]) => `(${query})::int as "${name}"`);
  return `select ${columns.join(', ')}`;
}

export const difference = (after: Counts, before: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, value]) => [name, value - (before[name] ?? 0)] as const)
      .filter(([, by]) => by !== 0),
  );
