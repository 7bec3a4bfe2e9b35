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

/** Who entered it; nothing until it is asked. It is not always somebody whom the reader may know by name. */
export const enteredWords = (byName: string | undefined): string =>
  byName === undefined ? '' : byName || '上级，或者已经离任的同事';

/** 东门街道; 浏河社区 · 第一网格 */
export const whereWords = ({ above }: UnitChange): string => above.join(' · ');

/** As it is called since, or where its households are: 第二网格1组, with what stands above it there and did not before. */
export function sinceWords({ kind, level, above, newName, toName, toAbove }: UnitChange): string {
  if (newName !== null) return newName;
  const isKnown = kind === 'merged' && level === 'community';
  const others = isKnown ? [] : toAbove.filter((name) => !above.includes(name));
  return [...others, toName].join('');
}

const isInCommunity = ({ level }: UnitChange) => level === 'grid' || level === 'group';

/** With the community of a grid or group: of 第二网格 alone nobody knows which. */
const namedWords = (change: UnitChange): string =>
  isInCommunity(change) ? [...change.above, change.name].join('') : change.name;

/** What the sentence does not say of where it was. */
export const besideWords = (change: UnitChange): string => (isInCommunity(change) ? '' : whereWords(change));

export const sentenceOf = (change: UnitChange): string =>
  changedWords(change.kind, namedWords(change), sinceWords(change));
