import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { CLOSES_AFTER_MS, OPENS_BEFORE_MS } from '../../../cloudfunctions/values/activities';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { useRead } from '../../api/use-read';
import { useWrite } from '../../api/use-write';
import { ActionBar } from '../../components/action-bar';
import { Alert } from '../../components/alert';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { Facts } from '../../components/facts';
import { FitList } from '../../components/fit-list';
import { Heading } from '../../components/heading';
import { PointsBadge } from '../../components/points-badge';
import { RefusalAlert } from '../../components/refusal-alert';
import { Screen } from '../../components/screen';
import { clock } from '../../device/clock';
import { MyCode } from '../../household/my-code';
import { useMe } from '../../session';
import { justCheckedIn } from '../../session/checked-in';
import { isStaff } from '../../session/work';
import { goTo } from '../../ways';
import { dayWords, fullDayWords, hoursWords, weekdayOf } from '../../words/dates';
import { StateTag, soonWords } from '../state-tag';
import { type Along, useAlong } from '../use-along';
import type { Activity } from '../use-week';
import { AlongBar, WithFamily } from '../with-family';
import { signUpWord } from './sign-up-word';

const peopleFact = ({ signUp, signedUpCount, capacity }: Activity) => ({
  term: '人数',
  value: signUp === 'none' ? '不用报名，来了就行' : `${signedUpCount} 人报名`,
  ...(capacity && { note: `一共 ${capacity} 个名额` }),
});

const HOW_TO = { code: '到现场扫码', door: '到门口出示你的码' } as const;

function facts(activity: Activity) {
  const date = businessDate(activity.startsAtMs);
  const soon = activity.isCancelled ? null : soonWords(activity.startsAtMs - clock());
  return [
    {
      term: '时间',
      value: `${fullDayWords(date)} ${weekdayOf(date)}`,
      note: `${hoursWords(activity.startsAtMs, activity.endsAtMs)}${soon && activity.startsAtMs > clock() ? `，还有 ${soon}` : ''}`,
    },
    { term: '地点', value: activity.place },
    ...(activity.bring && !activity.isCancelled ? [{ term: '带什么', value: activity.bring }] : []),
    { term: '谁办的', value: activity.societyName ?? activity.unitName },
    ...(activity.isCancelled ? [] : [peopleFact(activity)]),
  ];
}

/** Where codes are not scanned, people show theirs. */
function CheckInButton({ activity }: { activity: Activity }) {
  const [open, setOpen] = useState(false);
  if (activity.checkIn === 'code')
    return (
      <Button kind="primary" icon="scan" onTap={() => goTo('pages/scan')}>
        到了，扫码签到
      </Button>
    );
  return (
    <>
      <Button kind="primary" icon="code" onTap={() => setOpen(true)}>
        到了，出示我的码
      </Button>
      <MyCode open={open} onClose={() => setOpen(false)} />
    </>
  );
}

function SignUpBar({ activity, onDone }: { activity: Activity; onDone: () => void }) {
  const { run, busy, refusal } = useWrite('activity.signUp');
  const { me } = useMe();
  const coming = activity.mySignUp === 'none';
  const now = clock();
  const open = now > activity.startsAtMs - OPENS_BEFORE_MS && now < activity.endsAtMs + CLOSES_AFTER_MS;
  const tap = async () => {
    if (await run({ activityId: activity.activityId, coming })) onDone();
  };
  const staff = me !== undefined && isStaff(me);
  return (
    <>
      <RefusalAlert refusal={refusal} onRetry={() => void tap()} />
      <ActionBar>
        {staff && open && (
          <Button icon="code" onTap={() => goTo('staff/live-code', { id: activity.activityId })}>
            亮签到码
          </Button>
        )}
        {open && !activity.iAttended ? (
          <CheckInButton activity={activity} />
        ) : (
          activity.signUp === 'open' &&
          activity.startsAtMs > now && (
            <Button kind={coming ? 'primary' : 'line'} busy={busy} onTap={() => void tap()}>
              {signUpWord(activity)}
            </Button>
          )
        )}
      </ActionBar>
    </>
  );
}

/** Who wrote it into a calendar has to know; nobody looks twice at what seems to be as it was. */
function Changed({ activity }: { activity: Activity }) {
  const { timeChangedAtMs: time, placeChangedAtMs: place } = activity;
  const atMs = Math.max(time ?? 0, place ?? 0);
  if (atMs === 0 || activity.isCancelled || activity.endsAtMs < clock()) return null;
  const what = [time && '时间', place && '地点'].filter(Boolean).join('和');
  return <Alert title={`${what}改过了`}>{`${dayWords(businessDate(atMs))}改的，以这里写的为准。`}</Alert>;
}

/** How it stands with the reader. Of a cancelled activity nothing waits for anybody. */
function Standing({ activity }: { activity: Activity }) {
  if (activity.isCancelled) return <Alert title="这个活动取消了，不用来了。">已经记的积分都还在。</Alert>;
  if (activity.iAttended) return null;
  if (activity.mySignUp === 'signedUp')
    return (
      <Alert kind="done" title="给你留好名额了">
        到时候来扫现场的码就行。来不了，点下面让出来，给后面的邻居。
      </Alert>
    );
  if (activity.mySignUp === 'waiting') return <Alert title="你在排队">有人让出名额，就按先后轮到你。</Alert>;
  return null;
}

interface FootProps {
  activity: Activity;
  along: Along;
  onDone: () => void;
}

function Foot({ activity, along, onDone }: FootProps) {
  if (along.chosen.length > 0) return <AlongBar along={along} />;
  return activity.isCancelled ? null : <SignUpBar activity={activity} onDone={onDone} />;
}

function Shown({ activity, reload }: { activity: Activity; reload: () => void }) {
  const here = activity.iAttended && justCheckedIn() === activity.activityId;
  const along = useAlong(here ? activity.activityId : undefined);
  return (
    <Screen title={activity.title} actions={<Foot activity={activity} along={along} onDone={reload} />}>
      <View className="stack">
        <View className="row">
          <View className="grow">
            <Heading level={1} size="t-head">
              {activity.title}
            </Heading>
            <StateTag activity={activity} nowMs={clock()} />
          </View>
          {!activity.isCancelled && <PointsBadge points={activity.points} />}
        </View>
        <Changed activity={activity} />
        <Standing activity={activity} />
        {here && <WithFamily along={along} />}
        {activity.about && <View>{activity.about}</View>}
        <Facts card items={facts(activity)} />
        {!activity.isCancelled && (
          <Card>
            <FitList
              items={[
                { met: true, words: `${HOW_TO[activity.checkIn]}，记“${activity.itemName}” ${activity.points} 分` },
                { met: true, words: '没带手机也行，请工作人员帮你记' },
              ]}
            />
          </Card>
        )}
      </View>
    </Screen>
  );
}

export default function ActivityPage() {
  const { id, short } = useRouter().params;
  const asked = useRead('activity.get', id ? { activityId: id } : { shortId: short ?? '' });
  return (
    <Answer of={asked} screen={{ title: '活动' }}>
      {(activity) => <Shown activity={activity} reload={() => void asked.reload()} />}
    </Answer>
  );
}
