import { View } from '@tarojs/components';
import type { HintKind } from '../../cloudfunctions/values/activities';
import type { DataOf } from '../api';
import { Alert } from '../components/alert';
import { goTo } from '../ways';

type Hint = DataOf<'activity.attendance'>['hints'][number];

const WORDS: Record<HintKind, (people: number) => string> = {
  crowd: (people) => `一分钟里有 ${people} 位自己扫了码，比一道门走得进来的还多。`,
  notSignedUp: (people) => `刚才扫码的，有 ${people} 位没有报名。`,
  elsewhere: (people) => `刚才扫码的，有 ${people} 位是别的社区的。`,
  manyByOne: (people) => `有一位替 ${people} 位家人签了到。`,
  twoDoors: (people) => `有 ${people} 位一分钟里在别的活动也签了到。`,
};

/** For the host alone: it may all be in order, and it is theirs to look. */
export function Hints({ hints, activityId }: { hints: readonly Hint[]; activityId: string }) {
  if (hints.length === 0) return null;
  return (
    <Alert
      title="看一眼，人是不是都在"
      action={{ word: '换码，或改成门口签到', icon: 'code', onTap: () => goTo('staff/live-code', { id: activityId }) }}
    >
      {hints.map(({ kind, people }) => (
        <View key={kind}>{WORDS[kind](people)}</View>
      ))}
      <View>人都在就不用管；码要是传出去了，换一个就好。</View>
    </Alert>
  );
}
