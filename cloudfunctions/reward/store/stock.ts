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

/** Locks the period and tells what is left; opens it with its full stock when nobody has yet. */
export async function lockStock(db: Db, key: StockKey, total: number): Promise<number> {
  const known = await lockRow(db, key);
  if (known) return known.total - known.taken;
  const values = { reward_id: key.rewardId, period_key: key.periodKey, total };
  await db
    .insertInto('reward_stock')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const opened = await lockRow(db, key); // ours, or that of somebody who was quicker
  if (!opened) throw new Error(`stock of reward ${key.rewardId} in ${key.periodKey} is not there`);
  return opened.total - opened.taken;
}

const lockRow = (db: Db, key: StockKey) =>
  db
    .selectFrom('reward_stock')
    .select(['total', 'taken'])
    .where('reward_id', '=', key.rewardId)
    .where('period_key', '=', key.periodKey)
    .forUpdate()
    .executeTakeFirst();

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
