import { type Column, DataTable } from '../../components/data-table';
import { useRowKeys } from '../../components/data-table/use-row-keys';
import { numberWords } from '../../words/number';
import type { Candidate } from './candidates';
import { tickAll } from './tick-all';
import type { Award } from './use-award';

export const HINTS = [
  { keys: ['↑', '↓'], words: '换人' },
  { keys: ['空格'], words: '选中' },
  { keys: ['Ctrl', 'A'], words: '全选' },
  { keys: ['End'], words: '到末尾' },
];

/** At a desk: who, how often it has counted, and what each would get. */
export function PeopleTable({ award, points }: { award: Award; points: number }) {
  const { candidates, picked, standings, sorting, source, add, without } = award;
  const columns: readonly Column<Candidate>[] = [
    { key: 'name', title: '姓名', cell: ({ name }) => name, sortKey: 'name', width: 92 },
    { key: 'age', title: '年龄', cell: ({ age }) => age ?? '', sortKey: 'age', width: 70, align: 'right' },
    { key: 'address', title: '门牌', cell: ({ address, note }) => address || note, sortKey: 'address' },
    { key: 'place', title: '组', cell: ({ place }) => place ?? '', sortKey: 'unit', width: 84 },
    { key: 'times', title: '这件事', cell: ({ id }) => standings.whyOf(id) ?? standings.timesOf(id), width: 136 },
    {
      key: 'points',
      title: '记',
      cell: ({ id }) => (standings.whyOf(id) || !award.isSaid ? '' : `+${numberWords(points)}`),
      width: 56,
      align: 'right',
    },
  ];
  const pick = (keys: readonly string[]) => {
    const ticked = new Set(keys);
    const rows = new Set(candidates.map(({ id }) => id));
    const gone = picked.filter(({ id }) => rows.has(id) && !ticked.has(id)).map(({ id }) => id);
    if (gone.length > 0) without(new Set(gone));
    else add(candidates.filter(({ id }) => ticked.has(id)));
  };
  const { hasMore, more } = award.shown;
  const end = () => void (hasMore && !award.isBrought && more());
  return (
    <DataTable
      label="选人"
      columns={source === 'all' ? columns : columns.map(({ sortKey: _, ...column }) => column)}
      rows={candidates}
      keyOf={({ id }) => id}
      picked={picked.map(({ id }) => id)}
      onPick={pick}
      {...(source === 'all' && { sorting })}
      keys={{ all: () => void tickAll(award), end }}
      useKeys={useRowKeys}
    />
  );
}
