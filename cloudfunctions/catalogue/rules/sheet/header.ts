import type { SheetRow } from '../../../kit/excel';
import { isGradeName } from './clause';
import { saysAdding, saysDeducting, wordsIn } from './words';

/** What a column can mean. `nothing`: a person has said that it is not needed. */
export const MEANINGS = ['name', 'points', 'category', 'countedPer', 'note', 'evidence', 'ceiling', 'nothing'] as const;
export type Means = (typeof MEANINGS)[number];
/** What a person has said of headings, by `headingOf`. */
export type Assigned = ReadonlyMap<string, Means>;

/** A value column with the column whose words it belongs to. Columns count from 0. */
export interface Pair {
  readonly name: number;
  readonly points: number;
  readonly deducts: boolean;
  /** Columns whose headings are grades: 国家级, 省级, 市级. */
  readonly grades: readonly { readonly column: number; readonly name: string }[];
  /** Its columns are from here to the next pair's. */
  readonly from: number;
  readonly to: number;
}

/** Where things stand in a table of a committee's sheet. */
export interface Table {
  /** How many rows its headings take. */
  readonly rows: number;
  readonly headings: readonly string[];
  readonly means: readonly (Means | 'number' | null)[];
  readonly pairs: readonly Pair[];
}

const POINTS =
  /^(?!.*(?:所需|需要|兑换|消耗|总|合计|累计|小计))\D{0,6}(?:分值|分数|积分值?|得分|扣分|加分|减分|赋分|计分|记分)$|^(?:信用|奖励|标准|基础|行为|文明|本项)?(?:积分|分值|分数|赋分|得分|计分|记分|评分|加分|奖分|扣分|减分|罚分|加减分|奖扣分|赋值|分)(?:分?值|数)?$|^[积得奖加扣减计记赋]分?值?$|^(?:标准分|正分|负分|正|负)$/;
/** Where no column is called by its points. */
const POINTS_ELSE = /^(?:积分|评分|计分|加分|奖分|赋分|扣分|减分)(?:标准|办法|规则)$/;
const NAME = /事项|内容|细则|行为|表现|指标|标准|项目|条目|情形|名称|善行|义举|好事|活动(?!时间|地点|日期|类)/;
const CATEGORY = /类别|类型|分类|大类|类目|一级|维度|板块|模块|方面/;
const NUMBER = /^(?:序号?|编号|号|项次|no\.?)$/i;
const COUNTED_PER = /^(?:计分|计量|积分|计算)?(?:单位|频次|周期|方式)$/;
const EVIDENCE = /佐证|证明|材料|印证/;
const NOTE = /备注|说明|依据|要求|条件/;
const CEILING = /上限|封顶|限额|限次|最高(?:分|得分|加分)?$/;

/** A heading without its blanks, its brackets and what stands in them: 分 值（分） is 分值. */
export const headingOf = (words: string) =>
  words
    .normalize('NFKC')
    .replace(/\(.*?\)|\s|[:：]/g, '')
    .slice(0, 40);

/** Words that stand over values and are none; 酌情加分 is what a cell says. */
export const isPointsHeading = (words: string): boolean =>
  /^(?:加减?分|减分|扣分|奖分|奖扣分|分|积分|得分|计分|记分|评分|赋分)(?:值|数|标准|办法|细则|情况)?$/.test(
    headingOf(words),
  );

const HEADING_LENGTH_MAX = 16;
const isHeadingRow = (words: readonly string[]) => {
  const said = words.filter((word) => word !== '');
  return said.length >= 2 && said.every((word) => word.length <= HEADING_LENGTH_MAX && !/\d/.test(word));
};

const wordsOf = (row: SheetRow | undefined): string[] =>
  (row?.cells ?? []).map((_, column) => wordsIn(row as SheetRow, column));

/** The table that begins in this row: one row of headings, or two where the upper one groups the lower; null: none does. */
export function tableAt(rows: readonly SheetRow[], at: number, assigned: Assigned): Table | null {
  const upper = wordsOf(rows[at]).map(headingOf);
  const single = isHeadingRow(upper) ? readTable(upper, upper, 1, assigned) : null;
  const lower = wordsOf(rows[at + 1]).map(headingOf);
  if (single && !isRowOfGrades(lower)) return single;
  if (!isHeadingRow(upper) || !lower.some((word) => word !== '') || lower.some((word) => /\d/.test(word))) return null;
  const width = Math.max(upper.length, lower.length);
  const both = Array.from({ length: width }, (_, column) => lower[column] || (upper[column] ?? ''));
  return readTable(spreadRight(upper, lower, width), both, 2, assigned);
}

const isRowOfGrades = (words: readonly string[]) =>
  words.filter(isGradeName).length >= 2 && words.every((word) => word === '' || isGradeName(word));

/** A merged heading has its words in its first cell alone. */
function spreadRight(upper: readonly string[], lower: readonly string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, column) => {
    const own = upper[column] ?? '';
    if (own !== '') group = own;
    return own === '' && !lower[column] ? '' : group;
  });
}

const BY_WORD: readonly (readonly [RegExp, Means | 'number'])[] = [
  [NUMBER, 'number'],
  [CEILING, 'ceiling'],
  [CATEGORY, 'category'],
  [COUNTED_PER, 'countedPer'],
  [EVIDENCE, 'evidence'],
  [NAME, 'name'],
  [NOTE, 'note'],
];

function meaningOf(word: string, isValue: RegExp, assigned: Assigned): Means | 'number' | null {
  if (word === '') return null;
  const said = assigned.get(word);
  if (said) return said;
  if (isValue.test(word)) return 'points';
  return BY_WORD.find(([words]) => words.test(word))?.[1] ?? null;
}

function readTable(
  groups: readonly string[],
  headings: readonly string[],
  rows: number,
  assigned: Assigned,
): Table | null {
  const isValue = headings.some((word) => POINTS.test(word) || assigned.get(word) === 'points') ? POINTS : POINTS_ELSE;
  const means = headings.map((word) => meaningOf(word, isValue, assigned));
  const names = columnsOf(means, 'name');
  const grades = headings.flatMap((name, column) =>
    isGradeName(name) && (POINTS.test(groups[column] ?? '') || rows === 1) ? [{ column, name }] : [],
  );
  const values = columnsOf(means, 'points').filter((column) => !grades.some((grade) => grade.column === column));
  const [firstGrade] = grades;
  if (grades.length >= 2 && firstGrade) values.push(firstGrade.column);
  values.sort((a, b) => a - b);
  const found = values.flatMap((points): Omit<Pair, 'from' | 'to'>[] => {
    const name = nearest(names, points, (column) => groups[column] === groups[points]);
    if (name === null) return [];
    const deducts = [groups[points] ?? '', headings[points] ?? ''].some(isTaking);
    return [{ name, points, deducts, grades: points === firstGrade?.column ? grades : [] }];
  });
  if (found.length === 0) return null;
  const own = firstNameOnly(means, found);
  return { rows, headings, means: own, pairs: zoned(found, own) };
}

const BESIDE: readonly Table['means'][number][] = ['note', 'evidence', 'ceiling', 'countedPer'];

/** Each value has the columns up to its own, and the notes right behind it; values of one matter share theirs. */
function zoned(found: readonly Omit<Pair, 'from' | 'to'>[], means: Table['means']): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, pair] of found.entries()) {
    const before = pairs.at(-1);
    const isLast = i === found.length - 1;
    let to = Math.max(pair.points, ...pair.grades.map(({ column }) => column));
    while (BESIDE.includes(means[to + 1] ?? null)) to += 1;
    if (isLast) to = means.length - 1;
    pairs.push({ ...pair, from: before?.name === pair.name ? before.from : (before?.to ?? -1) + 1, to });
  }
  return pairs.map((pair) => ({
    ...pair,
    to: Math.max(...pairs.filter(({ name }) => name === pair.name).map(({ to }) => to)),
  }));
}

const isTaking = (word: string) =>
  saysDeducting(word) || (/^[扣减罚负]|负|处罚/.test(word) && !saysAdding(word) && !/加/.test(word));

/** Of several columns of words the one nearest to the points is the matter; those before it are what it belongs to. */
function firstNameOnly(means: Table['means'], pairs: readonly Pick<Pair, 'name'>[]): Table['means'] {
  const used = new Set(pairs.map((pair) => pair.name));
  return means.map((one, column) => (one === 'name' && !used.has(column) ? 'category' : one));
}

const columnsOf = (means: Table['means'], wanted: Means): number[] =>
  means.flatMap((one, column) => (one === wanted ? [column] : []));

/** The words left of a value, of the same group if there are such, belong to it. */
function nearest(names: readonly number[], points: number, sameGroup: (column: number) => boolean): number | null {
  const left = names.filter((column) => column < points);
  return left.filter(sameGroup).at(-1) ?? left.at(-1) ?? names[0] ?? null;
}

/** A row that could hold the headings of a sheet in which none are known: a person says what they mean. */
export function likelyHeadings(
  rows: readonly SheetRow[],
): { readonly at: number; readonly headings: readonly string[] } | null {
  const at = rows.findIndex((row) => isHeadingRow(wordsOf(row).map(headingOf)));
  return at < 0 ? null : { at, headings: wordsOf(rows[at]).map(headingOf) };
}
