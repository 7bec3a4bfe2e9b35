import { countWords } from '../../words/figures';
import type { Share } from './use-units';

/** Between 0 and 1; nothing where nobody is on the roster. */
export const rateOf = ({ withPoints, onRoster }: Share): number | undefined =>
  onRoster > 0 ? withPoints / onRoster : undefined;

/** 35.66% */
export function rateWords(share: Share): string {
  const rate = rateOf(share);
  return rate === undefined ? '–' : `${(rate * 100).toFixed(2)}%`;
}

/** A rate never stands without what it is of: 45,224 ÷ 126,820 户. */
export const shareWords = ({ withPoints, onRoster }: Share, unit: string): string =>
  onRoster > 0 ? `${countWords(withPoints)} ÷ ${countWords(onRoster)} ${unit}` : '花名册里还没有人';

/** What a full bar means, one for all that stand beside each other: half of all as long as none has more. */
export const scaleOf = (rates: readonly (number | undefined)[]): number =>
  rates.some((rate) => rate !== undefined && rate > 0.5) ? 1 : 0.5;
