import type { IconName } from '../../components/icon/names';
import type { Preview } from './finding-words';

export type Sheet = Preview['sheets'][number];
export type SheetColumn = Sheet['columns'][number];

const ICONS: Readonly<Record<Sheet['state'], IconName>> = {
  read: 'list',
  lacksColumns: 'warning',
  withoutHeader: 'info',
  hidden: 'info',
  empty: 'info',
};
export const iconOf = ({ state }: Sheet) => ICONS[state];

/** 34 行 · 第 3 行是表头; or why a sheet was left alone. */
export function sheetWords({ state, people, headerRow, words, lacks, examples }: Sheet): string {
  const passed = examples > 0 ? `；示例 ${examples} 行，跳过` : '';
  switch (state) {
    case 'read':
      return `${people > 0 ? `${people} 行人，第 ${headerRow} 行是表头` : '有表头，下面没有人'}${passed}`;
    case 'lacksColumns':
      return `没读：没有“${lacks.join('、')}”这一列`;
    case 'withoutHeader':
      return `不是名册，跳过：${words ?? ''}`;
    case 'hidden':
      return '藏着的表，跳过；要导就先取消隐藏';
    case 'empty':
      return '空的，跳过';
  }
}

/** 党员示范岗（G 列，12 格，如“是”） */
export function columnWords({ column, filled, examples }: SheetColumn): string {
  const like = examples.length > 0 ? `，如“${examples.join('”“')}”` : '';
  return `${column} 列，${filled === 0 ? '下面是空的' : `${filled} 格有字${like}`}`;
}

/** Columns that a person may give a meaning to, one for each title; those that are of no use are named and not asked. */
export function askedColumns(sheets: readonly Sheet[]): SheetColumn[] {
  const asked = new Map<string, SheetColumn>();
  for (const { columns } of sheets)
    for (const one of columns)
      if ((one.state === 'unknown' && one.filled > 0) || one.state === 'assigned') asked.set(one.title, one);
  return [...asked.values()];
}

/** 民族、政治面貌: what is not read, by name. */
export const unreadWords = (sheets: readonly Sheet[]): string =>
  [
    ...new Set(
      sheets.flatMap(({ columns }) =>
        columns.flatMap(({ title, state, column }) =>
          state === 'unneeded' ? [title] : state === 'twice' ? [`${title}（${column} 列，重了）`] : [],
        ),
      ),
    ),
  ].join('、');
