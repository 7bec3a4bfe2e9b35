import { DATE } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { fullDayWords } from '../../words/dates';

export type Preview = DataOf<'household.previewRoster'>;
export type Imported = DataOf<'household.importRoster'>;
export type Counts = Preview['counts'];
export type Finding = Preview['findings'][number];
export type Effect = Finding['effect'];

/** A cell's name, then what is the matter with it; a row that is refused has a sentence of its own. */
const CELLS: Partial<Record<Finding['kind'], string>> = {
  chineseForm: '是中文写法',
  dotted: '是用点隔开的',
  dateCell: '是 Excel 的日期格子',
  yearOnly: '只有年份',
  numberCell: '是数字格子',
  blanksInside: '中间有空格',
  wrongDigits: '位数不对',
  filledFromAbove: '空着',
  missing: '没有填',
  notUnderstood: '看不明白',
};

/** The four groups, in the order in which they need a look. */
export const EFFECTS: readonly { key: Effect; word: string; none: string }[] = [
  { key: 'rowRefused', word: '不收的行', none: '每一行都能收。' },
  { key: 'fieldLeftOut', word: '空着的格子', none: '没有要空着的格子。' },
  { key: 'filledIn', word: '补上的', none: '没有要补的。' },
  { key: 'understood', word: '换了写法的', none: '没有要换写法的。' },
];

/** As it was written: a day that is none must not turn into another. */
const writtenDay = (as: string) => {
  const [year, month, day] = as.split('-').map(Number);
  return month === undefined ? `${year}年` : `${year}年${month}月${day}日`;
};
const valueWords = (as: string) => (DATE.test(as) ? fullDayWords(as) : as);

/** Why the whole row stays out, and what to do about it. */
function refusedWords({ field, kind, as }: Finding): string {
  const named = as ?? '';
  switch (kind) {
    case 'emptyPerson':
      return '没有写姓名，补上再导';
    case 'doubleInFile':
      return `${named} 户里已经有这个人了，和前面一行重了，删掉一行再导`;
    case 'noSuchDay':
      return `出生日期写着${writtenDay(named)}，没有这一天，改好再导`;
    case 'inTheFuture':
      return `出生日期写着${writtenDay(named)}，还没到，改好再导`;
    case 'withoutHead':
      return '这一户没有户主，补上户主那一行再导';
    case 'unknownGrid':
      return `社区里没有“${named}”，改成有的网格再导`;
    case 'unclearMatch':
      return '像是已经登记的人，要先说清是不是他';
    default:
      return `${field}${CELLS[kind] ?? '看不明白'}，改好再导`;
  }
}

function foundWords({ field, kind, as }: Finding): string {
  if (kind === 'withoutGroup') return '没写小组';
  if (kind === 'unknownGroup') return `这个网格里没有“${as ?? ''}”`;
  return `${field}${CELLS[kind] ?? '看不明白'}`;
}

/** 出生日期是中文写法，读作“1950年1月2日” */
function findingWords(finding: Finding): string {
  const { effect, as, kind, field } = finding;
  if (effect === 'rowRefused') return refusedWords(finding);
  if (kind === 'keptAsRegistered') return `${field}和登记的不一样，登记的没有改；再导这份表，这一行还会问`;
  const value = as === null ? '' : valueWords(as);
  const found = foundWords(finding);
  if (effect === 'understood') return value ? `${found}，读作“${value}”` : `${found}，照收`;
  if (effect === 'filledIn') return value ? `${found}，补成“${value}”` : `${found}，补上了`;
  return `${found}，这一格先空着，人照收`;
}

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

/** Everybody in the file is registered, with all that it says of them. */
export const isNothingNew = ({ newHouseholds, newPeople, changedPeople }: Counts) =>
  newHouseholds + newPeople + changedPeople === 0;

/** What an import changed, in a sentence; again it changed nothing, and says so. */
export function resultWords(counts: Counts): { title: string; words: string } {
  if (isNothingNew(counts)) return { title: '这份表已经都在了', words: '没有新的，也没有重复登记。' };
  const { newHouseholds, newPeople, changedPeople } = counts;
  const parts = [
    newHouseholds > 0 ? `新登记 ${newHouseholds} 户` : '',
    newPeople > 0 ? `新登记 ${newPeople} 人` : '',
    changedPeople > 0 ? `更新 ${changedPeople} 人` : '',
  ];
  return { title: '导好了', words: `${parts.filter(Boolean).join('，')}。表里没有的人一个也没有动。` };
}
