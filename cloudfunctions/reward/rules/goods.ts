import { type Refusal, refuse } from '../../kit/refusal';
import type { KindNature, RewardKind } from '../../values/rewards';

/** What a stock take changes: the difference found when it was counted; what moved since then stays moved. */
export const differenceOf = (counted: number, onShelfThen: number): number => counted - onShelfThen;

/** A reward of goods is one thing of the shelf; no other is. */
export function refuseGoods(
  { kind, goodsId }: { readonly kind: RewardKind; readonly goodsId?: string | undefined },
  nature: KindNature | null,
): Refusal<'GOODS_NEEDED'> | null {
  const isGoods = kind === 'open' && nature === 'goods';
  return isGoods === (goodsId !== undefined) ? null : refuse('GOODS_NEEDED');
}

/** Null while as many are there as go out. */
export const refuseUnlessThere = (onShelf: number, quantity: number): Refusal<'SHELF_EMPTY'> | null =>
  onShelf < quantity ? refuse('SHELF_EMPTY', { left: Math.max(0, onShelf) }) : null;
