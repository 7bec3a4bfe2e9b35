import type { Sheet, SheetRow } from '../../../kit/excel';
import { saysExample } from '../../../values/templates';
import { plainName } from '../name';
import { readNumber, readText } from './cells';
import type { Finding } from './finding';
import { type Assigned, findHeader, type Header, isHeaderAgain, missingFields } from './header';
import { type Ground, groupByNumber, isCalledHead, type RosterHousehold, understandHousehold } from './household';
import { isRefused, type Line, type Place, tell } from './line';
import { readLine } from './read-line';
import { saysGone } from './remark';
import { type ReadSheet, reportOf, type SheetReport } from './sheets';

export interface Understood {
  readonly sheets: readonly SheetReport[];
  readonly rows: number;
  readonly households: readonly RosterHousehold[];
  readonly findings: readonly Finding[];
  readonly refusedRows: readonly Place[];
}
/** The sheets that have a header, with it. Hidden ones are left alone: whoever keeps the file does not see them. */
export function findSheets(sheets: readonly Sheet[], assigned: Assigned = new Map()): ReadSheet[] {
  return sheets.map((sheet) => {
    const header = sheet.isHidden ? null : findHeader(sheet.rows, assigned);
    return { sheet, header };
  });
}

/** Reads a roster row by row and household by household. What it cannot take it names, and everything else goes on. */
export function understandRoster(sheets: readonly ReadSheet[], ground: Ground): Understood {
  const bySheet = sheets.map(({ sheet, header }) => {
    if (!header || header.lacks.length > 0) return { lines: [], examples: 0 };
    const rows = linesOf(sheet, header);
    const own = rows.filter((row) => !isExample(header, row));
    const lines = readLines(sheet.name, own, header, ground.today);
    fillNumbers(lines);
    return { lines, examples: rows.length - own.length };
  });
  const lines = bySheet.flatMap((one) => one.lines);
  const households = [...groupByNumber(lines)].flatMap(
    ([number, group]) => understandHousehold(number, group, ground) ?? [],
  );
  return {
    sheets: sheets.map((one, i) => reportOf(one, bySheet[i]?.lines.length ?? 0, bySheet[i]?.examples ?? 0)),
    rows: lines.length,
    households,
    findings: sheets.flatMap((one, i) => [...ofHeader(one), ...(bySheet[i]?.lines ?? []).flatMap(tellOf)]),
    refusedRows: lines.filter(isRefused),
  };
}

function ofHeader({ sheet, header }: ReadSheet): Finding[] {
  if (!header || header.lacks.length > 0) return [];
  const { row } = header;
  return missingFields(header).map((field) => ({
    ...{ sheet: sheet.name, row, field, kind: 'missing', effect: 'fieldLeftOut', said: null, as: null },
  }));
}

const linesOf = (sheet: Sheet, header: Header): SheetRow[] =>
  sheet.rows.filter(({ row, cells }) => row > header.row && hasContent(header, cells) && !isHeaderAgain(header, cells));

/** A heading between the rows may say of all below it that they are gone, until the next one. */
function readLines(sheet: string, rows: readonly SheetRow[], header: Header, today: string): Line[] {
  let gone: string | null = null;
  return rows.flatMap((row): Line[] => {
    const [first, ...more] = row.cells.flatMap((cell) => (cell instanceof Date ? '' : (readText(cell) ?? [])));
    if (first !== undefined && more.length === 0) {
      gone = saysGone(first) ? first : null;
      if (gone) return [];
    }
    const line = readLine(sheet, row, header, today);
    return [gone === null ? line : { ...line, saysGone: line.saysGone ?? gone }];
  });
}

/** A line that shows how the form is filled in says so in its first cell, or in the number or the name. */
function isExample({ columns }: Header, { cells }: SheetRow): boolean {
  const first = cells.find((cell) => readText(cell) !== null);
  const named = (['户编号', '姓名'] as const).map((field) => cells[columns.get(field) ?? -1]);
  return [first, ...named].some((cell) => saysExample(readText(cell)));
}

const hasContent = ({ columns }: Header, cells: SheetRow['cells']) =>
  [...columns.values()].some((column) => cells[column] instanceof Date || readText(cells[column]) !== null);

/** Of a refused row only why it is: what else could be said of it helps nobody. */
const tellOf = (line: Line) =>
  isRefused(line) ? line.findings.filter((finding) => finding.effect === 'rowRefused') : line.findings;

/**
 * Merged cells and lazy typists write a household's number once, on its first row. A row that begins another family, by
 * its head or by the head that it names, is not one of the household above: its number is missing.
 */
function fillNumbers(lines: readonly Line[]): void {
  let above: Family | null = null;
  for (const line of lines) above = line.number === null ? fillNumber(line, above) : joined(line, line.number, above);
}

/** The household of the rows above, with whom they call its head. */
interface Family {
  readonly number: string;
  readonly heads: ReadonlySet<string>;
}
function joined(line: Line, number: string, above: Family | null): Family {
  const heads = headsOf(line);
  if (above?.number !== number) return { number, heads: new Set(heads) };
  return heads.every((head) => above.heads.has(head)) ? above : { number, heads: new Set([...above.heads, ...heads]) };
}

function fillNumber(line: Line, above: Family | null): Family | null {
  if (isRefusedNumber(line)) return null;
  if (!above || headsOf(line).some((head) => !above.heads.has(head))) {
    tell(line, '户编号', 'missing', 'rowRefused');
    return null;
  }
  line.number = above.number;
  tell(line, '户编号', 'filledFromAbove', 'filledIn', above.number);
  return above;
}

const isRefusedNumber = (line: Line) =>
  line.findings.some(({ field, effect }) => field === '户编号' && effect === 'rowRefused');

/** Whom a row calls the head: by their name in its own column, or by being them. */
const headsOf = (line: Line): string[] =>
  [line.headName, isCalledHead(line) ? line.name : null].flatMap((name) => (name === null ? [] : plainName(name)));

/** Household numbers that stand in the file, good rows and bad. */
export function numbersIn(sheets: readonly ReadSheet[]): string[] {
  const numbers = sheets.flatMap(({ sheet, header }) => {
    const column = header?.lacks.length === 0 ? header.columns.get('户编号') : undefined;
    return column === undefined
      ? []
      : sheet.rows.flatMap(({ cells, formats }) => readNumber(cells[column], formats?.get(column)).value ?? []);
  });
  return [...new Set(numbers)];
}
