import { DAY_MS, HOUR_MS } from '../../../cloudfunctions/values/dates';
import type { WaitingKind } from '../../../cloudfunctions/values/waiting';
import type { DataOf } from '../../api';
import type { SecondList } from '../second/lists';

export type Kinds = DataOf<'oversight.waiting'>['kinds'];
export type Kind = Kinds[number];

/** What it is, what is done about it, and which entry of the menu leads there. */
export const WAITING_WORDS: Readonly<
  Record<WaitingKind, { word: string; note: string; key: string; list?: SecondList }>
> = {
  application: { word: '加入申请', note: '有人要加入，看是哪一户', key: 'applications' },
  correction: { word: '等着改正', note: '同事提的，另一位来定', key: 'corrections' },
  award: { word: '等我签字', note: '一个人发不了，要两人同意', key: 'second', list: 'awards' },
  household: { word: '新登记的家庭', note: '第一次换东西，另一位看', key: 'second', list: 'looks' },
  merge: { word: '登记了两次', note: '同事说是同一个人，另一位来看', key: 'second', list: 'merges' },
  slip: { word: '物资等人看', note: '一个人数的，另一位来看', key: 'shelf' },
};

/** 等了 2 天 */
export function agoWords(ms: number): string {
  if (ms >= DAY_MS) return `等了 ${Math.floor(ms / DAY_MS)} 天`;
  return ms >= HOUR_MS ? `等了 ${Math.floor(ms / HOUR_MS)} 小时` : '刚来的';
}

/** What a tile says of how long they wait: of several it speaks of the one that came first. */
export function tileWords({ count, sinceMs }: Pick<Kind, 'count' | 'sinceMs'>, nowMs: number): string {
  const [oldest = nowMs] = sinceMs;
  if (count === 0) return '没有人在等';
  const waited = nowMs - oldest;
  return `${count > 1 && waited >= HOUR_MS ? '最久' : ''}${agoWords(waited)}`;
}
