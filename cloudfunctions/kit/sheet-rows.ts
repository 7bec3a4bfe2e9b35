import { StringDecoder } from 'node:string_decoder';
import { HAS_VALUE } from '../values/workbook';
import { type Sieve, TooLarge } from './zip';

/** What Excel has at most. */
const ROWS_OF_EXCEL = 1_048_576;

/** What was kept of a sheet: its rows with a value, numbered anew from 1, and how they were numbered before. */
export interface KeptRow {
  readonly row: number;
  /** By column, from 0: how Excel shows a number. Absent: as it stands. */
  readonly formats?: ReadonlyMap<number, string>;
}
export interface RowSieve extends Sieve {
  readonly rows: readonly KeptRow[];
}

const ROW = /<((?:[\w-]+:)?row)(?=[\s/>])([^<>]*)>/g;
const CELL = /<((?:[\w-]+:)?c)(?=[\s/>])([^<>]*)>(<\/\1>)?/g;
const PLACE = /\sr\s*=\s*(["'])([A-Z]{1,3})\d{1,7}\1/;
const STYLE = /\ss\s*=\s*["'](\d{1,6})["']/;
/** Texts, truth values and errors have a type; what has none is a number. */
const TYPE = /\st\s*=\s*["'](?!n["'])/;

/**
 * Keeps the rows of a sheet in which something stands. Borders that somebody dragged down to the last row are a million
 * rows without a value: they run through here piece by piece and cost no memory; nor is a gap filled up by the parser.
 */
export function sieveRows(
  formatOf: (style: number) => string | null,
  bytesMax: number,
  blanks: Blanks = NONE,
): RowSieve {
  const decoder = new StringDecoder('utf8');
  const pieces: Buffer[] = [];
  const rows: KeptRow[] = [];
  let bytes = 0;
  let tail = '';
  let last = 0;

  const keep = (xml: string) => {
    if (xml === '') return;
    const piece = Buffer.from(xml); // a slice of a string would hold the whole of it
    bytes += piece.length;
    if (bytes > bytesMax) throw new TooLarge();
    pieces.push(piece);
  };
  const keepRow = (name: string, attributes: string, inside: string) => {
    last = rowNumber(attributes, last);
    const filled = withoutBlanks(inside, blanks);
    if (!HAS_VALUE.test(filled)) return;
    const row = readRow(filled, rows.length + 1, formatOf);
    rows.push({ row: last, ...(row.formats && { formats: row.formats }) });
    keep(`<${name} r="${rows.length}">${row.xml}</${name}>`);
  };
  const strain = (xml: string): string => {
    let at = 0;
    ROW.lastIndex = 0;
    for (let found = ROW.exec(xml); found; found = ROW.exec(xml)) {
      const [tag, name = '', attributes = ''] = found;
      keep(xml.slice(at, found.index));
      at = found.index;
      const end = attributes.endsWith('/') ? at + tag.length : xml.indexOf(`</${name}>`, at);
      if (end < 0) return xml.slice(at);
      keepRow(name, attributes, xml.slice(at + tag.length, end));
      at = attributes.endsWith('/') ? end : end + name.length + 3;
      ROW.lastIndex = at;
    }
    const open = Math.max(xml.lastIndexOf('<'), at); // a tag that may end in the next piece
    keep(xml.slice(at, open));
    return xml.slice(open);
  };
  return {
    rows,
    add: (piece) => {
      tail = strain(tail + decoder.write(piece));
      if (tail.length > bytesMax) throw new TooLarge();
    },
    kept: () => {
      keep(tail + decoder.end());
      return Buffer.concat(pieces);
    },
  };
}

/** Numbers of the shared texts in which nothing stands. */
type Blanks = ReadonlySet<number>;
const NONE: Blanks = new Set();
const SHARED =
  /<((?:[\w-]+:)?c)(?=\s)[^<>]*\st\s*=\s*["']s["'][^<>]*>\s*<(?:[\w-]+:)?v(?:\s[^<>]*)?>\s*(\d{1,9})\s*<\/[^<>]*>\s*<\/\1>/g;

const withoutBlanks = (inside: string, blanks: Blanks): string =>
  blanks.size === 0
    ? inside
    : inside.replace(SHARED, (cell: string, _name: string, number: string) => (blanks.has(Number(number)) ? '' : cell));

/** As it says, or the one after the last. Out of order, or written as no office program writes it, is no sheet. */
function rowNumber(attributes: string, last: number): number {
  const isOpen = (attributes.split('"').length - 1) % 2 !== 0; // a '>' inside a value
  const said = /\sr\s*=\s*(["'])(.*?)\1/.exec(attributes)?.[2];
  const row = said === undefined ? last + 1 : Number(/^\d{1,9}$/.exec(said)?.[0]);
  if (isOpen || !(row > last) || (said === undefined && /\sr\s*=/.test(attributes))) throw new Error('no row');
  if (row > ROWS_OF_EXCEL) throw new TooLarge();
  return row;
}

/** The cells of a row that have a value, as cells of the row `number`. */
function readRow(inside: string, number: number, formatOf: (style: number) => string | null) {
  let formats: Map<number, string> | undefined;
  const xml = inside.replace(CELL, (tag: string, _name: string, attributes: string, closed: string | undefined) => {
    const place = PLACE.exec(attributes);
    if (!place) return tag;
    if (closed || attributes.endsWith('/')) return '';
    const [said, , letters = ''] = place;
    const style = TYPE.test(attributes) ? undefined : STYLE.exec(attributes)?.[1];
    const format = style === undefined ? null : formatOf(Number(style));
    if (format !== null) formats = (formats ?? new Map()).set(columnNumber(letters) - 1, format);
    return tag.replace(said, ` r="${letters}${number}"`);
  });
  return { xml, formats };
}

export const columnNumber = (letters: string) =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
