import type { Cell, SheetRow } from '../../../kit/excel';
import { readText } from './cells';
import type { Field } from './finding';
import { fieldOfTitle, isUnneeded } from './titles';

/** Where each field stands: by the names that grid workers give their columns, never by their order. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
  readonly titles: readonly Title[];
  /** What is needed and has no column. */
  readonly lacks: readonly Field[];
}
export interface Title {
  /** From 0. */
  readonly column: number;
  readonly words: string;
  /** Null: not read. */
  readonly field: Field | null;
  /** known: by its words; assigned: by a person; unneeded: known, and of no use here; twice: a second of its kind. */
  readonly state: 'known' | 'assigned' | 'unneeded' | 'twice' | 'unknown';
}
/** What a person said of titles that nobody knows, by `plainTitle`; null: not needed. */
export type Assigned = ReadonlyMap<string, Field | null>;

const SEARCHED_ROWS = 20;
/** Without these nobody can be told from anybody else. */
const NEEDED: readonly Field[] = ['户编号', '姓名'];
/** Fewer titles are a line of words that happens to hold one. */
const TITLES_MIN = 3;
const TITLE_LENGTH = 40;
const TITLE_WORDS = 16;
const COLUMNS_MAX = 100;

/** A title without its blanks, stars, brackets and what stands in them: 姓 名（必填）* is 姓名. */
export function plainTitle(words: string): string {
  const bare = words.normalize('NFKC').replace(/[\s*:。.、]/gu, '');
  return bare.replace(/\(.*?\)/gu, '') || bare;
}

/** The first of the topmost rows that names the columns; else the one that names most of them, with what it lacks. */
export function findHeader(rows: readonly SheetRow[], assigned: Assigned = new Map()): Header | null {
  let best: Header | null = null;
  for (const [i, line] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const header = readHeader(line, rows[i - 1], assigned);
    if (header.lacks.length === 0) return header;
    const isOne = header.titles.length >= TITLES_MIN && (header.lacks.length < NEEDED.length || looksLikeOne(header));
    if (isOne && header.columns.size > (best?.columns.size ?? -1)) best = header;
  }
  return best;
}

/** Short words without a digit, one of them a name or a household: a person can say what they are. */
const looksLikeOne = ({ titles }: Header) =>
  titles.every(({ words }) => words.length <= TITLE_WORDS && !/\d/u.test(words)) &&
  titles.some(({ words }) => /姓名|名字|户/u.test(words));

function readHeader({ row, cells }: SheetRow, above: SheetRow | undefined, assigned: Assigned): Header {
  const groups = spreadRight(above, row);
  const columns = new Map<Field, number>();
  const titles: Title[] = [];
  for (const [column, cell] of cells.entries()) {
    const words = readText(cell)?.replace(/\s+/gu, ' ').slice(0, TITLE_LENGTH);
    if (!words || titles.length >= COLUMNS_MAX) continue;
    const title = readTitle(words, groups[column], columns, assigned);
    if (title.field) columns.set(title.field, column);
    titles.push({ column, words, ...title });
  }
  return { row, columns, titles, lacks: NEEDED.filter((field) => !columns.has(field)) };
}

type Meaning = Pick<Title, 'field' | 'state'>;

function readTitle(
  words: string,
  group: string | undefined,
  taken: ReadonlyMap<Field, number>,
  assigned: Assigned,
): Meaning {
  const plain = plainTitle(words);
  const said = assigned.get(plain);
  if (said === null) return { field: null, state: 'unneeded' };
  const field = said ?? fieldOfTitle(plain, group === undefined ? null : plainTitle(group));
  if (field === null) return { field, state: isUnneeded(plain) ? 'unneeded' : 'unknown' };
  if (taken.has(field)) return { field: null, state: 'twice' };
  return { field, state: said ? 'assigned' : 'known' };
}

/** The words of a merged title over several columns stand over the first of them alone. */
function spreadRight(above: SheetRow | undefined, row: number): readonly (string | undefined)[] {
  if (!above || above.row !== row - 1) return [];
  let group: string | undefined;
  return above.cells.map((cell) => {
    group = readText(cell) ?? group;
    return group;
  });
}

/** Fields for which the file has no column at all; a column for remarks is nobody's loss. */
export function missingFields({ columns }: Header): Field[] {
  return TOLD_WHEN_MISSING.filter(
    (field) => !columns.has(field) && !INSTEAD[field]?.some((other) => columns.has(other)),
  );
}

const TOLD_WHEN_MISSING: readonly Field[] = [
  ...(['户主姓名', '与户主关系', '性别', '出生日期', '证件号后四位', '联系电话', '居住地址', '网格', '小组'] as const),
];
/** Columns that say the same, or more. */
const INSTEAD: Partial<Record<Field, readonly Field[]>> = {
  性别: ['证件号码'],
  出生日期: ['证件号码'],
  证件号后四位: ['证件号码'],
  联系电话: ['固定电话'],
  居住地址: ['楼栋', '单元', '房号', '小区'],
};

/** Long lists repeat their header on every printed page. */
export function isHeaderAgain(header: Header, cells: readonly Cell[]): boolean {
  const again = (field: Field) => plainTitle(readText(cells[header.columns.get(field) ?? -1]) ?? '');
  return NEEDED.every((field) => fieldOfTitle(again(field), null) === field);
}
