import { printAlone } from '../../device/print-alone';
import { type Cell, type Paper, type PaperRow, SIGNS, sheetsOf } from './sheets';
import './index.scss';

const element = (name: string, className: string, ...inside: (Node | string)[]) => {
  const one = document.createElement(name);
  if (className) one.className = className;
  one.append(...inside);
  return one;
};

function cellOf(cell: string | Cell, isWords: boolean): HTMLElement {
  const { text, small, span } = typeof cell === 'string' ? { text: cell, small: undefined, span: undefined } : cell;
  const td = element('td', isWords ? 'form-words' : '', text, ...(small ? [element('small', '', small)] : []));
  if (span) (td as HTMLTableCellElement).colSpan = span;
  return td;
}

function rowOf({ cells, isSum }: PaperRow, { columns, rowMm }: Paper): HTMLElement {
  const row = element(
    'tr',
    isSum ? 'form-sum' : '',
    ...cells.map((cell, at) => cellOf(cell, !isSum && columns[at]?.words === true)),
  );
  row.style.height = `${rowMm}mm`;
  return row;
}

function widthsOf({ columns }: Paper): HTMLElement {
  const widths = columns.map(({ mm }) => {
    const column = element('col', '');
    column.style.width = `${mm}mm`;
    return column;
  });
  return element('colgroup', '', ...widths);
}

const signs = () =>
  element('p', 'form-signs', ...SIGNS.map((word) => element('span', '', `${word}：`, element('u', ''))));

function sheetOf(paper: Paper, rows: readonly PaperRow[], number: string): HTMLElement {
  const heads = paper.columns.map(({ head }) => element('th', '', head));
  return element(
    'section',
    'form-sheet',
    element('h1', '', paper.title),
    element('div', 'form-about', ...paper.about.map((words) => element('p', '', words))),
    element(
      'table',
      '',
      widthsOf(paper),
      element('thead', '', element('tr', '', ...heads)),
      element('tbody', '', ...rows.map((row) => rowOf(row, paper))),
    ),
    element(
      'footer',
      '',
      signs(),
      element(
        'div',
        'form-foot',
        element('div', '', ...paper.foot.map((words) => element('p', '', words))),
        element('p', '', number),
      ),
    ),
  );
}

/** The form and nothing else, sheet by sheet. */
export function printForm(paper: Paper): void {
  const sheets = sheetsOf(paper);
  const form = element(
    'div',
    'form-on-paper',
    ...sheets.map((rows, at) => sheetOf(paper, rows, `第 ${at + 1} 页，共 ${sheets.length} 页`)),
  );
  printAlone(form, 'prints-a-form', 'size: 297mm 210mm; margin: 10mm 12mm;');
}
