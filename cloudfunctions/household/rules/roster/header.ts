import type { Cell, SheetRow } from '../../../kit/excel';
import { readText } from './cells';
import type { Field } from './finding';

/** Where each field stands: by the names that grid workers give their columns, never by their order. */
export interface Header {
  readonly row: number;
  readonly columns: ReadonlyMap<Field, number>;
}

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  户编号: ['户编号', '户号', '家庭编号', '户籍编号', '家庭户编号'],
  户主姓名: ['户主姓名', '户主'],
  姓名: ['姓名', '成员姓名', '居民姓名', '家庭成员姓名'],
  与户主关系: ['与户主关系', '关系', '家庭关系', '与户主的关系'],
  性别: ['性别'],
  出生日期: ['出生日期', '出生年月', '出生年月日', '生日'],
  证件号后四位: ['证件号后四位', '身份证后四位', '证件后四位', '身份证号后四位'],
  联系电话: ['联系电话', '电话', '手机', '手机号', '手机号码', '联系方式', '电话号码'],
  居住地址: ['居住地址', '地址', '住址', '现居住地址', '家庭住址', '家庭地址'],
  网格: ['网格', '所属网格', '网格名称'],
  小组: ['小组', '所属小组', '居民小组', '村民小组'],
  备注: ['备注', '说明'],
  表头: [],
};
const FIELD_OF = new Map(
  Object.entries(NAMES).flatMap(([field, names]) => names.map((name) => [name, field as Field])),
);
const SEARCHED_ROWS = 10;
/** Without these nobody can be told from anybody else. */
const NEEDED: readonly Field[] = ['户编号', '姓名'];

/** The first of the topmost ten rows that names the columns; null when none does. */
export function findHeader(rows: readonly SheetRow[]): Header | null {
  for (const { row, cells } of rows.slice(0, SEARCHED_ROWS)) {
    const columns = columnsOf(cells);
    if (NEEDED.every((field) => columns.has(field))) return { row, columns };
  }
  return null;
}

function columnsOf(cells: readonly Cell[]): Map<Field, number> {
  const columns = new Map<Field, number>();
  for (const [column, cell] of cells.entries()) {
    const title = readText(cell)?.replace(/[\s*＊:：]|[(（].*?[)）]/gu, '');
    const field = title && FIELD_OF.get(title);
    if (field && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** Fields for which the file has no column at all; a column for remarks is nobody's loss. */
export function missingFields({ columns }: Header): Field[] {
  return FIELDS.filter((field) => field !== '备注' && !columns.has(field));
}

const FIELDS = Object.keys(NAMES).filter((field) => field !== '表头') as Field[];

/** Long lists repeat their header on every printed page. */
export function isHeaderAgain(header: Header, cells: readonly Cell[]): boolean {
  const again = columnsOf(cells);
  return NEEDED.every((field) => again.get(field) === header.columns.get(field));
}

/** Household numbers that stand in the file, good rows and bad. */
export function numbersIn(sheet: readonly SheetRow[], { row, columns }: Header): string[] {
  const column = columns.get('户编号') ?? -1;
  const numbers = sheet.filter((line) => line.row > row).flatMap(({ cells }) => readText(cells[column]) ?? []);
  return [...new Set(numbers)];
}
