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
/** Digits up to five minutes old are told from wrong ones, for those who type slowly. They earn nothing. */
const STEPS_REMEMBERED = 10;

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

export type Judgement = 'good' | 'old' | 'early' | 'forged';

/** Forged and unknown are one answer: nobody learns which part of a code was wrong. */
export function judgeLiveCode(key: Uint8Array, code: LiveCode, nowMs: number): Judgement {
  return sameText(liveCode(key, code.shortId, code.step), code.text) ? judgeStep(code.step, nowMs) : 'forged';
}

export function judgeDigits(key: Uint8Array, shortId: string, digits: string, nowMs: number): Judgement {
  const now = stepAt(nowMs);
  let judgement: Judgement = 'forged';
  for (let step = now - STEPS_REMEMBERED; step <= now + STEPS_TOLERATED; step++)
    if (sameText(liveDigits(key, shortId, step), digits) && judgement !== 'good') judgement = judgeStep(step, nowMs);
  return judgement;
}

function judgeStep(step: number, nowMs: number): Judgement {
  const age = stepAt(nowMs) - step;
  if (age > STEPS_TOLERATED) return 'old';
  return age < -STEPS_TOLERATED ? 'early' : 'good';
}

/** Takes as long for a first wrong character as for the last. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
