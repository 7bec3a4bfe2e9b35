const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By hand: WeChat has no btoa, and what Taro calls by one name takes other things on the web than on WeChat. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const first = bytes[i] ?? 0;
    const second = bytes[i + 1] ?? 0;
    const third = bytes[i + 2] ?? 0;
    const left = bytes.length - i;
    text += letter(first >> 2) + letter(((first & 3) << 4) | (second >> 4));
    text += left > 1 ? letter(((second & 15) << 2) | (third >> 6)) : '=';
    text += left > 2 ? letter(third & 63) : '=';
  }
  return text;
}

const letter = (six: number) => ALPHABET.charAt(six);
