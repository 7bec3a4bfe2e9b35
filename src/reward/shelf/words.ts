import type { MovementKind, SlipKind } from '../../../cloudfunctions/values/goods';
import type { DataOf } from '../../api';
import { yuanText } from '../yuan';

export type Thing = DataOf<'reward.goods'>['goods'][number];
export type Slip = DataOf<'reward.slips'>['slips'][number];
export type Moved = DataOf<'reward.goodsMovements'>['movements'][number];

export const SLIP_WORDS: Readonly<Record<SlipKind, string>> = {
  bought: '采购进货',
  donated: '捐来的东西',
  counted: '盘点',
  money: '捐款',
};
export const MOVEMENT_WORDS: Readonly<Record<MovementKind, string>> = {
  bought: '采购',
  donated: '捐赠',
  counted: '盘点',
  redeemed: '兑换',
};

/** 进 20 袋, 出 2 袋 */
export const movedWords = ({ quantity, measure }: Pick<Moved, 'quantity' | 'measure'>) =>
  `${quantity > 0 ? '进' : '出'} ${Math.abs(quantity)} ${measure}`;

/** What was counted, in one line: 大米 20 袋，单价 35 元. */
export function slipWords({ kind, name, measure, quantity, onShelf, unitPriceCents, cents }: Slip): string {
  if (kind === 'money') return `${yuanText(cents ?? 0)} 元`;
  if (kind === 'counted') return `${name}架上有 ${quantity} ${measure}，账上是 ${onShelf} ${measure}`;
  const price = unitPriceCents === null ? '' : `，单价 ${yuanText(unitPriceCents)} 元`;
  return `${name} ${quantity} ${measure}${price}`;
}

/** Where it is from and on which paper. */
export const fromWords = ({ source, paper }: Pick<Slip, 'source' | 'paper'>) =>
  [source, paper && `凭证 ${paper}`].filter(Boolean).join(' · ');

export const freeOf = ({ onShelf, promised }: Thing) => Math.max(0, onShelf - promised);
