import { INSTRUCTIONS } from '../../cloudfunctions/values/templates';
import { download } from './download';
import { printAlone } from './print-alone';
import type { Template } from './templates/form';

/** A list as paper and a spreadsheet have it. */
export interface Sheet {
  readonly title: string;
  /** Lines above it on paper; in the name of the file. */
  readonly about: readonly string[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export const CAN_SAVE_SHEETS = true;

const WIDTH_MAX = 40;
/** As Excel counts: a Chinese character is as wide as two digits. */
const wide = (cell: string | number) => [...String(cell)].reduce((sum, one) => sum + (one > '⺀' ? 2 : 1), 0);
const widthOf = ({ heads, rows }: Sheet, at: number) =>
  Math.min(WIDTH_MAX, Math.max(...[heads, ...rows].map((row) => wide(row[at] ?? ''))) + 2);

/** What begins with = + - or @ stays the text that it is: it is written as text and never as a formula. */
export const asCell = (value: string | number) =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String, format: '@' };

const fileName = ({ title, about }: Sheet) =>
  `${[title, ...about]
    .join(' ')
    .replace(/[\\/:*?"<>|]+/g, '-')
    .slice(0, 80)}.xlsx`;

/** So many lines are text beforehand: Excel takes the zeros of a number away, and makes dates of 3-1. */
const LINES_AS_TEXT = 500;
const TEXT = { type: String, format: '@' } as const;

/** The template's sheets, as they are written. */
export function templateSheets({ sheet, heads, instructions }: Template) {
  const titles = heads.map(({ word }) => ({
    ...{ ...TEXT, value: word, fontWeight: 'bold' as const, backgroundColor: '#e3efe8' },
  }));
  const example = heads.map((head) => ({
    ...TEXT,
    value: head.example,
    fontStyle: 'italic' as const,
    textColor: '#6b6b66',
  }));
  const blank = heads.map(() => TEXT);
  const words = instructions.map((line, i) => [
    { ...TEXT, value: line, wrap: true, ...(i === 0 && { fontWeight: 'bold' as const }) },
  ]);
  return [
    {
      data: [titles, example, ...Array.from({ length: LINES_AS_TEXT }, () => blank)],
      ...{ sheet, columns: heads.map(({ width }) => ({ width })), stickyRowsCount: 1 },
    },
    { data: words, sheet: INSTRUCTIONS, columns: [{ width: 100 }] },
  ];
}

/** Which forms there are. */
const TEMPLATES = {
  roster: () => import('./templates/roster'),
  rules: () => import('./templates/rules'),
} as const;
export type TemplateName = keyof typeof TEMPLATES;

export async function saveTemplate(name: TemplateName): Promise<boolean> {
  const written = await import('write-excel-file/browser').catch(() => undefined);
  const made = await TEMPLATES[name]().catch(() => undefined);
  if (!written || !made) return false;
  const { template } = made;
  return written
    .default(templateSheets(template))
    .toFile(`${template.name}.xlsx`)
    .then(
      () => true,
      () => false,
    );
}

/** A workbook that is there already, into the downloads. */
export function saveBytes(name: string, bytes: Uint8Array): boolean {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return download(name, bytes as BlobPart, type);
}

/** Into the downloads; false where the browser does not take it. */
export async function saveSheet(sheet: Sheet): Promise<boolean> {
  const written = await import('write-excel-file/browser').catch(() => undefined); // a file of its own: it may not come
  if (!written) return false;
  const heads = sheet.heads.map((value) => ({ ...asCell(value), fontWeight: 'bold' as const }));
  const columns = sheet.heads.map((_, at) => ({ width: widthOf(sheet, at) }));
  return written
    .default([heads, ...sheet.rows.map((row) => row.map(asCell))], {
      ...{ sheet: sheet.title.replace(/[\\/*?:[\]]/g, '').slice(0, 31), columns, stickyRowsCount: 1 },
    })
    .toFile(fileName(sheet))
    .then(
      () => true,
      () => false,
    );
}

const element = (name: string, text = '', ...inside: Node[]) => {
  const one = document.createElement(name);
  one.textContent = text;
  one.append(...inside);
  return one;
};

/** The list and nothing else, on A4: its name, the lines about it, a head that every page repeats. */
export function printSheet({ title, about, heads, rows }: Sheet): Promise<boolean> {
  const head = element('thead', '', element('tr', '', ...heads.map((one) => element('th', one))));
  const lines = rows.map((row) => element('tr', '', ...row.map((cell) => element('td', String(cell)))));
  const paper = element(
    'section',
    '',
    element('h1', title),
    element('p', [...about, `共 ${rows.length} 行`].join('　')),
    element('table', '', head, element('tbody', '', ...lines)),
  );
  paper.className = 'sheet-on-paper';
  printAlone(paper, 'prints-a-sheet', `size: A4 ${heads.length > 6 ? 'landscape' : 'portrait'}; margin: 12mm;`);
  return Promise.resolve(true);
}
