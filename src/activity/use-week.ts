import { useState } from 'react';
import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import { groupedBy } from '../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../api';
import { useWhole } from '../api/use-whole';
import { nearDayWords, weekdayOf } from '../words/dates';

export type Activity = DataOf<'activity.list'>['activities'][number];
const DAYS = 14;
const WEEK = 7;

/** The coming two weeks of a community, day by day. */
export function useWeek(unitId: string) {
  const { data, first, refusal, reload } = useWhole('activity.list', { unitId, days: DAYS }, 'activities');
  const [chosen, choose] = useState<string>();
  return { data: data && first && { ...weekOf(data, first.today, chosen), chosen, choose }, refusal, reload };
}
export type Week = NonNullable<ReturnType<typeof useWeek>['data']>;

function weekOf(activities: readonly Activity[], today: string, chosen: string | undefined) {
  const byDay = groupedBy(activities, ({ startsAtMs }) => businessDate(startsAtMs));
  const strip = Array.from({ length: WEEK }, (_, i) => {
    const date = addDays(today, i);
    return { date, word: i === 0 ? '今天' : weekdayOf(date).slice(1), count: byDay.get(date)?.length ?? 0 };
  });
  const days = [...byDay]
    .filter(([date]) => !chosen || date === chosen)
    .map(([date, ofDay]) => ({ date, word: nearDayWords(date, today), activities: ofDay }));
  return { strip, days };
}
