import { LIVE_DIGITS } from './codes';

/**
 * The parts of a rotating code that both sides put together, the organiser's device without the network and the server to
 * compare: version (1 character) + activity's short id (8) + step (4) + tag (16) = 29 characters, URL-safe base64. The tag is
 * cut from an HMAC-SHA-256 that each side makes with its own means. No Buffer and no TextEncoder: WeChat has neither.
 */
const VERSION = '1';
const TAG_BYTES = 12; // 96 bits

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

/** The bytes of a URL-safe base64 text of any length, as the key of an activity comes. */
export function fromBase64Url(text: string): Uint8Array {
  const bytes: number[] = [];
  let kept = 0;
  let bits = 0;
  for (const character of text) {
    kept = ((kept << 6) | ALPHABET.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

/** Short id, step and tag of a whole code. */
export const LIVE_CODE_PARTS = new RegExp(`^${VERSION}([A-Za-z0-9_-]{8})([A-Za-z0-9_-]{4})([A-Za-z0-9_-]{16})$`);

/** What the tag is made of: 13 characters. */
export const liveHead = (shortId: string, step: number): string =>
  `${VERSION}${shortId}${toBase64Url(Uint8Array.of(step >> 16, step >> 8, step))}`;
export const bytesOfHead = (head: string): Uint8Array => Uint8Array.from(head, (character) => character.charCodeAt(0));

export const liveCodeFrom = (head: string, mac: Uint8Array): string => head + toBase64Url(mac.subarray(0, TAG_BYTES));

/** For typing, cut from the same HMAC as RFC 4226 cuts its own. */
export function liveDigitsFrom(mac: Uint8Array): string {
  const at = (mac[31] ?? 0) & 15;
  const number = new DataView(mac.buffer, mac.byteOffset).getUint32(at) & 0x7fff_ffff;
  return String(number % 10 ** LIVE_DIGITS).padStart(LIVE_DIGITS, '0');
}
