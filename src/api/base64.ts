const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** By hand: WeChat has no btoa, and what Taro calls by one name takes other things on the web than on WeChat. */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(i, i + 3);
    const left = bytes.length - i;
    text += letter(first >> 2) + letter(((first & 3) << 4) | (second >> 4));
    text += left > 1 ? letter(((second & 15) << 2) | (third >> 6)) : '=';
    text += left > 2 ? letter(third & 63) : '=';
  }
  return text;
}

const letter = (six: number) => ALPHABET.charAt(six);
