import { View } from '@tarojs/components';
import { Fragment, useId, useRef, useState } from 'react';
import { alikeAmong } from '../../words/alike';
import { Checkbox } from '../checkbox';
import { Windowed } from '../windowed';
import { allOrNone, stateOf, ticked } from './chosen';
import type { Column } from './column';
import { HeadRow } from './head';
import { BodyRow, GroupRow } from './row';
import { type Order, sortRows } from './sort';
import type { RowKeys, useRowKeys } from './use-row-keys';
import './index.scss';

export type { Column } from './column';

interface Props<Row> {
  /** What readers call the table. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Opens a row; its first cell is then the target. */
  onOpen?: ((row: Row) => void) | undefined;
  opened?: string | undefined;
  /** Keys of the ticked rows; given, each row has a check box. */
  picked?: readonly string[] | undefined;
  onPick?: ((keys: readonly string[]) => void) | undefined;
  /** The server sorts the whole list; the columns that have a `sortKey` ask for it. */
  sorting?: { readonly order: Order; readonly onSort: (order: Order) => void };
  /** Under which word a row stands: said once, before the first of those that follow each other under it. */
  groupOf?: (row: Row) => string;
  /** More rows are to come: sorting would speak of those alone that are here, so it is not offered yet. */
  partial?: boolean;
  /** What keys do with a row at a desk, beside opening and ticking; given, the arrows go from row to row. */
  keys?: Pick<RowKeys, 'edit' | 'act' | 'back' | 'move' | 'all' | 'end'>;
  /** How keys are heard, given with them: a table without does not carry it. */
  useKeys?: typeof useRowKeys;
}

const hearsNone: typeof useRowKeys = () => ({ here: undefined, isRange: () => false });

const unsorted = <Row,>({ sortBy: _, sortKey: __, ...column }: Column<Row>): Column<Row> => column;
const byServer = <Row,>({ sortBy: _, ...column }: Column<Row>): Column<Row> => column;
const byItself = <Row,>({ sortKey: _, ...column }: Column<Row>): Column<Row> => column;

/** As its head may sort: the server the whole list, the table itself what is whole, nobody a part. */
function sortable<Row>(columns: readonly Column<Row>[], sorting: boolean, partial: boolean): readonly Column<Row>[] {
  if (sorting) return columns.map(byServer);
  return columns.map(partial ? unsorted : byItself);
}

/** What can be read out of a row, cell by cell. */
const wordsOf = <Row,>(columns: readonly Column<Row>[], row: Row) =>
  columns
    .map(({ cell }) => cell(row))
    .filter((one) => typeof one === 'string' || typeof one === 'number')
    .join('，');

/** Ticks one row, or with Shift all from the one ticked before. */
function usePicking(picked: readonly string[] | undefined, keys: readonly string[], onPick: Props<never>['onPick']) {
  const from = useRef<string>();
  const pick = (key: string, range: boolean, here: string | undefined) => {
    if (range) from.current ??= here;
    onPick?.(ticked(picked ?? [], keys, { key, from: from.current, range }));
    if (!range) from.current = key;
  };
  const all = picked && { all: stateOf(picked, keys), onAll: () => onPick?.(allOrNone(picked, keys)) };
  return { pick, all };
}

function useOrder<Row>({ columns, rows, sorting, partial = false }: Props<Row>) {
  const [own, setOwn] = useState<Order>({ key: '', falling: false });
  const { order, onSort } = sorting ?? { order: own, onSort: setOwn };
  const sort = (key: string) => onSort({ key, falling: order.key === key && !order.falling });
  const sortBy = partial || sorting ? undefined : columns.find((column) => column.key === order.key)?.sortBy;
  return { order, sort, sorted: sortRows(rows, sortBy, order.falling) };
}

/**
 * Rows and columns on a desk; on a phone each row is a card and each cell says its column's name.
 * Sorts by itself what is whole, and asks who sorts the rest; ticking is told, so that a page can offer what to do with many at once.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, keyOf, onOpen, opened, picked, onPick, sorting, partial = false, keys: wanted } = props;
  const { useKeys = hearsNone, groupOf } = props;
  const id = `t${useId().replace(/:/g, '')}`;
  const columns = props.columns.filter(({ shown }) => shown !== 'paper');
  const { order, sort, sorted } = useOrder(props);
  const keys = sorted.map(keyOf);
  const { pick, all } = usePicking(picked, keys, onPick);
  const open = onOpen && ((key: string) => sorted.filter((row) => keyOf(row) === key).forEach(onOpen));
  const tick = picked && ((key: string, range: boolean) => pick(key, range, here));
  const { here, isRange } = useKeys(id, keys, wanted && { ...wanted, open, tick });
  const isAlike = alikeAmong(sorted, (row) => wordsOf(columns.slice(0, 1), row));
  const head = (
    <>
      {all && (
        <View className="data-table-all">
          <Checkbox words={`全选 ${keys.length} 行`} checked={all.all} onChange={all.onAll} />
        </View>
      )}
      <HeadRow {...{ order }} ticks={all} columns={sortable(columns, sorting !== undefined, partial)} onSort={sort} />
    </>
  );
  return (
    <View id={id} className="data-table-place">
      <Windowed className="data-table" semantics={{ role: 'table', label }} partRole="rowgroup" head={head}>
        {sorted.map((row, i) => {
          const key = keyOf(row);
          const [group, before] = [groupOf?.(row), sorted[i - 1]];
          const isFirst = group && (before === undefined || groupOf?.(before) !== group);
          const ticks = { ticked: picked?.includes(key), onTick: () => pick(key, isRange(), here) };
          const heard = isAlike(row) ? wordsOf(columns, row) : undefined;
          const stands = { opened: key === opened, here: key === here };
          return (
            <Fragment key={key}>
              {isFirst && <GroupRow word={group} columns={columns} ticks={picked !== undefined} />}
              <BodyRow {...{ row, columns, onOpen, heard }} {...ticks} {...stands} />
            </Fragment>
          );
        })}
      </Windowed>
    </View>
  );
}
