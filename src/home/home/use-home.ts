import { useEffect, useState } from 'react';
import { businessDate } from '../../../cloudfunctions/values/dates';
import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import type { DataOf, Refused } from '../../api';
import { type Reading, useRead } from '../../api/use-read';
import { initialOf } from '../../components/face/initial';
import { clock } from '../../device/clock';
import { type Me, useMe } from '../../session';
import { clerkRole, isStaff, roleWords, supervisorRole } from '../../session/work';
import { dayWords, fullDayWords, greetingAt, nearDayWords, timeWords, weekdayOf } from '../../words/dates';
import type { HomeContent, Unread } from './content';
import type { HomeState } from './home-view';

type Activity = DataOf<'activity.list'>['activities'][number];
type Thanked = DataOf<'award.neighbours'>['thanks'][number];
const SHOWN = 3;
/** As many as make a handful of deeds of them. */
const THANKS_READ = 60;
const SLIPS_SHOWN = 6;
const NAMES_IN_A_SLIP = 2;
const PATIENCE_MS = 1_200;

/** What home asks for. The points are asked for with the first question, not after it: on a poor network every turn takes seconds. */
function useQuestions(me: Me | undefined) {
  const unitId = me?.household?.communityId;
  const ofUnit = unitId ? { unitId } : null;
  return {
    balance: useRead('ledger.balance', !me || (me.resident && me.household) ? {} : null),
    activities: useRead('activity.list', ofUnit && { ...ofUnit, days: 7 }),
    thanks: useRead('award.neighbours', ofUnit && { ...ofUnit, limit: THANKS_READ }),
    news: useRead('household.news', unitId ? { limit: 1 } : null),
    vouchers: useRead('reward.vouchers', unitId ? { state: 'issued' as const, limit: 20 } : null),
  };
}
type Questions = ReturnType<typeof useQuestions>;

/** Where home's content comes from: who this is, their points, what is on, whom the neighbours thank. */
export function useHome(): HomeState {
  const { me, refusal, reload } = useMe();
  const asked = useQuestions(me);
  const { balance, activities } = asked;
  const isPatient = usePatience(balance.data !== undefined);
  const retry = () => {
    void reload();
    void balance.reload();
  };
  if (!me) return pending(refusal, retry);
  if (!me.household || !me.resident)
    return { kind: 'newcomer', greeting: greeting(me), application: me.application, ...withWork(me) };
  if (!balance.data) return pending(balance.refusal, retry);
  if (isPatient && isAsked(activities)) return pending(undefined, retry);
  const stale = refusal ?? balance.refusal;
  const content = contentOf(me, balance.data, asked);
  return { kind: 'ready', content, ...(stale && { stale: { refusal: stale, reload: retry } }) };
}

const contentOf = (
  me: Me,
  balance: DataOf<'ledger.balance'>,
  { activities, thanks, vouchers, news }: Questions,
): HomeContent => ({
  ...points(me, balance),
  ...upcoming(activities),
  thanks: toSlips(thanks.data),
  ...(thanks.refusal && !thanks.data && { thanksRetry: () => void thanks.reload() }),
  ...usable(vouchers),
  unseen: news.data?.unseen ?? 0,
  ...withWork(me),
});

const isAsked = ({ data, refusal }: Pick<Reading<'activity.list'>, 'data' | 'refusal'>) => !data && !refusal;

/** What is on comes in above what one may be reading, so the points wait for it a moment, and no longer. */
function usePatience(isBegun: boolean): boolean {
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    if (!isBegun) return;
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isBegun]);
  return isPatient;
}

const pending = (refusal: Refused | undefined, retry: () => void): HomeState =>
  refusal ? { kind: 'failed', refusal, retry } : { kind: 'loading' };

const greeting = (me: Me) =>
  me.resident ? `${me.resident.name}，${greetingAt(clock())}` : `你好，${greetingAt(clock())}`;

function points(me: Me, balance: DataOf<'ledger.balance'>) {
  const today = businessDate(clock());
  const { household } = me;
  const worker = household?.gridWorker;
  return {
    greeting: greeting(me),
    today: `${dayWords(today)} ${weekdayOf(today)}`,
    lifetime: balance.balance.lifetime,
    available: balance.balance.available,
    waiting: 0,
    months: balance.months.map(({ credited }) => credited),
    ...(household &&
      balance.household && {
        household: { members: household.members.length, lifetime: balance.household.total.lifetime },
      }),
    ...(worker?.phone && { helper: { name: `网格员${initialOf(worker.name)}师傅`, phone: worker.phone } }),
  };
}

function unread({ refusal, reload }: Pick<Reading<'activity.list'>, 'refusal' | 'reload'>): Unread {
  return refusal ? { kind: 'failed', retry: () => void reload() } : { kind: 'looking' };
}

function upcoming(asked: Reading<'activity.list'>): Pick<HomeContent, 'next' | 'nudge'> {
  const { data: list } = asked;
  if (!list) return { next: unread(asked) };
  const now = clock();
  const open = list.activities.filter((one) => !one.isCancelled && one.endsAtMs > now && !one.iAttended);
  const today = open.find((one) => businessDate(one.startsAtMs) <= list.today);
  return {
    next: open.slice(0, SHOWN).map((one) => toNext(one, list.today)),
    ...(today && { nudge: nudgeFor(today, list.today) }),
  };
}

function toNext(one: Activity, today: string) {
  const date = businessDate(one.startsAtMs);
  return {
    id: one.activityId,
    title: one.title,
    dayWord: nearDayWords(date, today),
    day: String(Number(date.slice(8))),
    where: `${timeWords(one.startsAtMs)} · ${one.place}`,
    points: one.points,
    joined: one.mySignUp === 'signedUp',
  };
}

/** 昨天 22:00, or 19:30 of today. */
function sinceWords({ startsAtMs }: Activity, today: string): string {
  const date = businessDate(startsAtMs);
  return `${date === today ? '' : `${nearDayWords(date, today)} `}${timeWords(startsAtMs)}`;
}

const nudgeFor = (one: Activity, today: string) => ({
  activityId: one.activityId,
  words: `${sinceWords(one, today)} ${one.place}“${one.title}”，有空来搭把手，没空也不要紧。`,
});

/** Who did one deed on one day is thanked in one sentence: a board full of names tells nobody what was done. */
function toSlips(data: DataOf<'award.neighbours'> | undefined): HomeContent['thanks'] {
  const today = businessDate(clock());
  const byDeed = groupedBy(data?.thanks ?? [], ({ deedDate, deed }) => `${deedDate} ${deed}`);
  return [...byDeed].slice(0, SLIPS_SHOWN).map(([id, all]) => {
    const [{ deed, deedDate }] = all as [Thanked];
    return {
      id,
      words: thanksWords(deed, [...new Set(all.map(({ name }) => name))]),
      from: nearDayWords(deedDate, today),
    };
  });
}

/** 谢谢刘＊英做了“清洁家园”。 谢谢刘＊英、陈＊等几位邻居做了“清洁家园”。 */
function thanksWords(deed: string, names: readonly string[]): string {
  const others = names.length > NAMES_IN_A_SLIP ? '等几位邻居' : '';
  return `谢谢${names.slice(0, NAMES_IN_A_SLIP).join('、')}${others}做了“${deed}”。`;
}

export function usable(asked: Reading<'reward.vouchers'>): Pick<HomeContent, 'voucher'> {
  const { data } = asked;
  if (!data) return { voucher: unread(asked) };
  if (data.vouchers.length === 0) return {};
  const onlyChecks = data.vouchers.every(({ kind }) => kind === 'healthCheck');
  const soonest = Math.min(...data.vouchers.map(({ expiresAtMs }) => expiresAtMs));
  const until = `${data.vouchers.length > 1 ? '最早的一张' : ''}到 ${fullDayWords(businessDate(soonest))}`;
  return { voucher: { count: data.vouchers.length, word: onlyChecks ? '体检券' : '兑换券', until } };
}

/** The way to the desk, for those who have work here. */
function withWork(me: Me): Pick<HomeContent, 'work'> {
  if (isStaff(me)) return { work: { word: '去工作台', note: roleWords(me), page: 'staff/workbench' } };
  if (clerkRole(me)) return { work: { word: '核销兑换券', note: roleWords(me), page: 'staff/redeem' } };
  if (supervisorRole(me)) return { work: { word: '看看各社区', note: roleWords(me), page: 'staff/units' } };
  return {};
}
