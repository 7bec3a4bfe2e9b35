import { View } from '@tarojs/components';
import { useState } from 'react';
import { QUERY_MAX } from '../../../cloudfunctions/values/limits';
import { EndOfList } from '../../components/end-of-list';
import { Field } from '../../components/field';
import { Icon } from '../../components/icon';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { PointsBadge } from '../../components/points-badge';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { Segments } from '../../components/segments';
import { StepBar } from '../../components/step-bar';
import { worthShort, worthWords } from '../../words/worth';
import { capWords, type Item, iconOf } from './award-words';
import { STEPS } from './steps';
import type { Items } from './use-items';

const OFTEN_SHOWN = 4;
const isPlain = ({ grades, perHalfHours }: Item) => grades.length === 0 && perHalfHours === null;

interface RowProps {
  item: Item;
  /** Said at the end, where the same item stands in another list of the page too. */
  list?: string;
  onTap: () => void;
}

export function ItemRow({ item, list, onTap }: RowProps) {
  const heard = ['发积分', item.name, capWords(item), worthWords(item), list]; // an activity may have the item's name
  return (
    <ListRow
      icon={iconOf(item)}
      title={item.name}
      note={capWords(item)}
      trail={
        <View className="row">
          {isPlain(item) ? (
            <PointsBadge points={item.points} short />
          ) : (
            <View className="jade strong">{worthShort(item)}</View>
          )}
          <Icon name="forward" size={16} />
        </View>
      }
      onTap={onTap}
      label={heard.filter(Boolean).join('，')}
    />
  );
}

interface RowsProps {
  items: readonly Item[];
  label: string;
  often?: boolean;
  onChoose: (id: string) => void;
}

function Rows({ items, label, often, onChoose }: RowsProps) {
  return (
    <List label={label} className="award-items">
      {items.map((item) => (
        <ItemRow key={item.itemId} item={item} {...(often && { list: label })} onTap={() => onChoose(item.itemId)} />
      ))}
    </List>
  );
}

function Everything({ items, onChoose }: { items: readonly Item[]; onChoose: (id: string) => void }) {
  const categories = [...new Set(items.map(({ category }) => category))];
  const [chosen, setChosen] = useState('');
  const shown = chosen ? items.filter(({ category }) => category === chosen) : items;
  return (
    <>
      <SectionHeader title={`全部 ${items.length} 件`} />
      <Segments
        label="哪一类"
        items={[{ key: '', word: '全部' }, ...categories.map((key) => ({ key, word: key }))]}
        chosen={chosen}
        onChoose={setChosen}
      />
      <Rows items={shown} label="积分项目" onChoose={onChoose} />
      <EndOfList>就这些了</EndOfList>
    </>
  );
}

function Found({ items, onChoose }: { items: readonly Item[]; onChoose: (id: string) => void }) {
  if (items.length === 0)
    return <EmptyState icon="search" title="没有这样的好事" words="换个字试试。要新增一件，请到“积分项目”里加。" />;
  return <Rows items={items} label="找到的积分项目" onChoose={onChoose} />;
}

/** What for: searched by a few letters, what one gives often first. */
export function ItemStep({ items, onChoose }: { items: Items; onChoose: (id: string) => void }) {
  const [query, setQuery] = useState('');
  const asked = query.trim();
  const found = items.items.filter(({ name, category }) => name.includes(asked) || category.includes(asked));
  return (
    <Screen title="发积分" shell="staff">
      <StepBar steps={STEPS} current={0} chosen={[undefined, '点名字选', '一次确认']} />
      <Field
        label="找一件好事"
        labelHidden
        kind="search"
        icon="search"
        example="找一件好事，比如“巡逻”"
        value={query}
        onInput={setQuery}
        maxLength={QUERY_MAX}
      />
      {items.items.length === 0 ? (
        <EmptyState icon="book" title="还没有积分项目" words="社区管理员发布以后，这里就能选了。" />
      ) : asked ? (
        <Found items={found} onChoose={onChoose} />
      ) : (
        <>
          {items.often.length > 0 && (
            <>
              <SectionHeader title="常发的" />
              <Rows items={items.often.slice(0, OFTEN_SHOWN)} label="常发的" often onChoose={onChoose} />
            </>
          )}
          <Everything items={items.items} onChoose={onChoose} />
        </>
      )}
    </Screen>
  );
}
