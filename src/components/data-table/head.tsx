import { View } from '@tarojs/components';
import { CheckMark } from '../checkbox';
import { Icon } from '../icon';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { type Column, classOf, widthOf } from './column';
import type { Order } from './sort';

export function PickBox({ label, checked, onTap }: { label: string; checked: boolean | 'mixed'; onTap: () => void }) {
  return (
    <Tappable className="data-table-pick" role="checkbox" label={label} checked={checked} onTap={onTap}>
      <CheckMark checked={checked} />
    </Tappable>
  );
}

interface HeadProps<Row> {
  column: Column<Row>;
  order: Order;
  onSort: (key: string) => void;
}

function Head<Row>({ column, order, onSort }: HeadProps<Row>) {
  const here = order.key === (column.sortKey ?? column.key);
  const how = here ? (order.falling ? '从大到小' : '从小到大') : '点一下排序';
  return (
    <View
      className={`data-table-cell ${classOf(column)}${here ? ' data-table-sorted' : ''}`}
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

interface HeadRowProps<Row> {
  columns: readonly Column<Row>[];
  order: Order;
  onSort: (key: string) => void;
  ticks: { all: boolean | 'mixed'; onAll: () => void } | undefined;
}

export function HeadRow<Row>({ columns, order, onSort, ticks }: HeadRowProps<Row>) {
  return (
    <View className="data-table-head" {...describe({ role: 'row' })}>
      {ticks && (
        <View className="data-table-cell data-table-tick-head" {...describe({ role: 'columnheader' })}>
          <PickBox label="全选" checked={ticks.all} onTap={ticks.onAll} />
        </View>
      )}
      {columns.map((column) => (
        <Head key={column.key} {...{ column, order, onSort }} />
      ))}
    </View>
  );
}
