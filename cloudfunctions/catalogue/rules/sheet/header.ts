import type { Cell, SheetRow } from '../../../kit/excel';

/** A value column with the column whose words it belongs to. */
export interface Pair {
  readonly name: number;
  readonly points: number;
  readonly deducts: boolean;
}

/** Where things stand in a committee's sheet. Columns count from 0. */
export interface Header {
  /** How many rows of the sheet come before the first item. */
  readonly rows: number;
  readonly category: number | null;
  readonly pairs: readonly Pair[];
  readonly countedPer: number | null;
  readonly note: number | null;
}

const HEADER_WITHIN_ROWS = 20;

const POINTS = /^((积分|奖励|标准)?分值|[积得奖加扣减计记赋]分值?|分数|标准分|正分|负分)$/;
/** Where no column is called by its points. */
const POINTS_ELSE = /^(积分|评分|计分|加分|奖分|赋分|扣分|减分)(标准|办法)$/;
const NAME = /事项|内容|细则|行为|表现|指标|标准|项目|条目/;
const CATEGORY = /类别|类型|分类|大类|类目|一级|维度|板块/;
const NUMBER = /^(序号|编号|号|no\.?)$/i;
const COUNTED_PER = /^(计分|计量|积分)?(单位|频次)$/;
const NOTE = /备注|说明|佐证|证明|依据/;
const DEDUCTS = /负|扣|减|罚|惩|禁/;

/** The words of a cell on one line, as they are written. */
export function textOf(cell: Cell | undefined): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return cell === null || cell === undefined ? '' : String(cell).trim().replace(/\s+/g, ' ');
}

/** A heading without its blanks, its brackets and what stands in them: 分 值（分） is 分值. */
const headingOf = (cell: Cell) =>
  textOf(cell)
    .normalize('NFKC')
    .replace(/\(.*?\)|\s/g, '');

/** One row of headings, or two where the upper one groups the lower (正向激励 over 细则内容 and 加分); null: there is none. */
export function findHeader(sheet: readonly SheetRow[]): Header | null {
  const upTo = Math.min(sheet.length, HEADER_WITHIN_ROWS);
  for (let i = 0; i < upTo; i++) {
    const upper = (sheet[i]?.cells ?? []).map(headingOf);
    const single = readHeader(upper, upper, i + 1);
    if (single) return single;
    const lower = (sheet[i + 1]?.cells ?? []).map(headingOf);
    const double = readHeader(
      spreadRight(upper, lower),
      lower.map((word, column) => word || (upper[column] ?? '')),
      i + 2,
    );
    if (double && upper.filter((word) => word !== '').length > 1) return double;
  }
  return null;
}

/** A merged heading has its words in its first cell alone. */
function spreadRight(upper: readonly string[], lower: readonly string[]): string[] {
  let group = '';
  return lower.map((word, column) => {
    const own = upper[column] ?? '';
    if (own !== '') group = own;
    return own === '' && word === '' ? '' : group;
  });
}

function readHeader(groups: readonly string[], words: readonly string[], rows: number): Header | null {
  const isValue = words.some((word) => POINTS.test(word)) ? POINTS : POINTS_ELSE;
  const values = columnsOf(words, (word) => isValue.test(word));
  const names = columnsOf(words, (word) => NAME.test(word) && ![isValue, NUMBER, CATEGORY].some((no) => no.test(word)));
  const pairs = values.flatMap((points): Pair[] => {
    const name = nearest(names, points, (column) => groups[column] === groups[points]);
    const deducts = DEDUCTS.test(groups[points] ?? '') || DEDUCTS.test(words[points] ?? '');
    return name === null ? [] : [{ name, points, deducts }];
  });
  const [first] = pairs;
  if (!first) return null;
  const find = (like: RegExp) => columnsOf(words, (word) => like.test(word)).find((column) => column !== first.name);
  const category = find(CATEGORY) ?? names.find((column) => column < first.name) ?? null;
  return { rows, category, pairs, countedPer: find(COUNTED_PER) ?? null, note: find(NOTE) ?? null };
}

const columnsOf = (words: readonly string[], is: (word: string) => boolean): number[] =>
  words.flatMap((word, column) => (word !== '' && is(word) ? [column] : []));

/** The words left of a value, of the same group if there are such, belong to it. */
function nearest(names: readonly number[], points: number, sameGroup: (column: number) => boolean): number | null {
  const left = names.filter((column) => column < points);
  return left.filter(sameGroup).at(-1) ?? left.at(-1) ?? names[0] ?? null;
}
