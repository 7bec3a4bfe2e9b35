import { View } from '@tarojs/components';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { type Column, DataTable } from '../../components/data-table';
import { SheetTold, SheetTools } from '../../components/data-table/sheet-tools';
import { Field } from '../../components/field';
import { Filters } from '../../components/filters';
import { ListPage } from '../../components/list-page';
import { CAPS, CATEGORY, NAME, POINTS } from './item-columns';
import { type Item, lackWords } from './item-words';
import type { Catalogue } from './use-catalogue';
import { FILTERS } from './use-items';

const lacks = ({ data: known }: Catalogue['sources']): Column<Item> => ({
  key: 'lacks',
  title: '还差什么',
  cell: (item) => lackWords(item, known?.guidelines) || (known ? '齐了，可以发布' : '还没看全'),
});
const EMPTY = {
  published: '还没有在用的项目。导入细则表，或者新建一个，补齐后发布。',
  draft: '没有草稿。导入细则表，或者新建一个，会先放在这里。',
  retired: '没有停用的项目。',
} as const;

function Tools({ list }: { list: Catalogue['list'] }) {
  return (
    <>
      <View className="list-tools">
        <View className="grow">
          <Field
            label="找项目"
            labelHidden
            kind="search"
            icon="search"
            example="名称或类别"
            value={list.typed}
            onInput={list.type}
            maxLength={QUERY_MAX}
          />
        </View>
        <SheetTools sheet={list.sheet} />
      </View>
      <View className="list-tools">
        <View className="grow">
          <Filters filters={FILTERS} inForce={list.inForce} onChange={list.sift} />
        </View>
        {list.data && <View className="t-sub">{`一共 ${list.count} 项`}</View>}
      </View>
      <SheetTold sheet={list.sheet} />
    </>
  );
}

/** The items in one state: what is drafted can be ticked, and completed and published together. */
export function ItemsTable({ catalogue, kind }: { catalogue: Catalogue; kind: keyof typeof EMPTY }) {
  const { list, opened, open, picked, pick } = catalogue;
  const none = list.isSifted ? '没有这样的项目。去掉一个条件再看看。' : EMPTY[kind];
  return (
    <View className="stack">
      <Tools list={list} />
      <ListPage
        of={list}
        failed="项目没能打开"
        rows={6}
        empty={{ icon: 'book', title: '这里是空的', words: none }}
        end={`就这 ${list.data?.length} 项了`}
      >
        {(items) => (
          <DataTable
            label="积分项目"
            columns={[NAME, CATEGORY, POINTS, kind === 'draft' ? lacks(catalogue.sources) : CAPS]}
            rows={items}
            keyOf={({ itemId }) => itemId}
            sorting={list.sorting}
            onOpen={({ itemId }) => open(itemId)}
            {...(opened && { opened: opened.itemId })}
            {...(kind === 'draft' && { picked, onPick: pick })}
          />
        )}
      </ListPage>
    </View>
  );
}
