import { createHmac } from 'node:crypto';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOfHead, LIVE_CODE_PARTS, liveCodeFrom, liveDigitsFrom, liveHead } from '../../values/live-code';

/**
 * Codes as the server judges them. The organiser's device draws them from the activity's key, without the network, of the
 * same parts (values/live-code); the vectors that both are held against stand in tests/data/live-code-vectors.json.
 */

/** Steps are counted from 2026-01-01T00:00:00Z (08:00 in Shanghai); 24 bits of them last until December 2041. */
export const LIVE_CODE_EPOCH_MS = Date.UTC(2026, 0, 1);
export const STEP_MS = 30_000;
/** A code is good for its own step and one on either side: a phone needs seconds to open the page, clocks differ a little. */
const STEPS_TOLERATED = 1;
/** A code up to five minutes old is one that was read slowly. What is further off is the fault of the clock that shows it. */
const STEPS_REMEMBERED = 10;
/** As far as clocks go wrong: another time zone, the afternoon taken for the morning. */
const STEPS_ASTRAY = (13 * 60 * 60_000) / STEP_MS;

export interface LiveCode {
  readonly shortId: string;
  readonly step: number;
  readonly text: string;
}

export const stepAt = (ms: number): number => Math.floor((ms - LIVE_CODE_EPOCH_MS) / STEP_MS);

const macOf = (key: Uint8Array, head: string): Uint8Array => hmac(sha256, key, bytesOfHead(head));

/** The 29 characters of one step. The tag is HMAC-SHA-256 of the 13 characters before it, cut to 96 bits. */
export function liveCode(key: Uint8Array, shortId: string, step: number): string {
  const head = liveHead(shortId, step);
  return liveCodeFrom(head, macOf(key, head));
}

/** The same step as six digits for typing, cut from the same HMAC as RFC 4226 cuts its own. */
export function liveDigits(key: Uint8Array, shortId: string, step: number): string {
  return liveDigitsFrom(macOf(key, liveHead(shortId, step)));
}

/** Takes a code apart; null when it has not the shape of one. Says nothing about whether it is genuine. */
export function parseLiveCode(text: string): LiveCode | null {
  const found = LIVE_CODE_PARTS.exec(text);
  if (!found) return null;
  return { shortId: found[1] as string, step: Buffer.from(found[2] as string, 'base64url').readUIntBE(0, 3), text };
}

/** Keys are numbered: the first, and one more with each renewal that has come. */
export const keyVersionAt = (renewedAtMs: readonly number[], ms: number): number =>
  1 + renewedAtMs.filter((atMs) => atMs <= ms).length;

/** `astray`: genuine, and of a time that is neither now nor a moment ago. `former`: by a key that was renewed. */
export type Judgement = 'good' | 'old' | 'astray' | 'former' | 'forged';

/** The keys of an activity that are good now, and some that were. */
export interface CodeKeys {
  readonly good: readonly Uint8Array[];
  readonly former: readonly Uint8Array[];
}
type Shown = Exclude<Judgement, 'former' | 'forged'>;

/** Forged and unknown are one answer: nobody learns which part of a code was wrong. */
export function judgeLiveCode({ good, former }: CodeKeys, code: LiveCode, nowMs: number): Judgement {
  const isBy = (key: Uint8Array) => sameText(liveCode(key, code.shortId, code.step), code.text);
  if (good.some(isBy)) return judgeStep(code.step, nowMs);
  return former.some(isBy) ? 'former' : 'forged';
}

/** Of this moment and the last minutes alone: see `digitsAstray`. */
export function judgeDigits({ good, former }: CodeKeys, shortId: string, digits: string, nowMs: number): Judgement {
  const now = stepAt(nowMs);
  const steps = Array.from({ length: STEPS_REMEMBERED + 1 + STEPS_TOLERATED }, (_, i) => now + STEPS_TOLERATED - i);
  const stepBy = (key: Uint8Array) => steps.filter((step) => sameText(liveDigits(key, shortId, step), digits));
  const judged = good.flatMap(stepBy).map((step) => judgeStep(step, nowMs));
  if (judged.length > 0) return judged.find((one) => one === 'good') ?? 'old';
  return former.some((key) => stepBy(key).length > 0) ? 'former' : 'forged';
}

function judgeStep(step: number, nowMs: number): Shown {
  const age = stepAt(nowMs) - step;
  if (age > STEPS_REMEMBERED || age < -STEPS_TOLERATED) return 'astray';
  return age > STEPS_TOLERATED ? 'old' : 'good';
}

/** All digits that a key draws within the hours around an hour: those of a device whose clock is wrong are among them. */
export function digitsAround(key: Uint8Array, shortId: string, hourMs: number): ReadonlySet<string> {
  const middle = stepAt(hourMs);
  const drawn = new Set<string>();
  for (let step = Math.max(0, middle - STEPS_ASTRAY); step <= middle + STEPS_ASTRAY; step++)
    drawn.add(
      liveDigitsFrom(
        createHmac('sha256', key)
          .update(bytesOfHead(liveHead(shortId, step)))
          .digest(),
      ),
    ); // thousands: the quick one
  return drawn;
}

/** Takes as long for a first wrong character as for the last. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
