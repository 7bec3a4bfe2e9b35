import { View } from '@tarojs/components';
import { useState } from 'react';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { EndOfList } from '../../components/end-of-list';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { byRow, EFFECTS, type Effect, type Finding, type RowFindings } from './finding-words';

const PAGE_ROWS = 50;
const COLUMNS: readonly Column<RowFindings>[] = [
  { key: 'row', title: '表里第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 130 },
  {
    key: 'words',
    title: '怎么看的',
    cell: ({ words }) => (
      <View>
        {words.map((one) => (
          <View key={one}>{one}</View>
        ))}
      </View>
    ),
  },
];

/** What was found, by what becomes of it; refused rows first, because those need a person. `partial`: it is not all yet. */
export function Findings({ findings, partial }: { findings: readonly Finding[]; partial: boolean }) {
  const groups = EFFECTS.map((effect) => ({ ...effect, rows: byRow(findings, effect.key) }));
  const first = groups.find(({ rows }) => rows.length > 0)?.key ?? 'rowRefused';
  const [chosen, choose] = useState<Effect>(first);
  const [shown, setShown] = useState(PAGE_ROWS);
  const group = groups.find(({ key }) => key === chosen);
  const rows = group?.rows ?? [];
  return (
    <View className="stack">
      <SectionHeader title="一行一行怎么看的" note="行号和 Excel 里一样" />
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
          columns={COLUMNS}
          rows={rows.slice(0, shown)}
          keyOf={({ row }) => String(row)}
        />
      )}
      {rows.length > shown ? (
        <Button onTap={() => setShown(shown + PAGE_ROWS)}>再看一些</Button>
      ) : (
        rows.length > 0 && !partial && <EndOfList>就这些了</EndOfList>
      )}
    </View>
  );
}
