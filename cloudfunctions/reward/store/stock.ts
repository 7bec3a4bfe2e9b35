import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** One reward in one period. */
export interface StockKey {
  readonly rewardId: string;
  readonly periodKey: string;
}

const columns = (keys: readonly StockKey[]) => ({
  rewardIds: keys.map((key) => key.rewardId),
  periodKeys: keys.map((key) => key.periodKey),
});

/** What is left in a period, by reward; a period of which nothing was taken yet is missing. */
export async function stockLeft(db: Db, keys: readonly StockKey[]): Promise<Map<string, number>> {
  const { rewardIds, periodKeys } = columns(keys);
  const { rows } = await sql<{ reward_id: string; left: number }>`
    select reward_id, total - taken as left from reward_stock
    join unnest(${rewardIds}::uuid[], ${periodKeys}::text[]) as wanted (reward_id, period_key) using (reward_id, period_key)
  `.execute(db);
  return new Map(rows.map((row) => [row.reward_id, row.left]));
}

/**
 * Opens the period with its full stock when nobody has yet, locks it and tells what is left. Two statements: a read in
 * one with the insert would see what was there before the wait.
 */
export async function lockStock(db: Db, key: StockKey, total: number): Promise<number> {
  const values = { reward_id: key.rewardId, period_key: key.periodKey, total };
  await db
    .insertInto('reward_stock')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db
    .selectFrom('reward_stock')
    .select(['total', 'taken'])
    .where('reward_id', '=', key.rewardId)
    .where('period_key', '=', key.periodKey)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.total - row.taken;
}

/** Takes one. The caller holds the lock and has seen that there is one: finding none is a fault. */
export async function takeStock(db: Db, key: StockKey): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('reward_stock')
    .set((row) => ({ taken: row('taken', '+', 1) }))
    .where('reward_id', '=', key.rewardId)
    .where('period_key', '=', key.periodKey)
    .whereRef('taken', '<', 'total')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`no stock of reward ${key.rewardId} in ${key.periodKey}`);
}

/** Puts back one for every key given; rows are locked in the order that everyone keeps. */
export async function putStockBack(db: Db, keys: readonly StockKey[]): Promise<void> {
  if (keys.length === 0) return;
  const { rewardIds, periodKeys } = columns(keys);
  await sql`
    select 1 from reward_stock
    where (reward_id, period_key) in (select * from unnest(${rewardIds}::uuid[], ${periodKeys}::text[]))
    order by reward_id, period_key for update`.execute(db);
  const { numAffectedRows } = await sql`
    update reward_stock set taken = taken - back.count
    from (select reward_id, period_key, count(*)::int as count
          from unnest(${rewardIds}::uuid[], ${periodKeys}::text[]) as k (reward_id, period_key) group by 1, 2) as back
    where reward_stock.reward_id = back.reward_id and reward_stock.period_key = back.period_key`.execute(db);
  const distinct = new Set(keys.map((key) => `${key.rewardId} ${key.periodKey}`));
  if (numAffectedRows !== BigInt(distinct.size)) throw new Error('stock to be put back was never taken');
}
