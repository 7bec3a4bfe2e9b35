import * as z from 'zod';
import { DateText, Millis } from '../../kit/fields';
import { MONTH_CENTS_MAX, MONTH_POINTS_MAX } from '../../values/limits';
import { CLOCK_TIME, LAST, SUNDAY, WINDOW_DATES_MAX, WINDOWS_MAX } from '../../values/windows';

const Weekday = z.int().min(1).max(SUNDAY).describe('1 is Monday, 7 is Sunday.');
const ClockTime = z.string().regex(CLOCK_TIME).describe('HH:mm in Asia/Shanghai.');

const Days = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('week'), weekdays: z.array(Weekday).min(1).max(SUNDAY) }),
  z.strictObject({
    every: z.literal('month'),
    nth: z.int().min(1).max(LAST).describe('The first, second, … of that weekday in each month; 5 for the last.'),
    weekday: Weekday,
  }),
  z.strictObject({ every: z.literal('date'), dates: z.array(DateText).min(1).max(WINDOW_DATES_MAX) }),
]);

export const Windows = z
  .array(z.strictObject({ days: Days, from: ClockTime, until: ClockTime.describe('Later on the same day.') }))
  .max(WINDOWS_MAX)
  .describe('When it can be redeemed; an empty list: at any time.');

export const OpeningTime = z.strictObject({ fromMs: Millis, untilMs: Millis });

export const MonthPoints = z.int().min(1).max(MONTH_POINTS_MAX).describe('Points that may be redeemed in a month.');
export const MonthCents = z
  .int()
  .min(1)
  .max(MONTH_CENTS_MAX)
  .describe('What the things redeemed in a month may cost together, in cents of RMB.');
