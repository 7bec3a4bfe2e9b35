import type { DataOf, RequestFor } from '../../api';
import { CEILINGS, timeWords, worthShort } from '../../words/worth';

export type Preview = DataOf<'catalogue.previewSheet'>;
export type Line = Preview['lines'][number];
export type SheetRead = Preview['sheets'][number];
export type Remark = Preview['remarks'][number];
type Rule = NonNullable<Line['rule']>;
type Why = NonNullable<Line['why']>;
export type Column = NonNullable<RequestFor<'catalogue.previewSheet'>['columns']>[number];
export type Means = Column['means'];

export const keyOf = ({ sheet, cell }: Pick<Line, 'sheet' | 'cell'>) => `${sheet} ${cell}`;

/** The rule by which something of the sheet stays out. */
export const RULES: Record<Rule, string> = {
  rule1OnlyAdded: '规则一：积分只加不减，也不清零、不过期',
  rule4NoDeduction: '规则四：不设扣分项目',
  rule4BothWays: '规则四：同一件事不能又加又减',
  rule5NoShame: '规则五：只鼓励，不设黑榜、不一票否决',
  pointsAreNoMoney: '积分不是钱，不按金额给分，也不兑现金',
};
export const SHORT_RULES: Record<Rule, string> = {
  rule1OnlyAdded: '不收 · 清零',
  rule4NoDeduction: '不收 · 扣分',
  rule4BothWays: '不收 · 又加又减',
  rule5NoShame: '不收 · 黑榜',
  pointsAreNoMoney: '不收 · 按钱给分',
};

/** What the cell leaves open, said before the choice. */
export function whyWords({ why, min, max, values }: Line): string {
  const words: Record<Why, string> = {
    range: `一个项目只能有一个分值，免得人人给得不一样。请在 ${min ?? 1}${max === null ? ' 分以上' : ` 到 ${max} 分里`}定一个，或者分几等。`,
    upTo: `表里只写了最高 ${max ?? ''} 分，没写每次几分。请定一个分值，或者分几等。`,
    values: `写了 ${values.join('、')} 几个数，没写各是给谁的。请写上每一等的名称。`,
    noPoints: '这一格没写几分。',
    unclear: '这一格看不出是几分：带“分”字或者加号的数才算分值。',
    limit: '上限管的这段时间我们不会算。项目可以收，这句话当作条件写着，上限要请同事自己留意。',
    looksBad: '这件事像是要扣分的，表里没写是加还是扣。',
    contradicts: '标题说这里是扣分的，这一格又写着加分。',
    twin: '同名的一项前面已经有了，写的不一样。要收就当另一项，名称后面会写上出处。',
  };
  return why ? words[why] : '';
}

/** What is asked, in the sheet's own words. */
export function questionWords({ name, why }: Line): string {
  if (why === 'looksBad' || why === 'contradicts') return `“${name}”是加分的吗？`;
  if (why === 'limit' || why === 'twin') return `“${name}”这样收行吗？`;
  return `“${name || '这一行'}”给几分？`;
}

/** +5, 50 / 30, 空着 */
export function readWords({ points, grades, perHalfHours, result }: Line): string {
  if (result === 'refuse') return '—';
  if (grades.length > 0) return grades.map((grade) => grade.points).join(' / ');
  return points === null ? '空着' : perHalfHours === null ? `+${points}` : worthShort({ points, grades, perHalfHours });
}

/** 每次；分两等；满3次；每人每月最多 10 分 */
export function howWords({ grades, perHalfHours, countedPer, condition, limits, result }: Line): string {
  if (result === 'refuse') return '—';
  const limited = limits.map(({ over, unit, most }) => {
    const word = CEILINGS.find(({ key }) => key === over)?.word ?? '';
    return unit === 'points' ? `${word}最多 ${most} 分` : `${word} ${most} 次`;
  });
  const how =
    grades.length > 0
      ? `分 ${grades.length} 等`
      : perHalfHours === null
        ? `每${countedPer}`
        : `每${timeWords(perHalfHours)}`;
  return [how, condition, ...limited].filter(Boolean).join('，');
}

export const SHEET_KINDS: Record<SheetRead['kind'], string> = {
  rules: '',
  words: '是一段话，不是表，原样写在下面',
  rewards: '是兑换的东西，请到“奖励”里加',
  unknown: '表头没认出来，请告诉我们哪一列是什么',
  instructions: '模板自带的说明，跳过',
  hidden: '藏起来的表，没有读',
  empty: '空的，跳过',
};

export const MEANS: readonly { readonly key: Means; readonly word: string }[] = [
  { key: 'name', word: '做了什么事' },
  { key: 'points', word: '分值' },
  { key: 'category', word: '类别' },
  { key: 'countedPer', word: '每什么计一回' },
  { key: 'ceiling', word: '上限' },
  { key: 'note', word: '备注' },
  { key: 'evidence', word: '要什么证明' },
  { key: 'nothing', word: '用不上' },
];
