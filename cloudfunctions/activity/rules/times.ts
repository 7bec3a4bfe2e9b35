import { type Refusal, refuse } from '../../kit/refusal';
import { type CheckInWay, CLOSES_AFTER_MS, OPENS_BEFORE_MS, STAFF_CLOSES_AFTER_MS } from '../../values/activities';
import { businessDate, DAY_MS, HOUR_MS } from '../../values/dates';

/** Anything longer is several activities: each day has its own check-in. */
export const LONGEST_MS = DAY_MS;
/** Yesterday's event may still be put in, for its printed sheet; older ones are awarded by `award.give`. */
const PUT_IN_LATE_MS = DAY_MS;

export interface Times {
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}
export interface Announced extends Times {
  readonly isCancelled: boolean;
}

export function refuseTimes(
  times: Times,
  nowMs: number,
): Refusal<'TIMES_REVERSED' | 'TOO_LONG' | 'IN_THE_PAST'> | null {
  if (times.endsAtMs <= times.startsAtMs) return refuse('TIMES_REVERSED');
  if (times.endsAtMs - times.startsAtMs > LONGEST_MS) return refuse('TOO_LONG', { hoursMax: LONGEST_MS / HOUR_MS });
  return times.startsAtMs < nowMs - PUT_IN_LATE_MS
    ? refuse('IN_THE_PAST', { earliestMs: nowMs - PUT_IN_LATE_MS })
    : null;
}

export type CheckInRefusal = Refusal<'ACTIVITY_CANCELLED' | 'ACTIVITY_NOT_OPEN' | 'ACTIVITY_OVER'>;

/** Whether check-in is open: half an hour either side for people themselves, a week afterwards for staff. */
export function refuseCheckIn(activity: Announced, by: 'person' | 'staff', nowMs: number): CheckInRefusal | null {
  const opensAtMs = activity.startsAtMs - OPENS_BEFORE_MS;
  const closesAtMs = activity.endsAtMs + (by === 'staff' ? STAFF_CLOSES_AFTER_MS : CLOSES_AFTER_MS);
  if (activity.isCancelled) return refuse('ACTIVITY_CANCELLED');
  if (nowMs < opensAtMs) return refuse('ACTIVITY_NOT_OPEN', { opensAtMs });
  return nowMs > closesAtMs ? refuse('ACTIVITY_OVER', { closedAtMs: closesAtMs }) : null;
}

/** Where codes are passed on, the host lets only staff scan. */
export const refuseAtTheDoor = ({ checkIn }: { readonly checkIn: CheckInWay }): Refusal<'AT_THE_DOOR'> | null =>
  checkIn === 'door' ? refuse('AT_THE_DOOR') : null;

/** The day for which the deed counts, Asia/Shanghai: that of the beginning, but never one still to come. */
export function deedDateOf(times: Times, nowMs: number): string {
  return businessDate(Math.min(times.startsAtMs, nowMs));
}
