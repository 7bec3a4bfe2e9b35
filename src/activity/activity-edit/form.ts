import { CAPACITY_MAX } from '../../../cloudfunctions/values/activities';
import { momentOf } from '../../../cloudfunctions/values/dates';
import type { RequestFor } from '../../api';

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

/** What is still missing or wrong, as a sentence; undefined when it can be announced. */
export function missingIn(form: ActivityForm, nowMs: number): string | undefined {
  if (!form.itemId) return '先选签到记哪一件';
  if (!form.title.trim()) return '先起个名字';
  if (!form.place.trim()) return '先填在哪里';
  const [startsAtMs, endsAtMs] = [momentOf(form.date, form.from), momentOf(form.date, form.to)];
  if (Number.isNaN(startsAtMs) || Number.isNaN(endsAtMs)) return '先选好日期和时间';
  if (endsAtMs <= startsAtMs) return '结束时间要在开始时间后面';
  if (endsAtMs <= nowMs) return '时间已经过去了，请选以后的';
  if (form.signUp && form.capacity && !(Number(form.capacity) >= 1 && Number(form.capacity) <= CAPACITY_MAX))
    return '人数填 1 以上，不限就空着';
  return undefined;
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
