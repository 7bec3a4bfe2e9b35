import readExcel from 'read-excel-file/universal';
import { FILE_KINDS } from '../values/files';
import { sheetParts } from '../values/workbook';
import { type Refusal, refuse } from './refusal';
import { columnNumber, type KeptRow, type RowSieve, sieveRows } from './sheet-rows';
import { withoutNotes } from './without-notes';
import { blankTexts, numberFormats } from './workbook-parts';
import { unzip, type ZipLimits, type ZippedFile, zipStored } from './zip';

/** A date cell comes as midnight UTC of that day. Of merged cells only the first has the value. */
export type Cell = string | number | boolean | Date | null;
export interface SheetRow {
  /** As Excel shows it: the first row is 1. */
  readonly row: number;
  readonly cells: readonly Cell[];
  /** By column, from 0: the code in which Excel shows a number, where it is another than the number itself. */
  readonly formats?: ReadonlyMap<number, string>;
}
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Those in which something stands. */
  readonly rows: readonly SheetRow[];
}
export type FileRefusal = Refusal<'FILE_NOT_EXCEL' | 'FILE_TOO_LARGE' | 'FILE_EMPTY'>;

const FILE_BYTES_MAX = FILE_KINDS.xlsx.bytesMax;
const KEPT_BYTES_MAX = 48 * 1024 * 1024;
const ZIP_LIMITS: ZipLimits = {
  ...{ entriesMax: 200, unzippedBytesMax: KEPT_BYTES_MAX, ratioMax: 100 },
  sievedBytesMax: 256 * 1024 * 1024,
};
const ROWS_MAX = 60_000;
const CELLS_MAX = 2_000_000;

/**
 * All sheets of a workbook, hidden and empty ones too. Made for files from strangers: a bomb, a cell in row 999,999,999
 * or a file that only calls itself .xlsx is refused before it costs anything (reliability.md, "zip bomb").
 */
export async function readWorkbook(file: Buffer): Promise<readonly Sheet[] | FileRefusal> {
  if (file.length > FILE_BYTES_MAX) return refuse('FILE_TOO_LARGE', { bytesMax: FILE_BYTES_MAX });
  const sieves = new Map<string, RowSieve>();
  const unzipped = await unzip(file, isSheetPart, ZIP_LIMITS, {
    isFor: isSheet,
    make: (name, whole) => {
      const formats = numberFormats(textOf(whole, 'xl/styles.xml'));
      const sieve = sieveRows(formats, KEPT_BYTES_MAX, blankTexts(textOf(whole, 'xl/sharedStrings.xml')));
      sieves.set(name, sieve);
      return sieve;
    },
  });
  if (unzipped.kind === 'tooLarge') return refuse('FILE_TOO_LARGE', { because: 'unzipped' });
  if (unzipped.kind === 'notZip') return refuse('FILE_NOT_EXCEL');
  const extents = unzipped.files.map((part) => extentOf(part.bytes.toString('utf8')));
  if (extents.some((extent) => extent === null)) return refuse('FILE_NOT_EXCEL');
  if (extents.some((extent) => extent && isTooWide(extent))) return refuse('FILE_TOO_LARGE', { rowsMax: ROWS_MAX });
  const parsed = await parse(unzipped.files);
  if (!parsed) return refuse('FILE_NOT_EXCEL');
  const parts = sheetParts(textOf(unzipped.files, WORKBOOK), textOf(unzipped.files, RELATIONS));
  const sheets = parsed.map(({ name, rows }, i): Sheet => {
    const kept = sieves.get(parts[i]?.part ?? '')?.rows ?? [];
    const own = withoutNotes(numbered(rows, kept));
    return { name: readable(name), isHidden: parts[i]?.isHidden ?? false, rows: own };
  });
  return sheets.some(({ rows }) => rows.length > 0) ? sheets : refuse('FILE_EMPTY');
}

/** The rows of a workbook's first sheet that has any, empty rows among them. */
export async function readSheet(file: Buffer): Promise<readonly SheetRow[] | FileRefusal> {
  const sheets = await readWorkbook(file);
  if (!Array.isArray(sheets)) return sheets as FileRefusal;
  const [first] = (sheets as readonly Sheet[]).filter(({ rows }) => rows.length > 0);
  const rows = new Map(first?.rows.map((one) => [one.row, one]));
  const width = first?.rows[0]?.cells.length ?? 0;
  return Array.from(
    { length: Math.min(Math.max(0, ...rows.keys()), ROWS_MAX) },
    (_, i) => rows.get(i + 1) ?? { row: i + 1, cells: Array<Cell>(width).fill(null) },
  );
}

const WORKBOOK = 'xl/workbook.xml';
const RELATIONS = 'xl/_rels/workbook.xml.rels';
const textOf = (files: readonly ZippedFile[], name: string) =>
  files.find((one) => one.name === name)?.bytes.toString('utf8') ?? '';

const numbered = (rows: readonly Cell[][], kept: readonly KeptRow[]): SheetRow[] =>
  rows.flatMap((cells, i) => {
    if (cells.every((cell) => cell === null)) return [];
    return {
      ...(kept[i] ?? { row: i + 1 }),
      cells: cells.map((cell) => (typeof cell === 'string' ? readable(cell) : cell)),
    };
  });

/** Characters that `fields.ts` lets into no text, tabs and line breaks apart. Some can be written as entities; no office program does. */
const UNREADABLE = /(?![\t\n])[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu;
const readable = (text: string) => text.replace(UNREADABLE, '');

/** The parts that hold words and numbers; pictures and macros are never unzipped. */
const isSheetPart = (name: string) => name.endsWith('.xml') || name.endsWith('.xml.rels');
const isSheet = (name: string) => /\/worksheets\/[^/]+\.xml$/.test(name);

async function parse(parts: readonly ZippedFile[]): Promise<{ name: string; rows: Cell[][] }[] | null> {
  try {
    const clean = zipStored(parts);
    const bytes = new Uint8Array(clean).buffer;
    const sheets = await readExcel(bytes);
    // a chart that fills a sheet has no rows
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: (data as unknown as Cell[][] | undefined) ?? [] }));
  } catch {
    return null; // whatever else is wrong inside: it is no workbook that we can read
  }
}
interface Extent {
  rows: number;
  columns: number;
}

const isTooWide = ({ rows, columns }: Extent) => rows > ROWS_MAX || rows * columns > CELLS_MAX;

/**
 * How far a part's rows and cells reach. The parser fills every gap up to the place that a cell names, so a single
 * cell far out would cost all memory. Null when a place is written in a way that no office program writes.
 */
function extentOf(xml: string): Extent | null {
  const extent: Extent = { rows: 0, columns: 0 };
  let row = 0;
  let column = 0;
  for (const [, tag = ''] of xml.matchAll(/<([^<>]*)/g)) {
    const name = /^(?:[\w-]+:)?(row|c)(?=[\s/]|$)/.exec(tag)?.[1];
    if (!name) continue;
    const place = placeOf(tag);
    if (place === null) return null;
    if (name === 'row') [row, column] = [place?.row ?? row + 1, 0];
    else column = place?.column ?? column + 1;
    extent.rows = Math.max(extent.rows, row, place?.row ?? 0);
    extent.columns = Math.max(extent.columns, column);
  }
  return extent;
}

/** From r="12" or r="AB12"; undefined when the tag has no place of its own. */
function placeOf(tag: string): { row: number; column?: number } | null | undefined {
  if ((tag.split('"').length - 1) % 2 !== 0) return null; // a '>' inside a value
  const value = /\sr\s*=\s*(["'])(.*?)\1/.exec(tag)?.[2];
  if (value === undefined) return /\sr\s*=/.test(tag) ? null : undefined;
  const place = /^([A-Z]{0,3})(\d{1,9})$/.exec(value);
  if (!place) return null;
  const letters = place[1] ?? '';
  const row = Number(place[2]);
  return letters ? { row, column: columnNumber(letters) } : { row };
}
