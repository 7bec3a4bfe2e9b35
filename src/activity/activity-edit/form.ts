import { CAPACITY_MAX } from '../../../cloudfunctions/values/activities';
import { momentOf } from '../../../cloudfunctions/values/dates';
import type { RequestFor } from '../../api';
import { isWhole, isWritten, orEmpty, type Problems, unless } from '../../components/form/checks';

export interface ActivityForm {
  readonly itemId: string;
  readonly title: string;
  readonly place: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
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
  signUp: false,
  capacity: '',
  bring: '',
  about: '',
});

export function problemsIn(form: ActivityForm, nowMs: number): Problems<ActivityForm> {
  const { itemId, title, place, date, from, to, signUp, capacity } = form;
  const [startsAtMs, endsAtMs] = [momentOf(date, from), momentOf(date, to)];
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

/** As the contract takes it. */
export function toActivity(form: ActivityForm, unitId: string): RequestFor<'activity.create'> {
  const { itemId, title, place, date, from, to, signUp, capacity, bring, about } = form;
  return {
    unitId,
    itemId,
    title: title.trim(),
    place: place.trim(),
    bring: bring.trim(),
    about: about.trim(),
    startsAtMs: momentOf(date, from),
    endsAtMs: momentOf(date, to),
    signUp: signUp ? 'open' : 'none',
    ...(signUp && capacity && { capacity: Number(capacity) }),
  };
}
