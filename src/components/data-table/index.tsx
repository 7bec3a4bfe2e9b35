import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { alikeAmong } from '../../words/alike';
import { Checkbox, CheckMark } from '../checkbox';
import { toggled } from '../checkbox/use-toggle';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { Windowed } from '../windowed';
import { type Order, sortRows } from './sort';
import './index.scss';

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What the column sorts by, where all rows are here; without it, it does not sort. */
  sortBy?: (row: Row) => string | number;
  /** Where the server sorts: what it calls this column. */
  sortKey?: string;
  /** Width on a desk, in px; the others share what is left. */
  width?: number;
  align?: 'right';
}

interface Props<Row> {
  /** What readers call the table. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Opens a row; its first cell is then the target. */
  onOpen?: (row: Row) => void;
  opened?: string;
  /** Keys of the ticked rows; given, each row has a check box. */
  picked?: readonly string[];
  onPick?: (keys: readonly string[]) => void;
  /** The server sorts the whole list; the columns that have a `sortKey` ask for it. */
  sorting?: { readonly order: Order; readonly onSort: (order: Order) => void };
  /** More rows are to come: sorting would speak of those alone that are here, so it is not offered yet. */
  partial?: boolean;
}

interface HeadRowProps<Row> {
  columns: readonly Column<Row>[];
  order: Order;
  onSort: (key: string) => void;
  ticks: { all: boolean | 'mixed'; onAll: () => void } | undefined;
}

interface BodyRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen: ((row: Row) => void) | undefined;
  opened: boolean;
  ticked: boolean | undefined;
  onTick: () => void;
  /** Where its first cell alone would sound like another row's. */
  heard: string | undefined;
}

function PickBox({ label, checked, onTap }: { label: string; checked: boolean | 'mixed'; onTap: () => void }) {
  return (
    <Tappable className="data-table-pick" role="checkbox" label={label} checked={checked} onTap={onTap}>
      <CheckMark checked={checked} />
    </Tappable>
  );
}

function Head<Row>({ column, order, onSort }: { column: Column<Row>; order: Order; onSort: (key: string) => void }) {
  const here = order.key === (column.sortKey ?? column.key);
  const how = here ? (order.falling ? '从大到小' : '从小到大') : '点一下排序';
  return (
    <View
      className={`data-table-cell ${column.align ?? ''}`}
      style={widthOf(column)}
      {...describe({ role: 'columnheader' })}
    >
      {column.sortBy || column.sortKey ? (
        <Tappable
          className="data-table-sort"
          label={`${column.title}，${how}`}
          onTap={() => onSort(column.sortKey ?? column.key)}
        >
          <View>{column.title}</View>
          <Icon name="sort" size={16} className={here ? 'jade' : ''} />
        </Tappable>
      ) : (
        column.title
      )}
    </View>
  );
}

/** Read by the style sheet on a desk alone: on a phone cells stand below each other. */
const widthOf = <Row,>({ width }: Column<Row>) => `--column: ${width ? `0 0 ${width}px` : '1 1 0'}`;

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

function HeadRow<Row>({ columns, order, onSort, ticks }: HeadRowProps<Row>) {
  return (
    <View className="data-table-head" {...describe({ role: 'row' })}>
      {ticks && (
        <View {...describe({ role: 'columnheader' })}>
          <PickBox label="全选" checked={ticks.all} onTap={ticks.onAll} />
        </View>
      )}
      {columns.map((column) => (
        <Head key={column.key} {...{ column, order, onSort }} />
      ))}
    </View>
  );
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  /** On a phone it heads the card. */
  first: boolean;
  onOpen: (() => void) | undefined;
  heard: string | undefined;
}

function Cell<Row>({ column, row, first, onOpen, heard }: CellProps<Row>) {
  const className = ['data-table-cell', first && 'data-table-first', column.align].filter(Boolean).join(' ');
  return (
    <View className={className} style={widthOf(column)} {...describe({ role: 'cell' })}>
      {column.title && <View className="data-table-name">{column.title}</View>}
      {onOpen ? (
        <Tappable className="data-table-open" role="link" onTap={onOpen} label={heard}>
          {column.cell(row)}
        </Tappable>
      ) : (
        <View className="data-table-value">{column.cell(row)}</View>
      )}
    </View>
  );
}

function BodyRow<Row>({ row, columns, onOpen, opened, ticked, onTick, heard }: BodyRowProps<Row>) {
  const named = heard ?? columns[0]?.cell(row);
  const className = ['data-table-row', opened && 'data-table-opened', ticked !== undefined && 'data-table-ticks'];
  return (
    <View className={className.filter(Boolean).join(' ')} {...describe({ role: 'row' })}>
      {ticked !== undefined && (
        <View className="data-table-tick" {...describe({ role: 'cell' })}>
          <PickBox label={typeof named === 'string' ? `选中${named}` : '选中这一行'} checked={ticked} onTap={onTick} />
        </View>
      )}
      {columns.map((column, i) => (
        <Cell
          key={column.key}
          {...{ column, row, heard }}
          first={i === 0}
          onOpen={i === 0 && onOpen ? () => onOpen(row) : undefined}
        />
      ))}
    </View>
  );
}

/**
 * Rows and columns on a desk; on a phone each row is a card and each cell says its column's name.
 * Sorts by itself what is whole, and asks who sorts the rest; ticking is told, so that a page can offer what to do with many at once.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, onOpen, opened, picked, onPick, sorting, partial = false } = props;
  const [own, setOwn] = useState<Order>({ key: '', falling: false });
  const { order, onSort } = sorting ?? { order: own, onSort: setOwn };
  const sort = (key: string) => onSort({ key, falling: order.key === key && !order.falling });
  const sortBy = partial || sorting ? undefined : columns.find((column) => column.key === order.key)?.sortBy;
  const sorted = sortRows(rows, sortBy, order.falling);
  const isAlike = alikeAmong(rows, (row) => wordsOf(columns.slice(0, 1), row));
  const keys = rows.map(keyOf);
  const count = keys.filter((key) => picked?.includes(key)).length;
  const all = count === 0 ? false : count === keys.length ? true : ('mixed' as const);
  const ticks = picked && { all, onAll: () => onPick?.(all === true ? [] : keys) };
  const head = (
    <>
      {ticks && (
        <View className="data-table-all">
          <Checkbox words={`全选 ${keys.length} 行`} checked={all} onChange={ticks.onAll} />
        </View>
      )}
      <HeadRow {...{ order, ticks }} columns={sortable(columns, sorting !== undefined, partial)} onSort={sort} />
    </>
  );
  return (
    <Windowed className="data-table" semantics={{ role: 'table', label }} partRole="rowgroup" head={head}>
      {sorted.map((row) => {
        const key = keyOf(row);
        const tick = { ticked: picked?.includes(key), onTick: () => onPick?.(toggled(picked ?? [], key)) };
        const heard = isAlike(row) ? wordsOf(columns, row) : undefined;
        return <BodyRow key={key} {...{ row, columns, onOpen, heard }} {...tick} opened={key === opened} />;
      })}
    </Windowed>
  );
}
