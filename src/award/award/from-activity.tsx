import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Answer } from '../../components/answer';
import { PickOne } from '../../components/pick-one';
import { RefusalAlert } from '../../components/refusal-alert';
import { Segments } from '../../components/segments';
import { Skeleton } from '../../components/skeleton';
import { dayWords, timeWords } from '../../words/dates';
import type { FromActivity as Activity } from './use-from-activity';

const COME = [
  { key: 'signedUp', word: '报了名的' },
  { key: 'arrived', word: '签了到的' },
] as const;

/** Of which activity, and whether those who signed up or those who came are meant. */
export function FromActivity({ from }: { from: Activity }) {
  const { activityId, choose, come, setCome, people, elsewhere } = from;
  return (
    <Answer
      of={{ data: from.activities, refusal: from.activitiesRefusal, reload: from.reloadActivities }}
      failed="活动没能打开"
      amid
    >
      {(activities) => (
        <View className="stack">
          <PickOne
            label="活动"
            options={activities.map(({ activityId: id, title, startsAtMs, signedUpCount, attendedCount }) => ({
              id,
              words: `${dayWords(businessDate(startsAtMs))} ${title}`,
              note: `${timeWords(startsAtMs)} · 报名 ${signedUpCount} 位，签到 ${attendedCount} 位`,
            }))}
            chosen={activityId}
            onChoose={choose}
            none="这一个月没有活动。"
          />
          {activityId && <Segments label="哪些人" items={COME} chosen={come} onChoose={setCome} />}
          {activityId && !people && !from.refusal && <Skeleton rows={3} />}
          {activityId && people?.length === 0 && elsewhere === 0 && (
            <View className="t-sub">{come === 'signedUp' ? '没有人报名。' : '还没有人签到。'}</View>
          )}
          {elsewhere > 0 && (
            <View className="t-sub">{`另外 ${elsewhere} 位不在你管的名单里，请他们住的网格或社区来记。`}</View>
          )}
          <RefusalAlert refusal={from.refusal} onRetry={() => void from.reload()} />
        </View>
      )}
    </Answer>
  );
}
