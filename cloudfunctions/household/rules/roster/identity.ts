import type { Cell } from '../../../kit/excel';
import { isRounded, readText, SAYS_NOTHING } from './cells';
import { leftOut, type Read, type Told, understood } from './finding';
import { isIdentityNumber } from './identity-number';
import { digitsOf } from './shortened';

/** What an official ID number says of its holder. The number itself goes no further: it is not kept and not logged. */
export interface Identity {
  /** null: it is the part that is masked. */
  readonly tail: string | null;
  readonly bornOn: string | null;
  readonly sex: 'female' | 'male' | null;
}
const TAIL = /^\d{3}[\dX]$/;

/** A whole number of 18 digits, one of 15 as they were until 1999, or its last four. */
export function readIdentity(cell: Cell | undefined): Read<Identity> {
  if (isRounded(cell)) return leftOut('roundedNumber');
  const written = readText(cell)
    ?.toUpperCase()
    .replace(/[\s'‘’`-]/gu, '');
  if (!written || SAYS_NOTHING.test(written)) return { value: null };
  const text = digitsOf(written);
  if (text === null || isRoundedText(text)) return leftOut('roundedNumber');
  const masked = readMasked(text);
  if (masked) return { value: masked, finding: { kind: 'masked', effect: 'understood', as: null } };
  if (isIdentityNumber(text)) return { value: of(text, text.slice(6, 14), text[16]) };
  if (/^\d{15}$/.test(text)) return { value: of(text, `19${text.slice(6, 12)}`, text[14]) };
  const padded = typeof cell === 'number' ? text.padStart(4, '0') : text;
  if (!TAIL.test(padded)) return leftOut('notUnderstood');
  const value: Identity = { tail: padded, bornOn: null, sex: null };
  return padded === text ? { value } : { value, finding: understood('numberCell', padded).finding as Told };
}

/** Fifteen digits and zeros for the rest, and no check digit that would say that it is a number all the same. */
const isRoundedText = (text: string) => /^\d{15}000$/.test(text) && !isIdentityNumber(text);

const MASK = '[*X×•●?]';
const WITHOUT_MIDDLE = new RegExp(`^\\d{0,14}${MASK}{3,}\\d{0,4}(\\d{3}[\\dX])$`, 'u');
const WITHOUT_END = new RegExp(`^\\d{6}(\\d{8})${MASK}{2,4}$`, 'u');

/** 420802********1234 has the last four, 42080219500308**** the birthday. */
function readMasked(text: string): Identity | null {
  const tail = WITHOUT_MIDDLE.exec(text)?.[1];
  if (tail) return { tail, bornOn: null, sex: null };
  const day = WITHOUT_END.exec(text)?.[1];
  return day ? { ...of(text, day, undefined), tail: null, sex: null } : null;
}

function of(text: string, day: string, sexDigit: string | undefined): Identity {
  const on = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const date = new Date(`${on}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === on;
  return { tail: text.slice(-4), bornOn: isDay ? on : null, sex: Number(sexDigit) % 2 === 1 ? 'male' : 'female' };
}
