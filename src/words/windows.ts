import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import { isDay, LAST, type Opening, type RedemptionWindow, type WindowDays } from '../../cloudfunctions/values/windows';
import { dayWords, hoursWords, weekdayOf } from './dates';

export const WEEKDAY_WORDS = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
const weekdayWord = (weekday: number) => WEEKDAY_WORDS[weekday - 1] ?? '';
const NTH = ['一', '二', '三', '四'];
export const nthWord = (nth: number) => (nth === LAST ? '最后一个' : `第${NTH[nth - 1] ?? nth}个`);

/** 8:30 */
const clockWords = (time: string) => time.replace(/^0/, '');

function daysWords(days: WindowDays): string {
  if (days.every === 'month') return `每月${nthWord(days.nth)}${weekdayWord(days.weekday)}`;
  if (days.every === 'date') return [...days.dates].sort().map(dayWords).join('、');
  return `每${[...days.weekdays]
    .sort((a, b) => a - b)
    .map(weekdayWord)
    .join('、')}`;
}

/** 每月第一个周六 8:30 到 11:30 */
export const windowWords = ({ days, from, until }: RedemptionWindow) =>
  `${daysWords(days)} ${clockWords(from)} 到 ${clockWords(until)}`;

export const windowsWords = (windows: readonly RedemptionWindow[]) =>
  windows.length === 0 ? '随时可以换' : windows.map(windowWords).join('；');

/** 12月5日（周六）8:30 到 11:30 */
export function openingWords({ fromMs, untilMs }: Opening): string {
  const day = businessDate(fromMs);
  return `${dayWords(day)}（${weekdayOf(day)}）${hoursWords(fromMs, untilMs)}`;
}

function opensWithin(days: WindowDays, { from, to }: { readonly from: string; readonly to: string }): boolean {
  for (let date = from; date <= to; date = addDays(date, 1)) if (isDay(days, date)) return true;
  return false;
}

/** What a form says of when things were redeemed: 2026年11月7日 兑换日（每月第一个周六）; of a longer time 兑换日：每月第一个周六. */
export function redeemedOnWords(
  written: string,
  windows: readonly RedemptionWindow[],
  span: { readonly from: string; readonly to: string } | undefined,
): string {
  const open = windows.filter(({ days }) => !span || opensWithin(days, span)).map(({ days }) => daysWords(days));
  const words = [...new Set(open)].join('、');
  if (words === '') return written;
  return span && span.from === span.to ? `${written} 兑换日（${words}）` : `${written}（兑换日：${words}）`;
}
