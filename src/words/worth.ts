import type { CeilingKind, Grade } from '../../cloudfunctions/values/awards';
import type { DataOf } from '../api/actions';
import { numberWords } from './number';

type Item = DataOf<'catalogue.items'>['items'][number];
type Worth = Pick<Item, 'points' | 'perHalfHours'> & { readonly grades: readonly Grade[] };

/** 半小时, 1 小时, 1.5 小时 */
export const timeWords = (halfHours: number) => (halfHours === 1 ? '半小时' : `${halfHours / 2} 小时`);

/** +5；+5 到 10，where a grade decides；每 2 小时 +1 */
export function worthShort({ points, grades, perHalfHours }: Worth): string {
  if (perHalfHours !== null)
    return `每${perHalfHours === 2 ? '小时' : ` ${timeWords(perHalfHours)}`.replace(' 半', '半')} +${numberWords(points)}`;
  const most = Math.max(points, ...grades.map((grade) => grade.points));
  return most > points ? `+${numberWords(points)} 到 ${numberWords(most)}` : `+${numberWords(points)}`;
}

/** 5 分，每次；一等奖 10 分，二等奖 5 分；1 分，每 2 小时 */
export function worthWords(item: Worth & Pick<Item, 'countedPer'>): string {
  const { points, grades, perHalfHours, countedPer } = item;
  if (grades.length > 0) return grades.map((grade) => `${grade.name} ${numberWords(grade.points)} 分`).join('，');
  if (perHalfHours === null) return `${numberWords(points)} 分，每${countedPer}`;
  return `${numberWords(points)} 分，每${perHalfHours === 1 ? '' : ' '}${perHalfHours === 2 ? '1 小时' : timeWords(perHalfHours)}`;
}

/** Whoever holds the points is counted where the contract says person. */
const ONE = { resident: '每人', household: '每户', society: '每个社团' } as const;

export const CEILINGS: readonly { readonly key: CeilingKind; readonly word: string }[] = [
  { key: 'personActivity', word: '每人每回' },
  { key: 'personDay', word: '每人每天' },
  { key: 'personMonth', word: '每人每月' },
  { key: 'personYear', word: '每人每年' },
  { key: 'householdActivity', word: '每户每场' },
  { key: 'householdDay', word: '每户每天' },
  { key: 'householdMonth', word: '每户每月' },
  { key: 'householdYear', word: '每户每年' },
];

/** The spans in which times are counted, too. */
export const CAPS = CEILINGS.filter(
  (one): one is { readonly key: CapKey; readonly word: string } => !one.key.endsWith('Activity'),
);
export type CapKey = keyof Item['caps'];

const SPANS = ['Day', 'Month', 'Year'] as const;

/** 每人每天 1 次，每户每月 4 次 */
export const capsWords = ({ caps, holderKind }: Pick<Item, 'caps' | 'holderKind'>): string =>
  SPANS.flatMap((span) => CAPS.filter(({ key }) => key.endsWith(span) && caps[key] !== null))
    .map(({ key, word }) => `${word.replace('每人', ONE[holderKind])} ${caps[key]} 次`)
    .join('，');

/** 每人每月最多 10 分 */
export const ceilingsWords = ({ ceilings, holderKind }: Pick<Item, 'ceilings' | 'holderKind'>): string =>
  CEILINGS.filter(({ key }) => ceilings[key] !== null)
    .map(({ key, word }) => `${word.replace('每人', ONE[holderKind])}最多 ${numberWords(ceilings[key] ?? 0)} 分`)
    .join('，');

/** 每人每天 1 次，每户每月最多 10 分; empty where nothing limits it. */
export const limitsWords = (item: Pick<Item, 'caps' | 'ceilings' | 'holderKind'>): string =>
  [capsWords(item), ceilingsWords(item)].filter(Boolean).join('，');
