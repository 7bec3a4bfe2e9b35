import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** The cell as it stands on paper and in a spreadsheet, where it is more than words. */
  text?: (row: Row) => string | number;
  /** What the column sorts by, where all rows are here; without it, it does not sort. */
  sortBy?: (row: Row) => string | number;
  /** Where the server sorts: what it calls this column. */
  sortKey?: string;
  /** Width on a desk, in px of ordinary type, where the words do not say it themselves. */
  width?: number;
  align?: 'right';
  /** What one looks for in a row, such as a sum of points. */
  strong?: boolean;
  /** Words of somebody else, as they stand in their sheet: on a ground of their own at a desk. */
  quoted?: boolean;
  /** wide: only where there is room for it; paper: only printed and exported. */
  shown?: 'wide' | 'paper';
}

/** What stands in the cell, in words. */
export function wordsIn<Row>({ cell, text }: Column<Row>, row: Row): string | number {
  if (text) return text(row);
  const shown = cell(row);
  return typeof shown === 'string' || typeof shown === 'number' ? shown : '';
}

export const classOf = <Row>({ align, shown, strong, quoted }: Column<Row>): string =>
  [align, shown === 'wide' && 'data-table-wide', strong && 'data-table-strong', quoted && 'data-table-quoted']
    .filter(Boolean)
    .join(' ');

/** Read by the style sheet on a desk alone, and in proportion to the type: on a phone cells stand below each other. */
export const widthOf = <Row>({ width }: Column<Row>) =>
  `--column: ${width ? `calc(var(--t-sub) * ${Math.round((width / 15) * 10) / 10})` : 'auto'}`;
