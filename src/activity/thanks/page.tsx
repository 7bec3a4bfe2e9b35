import { View } from '@tarojs/components';
import { useState } from 'react';
import { useRead } from '../../api/use-read';
import { ActionBar } from '../../components/action-bar';
import { Button } from '../../components/button';
import { Change } from '../../components/change';
import { Clauses } from '../../components/clauses';
import { Facts } from '../../components/facts';
import { EmptyState } from '../../components/page-state';
import { Screen } from '../../components/screen';
import { describe } from '../../components/tappable/semantics';
import { TreeRings } from '../../components/tree-rings';
import { justCheckedIn } from '../../session/checked-in';
import { replaceBy } from '../../ways';
import { useAlong } from '../use-along';
import { AlongBar, WithFamily } from '../with-family';
import { newestThanks, type Thanks } from './newest';
import './page.scss';

const Enough = ({ onTap }: { onTap: () => void }) => (
  <ActionBar>
    <Button kind="primary" onTap={onTap}>
      好的
    </Button>
  </ActionBar>
);

function Thanked({ thanks }: { thanks: Thanks }) {
  const { data } = useRead('ledger.balance', {});
  const [householdLifetime, setHouseholdLifetime] = useState(thanks.householdLifetime);
  const { before, after } = thanks.balance;
  const others = thanks.neighbours - 1;
  const along = useAlong(thanks.activityId, (brought) => setHouseholdLifetime(brought.householdLifetime));
  const toHome = () => along.leave(() => replaceBy('pages/home'));
  return (
    <Screen
      title="签到成功"
      bar="bare"
      back="close"
      onBack={toHome}
      actions={along.chosen.length > 0 ? <AlongBar along={along} /> : <Enough onTap={toHome} />}
    >
      <View className="centred">
        <View {...describe({ role: 'heading', level: 1 })}>
          <View className="t-title">{thanks.activityTitle.startsWith('参加') ? '谢谢你' : '谢谢你参加了'}</View>
          <View className="thanks-deed">{thanks.activityTitle}</View>
        </View>
        <View className="thanks-grove">
          <TreeRings
            months={data?.months.map(({ credited }) => credited) ?? [3, 4, 3, 5]}
            pith={44}
            newest="grow"
            className="thanks-rings"
          />
          <View className="num thanks-plus">+{thanks.points}</View>
        </View>
        <Clauses>
          {others > 0
            ? `你和 ${others} 位邻居一起，在${thanks.place}出了一份力。`
            : `你第一个到了${thanks.place}，谢谢你。`}
        </Clauses>
      </View>
      <View className="stack thanks-ends">
        <Facts
          card
          items={[
            { term: '累计积分', value: <Change from={before.lifetime} to={after.lifetime} /> },
            { term: '可兑换', value: <Change from={before.available} to={after.available} /> },
            { term: '全家累计', value: `${householdLifetime} 分` },
          ]}
        />
        <WithFamily along={along} />
        <Button kind="quiet" wide onTap={() => along.leave(() => replaceBy('pages/passbook'))}>
          看看存折里的这一笔
        </Button>
      </View>
    </Screen>
  );
}

/** Opened anew, when the answer of the check-in is not at hand any more: only what this device knows is said. */
function Afterwards() {
  const [activityId] = useState(justCheckedIn);
  const along = useAlong(activityId);
  const toPassbook = { word: '打开存折', onTap: () => along.leave(() => replaceBy('pages/passbook')) };
  const isBegun = along.chosen.length > 0;
  if (!activityId)
    return (
      <Screen title="签到">
        <EmptyState
          icon="book"
          title="记过的积分都在存折里"
          words="扫了现场屏幕上的码，才算签到。"
          action={toPassbook}
        />
      </Screen>
    );
  return (
    <Screen title="签到" {...(isBegun && { actions: <AlongBar along={along} /> })}>
      <EmptyState
        icon="done"
        title="签到记好了"
        words="打开存折就能看到这一笔。"
        {...(!isBegun && { action: toPassbook })}
      />
      <WithFamily along={along} />
    </Screen>
  );
}

export default function ThanksPage() {
  const [thanks] = useState(newestThanks);
  return thanks ? <Thanked thanks={thanks} /> : <Afterwards />;
}
