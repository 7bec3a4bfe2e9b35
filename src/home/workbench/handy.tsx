import { View } from '@tarojs/components';
import { ItemRow } from '../../award/award/item-step';
import { List } from '../../components/list';
import { EmptyState } from '../../components/page-state';
import { SectionHeader } from '../../components/section-header';
import { goTo } from '../../ways';
import type { Workbench } from './use-workbench';

function Items({ bench }: { bench: Workbench }) {
  if (bench.handy.length === 0)
    return <EmptyState icon="book" title="还没有积分项目" words="社区管理员发布以后，这里就能直接发。" />;
  return (
    <List label="常发的">
      {bench.handy.map((item) => (
        <ItemRow key={item.itemId} item={item} onTap={() => goTo('staff/award', { item: item.itemId })} />
      ))}
    </List>
  );
}

/** What one gives most, one tap from its people. */
export function Handy({ bench }: { bench: Workbench }) {
  return (
    <View>
      <SectionHeader title={bench.often.length > 0 ? '常发的' : '可以发的'} note="点一下，选人就发" />
      <Items bench={bench} />
    </View>
  );
}
