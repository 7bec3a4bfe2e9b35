import { NOTES_HEADING } from '../../../cloudfunctions/values/templates';

/** What is to be mended in a row, as Excel shows its number. */
export interface Note {
  readonly sheet: string;
  readonly row: number;
  readonly words: string;
}
/** Where the column's heading goes. */
export type HeadingPlace = Pick<Note, 'sheet' | 'row'>;

/** Several things to mend in one row stand behind each other. */
function bySheet(notes: readonly Note[], headings: readonly HeadingPlace[]): Map<string, Map<number, string>> {
  const sheets = new Map(headings.map(({ sheet, row }) => [sheet, new Map([[row, NOTES_HEADING]])]));
  for (const { sheet, row, words } of notes) {
    const rows = sheets.get(sheet);
    const before = rows?.get(row);
    if (before === NOTES_HEADING || before?.split('；').includes(words)) continue;
    rows?.set(row, before ? `${before}；${words}` : words);
  }
  return sheets;
}

/** Somebody's own workbook with the column 要改什么 beside its rows. Undefined: the archive cannot be opened here. */
export async function noted(
  file: Uint8Array,
  notes: readonly Note[],
  headings: readonly HeadingPlace[],
): Promise<Uint8Array | undefined> {
  try {
    // files of their own: whoever saves no sheet does not fetch them
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate');
    const { sheetParts } = await import('../../../cloudfunctions/values/workbook');
    const { sharedAs } = await import('./places');
    const { writeNotes } = await import('./write-notes');
    const parts = unzipSync(file);
    const textOf = (name: string) => (parts[name] ? strFromU8(parts[name]) : '');
    const sheets = sheetParts(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'));
    const places = new Map(sheets.map(({ name, part }) => [name, part]));
    const shared = sharedAs(textOf('xl/sharedStrings.xml'), NOTES_HEADING);
    for (const [sheet, rows] of bySheet(notes, headings)) {
      const place = places.get(sheet) ?? '';
      if (parts[place]) parts[place] = strToU8(writeNotes(textOf(place), rows, NOTES_HEADING, shared));
    }
    return zipSync(parts, { level: 6 });
  } catch {
    return undefined;
  }
}
