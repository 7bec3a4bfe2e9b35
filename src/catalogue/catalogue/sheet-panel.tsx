import { View } from '@tarojs/components';
import { Alert } from '../../components/alert';
import { type Column, DataTable } from '../../components/data-table';
import { EndOfList } from '../../components/end-of-list';
import { RefusalAlert } from '../../components/refusal-alert';
import { SectionHeader } from '../../components/section-header';
import { FileButton } from '../../device/files';
import { sendingWords } from '../../words/sending';
import { type Imported, RULES } from './item-words';
import type { Catalogue } from './use-catalogue';

type Draft = Imported['drafts'][number];
type Refused = Imported['refused'][number];

const DRAFTS: readonly Column<Draft>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'name', title: '做了什么事', cell: ({ name }) => name },
  { key: 'category', title: '类别', cell: ({ category }) => category, width: 160 },
  { key: 'points', title: '分值', cell: ({ points }) => `+${points}`, sortBy: ({ points }) => points, width: 90 },
  { key: 'new', title: '新旧', cell: ({ isNew }) => (isNew ? '新的' : '已经有了'), width: 110 },
];
/** Sheets write what is deducted without a sign, in a column of its own. */
const sheetPoints = (rule: Refused['rule'], points: number | null) =>
  points === null ? '没写' : rule === 'rule4NoDeduction' ? `扣 ${Math.abs(points)} 分` : `${points} 分`;

const REFUSED: readonly Column<Refused>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'text', title: '表里写的', cell: ({ text }) => text },
  { key: 'points', title: '表里的分', cell: ({ rule, points }) => sheetPoints(rule, points), width: 110 },
  { key: 'rule', title: '为什么不收', cell: ({ rule }) => RULES[rule], width: 280 },
];

function Result({ imported }: { imported: Imported }) {
  const { drafts, refused } = imported;
  const fresh = drafts.filter(({ isNew }) => isNew);
  return (
    <View className="stack">
      <Alert kind="done" title={fresh.length > 0 ? `${fresh.length} 项进了草稿` : '这些项目已经都在了，没有重复'}>
        {drafts.length > fresh.length && fresh.length > 0
          ? `另外 ${drafts.length - fresh.length} 项已经有了，没有重复。`
          : '草稿补齐、发布以后才算数。'}
      </Alert>
      {refused.length > 0 && (
        <>
          <SectionHeader title="不收的行" note={`${refused.length} 行`} />
          <DataTable label="不收的行" columns={REFUSED} rows={refused} keyOf={({ row }) => String(row)} />
        </>
      )}
      {drafts.length > 0 && (
        <>
          <SectionHeader title="加分的项目" note={`${drafts.length} 项`} />
          <DataTable label="加分的项目" columns={DRAFTS} rows={drafts} keyOf={({ itemId }) => itemId} />
          <EndOfList>就这些了</EndOfList>
        </>
      )}
    </View>
  );
}

/** A committee's own rule sheet: earning rows become drafts, deducting rows are refused one by one. */
export function SheetPanel({ catalogue }: { catalogue: Catalogue }) {
  const { busy, sheet } = catalogue.bulk;
  return (
    <View className="stack">
      <View>选一份细则表（Excel）。加分的进草稿；扣分的、清零的一行一行退回，并写明是哪条规则。再导一次不会重复。</View>
      <RefusalAlert refusal={sheet.refusal} onRetry={sheet.again} />
      {sheet.sending && <Alert kind="info" title={sendingWords(sheet.sending)} />}
      <FileButton busy={busy} onChosen={(file) => void sheet.take(file)}>
        选细则表
      </FileButton>
      {sheet.imported && <Result imported={sheet.imported} />}
    </View>
  );
}
