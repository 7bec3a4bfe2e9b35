import { type Refusal, refuse } from '../../kit/refusal';
import { businessDate, startOfDayMs } from '../../values/dates';
import {
  isOpenAt,
  nextMonthOn,
  nextOpening,
  type Opening,
  type RedemptionWindow,
  windowFault,
} from '../../values/windows';

export interface Ceilings {
  readonly monthPoints: number | null;
  readonly monthCents: number | null;
}
export interface Spent {
  readonly points: number;
  readonly cents: number;
}
/** When something can be redeemed, and what the month has left for it: of the tighter of reward and community. */
export interface Redemption {
  readonly nowMs: number;
  readonly windows: readonly RedemptionWindow[];
  readonly monthLeft: Spent;
}

const NO_CEILING = Number.POSITIVE_INFINITY;

const leftUnder = ({ monthPoints, monthCents }: Ceilings, spent: Spent): Spent => ({
  points: (monthPoints ?? NO_CEILING) - spent.points,
  cents: (monthCents ?? NO_CEILING) - spent.cents,
});

export function monthLeft(under: readonly { readonly ceilings: Ceilings; readonly spent: Spent }[]): Spent {
  const left = under.map(({ ceilings, spent }) => leftUnder(ceilings, spent));
  return {
    points: Math.min(NO_CEILING, ...left.map(({ points }) => points)),
    cents: Math.min(NO_CEILING, ...left.map(({ cents }) => cents)),
  };
}

/** A window that opens at no time. */
export const refuseWindows = (windows: readonly RedemptionWindow[]): Refusal<'INVALID_INPUT'> | null =>
  windows.some(windowFault)
    ? refuse('INVALID_INPUT', { fields: ['input.windows'], why: ['a window ends after it has begun'] })
    : null;

export type TimeObstacle = 'MONTH_SPENT' | 'WINDOW_CLOSED';

/** Whether the month, or the hour, is in the way of something that costs so much. */
export function timeObstacles(redemption: Redemption, asked: Spent): TimeObstacle[] {
  const { windows, nowMs, monthLeft: left } = redemption;
  const isSpent = left.points < asked.points || left.cents < asked.cents;
  return [
    ...(isSpent ? ['MONTH_SPENT' as const] : []),
    ...(isOpenAt(windows, nowMs) ? [] : ['WINDOW_CLOSED' as const]),
  ];
}

/** When it can be redeemed next; a spent month waits for the first window of the next one. */
export function nextChance({ windows, nowMs }: Redemption, obstacle: TimeObstacle): Opening | null {
  const fromMs = obstacle === 'WINDOW_CLOSED' ? nowMs : startOfDayMs(nextMonthOn(businessDate(nowMs)));
  if (windows.length > 0) return nextOpening(windows, fromMs);
  return { fromMs, untilMs: startOfDayMs(nextMonthOn(businessDate(fromMs))) };
}

export function refuseTime(redemption: Redemption, obstacle: TimeObstacle): Refusal<TimeObstacle> {
  const next = nextChance(redemption, obstacle);
  if (obstacle === 'MONTH_SPENT') return refuse(obstacle, next ? { againAtMs: next.fromMs } : {});
  return refuse(obstacle, next ? { ...next } : {});
}
