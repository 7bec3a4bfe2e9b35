/** A cell of a form: what stands in it, a smaller line below it, and over how many columns it goes. */
export interface Cell {
  readonly text: string;
  readonly small?: string;
  readonly span?: number;
}
export interface PaperColumn {
  readonly head: string;
  /** Its width on A4 across, in millimetres. */
  readonly mm: number;
  /** Words begin at the left; what is short stands in the middle. */
  readonly words?: true;
}
export interface PaperRow {
  readonly cells: readonly (string | Cell)[];
  readonly isSum?: true;
}
/** A form as committees print it on A4 across: what it is, of whom and when, its rows, who answers for it, what it rests on. */
export interface Paper {
  readonly title: string;
  /** Left, middle, right. */
  readonly about: readonly [string, string, string];
  readonly columns: readonly PaperColumn[];
  readonly rows: readonly PaperRow[];
  /** The least height of a row: room for a signature, or for a line of print. */
  readonly rowMm: number;
  readonly foot: readonly string[];
}
export const SIGNS = ['制表', '审核', '监督', '日期'] as const;

/** What rows have on a sheet, between its head and the lines for signatures. */
const ROOM_MM = 134;
const LETTER_MM = 4;
const LINE_MM = 5.2;
const SMALL_MM = 4.6;
const EDGE_MM = 1.6;

/** As wide as so many Chinese letters; digits and Latin ones are half as wide. */
const lettersIn = (text: string) => [...text].reduce((sum, one) => sum + (one > '⺀' ? 1 : 0.55), 0);
const linesOf = (text: string, mm: number) => Math.max(1, Math.ceil((lettersIn(text) * LETTER_MM) / (mm - 3)));

function heightOf({ cells }: PaperRow, { columns, rowMm }: Paper): number {
  let at = 0;
  const heights = cells.map((cell) => {
    const { text, small = '', span = 1 } = typeof cell === 'string' ? { text: cell } : cell;
    const mm = columns.slice(at, at + span).reduce((sum, column) => sum + column.mm, 0);
    at += span;
    return linesOf(text, mm) * LINE_MM + (small ? linesOf(small, mm) * SMALL_MM : 0);
  });
  return Math.max(rowMm, Math.max(...heights) + EDGE_MM);
}

/** Cut into sheets, each with its number: a browser counts no pages on every printer. One without a row is a sheet, too. */
export function sheetsOf(paper: Paper): readonly (readonly PaperRow[])[] {
  const sheets: PaperRow[][] = [[]];
  let left = ROOM_MM;
  for (const row of paper.rows) {
    const height = heightOf(row, paper);
    if (height > left) {
      sheets.push([]);
      left = ROOM_MM;
    }
    sheets[sheets.length - 1]?.push(row);
    left -= height;
  }
  return sheets;
}
