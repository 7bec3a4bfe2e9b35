import { View } from '@tarojs/components';
import { useState } from 'react';
import { STAFF_CLOSES_AFTER_DAYS } from '../../../cloudfunctions/values/activities';
import type { Activity } from '../../activity/use-week';
import { Button } from '../../components/button';
import { List } from '../../components/list';
import { ErrorState } from '../../components/page-state';
import { SectionHeader } from '../../components/section-header';
import { Tappable } from '../../components/tappable';
import { goTo } from '../../ways';
import { heldWords } from './activity-words';
import type { Late } from './late-sheets';

const SHOWN = 3;

function Row({ activity, today }: { activity: Activity; today: string }) {
  const { activityId: id, title } = activity;
  const words = heldWords(activity, today);
  return (
    <View className="workbench-activity">
      <Tappable
        className="workbench-activity-words"
        role="link"
        label={`看活动，${title}，${words}`}
        onTap={() => goTo('staff/activity-edit', { id })}
      >
        <View className="grow">
          <View className="strong">{title}</View>
          <View className="t-sub">{words}</View>
        </View>
      </Tappable>
      <Button small icon="edit" label={`${title}，${words}`} onTap={() => goTo('staff/arrivals', { id, view: 'help' })}>
        补记
      </Button>
    </View>
  );
}

/** Activities that are over, for who comes back to the office with the printed sheet; nothing where there are none. */
export function LateSheets({ late }: { late: Late }) {
  const [all, showAll] = useState(false);
  const { activities, today, refusal } = late;
  if (!activities?.length && !refusal) return null;
  const shown = all ? activities : activities?.slice(0, SHOWN);
  return (
    <View>
      <SectionHeader title="补记签到表" note={`办完 ${STAFF_CLOSES_AFTER_DAYS} 天以内都能补`} />
      {!shown ? (
        <ErrorState title="前几天的活动没能打开" onRetry={() => void late.reload()} />
      ) : (
        <List label="前几天办完的活动">
          {shown.map((activity) => (
            <Row key={activity.activityId} activity={activity} today={today} />
          ))}
        </List>
      )}
      {shown && activities && shown.length < activities.length && (
        <View className="centred workbench-all">
          <Button small onTap={() => showAll(true)}>
            {`${STAFF_CLOSES_AFTER_DAYS} 天里的都看看（${activities.length} 场）`}
          </Button>
        </View>
      )}
    </View>
  );
}
