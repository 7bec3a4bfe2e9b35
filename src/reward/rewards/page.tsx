import { View } from '@tarojs/components';
import { useState } from 'react';
import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';
import { Button } from '../../components/button';
import { ListPage } from '../../components/list-page';
import { RefusalAlert } from '../../components/refusal-alert';
import { RewardRow } from '../../components/reward-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Windowed } from '../../components/windowed';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { GROUPS, type GroupKey, ICONS, type Reward, rewardState } from '../reward-words';
import './page.scss';

function Top({ available, usable }: { available: number; usable: number }) {
  return (
    <View className="rewards-top">
      <View>
        <View className="t-sub">我能用的积分</View>
        <View>
          <View className="num rewards-available">{available}</View>
        </View>
      </View>
      <Button small icon="ticket" onTap={() => goTo('pages/vouchers')}>
        {usable > 0 ? `我的兑换券 ${usable} 张可用` : '我的兑换券'}
      </Button>
    </View>
  );
}

function questionOf(group: GroupKey) {
  const kinds = GROUPS.find(({ key }) => key === group)?.kinds ?? [];
  return group === 'all' ? {} : { kinds: [...kinds] };
}

const Row = ({ reward }: { reward: Reward }) => (
  <RewardRow
    icon={ICONS[reward.kind]}
    title={reward.title}
    note={reward.summary}
    cost={reward.cost}
    state={rewardState(reward)}
    stock={`还剩 ${reward.stockLeft} 份`}
    onTap={() => goTo('pages/reward', { id: reward.rewardId })}
  />
);

/** Chosen at the server, which knows the whole list. */
const NONE_YET = { icon: 'gift', title: '这一类还没有奖励', words: '社区开了会放在这里。' } as const;

function Rewards() {
  const [group, choose] = useState<GroupKey>('all');
  const { pages, ready, ...list } = usePages('reward.list', questionOf(group));
  const rewards = pages.flatMap((page) => page.rewards);
  return (
    <>
      <Segments label="奖励种类" items={GROUPS} chosen={group} onChoose={choose} />
      <ListPage of={{ ...list, data: ready ? rewards : undefined }} failed="奖励没能打开" rows={4} empty={NONE_YET}>
        {(shown) => (
          <Windowed className="windowed-apart">
            {shown.map((reward) => (
              <Row key={reward.rewardId} reward={reward} />
            ))}
          </Windowed>
        )}
      </ListPage>
    </>
  );
}

function Counter() {
  const vouchers = useRead('reward.vouchers', { state: 'issued', limit: 50 });
  const balance = useRead('ledger.balance', {});
  return (
    <>
      <RefusalAlert refusal={balance.data ? undefined : balance.refusal} onRetry={() => void balance.reload()} />
      {balance.data && <Top available={balance.data.balance.available} usable={vouchers.data?.vouchers.length ?? 0} />}
      <Rewards />
    </>
  );
}

export default function RewardsPage() {
  return (
    <Screen title="兑换" tab="rewards">
      <Gate who="resident" words="加入以后，这里会放能换的东西。" failed="奖励没能打开">
        {() => <Counter />}
      </Gate>
    </Screen>
  );
}
