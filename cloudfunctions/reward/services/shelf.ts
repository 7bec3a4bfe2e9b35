import type { Db } from '../../kit/transaction';
import { refuseUnlessThere } from '../rules';
import { insertMovement, lockShelf, promisedOf, shelvesOf } from '../store/goods';
import type { RewardRow } from '../store/rewards';

const withoutPromised = (onShelf: number, promised: number | undefined) => Math.max(0, onShelf - (promised ?? 0));

/** For lists: what is free of each; null for what is on no shelf. */
export async function readShelves(
  db: Db,
  rewards: readonly RewardRow[],
  nowMs: number,
): Promise<(reward: RewardRow) => number | null> {
  const ids = [...new Set(rewards.flatMap(({ goodsId }) => goodsId ?? []))];
  const shelfOf = await shelvesOf(db, ids);
  const promised = await promisedOf(db, ids, nowMs);
  return ({ goodsId }) => (goodsId ? withoutPromised(shelfOf(goodsId).onShelf, promised.get(goodsId)) : null);
}

/** The same of one, and nobody else moves or promises any of it until this transaction has ended. */
export async function lockFree(db: Db, { goodsId }: RewardRow, nowMs: number): Promise<number | null> {
  if (!goodsId) return null;
  const { onShelf } = await lockShelf(db, goodsId);
  return withoutPromised(onShelf, (await promisedOf(db, [goodsId], nowMs)).get(goodsId));
}

interface HandedOut {
  readonly reward: RewardRow;
  readonly voucher: { readonly voucherId: string; readonly quantity: number };
  readonly handledBy: string;
  readonly nowMs: number;
}

/**
 * Goods leave the shelf with the voucher that they were promised to; of other rewards nothing is on a shelf. What a voucher
 * was given back for has never left it: there is nothing to put back.
 */
export async function takeFromShelf(db: Db, { reward, voucher, handledBy, nowMs }: HandedOut) {
  const { goodsId } = reward;
  if (!goodsId) return null;
  const shelf = await lockShelf(db, goodsId);
  const denial = refuseUnlessThere(shelf.onShelf, voucher.quantity);
  if (denial) return denial;
  await insertMovement(db, shelf, {
    ...{ goodsId, kind: 'redeemed', quantity: -voucher.quantity },
    ...{ slipId: null, voucherId: voucher.voucherId, handledBy, watchedBy: null, nowMs },
  });
  return null;
}
