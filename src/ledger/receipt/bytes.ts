const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Of the kind that links carry, without padding. */
export function bytesOfBase64(text: string): Uint8Array {
  const bytes: number[] = [];
  let [kept, bits] = [0, 0];
  for (const letter of text) {
    kept = ((kept << 6) | ALPHABET.indexOf(letter)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((kept >> bits) & 255);
  }
  return Uint8Array.from(bytes);
}

/** UTF-8 as text: the other way round of utf8(), and by hand for the same reason. */
export function textOf(bytes: Uint8Array): string {
  const escaped = Array.from(bytes, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  return decodeURIComponent(escaped);
}
