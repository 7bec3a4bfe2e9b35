import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { LIVE_DIGITS } from '../../../cloudfunctions/values/codes';

/**
 * The rotating code, drawn on the organiser's device from the activity's key without the network: the same 29 characters and
 * six digits as cloudfunctions/activity/rules/live-code.ts, held to it by tests/data/live-code-vectors.json. No Buffer and
 * no TextEncoder: WeChat has neither.
 */
export interface Clockwork {
  readonly key: Uint8Array;
  readonly shortId: string;
  readonly epochMs: number;
  readonly stepMs: number;
}
export interface Drawn {
  readonly code: string;
  /** For typing. */
  readonly digits: string;
  /** Whole seconds until the next code, 1 at least. */
  readonly secondsLeft: number;
}

const VERSION = '1';
const TAG_BYTES = 12;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Three bytes are four characters; every length here is a multiple of three. */
function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const word = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += ALPHABET[(word >> shift) & 63];
  }
  return text;
}

/** The key as it comes from `activity.liveCode`. */
export function keyFrom(base64Url: string): Uint8Array {
  const bytes: number[] = [];
  let kept = 0;
  let bits = 0;
  for (const character of base64Url) {
    kept = ((kept << 6) | ALPHABET.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

const asciiBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** As RFC 4226 cuts its digits. */
function digitsOf(mac: Uint8Array): string {
  const at = (mac[31] ?? 0) & 15;
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(at) & 0x7fff_ffff;
  return String(number % 10 ** LIVE_DIGITS).padStart(LIVE_DIGITS, '0');
}

/** What the screen shows at a moment of the server's clock. */
export function drawAt({ key, shortId, epochMs, stepMs }: Clockwork, serverMs: number): Drawn {
  const sinceEpochMs = serverMs - epochMs;
  const step = Math.floor(sinceEpochMs / stepMs);
  const head = `${VERSION}${shortId}${toBase64Url(Uint8Array.of(step >> 16, step >> 8, step))}`;
  const mac = hmac(sha256, key, asciiBytes(head));
  return {
    code: head + toBase64Url(mac.subarray(0, TAG_BYTES)),
    digits: digitsOf(mac),
    secondsLeft: Math.ceil(((step + 1) * stepMs - sinceEpochMs) / 1_000),
  };
}
