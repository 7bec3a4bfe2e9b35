import Taro from '@tarojs/taro';
import { newId } from '../../api/new-id';

interface Kept {
  readonly itemId: string;
  readonly deedId: string;
  readonly atMs: number;
}
const STORE = 'award-deed';
/** As long as a request waits for its answer: who comes back later means another deed. */
const KEPT_MS = 24 * 3_600_000;

let latest: Kept | undefined; // for a device whose store is full

function kept(itemId: string): Kept | undefined {
  const stored = Taro.getStorageSync(STORE) as Kept | undefined;
  return [latest, stored].find((one) => one?.itemId === itemId && Date.now() - one.atMs < KEPT_MS);
}

/**
 * The name of the deed that is being awarded: the same one until there is an answer, also when the app was closed or the
 * list was changed in between. So nobody on it can get the points twice.
 */
export async function deedOf(itemId: string): Promise<string> {
  const known = kept(itemId);
  if (known) return known.deedId;
  latest = { itemId, deedId: await newId(), atMs: Date.now() };
  try {
    Taro.setStorageSync(STORE, latest);
  } catch {
    // it is remembered until the app is closed
  }
  return latest.deedId;
}

/** The answer is here: the next time is another deed. */
export function forgetDeed(): void {
  latest = undefined;
  Taro.removeStorageSync(STORE);
}
