import { View } from '@tarojs/components';
import { useState } from 'react';
import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import { usePages } from '../../api/use-pages';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { ListAndDetail } from '../../components/list-and-detail';
import { ListPage } from '../../components/list-page';
import { Gate } from '../../session/gate';
import { periodWord, type Reward } from '../reward-words';
import { FOR_WHOM } from './kinds';
import { NewReward, RewardAnew } from './new-reward';
import { RedemptionPanel } from './redemption-panel';
import { RewardPanel } from './reward-panel';
import './page.scss';

const COLUMNS: readonly Column<Reward>[] = [
  { key: 'title', title: '奖励', cell: ({ title }) => title },
  { key: 'kind', title: '哪一种', cell: ({ kindName }) => kindName, width: 150 },
  { key: 'whom', title: '给谁', cell: ({ holderKind }) => FOR_WHOM[holderKind], width: 90 },
  { key: 'cost', title: '要多少分', cell: ({ cost }) => cost, sortBy: ({ cost }) => cost, width: 110, align: 'right' },
  {
    key: 'stock',
    title: '份数',
    cell: (reward) => `${periodWord(reward)}还剩 ${reward.stockLeft} 份`,
    sortBy: ({ stockLeft }) => stockLeft,
    width: 150,
  },
];

/** The rewards of a community, and which of them is looked at. */
function useRewards(unitId: string) {
  const { pages, ready, ...asked } = usePages('reward.list', { unitId, limit: PAGE_MAX });
  const all = pages.flatMap((page) => page.rewards);
  const [openedId, open] = useState<string>();
  const [making, make] = useState(false);
  const [timing, time] = useState(false);
  const [anewId, openAnew] = useState<string>();
  const [told, setTold] = useState<string>();
  const close = (words?: string) => {
    open(undefined);
    make(false);
    time(false);
    openAnew(undefined);
    setTold(words);
    if (words) void asked.reload();
  };
  const opened = all.find(({ rewardId }) => rewardId === openedId);
  const list = { ...asked, data: ready ? all : undefined };
  return { unitId, list, open, opened, making, make, timing, time, anewId, openAnew, told, close };
}
type Rewards = ReturnType<typeof useRewards>;

const NONE_YET = { icon: 'gift', title: '还没有奖励', words: '开一个，居民就能在“兑换”里看到。' } as const;

function Table({ rewards }: { rewards: Rewards }) {
  const { list, told, opened, open } = rewards;
  return (
    <View className="stack">
      {told && <Alert kind="done" title={told} />}
      <ListPage of={list} failed="奖励没能打开" rows={5} empty={NONE_YET}>
        {(rows) => (
          <DataTable
            label="奖励"
            columns={COLUMNS}
            rows={rows}
            keyOf={({ rewardId }) => rewardId}
            onOpen={({ rewardId }) => open(rewardId)}
            partial={list.hasMore}
            {...(opened && { opened: opened.rewardId })}
          />
        )}
      </ListPage>
    </View>
  );
}

function Side({ rewards }: { rewards: Rewards }) {
  const { unitId, making, timing, opened, anewId, openAnew, close } = rewards;
  if (making) return <NewReward unitId={unitId} onMade={(title) => close(`“${title}”开好了，居民现在就能换`)} />;
  if (timing) return <RedemptionPanel unitId={unitId} onDone={() => close('改好了，居民现在看到的是新的时间')} />;
  if (!opened) return null;
  if (anewId === opened.rewardId)
    return (
      <RewardAnew
        unitId={unitId}
        rewardId={anewId}
        onMade={(title) => close(`“${title}”改好了，居民现在看到的是新的`)}
      />
    );
  return (
    <RewardPanel
      key={opened.rewardId}
      reward={opened}
      onAnew={() => openAnew(opened.rewardId)}
      onRetired={(title) => close(`“${title}”停了，已经换好的券照样能用`)}
    />
  );
}

const SCREEN = { title: '奖励', shell: 'staff' } as const;

function Shelf({ unitId }: { unitId: string }) {
  const rewards = useRewards(unitId);
  const aside = rewards.making || rewards.timing || rewards.opened !== undefined;
  return (
    <ListAndDetail
      {...SCREEN}
      list={<Table rewards={rewards} />}
      detail={aside && <Side rewards={rewards} />}
      onClose={() => rewards.close()}
      onBack={aside ? () => rewards.close() : undefined}
      actions={
        !aside && (
          <ActionBar>
            <Button icon="clock" onTap={() => rewards.time(true)}>
              兑换时间
            </Button>
            <Button kind="primary" icon="plus" onTap={() => rewards.make(true)}>
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
  return (
    <Gate who="admin" words="自己兑换，请到“兑换”里选。" rows={5} screen={SCREEN}>
      {({ communityId }) => <Shelf unitId={communityId} />}
    </Gate>
  );
}
