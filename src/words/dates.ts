import dayjs from 'dayjs';
import { businessDate, SHANGHAI_MS } from '../../cloudfunctions/values/dates';
import type { BornPrecision } from '../../cloudfunctions/values/people';

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];

/** The moment as a clock in Shanghai shows it, wherever the device is: only ever read by its own fields. */
const inShanghai = (ms: number) => dayjs(new Date(ms + SHANGHAI_MS).toISOString().slice(0, 23));

/** 11月7日 */
export const dayWords = (date: string) => dayjs(date).format('M月D日');
/** 2026年11月7日 */
export const fullDayWords = (date: string) => dayjs(date).format('YYYY年M月D日');
/** 1950年3月8日, 1950年3月, 1950年: as much of a birthday as is known. */
export const bornWords = (bornOn: string, precision: BornPrecision) =>
  dayjs(bornOn).format({ day: 'YYYY年M月D日', month: 'YYYY年M月', year: 'YYYY年' }[precision]);
/** 周六 */
export const weekdayOf = (date: string) => WEEKDAYS[dayjs(date).day()] ?? '';
/** 9:06 */
export const timeWords = (ms: number) => inShanghai(ms).format('H:mm');
/** 19:30 到 21:00; 19:30 到第二天 0:30 */
export function hoursWords(fromMs: number, untilMs: number): string {
  const sameDay = businessDate(fromMs) === businessDate(untilMs);
  return `${timeWords(fromMs)} 到${sameDay ? ' ' : '第二天 '}${timeWords(untilMs)}`;
}
/** 11月7日 9:06 */
export const momentWords = (ms: number) => inShanghai(ms).format('M月D日 H:mm');
/** 2026年11月 */
export const monthWords = (month: string) => dayjs(`${month}-01`).format('YYYY年M月');
export const daysBetween = (from: string, to: string) => dayjs(to).diff(dayjs(from), 'day');

/** 今天, 明天, 昨天, else 周六 within the coming week, else 11月7日. */
export function nearDayWords(date: string, today: string): string {
  const days = daysBetween(today, date);
  const near = { '-1': '昨天', 0: '今天', 1: '明天', 2: '后天' }[days];
  return near ?? (days > 0 && days < 7 ? weekdayOf(date) : dayWords(date));
}

/** 早上好 by the hour in Shanghai. */
export function greetingAt(ms: number): string {
  const hour = inShanghai(ms).hour();
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}
