import type * as z from 'zod';
import { addDays, startOfDayMs } from '../../values/dates';
import type { Period as PeriodSchema } from '../contract';

export type Period = z.output<typeof PeriodSchema>;

/** The period that a business date (Asia/Shanghai) falls into: 2026, 2026-Q4 or 2026-11. Stock and limits count within it. */
export function periodKey(period: Period, date: string): string {
  const [year, month] = date.split('-');
  if (period === 'year') return `${year}`;
  return period === 'month' ? `${year}-${month}` : `${year}-Q${Math.ceil(Number(month) / 3)}`;
}

/** The first day of the period after the one that `date` falls into: when there is stock again. */
export function nextPeriodOn(period: Period, date: string): string {
  const year = Number(date.slice(0, 4));
  const month = Number(date.slice(5, 7));
  const monthsPer = { month: 1, quarter: 3, year: 12 }[period];
  const next = (Math.floor((month - 1) / monthsPer) + 1) * monthsPer;
  const first = new Date(Date.UTC(year, next, 1));
  return first.toISOString().slice(0, 10);
}

/** The last millisecond of the business day `validDays` days after `today`: a voucher may still be used in it. */
export function expiryMs(today: string, validDays: number): number {
  return startOfDayMs(addDays(today, validDays + 1)) - 1;
}
