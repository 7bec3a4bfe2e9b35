import { BRINGS_WITHIN_MS } from '../../cloudfunctions/values/activities';
import type { Why } from '../api/actions';
import { clock } from '../device/clock';
import { keptFor, whoSits } from '../device/kept';

interface CheckedIn {
  readonly activityId: string;
  readonly atMs: number;
}

const isFresh = ({ activityId, atMs }: Partial<CheckedIn>) =>
  typeof activityId === 'string' && atMs !== undefined && clock() - atMs < BRINGS_WITHIN_MS;

const latest = () =>
  keptFor<CheckedIn>(whoSits(), 'checked-in', {
    forMs: BRINGS_WITHIN_MS,
    parse: (one) => (isFresh(Object(one)) ? (one as CheckedIn) : undefined),
  });

/** Kept on the device, so that the family can be brought also after the thank-you was left or the app was closed. */
export const keepCheckIn = (checkedIn: CheckedIn): void => latest().keep(checkedIn);
export const forgetCheckIn = (): void => latest().forget();

/** The activity for which this person may still bring the family: one they checked in to on this device a moment ago. */
export const justCheckedIn = (): string | undefined => latest().read()?.activityId;

/**
 * The same from the server's word: this person is counted already (also on another device, or when the answer was lost),
 * or was here and only a limit keeps them from being counted again.
 */
export function hereJustNow(refusal: Why | undefined): string | undefined {
  if (refusal?.code === 'CAP_REACHED' || refusal?.code === 'CEILING_REACHED') return refusal.detail.activityId;
  if (refusal?.code !== 'COUNTED_ALREADY') return undefined;
  const { activityId, sinceMs } = refusal.detail;
  return clock() - sinceMs < BRINGS_WITHIN_MS ? activityId : undefined;
}

interface Brought {
  readonly activityId: string;
  readonly ids: readonly string[];
}

const isBrought = ({ activityId, ids }: Partial<Brought>) => typeof activityId === 'string' && Array.isArray(ids);
const latestBrought = () =>
  keptFor<Brought>(whoSits(), 'brought-along', {
    forMs: BRINGS_WITHIN_MS,
    parse: (one) => (isBrought(Object(one)) ? (one as Brought) : undefined),
  });

/** Of whom this person has said already that they came along, and been answered: they are asked about no more. */
export function broughtTo(activityId: string | undefined): readonly string[] {
  const brought = latestBrought().read();
  return brought !== undefined && brought.activityId === activityId ? brought.ids : [];
}

export const keepBrought = (activityId: string, ids: readonly string[]): void =>
  latestBrought().keep({ activityId, ids: [...broughtTo(activityId), ...ids] });
