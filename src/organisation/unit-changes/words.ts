import type { UnitChangeKind } from '../../../cloudfunctions/values/units';
import type { DataOf } from '../../api';

export type UnitChange = DataOf<'organisation.unitChanges'>['changes'][number];

export const KIND_WORDS: Readonly<Record<UnitChangeKind, string>> = {
  renamed: '改名',
  merged: '合并',
  redrawn: '重划',
};

/** What became of a unit, in a sentence. */
export const changedWords = (kind: UnitChangeKind, from: string, to: string): string =>
  ({
    renamed: `“${from}”改叫“${to}”了`,
    merged: `${from}并到了${to}`,
    redrawn: `${from}的住户划到了${to}`,
  })[kind];

/** 东门街道; 浏河社区 · 第一网格 */
export const whereWords = ({ above }: UnitChange): string => above.join(' · ');

/** As it is called since, or where its households are: 第二网格1组, with what stands above it there and did not before. */
export function sinceWords({ kind, level, above, newName, toName, toAbove }: UnitChange): string {
  if (newName !== null) return newName;
  const isKnown = kind === 'merged' && level === 'community';
  const others = isKnown ? [] : toAbove.filter((name) => !above.includes(name));
  return [...others, toName].join('');
}

export const sentenceOf = (change: UnitChange): string => changedWords(change.kind, change.name, sinceWords(change));
