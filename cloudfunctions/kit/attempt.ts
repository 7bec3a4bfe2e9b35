import { sql } from 'kysely';
import type { Database } from '../database/connect';
import { withPipeline } from './pipeline';
import { type Refusal, refuse } from './refusal';
import { runOn, type Statement } from './statement';
import { type Db, inTransaction } from './transaction';

/** So many wrong tries within one window, then a pause until it ends. */
export interface AttemptLimit {
  readonly key: string;
  readonly max: number;
  readonly windowMs: number;
}

type Window = Pick<AttemptLimit, 'windowMs'>;
const windowStart = (limit: Window, nowMs: number) => new Date(nowMs - (nowMs % limit.windowMs));

/** Null while more tries are left; else TOO_MANY with the moment from which it may be tried again. */
export async function refuseWhenExhausted(
  db: Db,
  limit: AttemptLimit,
  nowMs: number,
): Promise<Refusal<'TOO_MANY'> | null> {
  const row = await db
    .selectFrom('attempt')
    .select('count')
    .where('key', '=', limit.key)
    .where('window_start', '=', windowStart(limit, nowMs))
    .executeTakeFirst();
  return (row?.count ?? 0) >= limit.max ? tooMany(limit, nowMs) : null;
}

export async function countAttempt(db: Db, limit: AttemptLimit, nowMs: number): Promise<void> {
  await runOn(db)(COUNT, [limit.key, windowStart(limit, nowMs)]);
}

const COUNT: Statement = {
  name: 'attempt-count',
  text: `insert into attempt (key, window_start, count) values ($1, $2, 1)
         on conflict (key, window_start) do update set count = attempt.count + 1 returning count`,
};

/** Counts a try and says in the same round trip whether it was one too many; stands by itself, outside a transaction. */
export async function countOrRefuse(
  { pool }: Database,
  limit: AttemptLimit,
  nowMs: number,
): Promise<Refusal<'TOO_MANY'> | null> {
  const values = [limit.key, windowStart(limit, nowMs)];
  const [row] = await withPipeline(pool, ({ run }) => run<{ count: number }>(COUNT, values));
  return row && row.count > limit.max ? tooMany(limit, nowMs) : null;
}

/** Until the window of `limit` ends. */
export const tooMany = (limit: Window, nowMs: number) =>
  refuse('TOO_MANY', { retryAtMs: windowStart(limit, nowMs).getTime() + limit.windowMs });

/**
 * Callers of one key go one behind the other until their transaction ends, so that tries sent all at once are all
 * counted. Taken before the work begins: what a refusal undoes would let go of it too early.
 */
export async function lockMutex(db: Db, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(db);
}

interface Trying {
  /** Null for a read, which has none: sent again, it is another try. */
  readonly id: string | null;
  readonly nowMs: number;
}

/**
 * For reads, and for handlers that post, which have no transaction to count in: looks in a small one of its own, one at
 * a time for all who share the limit's key. `isWrong` says which refusals are wrong tries; the same request sent again counts once.
 */
export function tryWithin<T>(
  db: Db,
  limit: AttemptLimit,
  request: Trying,
  look: (db: Db) => Promise<T>,
  isWrong: (found: T) => boolean,
): Promise<T | Refusal<'TOO_MANY'>> {
  return inTransaction(db, async (trx) => {
    await lockMutex(trx, limit.key);
    const exhausted = await refuseWhenExhausted(trx, limit, request.nowMs);
    if (exhausted) return exhausted;
    const found = await look(trx);
    if (isWrong(found) && (await isFirstTime(trx, limit, request))) await countAttempt(trx, limit, request.nowMs);
    return found;
  });
}

async function isFirstTime(db: Db, limit: AttemptLimit, { id, nowMs }: Trying): Promise<boolean> {
  if (id === null) return true;
  const marked = await db
    .insertInto('attempt')
    .values({ key: `request ${id}`, window_start: windowStart(limit, nowMs), count: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return marked.numInsertedOrUpdatedRows === 1n;
}

/** Removes counts of a time that is over. */
export async function deleteAttempts(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('attempt').where('window_start', '<', before).executeTakeFirst();
  return Number(numDeletedRows);
}
