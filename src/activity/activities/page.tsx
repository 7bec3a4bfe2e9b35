import { View } from '@tarojs/components';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { Answer } from '../../components/answer';
import { EndOfList } from '../../components/end-of-list';
import { List } from '../../components/list';
import { ListRow } from '../../components/list-row';
import { EmptyState } from '../../components/page-state';
import { heardPoints, PointsBadge } from '../../components/points-badge';
import { Screen } from '../../components/screen';
import { SectionHeader } from '../../components/section-header';
import { WeekStrip } from '../../components/week-strip';
import { Windowed } from '../../components/windowed';
import { cut, sizeOf } from '../../components/windowed/cut';
import { clock } from '../../device/clock';
import { Gate } from '../../session/gate';
import { goTo } from '../../ways';
import { dayWords, timeWords, weekdayOf } from '../../words/dates';
import { StateTag, stateOf } from '../state-tag';
import { type Activity, useWeek, type Week } from '../use-week';
import './page.scss';

/** A day with more than these is drawn in pieces. */
const ROWS_A_PIECE = 6;

/** Its words as they stand there; behind them the day that stands over the list, for there is another one on another day. */
function heardOf(activity: Activity, nowMs: number): string {
  const { title, place, startsAtMs, endsAtMs, points } = activity;
  const hours = `${timeWords(startsAtMs)} ${timeWords(endsAtMs)}`;
  const day = dayWords(businessDate(startsAtMs));
  return [hours, title, place, stateOf(activity, nowMs).children, heardPoints(points), day].join('，');
}

function Row({ activity }: { activity: Activity }) {
  return (
    <ListRow
      title={activity.title}
      note={
        <>
          <View>{activity.place}</View>
          <StateTag activity={activity} nowMs={clock()} />
        </>
      }
      lead={
        <View className="activities-time">
          <View className="activities-start">{timeWords(activity.startsAtMs)}</View>
          <View className="t-sub">{timeWords(activity.endsAtMs)}</View>
        </View>
      }
      trail={<PointsBadge points={activity.points} />}
      label={heardOf(activity, clock())}
      onTap={() => goTo('pages/activity', { id: activity.activityId })}
    />
  );
}

function Days({ week }: { week: Week }) {
  const { strip, days, chosen, choose } = week;
  return (
    <>
      <WeekStrip days={strip} chosen={chosen ?? ''} onChoose={(date) => choose(date === chosen ? undefined : date)} />
      {days.length === 0 && (
        <EmptyState
          icon="calendar"
          title={chosen ? '这一天没有活动' : '这两周还没有活动'}
          words="有了会放在这里。没空也不要紧。"
          {...(chosen && { action: { word: '看全部日子', onTap: () => choose(undefined) } })}
        />
      )}
      <Windowed each={1} rowsOf={days.flatMap(({ activities }) => cut(activities, ROWS_A_PIECE)).map(sizeOf)}>
        {days.flatMap(({ date, word, activities }) =>
          cut(activities, ROWS_A_PIECE).map((piece, i) => (
            <View key={piece[0]?.activityId ?? date}>
              {i === 0 && <SectionHeader title={word} note={`${weekdayOf(date)} ${dayWords(date)}`} />}
              <List label={`${word}的活动`}>
                {piece.map((activity) => (
                  <Row key={activity.activityId} activity={activity} />
                ))}
              </List>
            </View>
          )),
        )}
      </Windowed>
      {days.length > 0 && <EndOfList>就这些了</EndOfList>}
    </>
  );
}

function Weeks({ communityId }: { communityId: string }) {
  return (
    <Answer of={useWeek(communityId)} failed="活动没能打开">
      {(week) => <Days week={week} />}
    </Answer>
  );
}

export default function ActivitiesPage() {
  return (
    <Screen title="活动" tab="activities">
      <Gate who="neighbour" words="加入以后，这里会放社区里的活动。" failed="活动没能打开">
        {({ communityId }) => <Weeks communityId={communityId} />}
      </Gate>
    </Screen>
  );
}
