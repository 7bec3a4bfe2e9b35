import type { Cell } from '../../../kit/excel';
import { cleanName, PERSON_NAME } from '../../../values/names';
import { leftOut, type Read, rowRefused, understood } from './finding';
import { isIdentityNumber } from './identity-number';
import { digitsOf } from './shortened';

/** A cell as text: width as one, no control characters, nothing at the ends; null when nothing is left. */
export function readText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || cell instanceof Date) return null;
  const text = String(cell)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

/** What people write into a cell of which they know nothing. */
export const SAYS_NOTHING =
  /^(?:无|没有|暂无|无电话|不详|未知|不清楚|不知道|空|未填|未登记|未提供|待[补查核填定录]\S{0,3}|[/\\—–-]+)$/u;

/** 李 芳, as names of two are often spread out, is 李芳; two scripts may stand on two lines. */
export function readName(cell: Cell | undefined): Read<string> {
  if (readText(cell) === null) return { value: null };
  const text = String(cell).trim();
  const name = cleanName(text);
  if (!PERSON_NAME.test(name)) return rowRefused('notUnderstood');
  return name === text ? { value: name } : understood('blanksInside', name);
}

/** Text of at most so many characters; longer is not understood. */
export function readShort(cell: Cell | undefined, lengthMax: number): Read<string> {
  const text = readText(cell);
  return text !== null && text.length > lengthMax ? leftOut('notUnderstood') : { value: text };
}

/** In words, and in the numbers of GB/T 2261.1. */
const SEXES = [
  ['female', /^(?:2[.、-]?)?(?:女|f$|female)|^2$/iu, '女'],
  ['male', /^(?:1[.、-]?)?(?:男|m$|male)|^1$/iu, '男'],
] as const;
const UNSAID = /^(?:[09]|未知|不详|无|[/\\—–-]+)$/u;

export function readSex(cell: Cell | undefined): Read<'female' | 'male'> {
  const text = readText(cell);
  if (text === null) return { value: null };
  const sex = SEXES.find(([, pattern]) => pattern.test(text));
  if (!sex) return UNSAID.test(text) ? { value: null } : leftOut('notUnderstood');
  return /^\d/u.test(text)
    ? { value: sex[0], finding: { kind: 'codeOfStandard', effect: 'understood', as: sex[2] } }
    : { value: sex[0] };
}

/** Excel keeps fifteen digits of a number and writes zeros for the rest: 420802001001001001 is lost for good. */
export const isRounded = (cell: Cell | undefined): boolean => typeof cell === 'number' && Math.abs(cell) >= 1e15;

/** What a format puts before a number, as 0000 does with 12, belongs to it where a number is a name. */
function shown(cell: number, format: string | undefined): string {
  const zeros = /^"?(0{2,20})"?$/u.exec(format ?? '')?.[1];
  return zeros && Number.isInteger(cell) ? String(cell).padStart(zeros.length, '0') : String(cell);
}

const NUMBER_MAX = 20;

/** How a community counts its households. What Excel has made of it is refused, and nobody guesses what it was. */
export function readNumber(cell: Cell | undefined, format?: string): Read<string> {
  if (cell instanceof Date) return rowRefused('dateCell');
  if (isRounded(cell)) return rowRefused('roundedNumber');
  const written = readText(typeof cell === 'number' ? shown(cell, format) : cell)?.replace(/\s+/gu, ' ') ?? null;
  if (written === null) return { value: null };
  const text = digitsOf(written);
  if (text === null) return rowRefused('roundedNumber');
  if (isIdentityNumber(text.toUpperCase())) return rowRefused('identityNumber');
  if (text.length > NUMBER_MAX) return rowRefused('notUnderstood');
  return text === readText(cell) ? { value: text } : understood('numberCell', text);
}
