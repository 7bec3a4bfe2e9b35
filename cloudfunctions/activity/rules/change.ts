import { refuse } from '../../kit/refusal';
import { type Announced, refuseTimes, type Times } from './times';

interface Plan extends Times {
  readonly place: string;
  readonly signUp: 'none' | 'open';
  readonly capacity: number | null;
}

/** Those who signed up keep their places: a list is neither closed nor made shorter than they are many. */
function refusePlaces({ signUp, capacity }: Plan, signedUpCount: number) {
  if (capacity !== null && signUp === 'none') return refuse('CAPACITY_WITHOUT_SIGN_UP');
  const places = signUp === 'none' ? 0 : (capacity ?? Number.POSITIVE_INFINITY);
  return signedUpCount > places ? refuse('PEOPLE_SIGNED_UP', { signedUpCount }) : null;
}

/** Why an activity cannot be mended so. The deed's date hangs on the beginning: once somebody may have come it stays. */
export function refuseChange(
  activity: Plan & Announced,
  wanted: Plan,
  { signedUpCount, attendedCount }: { readonly signedUpCount: number; readonly attendedCount: number },
  nowMs: number,
) {
  if (activity.isCancelled) return refuse('ACTIVITY_CANCELLED');
  if (nowMs >= activity.endsAtMs) return refuse('ACTIVITY_OVER', { closedAtMs: activity.endsAtMs });
  const hasBegun = nowMs >= activity.startsAtMs || attendedCount > 0;
  if (hasBegun && wanted.startsAtMs !== activity.startsAtMs)
    return refuse('ACTIVITY_BEGUN', { startsAtMs: activity.startsAtMs });
  return refuseTimes(wanted, nowMs) ?? refusePlaces(wanted, signedUpCount);
}

/** What people must know to come, and is another now. */
export function changesOf(activity: Plan, wanted: Plan) {
  const time = activity.startsAtMs !== wanted.startsAtMs || activity.endsAtMs !== wanted.endsAtMs;
  return { time, place: activity.place !== wanted.place };
}
