import type * as z from 'zod';
import type { Sheet } from '../../../kit/excel';
import type { RosterSheet } from '../../contract';
import { readText } from './cells';
import type { Header } from './header';
import { withoutIdentity } from './identity-number';

/** A sheet of the file, with the header that was found in it. */
export interface ReadSheet {
  readonly sheet: Sheet;
  readonly header: Header | null;
}
export type SheetReport = z.output<typeof RosterSheet>;

const WORDS_MAX = 60;
const EXAMPLES = 3;
const LOOKED_AT = 200;

/** What became of a sheet: what of it is read and what is not, by name. */
export function reportOf({ sheet, header }: ReadSheet, people: number, examples: number): SheetReport {
  return {
    name: sheet.name,
    state: stateOf(sheet, header),
    headerRow: header?.row ?? null,
    people,
    examples,
    words: people > 0 ? null : firstWords(sheet),
    lacks: [...(header?.lacks ?? [])],
    columns: header ? columnsOf(sheet, header) : [],
  };
}

function stateOf(sheet: Sheet, header: Header | null): SheetReport['state'] {
  if (sheet.rows.length === 0) return 'empty';
  if (sheet.isHidden) return 'hidden';
  if (!header) return 'withoutHeader';
  return header.lacks.length > 0 ? 'lacksColumns' : 'read';
}

function firstWords({ rows }: Sheet): string | null {
  const words = rows.slice(0, EXAMPLES).flatMap(({ cells }) => cells.flatMap((cell) => readText(cell) ?? []));
  return withoutIdentity(words.join(' ')).slice(0, WORDS_MAX) || null;
}

/** Columns that are not read, and those that a person gave their meaning; a few of their cells, for whoever has to say what they are. */
function columnsOf({ rows }: Sheet, { row, titles }: Header): SheetReport['columns'] {
  return titles
    .filter(({ state }) => state !== 'known')
    .map(({ column, words, field, state }) => {
      const cells = rows.filter((line) => line.row > row).map(({ cells: all }) => all[column]);
      const filled = cells.filter((cell) => cell instanceof Date || readText(cell) !== null);
      const examples = filled.slice(0, LOOKED_AT).flatMap((cell) => readText(cell) ?? []);
      return {
        column: letters(column),
        title: words,
        ...{ field, state: state as SheetReport['columns'][number]['state'] },
        filled: filled.length,
        examples: [...new Set(examples)].slice(0, EXAMPLES).map((text) => withoutIdentity(text).slice(0, 20)),
      };
    });
}

/** A, B … Z, AA: as Excel calls the column. */
const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`;
