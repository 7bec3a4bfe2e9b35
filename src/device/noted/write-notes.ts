import { HAS_VALUE } from '../../../cloudfunctions/values/workbook';
import { findAll } from './places';

/** What Excel has at most. */
const COLUMNS = 16_384;
const WIDTH = 60;
const ROW = /<((?:[\w-]+:)?)row(?=[\s/>])([^<>]*?)(?:\/>|>([\s\S]*?)<\/\1row>)/g;
const CELL = /<((?:[\w-]+:)?)c(?=[\s/>])([^<>]*?)(?:\/>|>([\s\S]*?)<\/\1c>)/g;
const PLACE = /\sr\s*=\s*["']([A-Z]*)(\d*)/;
const SHARED = /\st\s*=\s*["']s["']/;

/** A, B … Z, AA: from 1. */
const columnOf = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
function lettersOf(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : lettersOf((column - 1 - rest) / 26) + letter;
}

const escaped = (text: string) =>
  text
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

interface Cell {
  readonly column: number;
  readonly at: number;
  readonly xml: string;
  readonly tag: string;
  readonly inside: string;
}

function cellsOf(row: string): Cell[] {
  let last = 0;
  return findAll(CELL, row).map((found) => {
    const [xml, , tag = '', inside = ''] = found;
    const letters = PLACE.exec(` ${tag}`)?.[1];
    last = letters ? columnOf(letters) : last + 1;
    return { column: last, at: found.index, xml, tag, inside };
  });
}

/** The first column behind everything that stands in the sheet, also behind what is merged. */
function freeColumn(xml: string): number {
  const filled = findAll(ROW, xml).flatMap(([, , , inside = '']) =>
    cellsOf(inside).flatMap((cell) => (HAS_VALUE.test(cell.inside) ? [cell.column] : [])),
  );
  const merged = findAll(/<(?:[\w-]+:)?mergeCell(?=\s)[^<>]*?\sref="[A-Z]+\d+:([A-Z]+)\d+"/g, xml);
  const widest = filled.reduce((most, column) => Math.max(most, column), 0);
  const behind = merged.reduce((most, [, letters = '']) => Math.max(most, columnOf(letters)), widest) + 1;
  return behind <= COLUMNS ? behind : widest + 1;
}

/** Where an earlier round has left its words: they are written over. */
function columnWith(xml: string, isHeading: (cell: Cell) => boolean): number | undefined {
  for (const [, , , inside = ''] of findAll(ROW, xml)) {
    const found = cellsOf(inside).find(isHeading);
    if (found) return found.column;
  }
  return undefined;
}

function withCell(row: string, column: number, cell: string): string {
  const cells = cellsOf(row);
  const next = cells.find((one) => one.column >= column);
  if (!next) return row + cell;
  const rest = next.column === column ? next.at + next.xml.length : next.at;
  return row.slice(0, next.at) + cell + row.slice(rest);
}

function withWidth(xml: string, prefix: string, column: number): string {
  const col = `<${prefix}col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`;
  const [all] = new RegExp(`<${prefix}cols(?=[\\s>])[\\s\\S]*?</${prefix}cols>`).exec(xml) ?? [];
  if (all === undefined)
    return xml.replace(`<${prefix}sheetData`, () => `<${prefix}cols>${col}</${prefix}cols><${prefix}sheetData`);
  const last = findAll(/\smax="(\d+)"/g, all).reduce((most, [, max]) => Math.max(most, Number(max)), 0);
  return last >= column ? xml : xml.replace(`</${prefix}cols>`, () => `${col}</${prefix}cols>`);
}

/**
 * A sheet as it stands in its file, with words in one more column. Everything else stays as somebody has made it: formats
 * that turn a number into a deduction, merged cells, formulas, colours.
 */
export function writeNotes(
  xml: string,
  notes: ReadonlyMap<number, string>,
  heading: string,
  shared: ReadonlySet<number>,
): string {
  const isHeading = ({ tag, inside }: Cell) => {
    const words = /<(?:[\w-]+:)?[vt](?=[\s>])[^<>]*>([^<]*)</.exec(inside)?.[1] ?? '';
    return SHARED.test(` ${tag}`) ? shared.has(Number(words)) : words.trim() === heading;
  };
  const before = columnWith(xml, isHeading);
  if (before === undefined && notes.size < 2) return xml; // nothing to mend, and nothing was
  const column = before ?? freeColumn(xml);
  let last = 0;
  const written = xml
    .replace(/<(?:[\w-]+:)?dimension(?=\s)[^<>]*\/>/, '')
    .replace(ROW, (whole: string, prefix: string, tag: string, inside: string | undefined = '') => {
      last = Number(PLACE.exec(` ${tag}`)?.[2] || last + 1);
      const words = notes.get(last);
      if (words === undefined && before === undefined) return whole;
      const place = `${lettersOf(column)}${last}`;
      const text = `<${prefix}is><${prefix}t xml:space="preserve">${escaped(words ?? '')}</${prefix}t></${prefix}is>`;
      const cell = words === undefined ? '' : `<${prefix}c r="${place}" t="inlineStr">${text}</${prefix}c>`;
      return `<${prefix}row${tag.replace(/\sspans="[^"]*"/, '')}>${withCell(inside, column, cell)}</${prefix}row>`;
    });
  const prefix = /<((?:[\w-]+:)?)sheetData/.exec(xml)?.[1] ?? '';
  return before === undefined ? withWidth(written, prefix, column) : written;
}
