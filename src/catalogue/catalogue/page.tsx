import { View } from '@tarojs/components';
import { useState } from 'react';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { ListFoot } from '../../components/list-foot';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState } from '../../components/page-state';
import { RefusalNotice } from '../../components/refusal-notice';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { isStaff } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { startAt } from '../../ways';
import { CompletePanel, PublishedNotice } from './bulk-panel';
import { ItemForm } from './item-form';
import { ItemPanel } from './item-panel';
import { capsWords, type Item, lackWords } from './item-words';
import { SheetPanel } from './sheet-panel';
import { SourcesPanel } from './sources-panel';
import { type Catalogue, useCatalogue } from './use-catalogue';
import './page.scss';

const VIEWS = [
  { key: 'published', word: '在用' },
  { key: 'draft', word: '草稿' },
  { key: 'retired', word: '停用' },
  { key: 'sheet', word: '导入细则表' },
  { key: 'sources', word: '依据' },
] as const;

const NAME: Column<Item> = { key: 'name', title: '做了什么事', cell: ({ name }) => name };
const SHARED: readonly Column<Item>[] = [
  { key: 'category', title: '类别', cell: ({ category }) => category, sortBy: ({ category }) => category, width: 130 },
  { key: 'points', title: '分值', cell: ({ points }) => `+${points}`, sortBy: ({ points }) => points, width: 80 },
];
const CAPS: Column<Item> = { key: 'caps', title: '上限', cell: (item) => capsWords(item) || '还没定' };
const lacks = ({ known }: Catalogue['sources']): Column<Item> => ({
  key: 'lacks',
  title: '还差什么',
  cell: (item) => lackWords(item, known?.guidelines) || (known ? '齐了，可以发布' : '还没看全'),
  sortBy: (item) => lackWords(item, known?.guidelines),
});
const EMPTY = {
  published: '还没有在用的项目。导入细则表，或者新建一个，补齐后发布。',
  draft: '没有草稿。导入细则表，或者新建一个，会先放在这里。',
  retired: '没有停用的项目。',
} as const;

function Items({ catalogue, kind }: { catalogue: Catalogue; kind: keyof typeof EMPTY }) {
  const { items, list, opened, open, picked, pick } = catalogue;
  if (!items)
    return list.refusal ? (
      <ErrorState title="项目没能打开" onRetry={() => void list.reload()} refusal={list.refusal} />
    ) : (
      <Skeleton rows={6} />
    );
  if (items.length === 0) return <EmptyState icon="book" title="这里是空的" words={EMPTY[kind]} />;
  return (
    <View>
      <DataTable
        label="积分项目"
        columns={[NAME, ...SHARED, kind === 'draft' ? lacks(catalogue.sources) : CAPS]}
        rows={items}
        keyOf={({ itemId }) => itemId}
        onOpen={({ itemId }) => open(itemId)}
        {...(opened && { opened: opened.itemId })}
        {...(kind === 'draft' && { picked, onPick: pick })}
      />
      <ListFoot list={list} end={`就这 ${items.length} 项了`} />
    </View>
  );
}

function Main({ catalogue }: { catalogue: Catalogue }) {
  const { view, choose, told, bulk } = catalogue;
  return (
    <View className="stack">
      <Segments wrap label="看哪些" items={VIEWS} chosen={view} onChoose={(key) => choose(key)} />
      {told && <Notice kind="done" title={told} />}
      {bulk.published && <PublishedNotice published={bulk.published} onOpen={catalogue.open} />}
      {!catalogue.completing && <RefusalNotice refusal={bulk.refusal} />}
      {view === 'sheet' ? (
        <SheetPanel catalogue={catalogue} />
      ) : view === 'sources' ? (
        <SourcesPanel sources={catalogue.sources} />
      ) : (
        <Items catalogue={catalogue} kind={view} />
      )}
    </View>
  );
}

/** From a sheet on to its drafts, all of them ticked. */
function AfterSheet({ catalogue }: { catalogue: Catalogue }) {
  const drafts = catalogue.bulk.imported?.drafts ?? [];
  if (drafts.length === 0) return null;
  const ids = drafts.map(({ itemId }) => itemId);
  return (
    <ActionBar>
      <Button kind="primary" onTap={() => catalogue.choose('draft', ids)}>
        去补齐草稿
      </Button>
    </ActionBar>
  );
}

function Foot({ catalogue, onNew }: { catalogue: Catalogue; onNew: () => void }) {
  const { picked, view, mayPublish, bulk } = catalogue;
  if (view === 'sheet') return <AfterSheet catalogue={catalogue} />;
  if (view !== 'draft' || picked.length === 0)
    return view === 'published' || view === 'draft' ? (
      <ActionBar>
        <Button icon="plus" onTap={onNew}>
          新建一个
        </Button>
      </ActionBar>
    ) : null;
  return (
    <ActionBar note={<View className="strong">{`选了 ${picked.length} 项`}</View>}>
      <Button onTap={() => catalogue.setCompleting(true)}>{`一起补齐 ${picked.length} 项`}</Button>
      <Button
        kind="primary"
        busy={bulk.busy}
        blocked={mayPublish ? undefined : '发布要由社区管理员来点'}
        onTap={() => {
          catalogue.setTold(undefined);
          void bulk.publish(picked);
        }}
      >
        {`发布 ${picked.length} 项`}
      </Button>
    </ActionBar>
  );
}

function Body({ catalogue, making, onMade }: { catalogue: Catalogue; making: boolean; onMade: () => void }) {
  const wide = useWide();
  const { opened, completing } = catalogue;
  const side = making ? (
    <ItemForm catalogue={catalogue} onDone={onMade} />
  ) : completing ? (
    <CompletePanel catalogue={catalogue} />
  ) : opened ? (
    <ItemPanel key={opened.itemId} catalogue={catalogue} item={opened} />
  ) : null;
  if (!side) return <Main catalogue={catalogue} />;
  if (!wide) return side;
  return (
    <View className="columns">
      <Main catalogue={catalogue} />
      {side}
    </View>
  );
}

/** The community's point items: in force, drafted, retired; taken in from a sheet, completed and published together. */
export default function CataloguePage() {
  const catalogue = useCatalogue();
  const [making, make] = useState(false);
  const { me, mayUse, refusal, opened, completing } = catalogue;
  const close = () => {
    make(false);
    catalogue.open(undefined);
    catalogue.setCompleting(false);
  };
  const aside = making || completing || opened !== undefined;
  return (
    <Screen
      title="积分项目"
      shell="staff"
      onBack={aside ? close : undefined}
      actions={mayUse && !aside && <Foot catalogue={catalogue} onNew={() => make(true)} />}
    >
      {mayUse ? (
        <Body catalogue={catalogue} making={making} onMade={close} />
      ) : me ? (
        <EmptyState
          icon="door"
          title="这里是社区工作人员用的"
          words={isStaff(me) ? '积分项目由社区定，在“发积分”里能看到在用的。' : '积分项目由社区定。'}
          action={{ word: '回首页', onTap: () => startAt('pages/home') }}
        />
      ) : refusal ? (
        <ErrorState title="没能打开" refusal={refusal} onRetry={() => void catalogue.reload()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Screen>
  );
}
