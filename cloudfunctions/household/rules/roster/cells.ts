import type { Cell } from '../../../kit/excel';
import { MOBILE } from '../../../values/limits';
import { cleanName, PERSON_NAME } from '../../../values/names';
import { leftOut, type Read, rowRefused, understood } from './finding';

/** A cell as text: width as one, no control characters, nothing at the ends; null when nothing is left. */
export function readText(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined || cell instanceof Date) return null;
  const text = String(cell)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
  return text === '' ? null : text;
}

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

export function readSex(cell: Cell | undefined): Read<'female' | 'male'> {
  const text = readText(cell);
  if (text === null) return { value: null };
  if (/^女/u.test(text)) return { value: 'female' };
  return /^男/u.test(text) ? { value: 'male' } : leftOut('notUnderstood');
}

/** Eleven digits, however the cell holds them: as a number, with blanks, dashes or the country's 86. */
export function readPhone(cell: Cell | undefined): Read<string> {
  const text = readText(cell);
  if (text === null) return { value: null };
  const digits = text.replace(/[\s-]/gu, '').replace(/^\+?86(?=1\d{10}$)/, '');
  if (!MOBILE.test(digits)) return leftOut('wrongDigits');
  if (typeof cell === 'number') return understood('numberCell', digits);
  return digits === text ? { value: digits } : understood('blanksInside', digits);
}

const ID_TAIL = /^\d{3}[\dX]$/;

/** Excel drops the zeros in front of a number: 42 was 0042. */
export function readIdTail(cell: Cell | undefined): Read<string> {
  const text = readText(cell)?.toUpperCase();
  if (!text) return { value: null };
  const padded = typeof cell === 'number' ? text.padStart(4, '0') : text;
  if (!ID_TAIL.test(padded)) return leftOut('notUnderstood');
  return padded === text ? { value: padded } : understood('numberCell', padded);
}
