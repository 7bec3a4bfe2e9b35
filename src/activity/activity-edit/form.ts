import { CAPACITY_MAX } from '../../../cloudfunctions/values/activities';
import { addDays, businessDate, DAY_MS, momentOf, timeText } from '../../../cloudfunctions/values/dates';
import type { RequestFor } from '../../api';
import { isWhole, isWritten, orEmpty, type Problems, unless } from '../../components/form/checks';
import type { Activity } from '../use-week';

export type Weeks = '1' | '4' | '8' | '12';

export interface ActivityForm {
  readonly itemId: string;
  readonly title: string;
  readonly place: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
  /** It ends on the day after: heard only where `to` is not after `from`. */
  readonly nextDay: boolean;
  /** How many weeks in a row. */
  readonly weeks: Weeks;
  readonly signUp: boolean;
  readonly capacity: string;
  readonly bring: string;
  readonly about: string;
}

export const emptyForm = (date: string): ActivityForm => ({
  itemId: '',
  title: '',
  place: '',
  date,
  from: '09:00',
  to: '10:30',
  nextDay: false,
  weeks: '1',
  signUp: false,
  capacity: '',
  bring: '',
  about: '',
});

/** An hour that is not after the beginning is the next day's, where somebody says so. */
export const mayBeNextDay = ({ from, to }: Pick<ActivityForm, 'from' | 'to'>) => from !== '' && to !== '' && to <= from;

function timesOf(form: Pick<ActivityForm, 'date' | 'from' | 'to' | 'nextDay'>) {
  const { date, from, to, nextDay } = form;
  const startsAtMs = momentOf(date, from);
  const endsAtMs = momentOf(date, to) + (nextDay && mayBeNextDay(form) ? DAY_MS : 0);
  return { startsAtMs, endsAtMs };
}

/** The last one's. */
export const lastDayOf = ({ date, weeks }: Pick<ActivityForm, 'date' | 'weeks'>) =>
  addDays(date, 7 * (Number(weeks) - 1));

export function problemsIn(form: ActivityForm, nowMs: number): Problems<ActivityForm> {
  const { itemId, title, place, signUp, capacity } = form;
  const { startsAtMs, endsAtMs } = timesOf(form);
  const isDated = !Number.isNaN(startsAtMs) && !Number.isNaN(endsAtMs);
  return {
    itemId: unless(itemId !== '', '先选签到记哪一件'),
    title: unless(isWritten(title), '先起个名字'),
    place: unless(isWritten(place), '先填在哪里'),
    date:
      unless(isDated, '先选好日期和时间') ??
      (endsAtMs > startsAtMs ? unless(endsAtMs > nowMs, '时间已经过去了，请选以后的') : undefined),
    to: unless(!isDated || endsAtMs > startsAtMs, '结束时间要在开始时间后面'),
    capacity: unless(
      !signUp || orEmpty(capacity, (typed) => isWhole(typed, 1, CAPACITY_MAX)),
      '人数填 1 以上，不限就空着',
    ),
  };
}

/** What is written of it, as the contract takes it. */
export function toPlan(form: ActivityForm): Omit<RequestFor<'activity.change'>, 'activityId'> {
  const { title, place, signUp, capacity, bring, about } = form;
  return {
    title: title.trim(),
    place: place.trim(),
    bring: bring.trim(),
    about: about.trim(),
    ...timesOf(form),
    signUp: signUp ? 'open' : 'none',
    ...(signUp && capacity && { capacity: Number(capacity) }),
  };
}

export const toActivity = (form: ActivityForm, unitId: string): RequestFor<'activity.create'> => ({
  unitId,
  itemId: form.itemId,
  ...toPlan(form),
  weeks: Number(form.weeks),
});

/** The form as somebody would have written it. */
export function formOf(activity: Activity): ActivityForm {
  const { itemId, title, place, startsAtMs, endsAtMs, signUp, capacity, bring, about } = activity;
  const date = businessDate(startsAtMs);
  return {
    ...{ itemId, title, place, date, bring, about, weeks: '1' },
    from: timeText(startsAtMs),
    to: timeText(endsAtMs),
    nextDay: businessDate(endsAtMs) !== date,
    signUp: signUp === 'open',
    capacity: capacity === null ? '' : String(capacity),
  };
}

/** Another like it, on the same weekday: the next one that is still to come. */
export function formLike(activity: Activity, nowMs: number): ActivityForm {
  const weeks = Math.max(1, Math.floor((nowMs - activity.startsAtMs) / (7 * DAY_MS)) + 1);
  const form = formOf(activity);
  return { ...form, date: addDays(form.date, 7 * weeks) };
}
