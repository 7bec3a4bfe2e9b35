/** As a spreadsheet shows a long number, and as other programs keep it: 4.20802E+17. */
const SHORTENED = /^(\d)(?:\.(\d+))?E\+?(\d{1,2})$/iu;
/** What a program leaves behind that takes every number for one with decimals: 1001.0. */
const DECIMALS = /^(\d+)\.0+$/u;

/** The number's own digits; null where it was kept in short and the last of them are lost. What is no number stays. */
export function digitsOf(text: string): string | null {
  const [, first = '', more = '', power] = SHORTENED.exec(text) ?? [];
  if (power === undefined) return DECIMALS.exec(text)?.[1] ?? text;
  return more.length === Number(power) ? `${first}${more}` : null;
}
