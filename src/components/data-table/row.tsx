import { View } from '@tarojs/components';
import { Tappable } from '../tappable';
import { describe } from '../tappable/semantics';
import { type Column, classOf, widthOf } from './column';
import { PickBox } from './head';
import './group.scss';

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  /** On a phone it heads the card. */
  first: boolean;
  onOpen: (() => void) | undefined;
  heard: string | undefined;
}

function Cell<Row>({ column, row, first, onOpen, heard }: CellProps<Row>) {
  const className = ['data-table-cell', first && 'data-table-first', classOf(column)].filter(Boolean).join(' ');
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

/** A table drawn by style has no cell that spans others: the word stands in the first, the rest are empty. */
export function GroupRow<Row>({
  word,
  columns,
  ticks,
}: {
  word: string;
  columns: readonly Column<Row>[];
  ticks: boolean;
}) {
  return (
    <View className="data-table-group" {...describe({ role: 'row' })}>
      {ticks && <View className="data-table-group-rest" {...describe({ hidden: true })} />}
      {columns.map((column, i) => (
        <View
          key={column.key}
          className={`${i === 0 ? 'data-table-group-word' : 'data-table-group-rest'} ${classOf(column)}`}
          {...describe(i === 0 ? { role: 'cell' } : { hidden: true })}
        >
          {i === 0 ? word : ''}
        </View>
      ))}
    </View>
  );
}

interface BodyRowProps<Row> {
  row: Row;
  columns: readonly Column<Row>[];
  onOpen: ((row: Row) => void) | undefined;
  opened: boolean;
  /** The keyboard has come to it. */
  here: boolean;
  ticked: boolean | undefined;
  onTick: () => void;
  /** Where its first cell alone would sound like another row's. */
  heard: string | undefined;
}

export function BodyRow<Row>({ row, columns, onOpen, opened, here, ticked, onTick, heard }: BodyRowProps<Row>) {
  const named = heard ?? columns[0]?.cell(row);
  const className = [
    'data-table-row',
    opened && 'data-table-opened',
    here && 'data-table-here',
    ticked !== undefined && 'data-table-ticks',
    ticked && 'data-table-ticked',
  ];
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
