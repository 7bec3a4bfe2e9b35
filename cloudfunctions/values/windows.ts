import { addDays, businessDate, momentOf } from './dates';

/** When something can be redeemed: days by a rule or by name, and from when until when on each of them. Asia/Shanghai. */
export type WindowDays =
  | { readonly every: 'week'; readonly weekdays: number[] }
  /** The first, second … of that weekday in each month; LAST for the last one. */
  | { readonly every: 'month'; readonly nth: number; readonly weekday: number }
  | { readonly every: 'date'; readonly dates: string[] };
export interface RedemptionWindow {
  readonly days: WindowDays;
  /** '08:30' and '11:30', on the same day. */
  readonly from: string;
  readonly until: string;
}
export interface Opening {
  readonly fromMs: number;
  readonly untilMs: number;
}

/** 1 is Monday, 7 is Sunday. */
export const SUNDAY = 7;
/** The last of a month: there is not always a fifth. */
export const LAST = 5;
export const WINDOWS_MAX = 6;
export const WINDOW_DATES_MAX = 31;
export const CLOCK_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Named days may lie this far ahead; a rule comes round much sooner. */
const AHEAD_DAYS = 400;

const weekdayOn = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || SUNDAY;

function isNthOfMonth(date: string, nth: number): boolean {
  if (nth === LAST) return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
  return Math.ceil(Number(date.slice(8)) / 7) === nth;
}

/** Whether it opens on that day at all. */
export function isDay(days: WindowDays, date: string): boolean {
  if (days.every === 'date') return days.dates.includes(date);
  const weekday = weekdayOn(date);
  if (days.every === 'week') return days.weekdays.includes(weekday);
  return weekday === days.weekday && isNthOfMonth(date, days.nth);
}

/** The days on which it may open: those named, or each of the next ones. */
function daysToTry({ days }: RedemptionWindow, today: string): string[] {
  if (days.every === 'date') return days.dates.filter((date) => date >= today);
  return Array.from({ length: AHEAD_DAYS }, (_, ahead) => addDays(today, ahead));
}

function nextOf(window: RedemptionWindow, atMs: number): Opening | null {
  const openings = daysToTry(window, businessDate(atMs))
    .filter((date) => isDay(window.days, date))
    .map((date) => ({ fromMs: momentOf(date, window.from), untilMs: momentOf(date, window.until) }));
  return openings.filter(({ untilMs }) => untilMs > atMs).sort((a, b) => a.fromMs - b.fromMs)[0] ?? null;
}

/** The opening of that moment, or the next one; null where none comes any more. Without windows it is always open: see `isOpenAt`. */
export function nextOpening(windows: readonly RedemptionWindow[], atMs: number): Opening | null {
  const next = windows.flatMap((window) => nextOf(window, atMs) ?? []);
  return next.sort((a, b) => a.fromMs - b.fromMs)[0] ?? null;
}

/** From its first moment until its last; where there are no windows, at any time. */
export const isOpenAt = (windows: readonly RedemptionWindow[], atMs: number): boolean =>
  windows.length === 0 || windows.some((window) => (nextOf(window, atMs)?.fromMs ?? atMs + 1) <= atMs);

/** What is wrong with a window; null when it is fine. */
export function windowFault({ days, from, until }: RedemptionWindow): 'noDay' | 'times' | null {
  if (!(CLOCK_TIME.test(from) && CLOCK_TIME.test(until) && from < until)) return 'times';
  const named = days.every === 'week' ? days.weekdays.length : days.every === 'date' ? days.dates.length : 1;
  return named > 0 ? null : 'noDay';
}

/** The first day of the month after. */
export const nextMonthOn = (date: string): string => {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
};
/** The first day of its month. */
export const monthOn = (date: string): string => `${date.slice(0, 7)}-01`;
