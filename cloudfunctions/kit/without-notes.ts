import { NOTES_HEADING } from '../values/templates';

interface Row {
  readonly cells: readonly unknown[];
}

/** The rows without the columns in which this app has told what to mend: what it says of a row is no word of the row. */
export function withoutNotes<R extends Row>(rows: readonly R[]): readonly R[] {
  const columns = new Set(rows.flatMap(notesIn));
  if (columns.size === 0) return rows;
  return rows
    .map((row) => ({ ...row, cells: row.cells.map((cell, at) => (columns.has(at) ? null : cell)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== null));
}

const notesIn = ({ cells }: Row): number[] =>
  cells.flatMap((cell, at) => (typeof cell === 'string' && cell.trim() === NOTES_HEADING ? [at] : []));
