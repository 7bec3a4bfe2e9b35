import { businessDate } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { clock } from '../../device/clock';
import { fullDayWords, momentWords, timeWords } from '../../words/dates';

export type Line = DataOf<'reward.voucherRegister'>['vouchers'][number];
export type Happened = Line['history'][number];
type State = Line['state'];

export const STATE_WORDS: Readonly<Record<State, string>> = {
  issued: '还没用',
  redeemed: '用过了',
  cancelled: '退回了',
  lapsed: '过期了',
};
const DONE_WORDS: Readonly<Record<State, string>> = {
  issued: '换了这张券',
  redeemed: '核销',
  cancelled: '退回，积分还给了他',
  lapsed: '过期，积分自动还给了他',
};

/** 11月7日 9:06; of another year with the year. */
export const whenWords = (ms: number): string =>
  businessDate(ms).slice(0, 4) === businessDate(clock()).slice(0, 4)
    ? momentWords(ms)
    : `${fullDayWords(businessDate(ms))} ${timeWords(ms)}`;

/** What happened to it last. */
export const lastOf = ({ history }: Line): Happened => history[history.length - 1] as Happened;

/** When, and by whom, one below the other. */
export function historyFacts({ history, providerName }: Line) {
  return history.map(({ what, atMs, byName }) => ({
    term: what === 'issued' ? '换券' : STATE_WORDS[what],
    value: whenWords(atMs),
    note: [DONE_WORDS[what], what === 'redeemed' && providerName && `在${providerName}`, byName && `经办 ${byName}`]
      .filter(Boolean)
      .join('，'),
  }));
}

/** 11月7日 9:06 用过了 · 经办 赵丽 */
export function lineWords(line: Line): string {
  const { what, atMs, byName } = lastOf(line);
  const done = what === 'issued' ? '换的，还没用' : STATE_WORDS[what];
  return [`${whenWords(atMs)} ${done}`, byName && `经办 ${byName}`].filter(Boolean).join(' · ');
}

/** 一共 12 张，15 份，530 分 */
export const sumWords = (count: number, { quantity, points }: { quantity: number; points: number }) =>
  `一共 ${count} 张，${quantity} 份，${points} 分`;
