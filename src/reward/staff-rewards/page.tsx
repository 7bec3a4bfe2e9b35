import { View } from '@tarojs/components';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { usePages } from '../../api/use-pages';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListPage } from '../../components/list-page';
import { Gate } from '../../session/gate';
import { useWide } from '../../theme/use-wide';
import { periodWord, type Reward } from '../reward-words';
import { RewardsDesk } from './desk';
import { Doing, retiredWords } from './doing';
import { FOR_WHOM } from './kinds';
import { RewardPanel } from './reward-panel';
import { useAside } from './use-aside';
import './page.scss';

const COLUMNS: readonly Column<Reward>[] = [
  { key: 'title', title: '奖励', cell: ({ title }) => title },
  { key: 'kind', title: '哪一种', cell: ({ kindName }) => kindName },
  { key: 'whom', title: '给谁', cell: ({ holderKind }) => FOR_WHOM[holderKind] },
  { key: 'cost', title: '要多少分', cell: ({ cost }) => cost, sortBy: ({ cost }) => cost, align: 'right' },
  {
    key: 'stock',
    title: '份数',
    cell: (reward) => `${periodWord(reward)}还剩 ${reward.stockLeft} 份`,
    sortBy: ({ stockLeft }) => stockLeft,
  },
];

/** The rewards of a community, and which of them is looked at. */
function useRewards(unitId: string) {
  const { pages, ready, ...asked } = usePages('reward.list', { unitId, limit: PAGE_MAX });
  const all = pages.flatMap((page) => page.rewards);
  const beside = useAside(asked.reload);
  const { aside } = beside;
  const opened = aside?.does === 'look' ? all.find(({ rewardId }) => rewardId === aside.rewardId) : undefined;
  return { unitId, beside, opened, list: { ...asked, data: ready ? all : undefined } };
}
type Rewards = ReturnType<typeof useRewards>;

const NONE_YET = { icon: 'gift', title: '还没有奖励', words: '开一个，居民就能在“兑换”里看到。' } as const;

function Table({ rewards: { list, beside } }: { rewards: Rewards }) {
  return (
    <View className="stack">
      {beside.told && <Alert kind="done" title={beside.told} />}
      <ListPage of={list} failed="奖励没能打开" rows={5} empty={NONE_YET}>
        {(rows) => (
          <DataTable
            label="奖励"
            columns={COLUMNS}
            rows={rows}
            keyOf={({ rewardId }) => rewardId}
            onOpen={({ rewardId }) => beside.look(rewardId)}
            partial={list.hasMore}
          />
        )}
      </ListPage>
    </View>
  );
}

function Side({ rewards: { unitId, opened, beside } }: { rewards: Rewards }) {
  if (!opened) return <Doing {...{ unitId, beside }} />;
  return (
    <RewardPanel
      key={opened.rewardId}
      reward={opened}
      onAnew={() => beside.anew(opened.rewardId)}
      onRetired={(title) => beside.close(retiredWords(title))}
    />
  );
}

const SCREEN = { title: '奖励', shell: 'staff' } as const;

/** On a phone: the list, or what is opened of it. */
function Shelf({ unitId }: { unitId: string }) {
  const rewards = useRewards(unitId);
  const { beside, opened } = rewards;
  const aside = beside.aside !== undefined && (beside.aside.does !== 'look' || opened !== undefined);
  return (
    <ListAndDetail
      {...SCREEN}
      list={<Table rewards={rewards} />}
      detail={aside && <Side rewards={rewards} />}
      onClose={() => beside.close()}
      actions={
        !aside && (
          <ActionBar>
            <Button icon="clock" onTap={beside.time}>
              兑换时间
            </Button>
            <Button kind="primary" icon="plus" onTap={beside.make}>
              开一个奖励
            </Button>
          </ActionBar>
        )
      }
    />
  );
}

/** What points can be redeemed for in a community: opened and taken out by its admin. */
export default function StaffRewardsPage() {
  const wide = useWide();
  return (
    <Gate who="admin" words="自己兑换，请到“兑换”里选。" rows={5} screen={SCREEN}>
      {({ communityId, role }) =>
        wide ? <RewardsDesk unitId={communityId} place={role.unitName} /> : <Shelf unitId={communityId} />
      }
    </Gate>
  );
}
