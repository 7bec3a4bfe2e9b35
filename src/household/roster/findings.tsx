import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { EndOfList } from '../../components/end-of-list';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { Tag } from '../../components/tag';
import { EFFECTS, type Effect, type Finding, findingWords } from './finding-words';

const PAGE_ROWS = 50;

const tagOf = ({ kind, effect }: Finding) => {
  const { tag, kind: looks } = EFFECTS.find(({ key }) => key === effect) ?? { tag: '', kind: 'plain' as const };
  const isQuestion = kind === 'unclearMatch' || kind === 'saysGone';
  return isQuestion ? <Tag kind="wait">问你一句</Tag> : <Tag kind={looks}>{tag}</Tag>;
};

/** Of a file of several sheets each row says which. */
const columnsOf = (several: boolean): readonly Column<Finding>[] => [
  {
    key: 'row',
    title: '哪一格',
    cell: ({ sheet, row, field }) => (
      <View>
        <View>{`第 ${row} 行`}</View>
        <View className="t-sub">{several ? `${sheet} · ${field}` : field}</View>
      </View>
    ),
    sortBy: ({ row }) => row,
    width: several ? 190 : 130,
  },
  {
    key: 'said',
    title: '表里写的',
    cell: ({ said }) => <View className="roster-said">{said ?? '—'}</View>,
    width: 180,
  },
  { key: 'words', title: '怎么看的', cell: (finding) => findingWords(finding) },
  { key: 'effect', title: '结果', cell: tagOf, width: 120 },
];

/** What was found, by what becomes of it; refused rows first, because those need a person. `partial`: it is not all yet. */
export function Findings({
  findings,
  partial,
  several,
}: {
  findings: readonly Finding[];
  partial: boolean;
  several: boolean;
}) {
  const groups = EFFECTS.map((effect) => ({ ...effect, rows: findings.filter((one) => one.effect === effect.key) }));
  const first = groups.find(({ rows }) => rows.length > 0)?.key ?? 'rowRefused';
  const [chosen, choose] = useState<Effect>(first);
  const [shown, setShown] = useState(PAGE_ROWS);
  const group = groups.find(({ key }) => key === chosen);
  const rows = group?.rows ?? [];
  return (
    <View className="stack">
      <SectionHeader title="一格一格怎么看的" note="行号和 Excel 里一样" />
      <Segments
        wrap
        label="看哪一类"
        items={groups.map(({ key, word, rows: all }) => ({ key, word, count: all.length }))}
        chosen={chosen}
        onChoose={(key) => {
          choose(key);
          setShown(PAGE_ROWS);
        }}
      />
      {rows.length === 0 ? (
        <View className="t-sub">{group?.none}</View>
      ) : (
        <DataTable
          label={group?.word ?? ''}
          columns={columnsOf(several)}
          rows={rows.slice(0, shown)}
          keyOf={({ sheet, row, field, kind, as }) => `${row} ${field} ${kind} ${as} ${sheet}`}
        />
      )}
      {rows.length > shown ? (
        <Button onTap={() => setShown(shown + PAGE_ROWS)}>{`再看一些，下面还有 ${rows.length - shown} 条`}</Button>
      ) : (
        rows.length > 0 && !partial && <EndOfList>就这些了</EndOfList>
      )}
    </View>
  );
}
