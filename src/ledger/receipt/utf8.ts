/** What every encoder writes for half of a pair. */
const REPLACEMENT = 0xfffd;
const isHigh = (unit: number) => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number) => unit >= 0xdc00 && unit < 0xe000;

/** The character that begins at a code unit. */
function codePointAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (isHigh(unit) && isLow(next)) return 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
  return isHigh(unit) || isLow(unit) ? REPLACEMENT : unit;
}

/** One character: a mark that says how many bytes follow, and those. */
function bytesOf(point: number): number[] {
  if (point < 0x80) return [point];
  const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  const mark = [0, 0xc0, 0xe0, 0xf0][more] ?? 0;
  const rest = Array.from({ length: more }, (_, i) => 0x80 | ((point >> (6 * (more - 1 - i))) & 0x3f));
  return [mark | (point >> (6 * more)), ...rest];
}

/** A text as UTF-8, byte for byte as the server's Buffer has it. By hand, because WeChat on a phone has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const point = codePointAt(text, at);
    if (point > 0xffff) at += 1;
    bytes.push(...bytesOf(point));
  }
  return Uint8Array.from(bytes);
}
