import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { EndOfList } from '../../components/end-of-list';
import { EmptyState } from '../../components/page-state';
import { RewardRow } from '../../components/reward-row';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
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

function Rewards({ all }: { all: readonly Reward[] }) {
  const [group, choose] = useState<GroupKey>('all');
  const kinds: readonly string[] = GROUPS.find(({ key }) => key === group)?.kinds ?? [];
  const shown = all.filter(({ kind }) => kinds.includes(kind));
  return (
    <>
      <Segments label="奖励种类" items={GROUPS} chosen={group} onChoose={choose} />
      {shown.length === 0 && <EmptyState icon="gift" title="这一类还没有奖励" words="社区开了会放在这里。" />}
      <View className="rewards-list">
        {shown.map((reward) => (
          <Row key={reward.rewardId} reward={reward} />
        ))}
      </View>
      {shown.length > 0 && <EndOfList>就这些了</EndOfList>}
    </>
  );
}

function Counter() {
  const rewards = useRead('reward.list', {});
  const vouchers = useRead('reward.vouchers', { state: 'issued', limit: 50 });
  const balance = useRead('ledger.balance', {});
  return (
    <>
      {balance.data && <Top available={balance.data.balance.available} usable={vouchers.data?.vouchers.length ?? 0} />}
      <Answer of={rewards} failed="奖励没能打开">
        {(known) => <Rewards all={known.rewards} />}
      </Answer>
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
