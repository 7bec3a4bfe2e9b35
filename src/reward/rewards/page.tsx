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
import type { Me } from '../../session';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { GROUPS, type GroupKey, ICONS, type Reward, rewardState } from '../reward-words';
import './page.scss';

function Top({ whose, available, usable }: { whose: string; available: number; usable: number }) {
  return (
    <View className="rewards-top">
      <View>
        <View className="t-sub">{`${whose}能用的积分`}</View>
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

const Row = ({ reward, holder }: { reward: Reward; holder: string | undefined }) => (
  <RewardRow
    icon={ICONS[reward.kind]}
    title={reward.title}
    note={reward.summary}
    cost={reward.cost}
    state={rewardState(reward)}
    stock={`还剩 ${reward.stockLeft} 份`}
    onTap={() => goTo('pages/reward', { id: reward.rewardId, holder })}
  />
);

/** Chosen at the server, which knows the whole list. */
const NONE_YET = { icon: 'gift', title: '这一类还没有奖励', words: '社区开了会放在这里。' } as const;

function Rewards({ holder }: { holder: string | undefined }) {
  const [group, choose] = useState<GroupKey>('all');
  const { pages, ready, ...list } = usePages('reward.list', {
    ...questionOf(group),
    ...(holder && { holder: { kind: 'resident' as const, id: holder } }),
  });
  const rewards = pages.flatMap((page) => page.rewards);
  return (
    <>
      <Segments label="奖励种类" items={GROUPS} chosen={group} onChoose={choose} />
      <ListPage of={{ ...list, data: ready ? rewards : undefined }} failed="奖励没能打开" rows={4} empty={NONE_YET}>
        {(shown) => (
          <Windowed className="windowed-apart">
            {shown.map((reward) => (
              <Row key={reward.rewardId} reward={reward} holder={holder} />
            ))}
          </Windowed>
        )}
      </ListPage>
    </>
  );
}

/** For whom one may redeem: oneself, where one lives in a household of ours, and wards who live elsewhere. */
const holdersOf = ({ resident, household, wards }: Me) => [
  ...(resident && household ? [{ key: resident.residentId, word: '我' }] : []),
  ...wards.map(({ residentId, name }) => ({ key: residentId, word: name })),
];

function Counter({ me }: { me: Me }) {
  const holders = holdersOf(me);
  const [chosen, choose] = useState(holders[0]?.key ?? '');
  const holder = chosen === me.resident?.residentId ? undefined : chosen;
  const vouchers = useRead('reward.vouchers', { state: 'issued', limit: 50 });
  const balance = useRead('ledger.balance', holder ? { holderId: holder } : {});
  const whose = holders.find(({ key }) => key === chosen)?.word ?? '我';
  return (
    <>
      {holders.length > 1 && <Segments label="给谁换" items={holders} chosen={chosen} onChoose={choose} />}
      <RefusalAlert refusal={balance.data ? undefined : balance.refusal} onRetry={() => void balance.reload()} />
      {balance.data && (
        <Top whose={whose} available={balance.data.balance.available} usable={vouchers.data?.vouchers.length ?? 0} />
      )}
      <Rewards key={chosen} holder={holder} />
    </>
  );
}

export default function RewardsPage() {
  return (
    <Screen title="兑换" tab="rewards">
      <Gate who="keeper" words="加入以后，这里会放能换的东西。" failed="奖励没能打开">
        {({ me }) => <Counter me={me} />}
      </Gate>
    </Screen>
  );
}
