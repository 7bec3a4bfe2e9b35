import { View } from '@tarojs/components';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { EndOfList } from '../../components/end-of-list';
import { Notice } from '../../components/notice';
import { RefusalNotice } from '../../components/refusal-notice';
import { SectionHeader } from '../../components/section-header';
import { FileButton } from '../../files';
import { type Imported, RULES } from './item-words';
import type { Catalogue } from './use-catalogue';

type Draft = Imported['drafts'][number];
type Refused = Imported['refused'][number];

const DRAFTS: readonly Column<Draft>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'name', title: '做了什么事', cell: ({ name }) => name },
  { key: 'category', title: '类别', cell: ({ category }) => category, width: 160 },
  { key: 'points', title: '分值', cell: ({ points }) => `+${points}`, sortBy: ({ points }) => points, width: 90 },
  { key: 'new', title: '', cell: ({ isNew }) => (isNew ? '新的' : '已经有了'), width: 110 },
];
const REFUSED: readonly Column<Refused>[] = [
  { key: 'row', title: '第几行', cell: ({ row }) => `第 ${row} 行`, sortBy: ({ row }) => row, width: 100 },
  { key: 'text', title: '表里写的', cell: ({ text }) => text },
  { key: 'points', title: '表里的分', cell: ({ points }) => points ?? '', width: 100 },
  { key: 'rule', title: '为什么不收', cell: ({ rule }) => RULES[rule], width: 280 },
];

function Result({ catalogue, imported }: { catalogue: Catalogue; imported: Imported }) {
  const { drafts, refused } = imported;
  const fresh = drafts.filter(({ isNew }) => isNew);
  return (
    <View className="stack">
      <Notice kind="done" title={fresh.length > 0 ? `${fresh.length} 项进了草稿` : '这些项目已经都在了，没有重复'}>
        {drafts.length > fresh.length && fresh.length > 0
          ? `另外 ${drafts.length - fresh.length} 项已经有了，没有重复。`
          : '草稿补齐、发布以后才算数。'}
      </Notice>
      {refused.length > 0 && (
        <>
          <SectionHeader title="不收的行" note={`${refused.length} 行`} />
          <DataTable label="不收的行" columns={REFUSED} rows={refused} keyOf={({ row }) => String(row)} />
        </>
      )}
      {drafts.length > 0 && (
        <>
          <SectionHeader title="进了草稿的" note={`${drafts.length} 项`} />
          <DataTable label="进了草稿的" columns={DRAFTS} rows={drafts} keyOf={({ itemId }) => itemId} />
          <EndOfList>就这些了</EndOfList>
          <Button
            wide
            onTap={() =>
              catalogue.choose(
                'draft',
                drafts.map(({ itemId }) => itemId),
              )
            }
          >
            去补齐这些草稿
          </Button>
        </>
      )}
    </View>
  );
}

/** A committee's own rule sheet: earning rows become drafts, deducting rows are refused one by one. */
export function SheetPanel({ catalogue }: { catalogue: Catalogue }) {
  const { bulk } = catalogue;
  return (
    <View className="stack">
      <View>选一份细则表（Excel）。加分的进草稿；扣分的、清零的一行一行退回，并写明是哪条规则。再导一次不会重复。</View>
      <RefusalNotice refusal={bulk.importRefusal} />
      <FileButton busy={bulk.busy} onChosen={(file) => void bulk.importSheet(file)}>
        选细则表
      </FileButton>
      {bulk.imported && <Result catalogue={catalogue} imported={bulk.imported} />}
    </View>
  );
}
