import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** Tells whether two things are the same on this device, and nothing else about them. No TextEncoder: WeChat has none. */
export function fingerprintOf(value: unknown): string {
  const text = JSON.stringify(value);
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return bytesToHex(sha256(new Uint8Array(units.buffer)));
}
