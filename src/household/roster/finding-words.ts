import { DATE } from '../../../cloudfunctions/values/dates';
import type { DataOf } from '../../api';
import { fullDayWords, monthWords } from '../../words/dates';

export type Preview = DataOf<'household.previewRoster'>;
export type Imported = DataOf<'household.importRoster'>;
export type Counts = Preview['counts'];
export type Finding = Preview['findings'][number];
export type Effect = Finding['effect'];

/** A cell's name, then what is the matter with it; a row that is refused has a sentence of its own. */
const CELLS: Partial<Record<Finding['kind'], string>> = {
  chineseForm: '是中文写法',
  dotted: '是用点或斜线隔开的',
  dateCell: '是 Excel 的日期格子',
  monthOnly: '只有年月',
  yearOnly: '只有年份',
  fromAge: '没有，按年龄推到了年份',
  numberCell: '是数字格子',
  roundedNumber: '被 Excel 改过，后几位没有了',
  masked: '打了星号，只看得见一部分',
  identityNumber: '里的证件号没有留，只记了后四位',
  blanksInside: '里有空格、横线这些',
  anotherWord: '换了个说法',
  unknownWord: '的说法没见过',
  codeOfStandard: '是国标代码',
  wrongDigits: '位数不对',
  landline: '是座机',
  secondNumber: '还有一个号码，记在备注里',
  filledFromAbove: '空着',
  missing: '没有填',
  notUnderstood: '看不明白',
};

/** What becomes of a cell or its row, in the order in which people need to look. */
export const EFFECTS: readonly {
  key: Effect;
  word: string;
  tag: string;
  kind: 'bad' | 'wait' | 'ok' | 'plain';
  none: string;
}[] = [
  { key: 'rowRefused', word: '不收的行', tag: '不收', kind: 'bad', none: '每一行都能收。' },
  { key: 'toAsk', word: '要去问的', tag: '收，要问', kind: 'wait', none: '没有要去问的。' },
  { key: 'fieldLeftOut', word: '空着的格子', tag: '空着', kind: 'plain', none: '没有要空着的格子。' },
  { key: 'filledIn', word: '补上的', tag: '补上', kind: 'ok', none: '没有要补的。' },
  { key: 'understood', word: '换了写法的', tag: '能收', kind: 'ok', none: '没有要换写法的。' },
];

/** As it was written: a day that is none must not turn into another. */
const writtenDay = (as: string) => {
  const [year, month, day] = as.split('-').map(Number);
  return [`${year}年`, month === undefined ? '' : `${month}月`, day === undefined ? '' : `${day}日`].join('');
};

/** What a cell was read as; of a birthday as much as is known. */
function valueWords({ field, as }: Pick<Finding, 'field' | 'as'>): string {
  if (as === null) return '';
  if (DATE.test(as)) return fullDayWords(as);
  if (field !== '出生日期' && field !== '年龄') return as;
  return as.includes('-') ? monthWords(as) : `${as}年`;
}

const TEXT_COLUMN = '把这一列设成“文本”格式，重新填上再导';

/** Why the whole row stays out, and what to do about it. */
const REFUSED: Partial<Record<Finding['kind'], (finding: Finding) => string>> = {
  emptyPerson: () => '没有写姓名，补上再导',
  doubleInFile: ({ as }) => `${as ?? ''} 户里已经有这个人了，和前面一行重了，删掉一行再导`,
  noSuchDay: ({ as }) => `出生日期写着${writtenDay(as ?? '')}，没有这一天，改好再导`,
  inTheFuture: ({ as }) => `出生日期写着${writtenDay(as ?? '')}，还没到，改好再导`,
  withoutHead: () => '这一户没有户主，补上户主那一行再导',
  twoHeads: ({ as }) => `一个户编号下面有两位户主：${as ?? ''}。是两户就改一个编号，是一户就把户主姓名写成一样，再导`,
  onOtherSheet: ({ as }) => `“${as ?? ''}”那张表里也有这个户编号，看不出是不是一家。写上户主姓名，或者换个编号再导`,
  inOtherPlace: ({ as }) => `${as ?? ''}也有这个户编号，看不出是不是一家。写上户主姓名，或者换个编号再导`,
  roundedNumber: ({ field }) => `${field}被 Excel 改过，后几位没有了。${TEXT_COLUMN}`,
  dateCell: ({ field }) => `${field}被 Excel 变成了日期。${TEXT_COLUMN}`,
  identityNumber: ({ field }) => `${field}写的是证件号，不能存，换成别的编号再导`,
  unknownGrid: ({ as }) => `社区里没有“${as ?? ''}”，改成有的网格再导`,
  unclearMatch: () => '像是已经登记的人，要先说清是不是他',
  saysGone: ({ as }) => `表里写着“${as ?? ''}”，要先说清还收不收`,
};

const refusedWords = (finding: Finding): string =>
  REFUSED[finding.kind]?.(finding) ?? `${finding.field}${CELLS[finding.kind] ?? '看不明白'}，改好再导`;

/** What is kept, and what to ask whom. */
function askWords({ kind, field, as }: Finding): string {
  if (kind === 'lunar') return `写的是农历，不替你换算，先记 ${as ?? ''} 年；问到公历生日再补`;
  if (kind === 'wordsBeside') return `号码旁边写着“${as ?? ''}”，先记在这个人名下，备注里也写了；问一声是谁的`;
  return as === null
    ? `${field}和证件号对不上，按证件号记`
    : `${field}和证件号对不上，按证件号记成“${valueWords({ field, as })}”，问一声`;
}

function leftOutWords({ kind, field, as }: Finding): string {
  if (kind === 'withoutGroup') return '没写小组，先空着，人照收';
  if (kind === 'unknownGroup') return `这个网格里没有“${as ?? ''}”，小组先空着，人照收`;
  if (kind === 'lunar') return '写的是农历，也没有年份，先空着；问到公历生日再补';
  if (kind === 'keptAsRegistered') return `${field}和登记的不一样，登记的没有改；再导这份表，这一行还会问`;
  return `${field}${CELLS[kind] ?? '看不明白'}，这一格先空着，人照收`;
}

/** 出生日期是中文写法，读作“1950年1月2日” */
export function findingWords(finding: Finding): string {
  const { effect, kind, field } = finding;
  if (effect === 'rowRefused') return refusedWords(finding);
  if (effect === 'toAsk') return askWords(finding);
  if (effect === 'fieldLeftOut') return leftOutWords(finding);
  const value = valueWords(finding);
  const found = `${field}${CELLS[kind] ?? '看不明白'}`;
  if (effect === 'filledIn') return value ? `${found}，补成“${value}”` : `${found}，补上了`;
  return value ? `${found}，读作“${value}”` : `${found}，照收`;
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

/** What to know before anything else: without a birthday nobody gets what depends on age. */
export function birthAlert({ people, withoutBirth, vagueBirth }: Counts): { title: string; words: string } | null {
  if (withoutBirth === 0 && vagueBirth === 0) return null;
  const without =
    withoutBirth === 0 ? '' : withoutBirth === people ? `${people} 人都没有出生日期` : `${withoutBirth} 人没有出生日期`;
  const vague = vagueBirth === 0 ? '' : `${vagueBirth} 人只有年份或年月`;
  const words =
    withoutBirth > 0
      ? '人照收。免费体检、校内托管这些看年龄的，要等补上出生日期才能兑换；表里有身份证号的话，一并导进来就能读出生日。'
      : '人照收。看年龄的时候，按那一年、那个月的最后一天算。';
  return { title: [without, vague].filter(Boolean).join('，'), words };
}
