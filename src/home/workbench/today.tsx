import { View } from '@tarojs/components';
import { CLOSES_AFTER_MS } from '../../../cloudfunctions/values/activities';
import type { Activity } from '../../activity/use-week';
import { Answer } from '../../components/answer';
import { Button } from '../../components/button';
import { Card } from '../../components/card';
import { List } from '../../components/list';
import { Tappable } from '../../components/tappable';
import { clock } from '../../device/clock';
import { goTo } from '../../ways';
import { timeWords } from '../../words/dates';
import { whenWords } from './activity-words';
import type { Workbench } from './use-workbench';

function Row({ activity }: { activity: Activity }) {
  const { activityId: id, title } = activity;
  const time = timeWords(activity.startsAtMs);
  const heard = `${title}，${time}`; // two of a day may have one title
  const now = clock();
  const over = activity.endsAtMs + CLOSES_AFTER_MS < now;
  return (
    <View className="workbench-activity">
      <Tappable
        className="workbench-activity-words"
        role="link"
        label={`看活动，${time}，${title}，${whenWords(activity, now)}`}
        onTap={() => goTo('staff/activity-edit', { id })}
      >
        <View className="workbench-time">{time}</View>
        <View className="grow">
          <View className="strong">{title}</View>
          <View className="t-sub">{whenWords(activity, now)}</View>
        </View>
      </Tappable>
      {over ? (
        <Button small icon="list" label={heard} onTap={() => goTo('staff/arrivals', { id })}>
          看名单
        </Button>
      ) : (
        <Button small icon="code" label={heard} onTap={() => goTo('staff/live-code', { id })}>
          亮签到码
        </Button>
      )}
    </View>
  );
}

/** Today's activities, each with what one does at it. */
export function Today({ bench }: { bench: Workbench }) {
  const { activities: data, activitiesRefusal: refusal, reloadActivities: reload } = bench;
  return (
    <Answer of={{ data, refusal, reload }} failed="活动没能打开" rows={2}>
      {(activities) => <Planned activities={activities} />}
    </Answer>
  );
}

function Planned({ activities }: { activities: readonly Activity[] }) {
  if (activities.length === 0)
    return (
      <Card className="row workbench-none">
        <View className="grow t-sub">今天没有安排活动。</View>
        <Button small icon="plus" onTap={() => goTo('staff/activity-edit')}>
          办一场
        </Button>
      </Card>
    );
  return (
    <List label="今天的活动">
      {activities.map((activity) => (
        <Row key={activity.activityId} activity={activity} />
      ))}
    </List>
  );
}
