import Taro from '@tarojs/taro';
import type { DataOf } from '../../api';

export type LiveCode = DataOf<'activity.liveCode'>;
interface Kept {
  readonly about: LiveCode;
  /** The server's clock minus the device's. */
  readonly offsetMs: number;
}
const STORE = 'live-codes';

function readKept(): readonly Kept[] {
  const stored: unknown = Taro.getStorageSync(STORE);
  return Array.isArray(stored) ? (stored as Kept[]) : [];
}

const isOver = ({ about, offsetMs }: Kept, nowMs: number) => nowMs + offsetMs > about.closesAtMs;

/** The key that this device was given before, as long as its activity goes on: for a start without the network. */
export function keptCode(activityId: string): Kept | undefined {
  return readKept().find((kept) => kept.about.activityId === activityId && !isOver(kept, Date.now()));
}

/** Kept until the activity is over; keys of activities that are over go at the same time. */
export function keepCode(kept: Kept): void {
  const others = readKept().filter((one) => one.about.activityId !== kept.about.activityId);
  const going = [...others, kept].filter((one) => !isOver(one, Date.now()));
  try {
    Taro.setStorageSync(STORE, going);
  } catch {
    // The storage is full: a start without the network is lost, and the code is drawn all the same.
  }
}

/** The server has said that this caller may not, or that the activity is off. */
export function forgetCode(activityId: string): void {
  Taro.setStorageSync(
    STORE,
    readKept().filter((kept) => kept.about.activityId !== activityId),
  );
}

/** Whoever sits at this device next is given keys of their own, if they may have any. */
export function forgetAllCodes(): void {
  Taro.removeStorageSync(STORE);
}
