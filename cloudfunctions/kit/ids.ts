import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Clock } from './clock';

/** Bytes nobody can guess. Tests give a seeded one. */
export type Random = (bytes: number) => Buffer;
export const systemRandom: Random = (bytes) => randomBytes(bytes);

/** Version 7: sorts by time, so that a page of newest things is one range of the index. */
export function newId(world: { readonly clock: Clock; readonly random: Random }): string {
  return v7({ msecs: world.clock(), random: world.random(16) });
}

const DIGITS = 10;
/** `length` random decimal digits, without a bias. */
export function randomDigits(random: Random, length: number): string {
  let digits = '';
  while (digits.length < length)
    for (const byte of random(length)) if (byte < 250 && digits.length < length) digits += byte % DIGITS;
  return digits;
}
