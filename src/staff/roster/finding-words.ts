import type { DataOf } from '../../api';
import { fullDayWords } from '../../words/dates';

export type Preview = DataOf<'household.previewRoster'>;
export type Finding = Preview['findings'][number];
export type Effect = Finding['effect'];

const KINDS: Record<Finding['kind'], string> = {
  chineseForm: '是中文写法',
  dotted: '是用点隔开的',
  dateCell: '是 Excel 的日期格子',
  yearOnly: '只有年份',
  noSuchDay: '没有这一天',
  inTheFuture: '在今天以后',
  numberCell: '是数字格子',
  blanksInside: '中间有空格',
  wrongDigits: '位数不对',
  filledFromAbove: '空着，和上一行一样',
  withoutGroup: '没写小组',
  emptyPerson: '这一行没有写人',
  doubleInFile: '和表里另一行重了',
  unknownGrid: '社区里没有这个网格',
  unknownGroup: '网格里没有这个小组',
  withoutHead: '这户没有户主',
  missing: '没有填',
  notUnderstood: '看不明白',
  unclearMatch: '像已经登记的人，又不完全一样，要请人来看',
};

/** The four groups, in the order in which they need a look. */
export const EFFECTS: readonly { key: Effect; word: string; none: string }[] = [
  { key: 'rowRefused', word: '不收的行', none: '每一行都能收。' },
  { key: 'fieldLeftOut', word: '空着的格子', none: '没有要空着的格子。' },
  { key: 'filledIn', word: '补上的', none: '没有要补的。' },
  { key: 'understood', word: '换了写法的', none: '没有要换写法的。' },
];

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;
const valueWords = (as: string) => (IS_DAY.test(as) ? fullDayWords(as) : as);

/** What becomes of it. */
function effectWords({ effect, as }: Finding): string {
  const value = as === null ? '' : valueWords(as);
  switch (effect) {
    case 'understood':
      return value ? `读作“${value}”` : '照收';
    case 'filledIn':
      return value ? `补成“${value}”` : '补上了';
    case 'fieldLeftOut':
      return '这一格先空着，其余照收';
    case 'rowRefused':
      return '这一行不收，改好可以再导';
  }
}

/** 出生日期是中文写法，读作“1950年1月2日” */
const findingWords = (finding: Finding) =>
  `${finding.field === '表头' ? '' : finding.field}${KINDS[finding.kind]}，${effectWords(finding)}`;

export interface RowFindings {
  readonly row: number;
  readonly words: readonly string[];
}

/** Findings of one group, row by row as Excel counts them. */
export function byRow(findings: readonly Finding[], effect: Effect): RowFindings[] {
  const rows = new Map<number, string[]>();
  for (const finding of findings) {
    if (finding.effect !== effect) continue;
    const words = rows.get(finding.row) ?? [];
    words.push(findingWords(finding));
    rows.set(finding.row, words);
  }
  return [...rows].sort(([a], [b]) => a - b).map(([row, words]) => ({ row, words }));
}

/** What an import changed, in a sentence; again it changed nothing, and says so. */
export function resultWords({ newHouseholds, newPeople, changedPeople }: Preview['counts']): {
  title: string;
  words: string;
} {
  if (newHouseholds + newPeople + changedPeople === 0)
    return { title: '这份表已经都在了', words: '没有新的，也没有重复登记。' };
  const parts = [
    newHouseholds > 0 ? `新登记 ${newHouseholds} 户` : '',
    newPeople > 0 ? `新登记 ${newPeople} 人` : '',
    changedPeople > 0 ? `更新 ${changedPeople} 人` : '',
  ];
  return { title: '导好了', words: `${parts.filter(Boolean).join('，')}。表里没有的人一个也没有动。` };
}
