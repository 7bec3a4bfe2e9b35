import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CLOSES_AFTER_MS } from '../../../cloudfunctions/values/activities';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Facts } from '../../components/facts';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { clock } from '../../device/clock';
import { useMe } from '../../session';
import { usePaper } from '../../theme/use-paper';
import { goTo } from '../../ways';
import { fullDayWords, hoursWords, weekdayOf } from '../../words/dates';
import type { Activity } from '../use-week';
import { Poster } from './poster';
import './page.scss';

function facts(activity: Activity) {
  const date = businessDate(activity.startsAtMs);
  const places = activity.capacity === null ? '' : `，一共 ${activity.capacity} 个名额`;
  return [
    {
      term: '时间',
      value: `${fullDayWords(date)} ${weekdayOf(date)}`,
      note: hoursWords(activity.startsAtMs, activity.endsAtMs),
    },
    { term: '地点', value: activity.place },
    { term: '签到记', value: `${activity.itemName}，${activity.points} 分` },
    {
      term: '人数',
      value: activity.signUp === 'none' ? '不用报名' : `${activity.signedUpCount} 人报名${places}`,
      note: `到了 ${activity.attendedCount} 人`,
    },
    ...(activity.bring ? [{ term: '带什么', value: activity.bring }] : []),
    ...(activity.about ? [{ term: '说明', value: activity.about }] : []),
  ];
}

/** Cancelling is asked once more: people may be on their way. */
function Cancel({ activity, onDone }: { activity: Activity; onDone: () => void }) {
  const { run, busy, refusal } = useWrite('activity.cancel');
  const [asked, ask] = useState(false);
  const cancel = async () => {
    if (await run({ activityId: activity.activityId })) onDone();
  };
  if (activity.isCancelled) return <Alert title="这场活动取消了">已经记的积分还在。</Alert>;
  if (activity.endsAtMs + CLOSES_AFTER_MS < clock()) return null;
  return (
    <View className="stack">
      <RefusalAlert refusal={refusal} onRetry={() => void cancel()} />
      {asked ? (
        <>
          <Alert title="真的取消吗？">取消以后不能再签到，也不能恢复。已经记的积分还在。</Alert>
          <View className="row">
            <Button small onTap={() => ask(false)}>
              先不取消
            </Button>
            <Button small kind="danger" busy={busy} onTap={() => void cancel()}>
              取消这场活动
            </Button>
          </View>
        </>
      ) : (
        <Button kind="quiet" onTap={() => ask(true)}>
          取消这场活动
        </Button>
      )}
    </View>
  );
}

function Foot({ activity }: { activity: Activity }) {
  const id = activity.activityId;
  const live = !activity.isCancelled && activity.endsAtMs + CLOSES_AFTER_MS > clock();
  return (
    <ActionBar>
      <Button icon="list" onTap={() => goTo('staff/arrivals', { id })}>
        看名单
      </Button>
      {live && (
        <Button kind="primary" icon="code" onTap={() => goTo('staff/live-code', { id })}>
          亮签到码
        </Button>
      )}
    </ActionBar>
  );
}

function Shown({ activity, reload }: { activity: Activity; reload: () => void }) {
  const { made, changed } = useRouter().params;
  const { activityId: id } = activity;
  const isOpen = !activity.isCancelled && activity.endsAtMs > clock();
  return (
    <Screen title={activity.title} shell="staff" actions={<Foot activity={activity} />}>
      <View className="columns">
        <View className="stack only-screen">
          {made && !activity.isCancelled && (
            <Alert kind="done" title="发布好了">
              邻居们在“活动”里能看到。把海报打出来贴在楼下吧。
            </Alert>
          )}
          {changed !== undefined && (
            <Alert kind="done" title="改好了">
              {Number(changed) > 0
                ? `名额多了，排队的 ${changed} 人有位置了。`
                : '海报上的时间、地点变了的话，请重新打印。'}
            </Alert>
          )}
          <Facts card items={facts(activity)} />
          <View className="activity-ways">
            {isOpen && (
              <Button icon="edit" onTap={() => goTo('staff/activity-edit', { id, mend: 1 })}>
                改一改
              </Button>
            )}
            <Button icon="plus" onTap={() => goTo('staff/activity-edit', { like: id })}>
              再办一场
            </Button>
            {activity.signUp === 'open' && (
              <Button icon="people" onTap={() => goTo('staff/signed-up', { id })}>
                报名名单
              </Button>
            )}
          </View>
          <Cancel activity={activity} onDone={reload} />
        </View>
        {!activity.isCancelled && (
          <View>
            <View className="only-screen">
              <SectionHeader
                title="海报"
                {...(process.env.TARO_ENV === 'h5' && { action: { word: '打印', onTap: () => window.print() } })}
              />
            </View>
            <Poster activity={activity} />
          </View>
        )}
      </View>
    </Screen>
  );
}

export function ActivityView({ id }: { id: string }) {
  useMe();
  usePaper('A4', '12mm');
  const asked = useRead('activity.get', { activityId: id });
  return (
    <Answer of={asked} rows={5} screen={{ title: '活动', shell: 'staff' }}>
      {(activity) => <Shown activity={activity} reload={() => void asked.reload()} />}
    </Answer>
  );
}
