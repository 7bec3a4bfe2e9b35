import { sql } from 'kysely';
import { standsIn } from '../../kit/stands-in';
import type { Db } from '../../kit/transaction';
import type { MovementKind } from '../../values/goods';

export interface GoodsRow {
  readonly goodsId: string;
  /** Whose shelf it stands on: of a community that was merged, its successor's. */
  readonly unitId: string;
  readonly name: string;
  readonly measure: string;
  readonly isEnded: boolean;
}
const goods = (db: Db) =>
  db
    .selectFrom('goods')
    .innerJoin('unit', 'unit.id', 'goods.unit_id')
    .select([
      'goods.id as goodsId',
      sql<string>`coalesce(successor_id, unit.id)`.as('unitId'),
      'goods.name',
      'measure',
      sql<boolean>`ended_at is not null`.as('isEnded'),
    ]);

const onShelfOf = (unitId: string) => standsIn(sql.ref('goods.unit_id'), unitId);

export async function goodsOf(db: Db, goodsIds: readonly string[]): Promise<Map<string, GoodsRow>> {
  if (goodsIds.length === 0) return new Map();
  const rows = await goods(db).where('goods.id', '=', sql<string>`any(${goodsIds}::uuid[])`).execute();
  return new Map(rows.map((row) => [row.goodsId, row]));
}

/** A page of a community's shelf, in the order in which they were put there; with those that have ended, or without. */
export function goodsIn(
  db: Db,
  { unitId, ended }: { readonly unitId: string; readonly ended: boolean },
  after: Pick<GoodsRow, 'goodsId'> | null,
  limit: number,
): Promise<GoodsRow[]> {
  let found = goods(db).where(onShelfOf(unitId)).orderBy('goods.id').limit(limit);
  if (!ended) found = found.where('ended_at', 'is', null);
  return (after ? found.where('goods.id', '>', after.goodsId) : found).execute();
}

/** False when the community has one of that name. */
export async function insertGoods(
  db: Db,
  { goodsId, unitId, name, measure }: Omit<GoodsRow, 'isEnded'>,
  by: { readonly residentId: string; readonly nowMs: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('goods')
    .values({ id: goodsId, unit_id: unitId, name, measure, added_by: by.residentId, added_at: new Date(by.nowMs) })
    .onConflict((conflict) => conflict.columns(['unit_id', 'name']).where('ended_at', 'is', null).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Whether a community keeps a thing that is called so now. */
export async function goodsNamed(db: Db, unitId: string, name: string): Promise<boolean> {
  const named = goods(db).where(onShelfOf(unitId)).where('goods.name', '=', name).where('ended_at', 'is', null);
  return (await named.executeTakeFirst()) !== undefined;
}

/** All that stands on a community's shelf now, with the unit under which it was put there. */
export const goodsWrittenIn = (db: Db, unitId: string) =>
  goods(db).where(onShelfOf(unitId)).where('ended_at', 'is', null).select('goods.unit_id as writtenIn').execute();

/** What a shelf holds, and after which movement. */
export interface Shelf {
  readonly onShelf: number;
  readonly seq: number;
}
const NOTHING: Shelf = { onShelf: 0, seq: 0 };

export async function shelvesOf(db: Db, goodsIds: readonly string[]): Promise<(goodsId: string) => Shelf> {
  if (goodsIds.length === 0) return () => NOTHING;
  const rows = await db
    .selectFrom('goods_movement')
    .distinctOn('goods_id')
    .select(['goods_id', 'on_shelf as onShelf', 'seq'])
    .where('goods_id', '=', sql<string>`any(${goodsIds}::uuid[])`)
    .orderBy('goods_id')
    .orderBy('seq', 'desc')
    .execute();
  const known = new Map(rows.map(({ goods_id, ...shelf }) => [goods_id, shelf]));
  return (goodsId) => known.get(goodsId) ?? NOTHING;
}

/** What it held then. */
export async function shelfAfter(db: Db, goodsId: string, seq: number): Promise<number> {
  const row = await db
    .selectFrom('goods_movement')
    .select('on_shelf')
    .where('goods_id', '=', goodsId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row?.on_shelf ?? 0;
}

/** Whoever moves or promises some of it goes one behind the other. Taken after accounts and a reward's stock. */
export async function lockShelf(db: Db, goodsId: string): Promise<Shelf> {
  await db.selectFrom('goods').select('id').where('id', '=', goodsId).forUpdate().execute();
  return (await shelvesOf(db, [goodsId]))(goodsId);
}

/** Promised to vouchers that can still be used. */
export async function promisedOf(db: Db, goodsIds: readonly string[], nowMs: number): Promise<Map<string, number>> {
  if (goodsIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('voucher')
    .innerJoin('reward', 'reward.id', 'reward_id')
    .select(['goods_id', sql<number>`sum(quantity)::int`.as('promised')])
    .where('goods_id', '=', sql<string>`any(${goodsIds}::uuid[])`)
    .where('state', '=', 'issued')
    .where('expires_at', '>=', new Date(nowMs))
    .groupBy('goods_id')
    .execute();
  return new Map(rows.map(({ goods_id, promised }) => [goods_id ?? '', promised]));
}

export interface Movement {
  readonly goodsId: string;
  readonly kind: MovementKind;
  readonly quantity: number;
  readonly slipId: string | null;
  readonly voucherId: string | null;
  readonly handledBy: string;
  readonly watchedBy: string | null;
  readonly nowMs: number;
}

/** The next line of the book. The caller holds the lock and has seen that as many are there. Answers what is left. */
export async function insertMovement(db: Db, before: Shelf, movement: Movement): Promise<number> {
  const onShelf = before.onShelf + movement.quantity;
  await db
    .insertInto('goods_movement')
    .values({
      goods_id: movement.goodsId,
      seq: before.seq + 1,
      kind: movement.kind,
      quantity: movement.quantity,
      on_shelf: onShelf,
      slip_id: movement.slipId,
      voucher_id: movement.voucherId,
      handled_by: movement.handledBy,
      watched_by: movement.watchedBy,
      moved_at: new Date(movement.nowMs),
    })
    .execute();
  return onShelf;
}

export interface MovedRow {
  readonly goodsId: string;
  readonly seq: number;
  readonly kind: MovementKind;
  readonly quantity: number;
  readonly onShelf: number;
  readonly slipId: string | null;
  /** What it was handed out for. */
  readonly voucher: { readonly voucherId: string; readonly version: number } | null;
  readonly handledBy: string;
  readonly watchedBy: string | null;
  readonly movedAtMs: number;
}
type PlaceInBook = Pick<MovedRow, 'movedAtMs' | 'goodsId' | 'seq'>;

export interface BookAsked {
  readonly unitId: string;
  readonly goodsId?: string | undefined;
  readonly fromMs?: number | undefined;
  /** Not in it itself. */
  readonly untilMs?: number | undefined;
}

/** A page of the book, newest first. */
export async function movementsIn(
  db: Db,
  { unitId, goodsId, fromMs, untilMs }: BookAsked,
  before: PlaceInBook | null,
  limit: number,
): Promise<MovedRow[]> {
  let found = db
    .selectFrom('goods_movement')
    .innerJoin('goods', 'goods.id', 'goods_id')
    .leftJoin('voucher', 'voucher.id', 'voucher_id')
    .selectAll('goods_movement')
    .select('voucher.version')
    .where(onShelfOf(unitId));
  if (goodsId) found = found.where('goods_id', '=', goodsId);
  if (fromMs !== undefined) found = found.where('moved_at', '>=', new Date(fromMs));
  if (untilMs !== undefined) found = found.where('moved_at', '<', new Date(untilMs));
  if (before)
    found = found.where(
      sql<boolean>`(moved_at, goods_id, seq) < (${new Date(before.movedAtMs)}, ${before.goodsId}::uuid, ${before.seq}::int)`,
    );
  const rows = await found
    .orderBy('moved_at', 'desc')
    .orderBy('goods_id', 'desc')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...{ goodsId: row.goods_id, seq: row.seq, kind: row.kind, quantity: row.quantity, onShelf: row.on_shelf },
    ...{ slipId: row.slip_id, handledBy: row.handled_by, watchedBy: row.watched_by },
    voucher: row.voucher_id && row.version !== null ? { voucherId: row.voucher_id, version: row.version } : null,
    movedAtMs: row.moved_at.getTime(),
  }));
}

/** What came and went in a span, between what stood there before and after it. */
export interface Turnover {
  readonly before: number;
  readonly came: number;
  readonly went: number;
  readonly after: number;
}
const NO_TURNOVER: Turnover = { before: 0, came: 0, went: 0, after: 0 };

export async function turnoversOf(
  db: Db,
  goodsIds: readonly string[],
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): Promise<(goodsId: string) => Turnover> {
  const since = sql`moved_at >= ${new Date(fromMs)}`;
  const { rows } = await sql<Turnover & { goodsId: string }>`
    select goods_id as "goodsId", sum(quantity)::int as after,
      coalesce(sum(quantity) filter (where not ${since}), 0)::int as before,
      coalesce(sum(quantity) filter (where ${since} and quantity > 0), 0)::int as came,
      coalesce(-sum(quantity) filter (where ${since} and quantity < 0), 0)::int as went
    from goods_movement where goods_id = any(${goodsIds}::uuid[]) and moved_at < ${new Date(untilMs)}
    group by goods_id`.execute(db);
  const known = new Map(rows.map(({ goodsId, ...turnover }) => [goodsId, turnover]));
  return (goodsId) => known.get(goodsId) ?? NO_TURNOVER;
}
