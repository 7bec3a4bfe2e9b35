import { READABLE } from '../values/codes';

/** `length` characters from bytes nobody can guess; takes 16 bits a character, so the bias is below 0.04 %. */
export function toReadable(bytes: Buffer, length: number): string {
  let text = '';
  for (let i = 0; i < length; i++) text += READABLE[bytes.readUInt16BE(i * 2) % READABLE.length];
  return text;
}

/** What people type: any case, with blanks or dashes between, in the wide letters of a Chinese keyboard too. */
export function normaliseReadable(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '');
}
