import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** One line of rewards in one period, kept under the first of them. */
export interface StockKey {
  readonly lineId: string;
  readonly periodKey: string;
}
interface Stock {
  readonly total: number;
  readonly taken: number;
}

const columns = (keys: readonly StockKey[]) => ({
  lineIds: keys.map((key) => key.lineId),
  periodKeys: keys.map((key) => key.periodKey),
});

/** What is left of a period's stock; of one of which nothing was taken yet, all. */
export const leftOf = (stock: Stock | undefined, perPeriod: number) =>
  stock ? Math.max(0, Math.min(stock.total, perPeriod) - stock.taken) : perPeriod;

/** By line; a period of which nothing was taken yet is missing. */
export async function stockOf(db: Db, keys: readonly StockKey[]): Promise<Map<string, Stock>> {
  const { lineIds, periodKeys } = columns(keys);
  const { rows } = await sql<Stock & { reward_id: string }>`
    select reward_id, total, taken from reward_stock
    join unnest(${lineIds}::uuid[], ${periodKeys}::text[]) as wanted (reward_id, period_key) using (reward_id, period_key)
  `.execute(db);
  return new Map(rows.map((row) => [row.reward_id, row]));
}

/** Locks the period and tells what is left; opens it with its full stock when nobody has yet. */
export async function lockStock(db: Db, key: StockKey, perPeriod: number): Promise<number> {
  const known = await lockRow(db, key);
  if (known) return leftOf(known, perPeriod);
  const values = { reward_id: key.lineId, period_key: key.periodKey, total: perPeriod };
  await db
    .insertInto('reward_stock')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const opened = await lockRow(db, key); // ours, or that of somebody who was quicker
  if (!opened) throw new Error(`stock of reward ${key.lineId} in ${key.periodKey} is not there`);
  return leftOf(opened, perPeriod);
}

/** Another stock for the rest of the period; what is given out stays given out. The caller holds the lock. */
export async function resizeStock(db: Db, key: StockKey, perPeriod: number): Promise<void> {
  await db
    .updateTable('reward_stock')
    .set({ total: sql`greatest(taken, ${perPeriod}::integer)` })
    .where('reward_id', '=', key.lineId)
    .where('period_key', '=', key.periodKey)
    .execute();
}

const lockRow = (db: Db, key: StockKey) =>
  db
    .selectFrom('reward_stock')
    .select(['total', 'taken'])
    .where('reward_id', '=', key.lineId)
    .where('period_key', '=', key.periodKey)
    .forUpdate()
    .executeTakeFirst();

/** Takes so many. The caller holds the lock and has seen that they are there: finding fewer is a fault. */
export async function takeStock(db: Db, key: StockKey, quantity = 1): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('reward_stock')
    .set((row) => ({ taken: row('taken', '+', quantity) }))
    .where('reward_id', '=', key.lineId)
    .where('period_key', '=', key.periodKey)
    .where(sql<boolean>`taken + ${quantity}::integer <= total`)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`no stock of reward ${key.lineId} in ${key.periodKey}`);
}

/** Puts back one for every key given; rows are locked in the order that everyone keeps. */
export async function putStockBack(db: Db, keys: readonly StockKey[]): Promise<void> {
  if (keys.length === 0) return;
  const { lineIds, periodKeys } = columns(keys);
  await sql`
    select 1 from reward_stock
    where (reward_id, period_key) in (select * from unnest(${lineIds}::uuid[], ${periodKeys}::text[]))
    order by reward_id, period_key for update`.execute(db);
  const { numAffectedRows } = await sql`
    update reward_stock set taken = taken - back.count
    from (select reward_id, period_key, count(*)::int as count
          from unnest(${lineIds}::uuid[], ${periodKeys}::text[]) as k (reward_id, period_key) group by 1, 2) as back
    where reward_stock.reward_id = back.reward_id and reward_stock.period_key = back.period_key`.execute(db);
  const distinct = new Set(keys.map((key) => `${key.lineId} ${key.periodKey}`));
  if (numAffectedRows !== BigInt(distinct.size)) throw new Error('stock to be put back was never taken');
}
