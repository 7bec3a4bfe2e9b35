import { useState } from 'react';
import type { DataOf } from '../api';
import { useRead } from '../api/use-read';
import { useMe } from '../session';
import { communityOf } from '../session/work';
import { addDays, dateOf, nearDayWords, weekdayOf } from '../words/dates';

export type Activity = DataOf<'activity.list'>['activities'][number];
const DAYS = 14;
const WEEK = 7;

/** The coming two weeks of the community where one lives, day by day. */
export function useWeek() {
  const { me, refusal: unknownMe } = useMe();
  const unitId = me ? communityOf(me) : undefined;
  const { data, refusal, reload } = useRead('activity.list', unitId ? { unitId, days: DAYS } : null);
  const today = data?.today ?? dateOf(Date.now());
  const [chosen, choose] = useState<string>();
  const byDay = new Map<string, Activity[]>();
  for (const one of data?.activities ?? []) {
    const date = dateOf(one.startsAtMs);
    byDay.set(date, [...(byDay.get(date) ?? []), one]);
  }
  const strip = Array.from({ length: WEEK }, (_, i) => {
    const date = addDays(today, i);
    return { date, word: i === 0 ? '今天' : weekdayOf(date).slice(1), count: byDay.get(date)?.length ?? 0 };
  });
  const days = [...byDay]
    .filter(([date]) => !chosen || date === chosen)
    .map(([date, activities]) => ({ date, word: nearDayWords(date, today), activities }));
  return {
    nowhere: me !== undefined && !unitId,
    refusal: refusal ?? unknownMe,
    ready: data !== undefined,
    reload,
    strip,
    days,
    chosen,
    choose,
    today,
  };
}
