import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { type Column, DataTable } from '../../components/data-table';
import { EndOfList } from '../../components/end-of-list';
import { Notice } from '../../components/notice';
import { EmptyState, ErrorState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { Skeleton } from '../../components/skeleton';
import { useWork } from '../../session/use-work';
import { isAdmin } from '../../session/work';
import { useWide } from '../../theme/use-wide';
import { startAt } from '../../ways';
import type { Reward } from '../reward-words';
import { FOR_WHOM, KINDS, periodWord } from './kinds';
import { NewReward, RewardAnew } from './new-reward';
import { RewardPanel } from './reward-panel';
import './page.scss';

const COLUMNS: readonly Column<Reward>[] = [
  { key: 'title', title: '奖励', cell: ({ title }) => title },
  { key: 'kind', title: '哪一种', cell: ({ kind }) => KINDS[kind].word, width: 150 },
  { key: 'whom', title: '给谁', cell: ({ holderKind }) => FOR_WHOM[holderKind], width: 90 },
  { key: 'cost', title: '要多少分', cell: ({ cost }) => cost, sortBy: ({ cost }) => cost, width: 110, align: 'right' },
  {
    key: 'stock',
    title: '还剩',
    cell: ({ stockLeft, period }) => `${periodWord(period)} · ${stockLeft} 份`,
    sortBy: ({ stockLeft }) => stockLeft,
    width: 150,
  },
];

/** The rewards of the community where the caller is admin, and which of them is looked at. */
function useRewards() {
  const { me, refusal, reload, communityId } = useWork();
  const mayUse = me !== undefined && isAdmin(me);
  const unitId = mayUse ? communityId : undefined;
  const list = useRead('reward.list', unitId ? { unitId } : null);
  const [openedId, open] = useState<string>();
  const [making, make] = useState(false);
  const [anewId, openAnew] = useState<string>();
  const [told, setTold] = useState<string>();
  const close = (words?: string) => {
    open(undefined);
    make(false);
    openAnew(undefined);
    setTold(words);
    if (words) void list.reload();
  };
  const opened = list.data?.rewards.find(({ rewardId }) => rewardId === openedId);
  return { me, refusal, reload, unitId, list, open, opened, making, make, anewId, openAnew, told, close };
}
type Rewards = ReturnType<typeof useRewards>;

function Table({ rewards }: { rewards: Rewards }) {
  const { list, told, opened, open } = rewards;
  if (!list.data)
    return list.refusal ? (
      <ErrorState title="奖励没能打开" onRetry={() => void list.reload()} refusal={list.refusal} />
    ) : (
      <Skeleton rows={5} />
    );
  return (
    <View className="stack">
      {told && <Notice kind="done" title={told} />}
      {list.data.rewards.length === 0 ? (
        <EmptyState icon="gift" title="还没有奖励" words="开一个，居民就能在“兑换”里看到。" />
      ) : (
        <>
          <DataTable
            label="奖励"
            columns={COLUMNS}
            rows={list.data.rewards}
            keyOf={({ rewardId }) => rewardId}
            onOpen={({ rewardId }) => open(rewardId)}
            {...(opened && { opened: opened.rewardId })}
          />
          <EndOfList>就这些了</EndOfList>
        </>
      )}
    </View>
  );
}

function Side({ rewards, unitId }: { rewards: Rewards; unitId: string }) {
  const { making, opened, anewId, openAnew, close } = rewards;
  if (making) return <NewReward unitId={unitId} onMade={(title) => close(`“${title}”开好了，居民现在就能换`)} />;
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

function Body({ rewards, unitId }: { rewards: Rewards; unitId: string }) {
  const wide = useWide();
  const aside = rewards.making || rewards.opened !== undefined;
  if (!aside) return <Table rewards={rewards} />;
  if (!wide) return <Side rewards={rewards} unitId={unitId} />;
  return (
    <View className="columns">
      <Table rewards={rewards} />
      <Side rewards={rewards} unitId={unitId} />
    </View>
  );
}

/** What points can be redeemed for in a community: opened and taken out by its admin. */
export default function StaffRewardsPage() {
  const rewards = useRewards();
  const { me, unitId, refusal, making, opened } = rewards;
  const aside = making || opened !== undefined;
  return (
    <Screen
      title="奖励"
      shell="staff"
      onBack={aside ? () => rewards.close() : undefined}
      actions={
        unitId &&
        !aside && (
          <ActionBar>
            <Button kind="primary" icon="plus" onTap={() => rewards.make(true)}>
              开一个奖励
            </Button>
          </ActionBar>
        )
      }
    >
      {unitId ? (
        <Body rewards={rewards} unitId={unitId} />
      ) : me ? (
        <EmptyState
          icon="door"
          title="这里是社区管理员用的"
          words="自己兑换，请到“兑换”里选。"
          action={{ word: '回首页', onTap: () => startAt('pages/home') }}
        />
      ) : refusal ? (
        <ErrorState title="没能打开" onRetry={() => void rewards.reload()} />
      ) : (
        <Skeleton rows={5} />
      )}
    </Screen>
  );
}
