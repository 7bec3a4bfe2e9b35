import Taro from '@tarojs/taro';
import type { Refused } from '../api';

interface CheckedIn {
  readonly activityId: string;
  readonly atMs: number;
}
const STORE = 'checked-in';
/** As long as the server lets whoever has checked in bring the family (activity.bringAlong). */
const BRINGS_WITHIN_MS = 15 * 60_000;

/** Kept on the device, so that the family can be brought also after the thank-you was left or the app was closed. */
export function keepCheckIn(checkedIn: CheckedIn): void {
  try {
    Taro.setStorageSync(STORE, checkedIn);
  } catch {
    // The storage is full: there is still the scan page, which asks the server.
  }
}

export const forgetCheckIn = (): void => Taro.removeStorageSync(STORE);

/** The activity for which this person may still bring the family: one they checked in to on this device a moment ago. */
export function justCheckedIn(): string | undefined {
  const kept = Taro.getStorageSync(STORE) as Partial<CheckedIn> | undefined;
  return kept?.atMs !== undefined && Date.now() - kept.atMs < BRINGS_WITHIN_MS ? kept.activityId : undefined;
}

/**
 * The same from the server's word: this person is counted already (also on another device, or when the answer was lost),
 * or was here and only a limit keeps them from being counted again.
 */
export function hereJustNow(refusal: Pick<Refused, 'code' | 'detail'> | undefined): string | undefined {
  const { activityId, sinceMs } = refusal?.detail ?? {};
  if (typeof activityId !== 'string') return undefined;
  if (refusal?.code === 'CAP_REACHED') return activityId;
  if (refusal?.code !== 'COUNTED_ALREADY' || typeof sinceMs !== 'number') return undefined;
  return Date.now() - sinceMs < BRINGS_WITHIN_MS ? activityId : undefined;
}
