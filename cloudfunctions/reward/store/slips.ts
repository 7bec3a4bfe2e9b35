import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import { standsIn } from '../../kit/stands-in';
import type { Db } from '../../kit/transaction';
import { type WaitingTimes, waitingTimes } from '../../kit/waiting';
import type { SlipKind } from '../../values/goods';

export interface SlipRow {
  readonly slipId: string;
  readonly unitId: string;
  readonly kind: SlipKind;
  readonly goodsId: string | null;
  readonly quantity: number | null;
  readonly afterSeq: number | null;
  readonly unitPriceCents: number | null;
  readonly cents: number | null;
  /** Whose words: the seller's name, or the giver's as they wish to be named. */
  readonly sourceId: string | null;
  readonly paper: string | null;
  readonly countedBy: string;
  readonly countedAtMs: number;
  readonly state: 'waiting' | 'seen' | 'turnedDown';
  readonly watchedBy: string | null;
  readonly watchedAtMs: number | null;
  readonly becauseId: string | null;
}

const ofUnit = (unitId: string) => standsIn(sql.ref('unit_id'), unitId);

const toSlip = (row: Selectable<Tables['goods_slip']>): SlipRow => ({
  slipId: row.id,
  unitId: row.unit_id,
  kind: row.kind,
  goodsId: row.goods_id,
  quantity: row.quantity,
  afterSeq: row.after_seq,
  unitPriceCents: row.unit_price_cents,
  cents: row.cents,
  sourceId: row.source_id,
  paper: row.paper,
  countedBy: row.counted_by,
  countedAtMs: row.counted_at.getTime(),
  state: row.state,
  watchedBy: row.watched_by,
  watchedAtMs: row.watched_at?.getTime() ?? null,
  becauseId: row.because_id,
});

export async function insertSlip(
  db: Db,
  slip: Omit<SlipRow, 'state' | 'watchedBy' | 'watchedAtMs' | 'becauseId'>,
): Promise<void> {
  await db
    .insertInto('goods_slip')
    .values({
      id: slip.slipId,
      unit_id: slip.unitId,
      kind: slip.kind,
      goods_id: slip.goodsId,
      quantity: slip.quantity,
      after_seq: slip.afterSeq,
      unit_price_cents: slip.unitPriceCents,
      cents: slip.cents,
      source_id: slip.sourceId,
      paper: slip.paper,
      counted_by: slip.countedBy,
      counted_at: new Date(slip.countedAtMs),
    })
    .execute();
}

export async function lockSlip(db: Db, slipId: string): Promise<SlipRow | null> {
  const row = await db.selectFrom('goods_slip').selectAll().where('id', '=', slipId).forUpdate().executeTakeFirst();
  return row ? toSlip(row) : null;
}

export async function endSlip(
  db: Db,
  slipId: string,
  end: {
    readonly state: 'seen' | 'turnedDown';
    readonly by: string;
    readonly becauseId: string | null;
    readonly atMs: number;
  },
): Promise<void> {
  await db
    .updateTable('goods_slip')
    .set({ state: end.state, watched_by: end.by, because_id: end.becauseId, watched_at: new Date(end.atMs) })
    .where('id', '=', slipId)
    .execute();
}

export async function slipsOf(db: Db, slipIds: readonly string[]): Promise<Map<string, SlipRow>> {
  if (slipIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('goods_slip')
    .selectAll()
    .where('id', '=', sql<string>`any(${slipIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, toSlip(row)]));
}

/** Whether something of a thing was counted and not seen yet. */
export async function isWaitingFor(db: Db, goodsId: string): Promise<boolean> {
  const waiting = db
    .selectFrom('goods_slip')
    .select('id')
    .where('goods_id', '=', goodsId)
    .where('state', '=', 'waiting');
  return (await waiting.executeTakeFirst()) !== undefined;
}

/** A page of a community's, newest first. */
export async function slipsIn(
  db: Db,
  asked: Pick<SlipRow, 'unitId'> & {
    readonly state?: SlipRow['state'] | undefined;
    readonly kind?: SlipKind | undefined;
  },
  before: Pick<SlipRow, 'countedAtMs' | 'slipId'> | null,
  limit: number,
): Promise<SlipRow[]> {
  let found = db.selectFrom('goods_slip').selectAll().where(ofUnit(asked.unitId));
  if (asked.state) found = found.where('state', '=', asked.state);
  if (asked.kind) found = found.where('kind', '=', asked.kind);
  if (before)
    found = found.where(sql<boolean>`(counted_at, id) < (${new Date(before.countedAtMs)}, ${before.slipId}::uuid)`);
  const rows = await found.orderBy('counted_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  return rows.map(toSlip);
}

/** Since when each of the first ones waits that others than this resident counted: nobody watches their own. */
export async function slipTimes(db: Db, unitId: string, residentId: string, most: number): Promise<WaitingTimes> {
  return db
    .selectFrom('goods_slip')
    .select(waitingTimes('counted_at', most))
    .where(ofUnit(unitId))
    .where('state', '=', 'waiting')
    .where('counted_by', '<>', residentId)
    .executeTakeFirstOrThrow();
}
