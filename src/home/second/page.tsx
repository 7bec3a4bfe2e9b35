import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Screen } from '../../components/screen';
import { Segments } from '../../components/segments';
import { Gate } from '../../session/gate';
import { keepInAddress } from '../../ways';
import { Awards } from './awards';
import { SECOND_LISTS, type SecondList, secondListOf } from './lists';
import { Looks } from './looks';
import { Merges } from './merges';

const SCREEN = { title: '等另一位看', shell: 'staff', className: 'desk-read' } as const;

function Waiting({ unitId }: { unitId: string }) {
  const [shown, setShown] = useState(secondListOf(useRouter().params.list));
  const show = (list: SecondList) => {
    setShown(list);
    keepInAddress('list', list);
  };
  const head = <Segments label="等什么" items={SECOND_LISTS} chosen={shown} onChoose={show} wrap />;
  if (shown === 'awards') return <Awards unitId={unitId} head={head} />;
  return (
    <Screen {...SCREEN}>
      <View className="stack">
        {head}
        {shown === 'looks' ? <Looks unitId={unitId} /> : <Merges unitId={unitId} />}
      </View>
    </Screen>
  );
}

/** What one person may not do alone waits here for a second one: a colleague, or where there is none the level above. */
export default function SecondPage() {
  const { unit } = useRouter().params;
  if (unit)
    return (
      <Gate who="supervisor" words="社区自己的事在工作台里办。" screen={SCREEN}>
        {() => <Waiting unitId={unit} />}
      </Gate>
    );
  return (
    <Gate who="staff" words="觉得积分不对，请告诉网格员或社区。" screen={SCREEN}>
      {({ communityId }) => <Waiting unitId={communityId} />}
    </Gate>
  );
}
