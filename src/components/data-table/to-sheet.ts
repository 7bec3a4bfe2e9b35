import type { Sheet } from '../../device/sheet';
import { type Column, wordsIn } from './column';

interface Told<Row> {
  /** What the list is: 居民. */
  readonly title: string;
  /** Where it is from, what it was sifted by and on which day: the lines above a printed list. */
  readonly about: readonly string[];
  readonly columns: readonly Column<Row>[];
}

/** A list as paper and a spreadsheet have it: every column that has a name, in words and numbers. */
export function toSheet<Row>({ title, about, columns }: Told<Row>, rows: readonly Row[]): Sheet {
  const named = columns.filter((column) => column.title !== '');
  return {
    ...{ title, about },
    heads: named.map((column) => column.title),
    rows: rows.map((row) => named.map((column) => wordsIn(column, row))),
  };
}
