/** Business dates are Asia/Shanghai's, written YYYY-MM-DD, wherever the server or the phone is. Nothing here asks for the time. */
export const SHANGHAI_MS = 8 * 3_600_000; // no daylight saving since 1991
export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The shape of a business date; whether there is such a day, the calendar says. */
export const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** The business date at that moment. */
export const businessDate = (ms: number): string => new Date(ms + SHANGHAI_MS).toISOString().slice(0, 10);

/** When the clocks in Shanghai show this: '2026-11-07' and '09:30'. */
export const momentOf = (date: string, time: string): number => Date.parse(`${date}T${time}:00Z`) - SHANGHAI_MS;

/** What the clocks in Shanghai show: '09:30'. */
export const timeText = (ms: number): string => new Date(ms + SHANGHAI_MS).toISOString().slice(11, 16);

/** The first millisecond of a business date. */
export const startOfDayMs = (date: string): number => momentOf(date, '00:00');

export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** '2026-11' and -1 give '2026-10'. */
export function addMonths(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}
