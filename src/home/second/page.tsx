import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Gate } from '../../session/gate';
import { Awards } from './awards';
import { Looks } from './looks';

const SCREEN = { title: '等另一位看', shell: 'staff' } as const;

const LISTS = [
  { key: 'awards', word: '等签字的积分' },
  { key: 'looks', word: '新登记的家庭' },
] as const;

function Waiting({ unitId }: { unitId: string }) {
  const [shown, show] = useState<'awards' | 'looks'>('awards');
  return (
    <View className="stack">
      <View className="t-sub">
        一个人办的大事，请另一位看过才算数：看清楚是谁、为什么，再签字，签了马上入账。自己提的要请别人来签。
      </View>
      <Segments label="等什么" items={LISTS} chosen={shown} onChoose={show} />
      {shown === 'awards' ? <Awards unitId={unitId} /> : <Looks unitId={unitId} />}
    </View>
  );
}

/** What one person may not do alone waits here for a second one: a colleague, or where there is none the level above. */
export default function SecondPage() {
  const { unit } = useRouter().params;
  if (unit)
    return (
      <Gate who="supervisor" words="社区自己的事在工作台里办。" screen={SCREEN}>
        {() => (
          <Screen {...SCREEN}>
            <Waiting unitId={unit} />
          </Screen>
        )}
      </Gate>
    );
  return (
    <Gate who="staff" words="觉得积分不对，请告诉网格员或社区。" screen={SCREEN}>
      {({ communityId }) => (
        <Screen {...SCREEN}>
          <Waiting unitId={communityId} />
        </Screen>
      )}
    </Gate>
  );
}
