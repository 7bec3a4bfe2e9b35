import type { World } from '../../kit/world';
import { HOUR_MS } from '../../values/dates';
import { type CodeKeys, digitsAround, keyVersionAt, STEP_MS } from '../rules';
import type { KeyedActivity } from '../store/keys';

type Keyed = Pick<KeyedActivity, 'activityId' | 'renewedAtMs'>;
type Keys = Pick<World, 'keys'>;

/** A former key is told from a forged one, so that whoever shows its code by mistake is told what to do. */
const FORMER_KNOWN = 10;

export const keyOfVersion = ({ keys }: Keys, activityId: string, version: number): Buffer =>
  keys.hmac('activityKey', activityId, String(version));

/** The key that a device is given now, and its number. */
export function newestKey(world: Keys, { activityId, renewedAtMs }: Keyed, nowMs: number) {
  const version = keyVersionAt(renewedAtMs, nowMs);
  return { version, key: keyOfVersion(world, activityId, version) };
}

/** The key of now; and for one step that of before, until the device that shows it has heard of the renewal. */
export function codeKeys(world: Keys, { activityId, renewedAtMs }: Keyed, nowMs: number): CodeKeys {
  const newest = keyVersionAt(renewedAtMs, nowMs);
  const oldest = keyVersionAt(renewedAtMs, nowMs - STEP_MS);
  const keysOf = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => keyOfVersion(world, activityId, to - i));
  return { good: keysOf(oldest, newest), former: keysOf(Math.max(1, oldest - FORMER_KNOWN), oldest - 1) };
}

/** Some hours of a few activities: a roomful of people types the digits of one wrong clock. */
const around = new Map<string, ReadonlySet<string>>();
const AROUND_KEPT = 32;

/** Whether a device with the activity's key and a wrong clock has drawn these digits. */
export function isAstray(world: Keys, activity: Keyed & { shortId: string }, digits: string, nowMs: number): boolean {
  const { key } = newestKey(world, activity, nowMs);
  const hourMs = nowMs - (nowMs % HOUR_MS);
  const name = `${key.toString('base64url')} ${hourMs}`;
  const drawn = around.get(name) ?? digitsAround(key, activity.shortId, hourMs);
  around.set(name, drawn);
  const [oldest] = around.keys();
  if (around.size > AROUND_KEPT && oldest !== undefined) around.delete(oldest);
  return drawn.has(digits);
}
