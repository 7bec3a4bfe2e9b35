import Taro from '@tarojs/taro';
import { useState } from 'react';
import { keptByDevice } from '../../device/kept';
import type { Column } from './column';

type Chosen = Readonly<Record<string, readonly string[]>>;

/** By table. What an older version of a table had and this one has not is passed over. */
const kept = keptByDevice<Chosen>('columns', (stored) => {
  const tables = Object.entries(Object(stored)).filter(([, keys]) => Array.isArray(keys));
  return Object.fromEntries(tables) as Chosen;
});

const WIDE_FROM_PX = 1600; // as the style sheet has it
const isWide = () => process.env.TARO_ENV === 'h5' && Taro.getWindowInfo().windowWidth >= WIDE_FROM_PX;

/** Which columns somebody wants to see of a table, for this device; those that nobody chose come with the room there is. */
export function useColumns<Row>(table: string, columns: readonly Column<Row>[]) {
  const [chosen, setChosen] = useState(() => kept.read()?.[table]);
  const keep = (keys: readonly string[] | undefined) => {
    const { [table]: _, ...others } = kept.read() ?? {};
    kept.keep(keys ? { ...others, [table]: keys } : others);
    setChosen(keys);
  };
  const [first] = columns;
  const usual = ({ shown }: Column<Row>) => shown === undefined || (shown === 'wide' && isWide());
  const isShown = (column: Column<Row>) => column === first || (chosen ? chosen.includes(column.key) : usual(column));
  const shownKeys = columns.filter(isShown).map(({ key }) => key);
  return {
    /** Those that are not shown stay on paper and in a spreadsheet. */
    columns: chosen
      ? columns.map(
          ({ shown: _, ...column }): Column<Row> => (isShown(column) ? column : { ...column, shown: 'paper' }),
        )
      : columns,
    all: columns,
    shownKeys,
    isChosen: chosen !== undefined,
    toggle: (key: string) =>
      keep(shownKeys.includes(key) ? shownKeys.filter((one) => one !== key) : [...shownKeys, key]),
    asUsual: () => keep(undefined),
  };
}
export type ColumnChoice = Pick<ReturnType<typeof useColumns>, 'shownKeys' | 'isChosen' | 'toggle' | 'asUsual'> & {
  readonly all: readonly { readonly key: string; readonly title: string }[];
};
