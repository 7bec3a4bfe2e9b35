import type { ToNote } from '../../components/own-sheet';
import { type Choices, keyOf } from './decisions';
import { type Finding, findingWords, type Preview } from './finding-words';

/** A cell that is empty says so itself, and whoever keeps the sheet mostly does not know it. */
const EMPTY: readonly Finding['kind'][] = ['missing', 'withoutGroup'];
/** What somebody can mend in the sheet; what was understood or filled in needs nobody. */
export const isToMend = ({ effect, kind }: Finding): boolean =>
  effect === 'rowRefused' || effect === 'toAsk' || (effect === 'fieldLeftOut' && !EMPTY.includes(kind));

/** What is to be mended, row by row. A row of which somebody has said what becomes of it is settled. */
export function notesOf({ findings, sheets }: Pick<Preview, 'findings' | 'sheets'>, choices: Choices): ToNote {
  const headings = sheets.flatMap(({ name, headerRow }) =>
    headerRow === null ? [] : [{ sheet: name, row: headerRow }],
  );
  const isSettled = (choice: string | undefined) => choice !== undefined && choice !== 'leaveOut';
  const notes = findings
    .filter((one) => isToMend(one) && !isSettled(choices.get(keyOf(one))?.choice))
    .map((one) => ({ sheet: one.sheet, row: one.row, words: findingWords(one) }));
  return { notes, headings };
}
