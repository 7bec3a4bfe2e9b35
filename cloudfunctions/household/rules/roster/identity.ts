import type { Cell } from '../../../kit/excel';
import { isRounded, readText } from './cells';
import { leftOut, type Read, type Told, understood } from './finding';
import { isIdentityNumber } from './identity-number';

/** What an official ID number says of its holder. The number itself goes no further: it is not kept and not logged. */
export interface Identity {
  readonly tail: string;
  readonly bornOn: string | null;
  readonly sex: 'female' | 'male' | null;
}
const TAIL = /^\d{3}[\dX]$/;
const NONE = /^(?:无|没有|暂无|不详|未知|[/\\—–-]+)$/u;

/** A whole number of 18 digits, one of 15 as they were until 1999, or its last four. */
export function readIdentity(cell: Cell | undefined): Read<Identity> {
  if (isRounded(cell)) return leftOut('roundedNumber');
  const text = readText(cell)
    ?.toUpperCase()
    .replace(/[\s'‘’`-]/gu, '');
  if (!text || NONE.test(text)) return { value: null };
  if (isIdentityNumber(text)) return { value: of(text, text.slice(6, 14), text[16]) };
  if (/^\d{15}$/.test(text)) return { value: of(text, `19${text.slice(6, 12)}`, text[14]) };
  const padded = typeof cell === 'number' ? text.padStart(4, '0') : text;
  if (!TAIL.test(padded)) return leftOut('notUnderstood');
  const value: Identity = { tail: padded, bornOn: null, sex: null };
  return padded === text ? { value } : { value, finding: understood('numberCell', padded).finding as Told };
}

function of(text: string, day: string, sexDigit: string | undefined): Identity {
  const on = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const date = new Date(`${on}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === on;
  return { tail: text.slice(-4), bornOn: isDay ? on : null, sex: Number(sexDigit) % 2 === 1 ? 'male' : 'female' };
}
