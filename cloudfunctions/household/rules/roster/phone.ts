import type { Cell } from '../../../kit/excel';
import { readText, SAYS_NOTHING } from './cells';
import { leftOut, type Read, type Told } from './finding';
import { digitsOf } from './shortened';

const COUNTRY = String.raw`(?:\(?(?:\+|00)?86[\s)-]*)?`;
/** Eleven digits from a 1 on, however they are spread, with the country's 86 before them or without. */
const MOBILES = new RegExp(String.raw`(?<!\d)${COUNTRY}(1(?:[\s-]?\d){10})(?!\d)`, 'gu');
/** With the area's number before it and an extension behind it, or without. */
const LANDLINES = /(?<!\d)(?:\(?0\d{2,3}\)?[\s-]?)?[2-9]\d{6,7}(?:[-转]\d{1,6})?(?!\d)/gu;
/** What stands between numbers and around them without meaning anything. */
const SIGNS = /[\s'‘’`"“”()（）[\]、,，;；/\\|.。:：+-]/gu;
/** Longer ones are cut off. */
const REMARK_MAX = 40;
const SAYS_PHONE = /^(?:手机|电话|联系电话|座机|固话|家里|家|或|和|及|TEL)*$/iu;

/**
 * The first mobile number, else the first landline as it is written. What else stands in the cell is told and kept as a
 * remark: a second number, and whose number it is.
 */
export function readPhone(cell: Cell | undefined): Read<string> & { readonly beside?: string } {
  const text = readText(cell);
  if (text === null || SAYS_NOTHING.test(text)) return { value: null };
  const plain = digitsOf(text);
  if (plain === null) return leftOut('roundedNumber');
  const mobiles = [...plain.matchAll(MOBILES)].map(([, digits = '']) => digits.replace(/\D/gu, ''));
  const rest = plain.replace(MOBILES, ' ');
  const landlines = rest.match(LANDLINES)?.map((one) => one.trim()) ?? [];
  const [first, ...others] = [...mobiles, ...landlines];
  if (first === undefined) return leftOut('wrongDigits');
  const words = rest.replace(LANDLINES, '').replace(SIGNS, '');
  const second = others.filter((one, i) => one !== first && others.indexOf(one) === i).join('、');
  const remark = SAYS_PHONE.test(words) ? '' : words.slice(0, REMARK_MAX);
  const also: Told[] = [];
  if (second) also.push({ kind: 'secondNumber', effect: 'understood', as: second });
  if (remark) also.push({ kind: 'wordsBeside', effect: 'toAsk', as: remark });
  const finding = also.length > 0 ? undefined : howWritten(cell, text, first, mobiles.length > 0);
  return { value: first, also, ...(finding && { finding }), ...besideOf(second, remark) };
}

function besideOf(second: string, remark: string) {
  const said = [second && `另有电话 ${second}`, remark && `电话旁写着“${remark}”`].filter(Boolean).join('；');
  return said ? { beside: said } : {};
}

function howWritten(cell: Cell | undefined, text: string, value: string, isMobile: boolean): Told | undefined {
  if (!isMobile) return { kind: 'landline', effect: 'understood', as: value };
  if (typeof cell === 'number') return { kind: 'numberCell', effect: 'understood', as: value };
  return text === value ? undefined : { kind: 'blanksInside', effect: 'understood', as: value };
}
