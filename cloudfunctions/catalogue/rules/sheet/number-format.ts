/**
 * A number that is not below zero as its format shows it, where the format puts words or signs around it: 5 under
 * "扣"0"分" is 扣5分, under (0) it is (5). Null: the number says it all. What is below zero keeps its sign, however shown.
 */
export function shownNumber(value: number, format: string): string | null {
  if (value < 0 || !Number.isFinite(value)) return null;
  const sections = sectionsOf(format);
  const section = ((value === 0 ? sections[2] : undefined) ?? sections[0] ?? '').replace('General', '0');
  if (/[ymdhs]/i.test(hidden(section)) || section.includes('@')) return null; // a date, or text
  const digits = /[0#?][0#?,. ]*/.exec(hidden(section));
  if (!digits) return null;
  const [before, after] = [section.slice(0, digits.index), section.slice(digits.index + digits[0].length)].map(wordsOf);
  if (!/[^\s¥$€,.]/u.test(`${before}${after}`)) return null;
  const isPercent = hidden(section).includes('%');
  return `${before}${isPercent ? Number((value * 100).toPrecision(12)) : value}${after}`.trim();
}

/** Split at semicolons that stand in no quotes. */
const sectionsOf = (format: string): string[] => format.match(/(?:"[^"]*"|\\.|[^;"\\])+/g) ?? [];
/** What stands in quotes, brackets or behind a backslash, blotted out at the same length. */
const hidden = (section: string) =>
  section.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, (part) => '~'.repeat(part.length));
/** The words that a part of a format shows: without colours, conditions, and the room that is left for a bracket. */
const wordsOf = (part: string) =>
  part
    .replace(/\[[^\]]*\]|_.|\*./g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1');
