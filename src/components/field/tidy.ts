import { MOBILE } from '../../../cloudfunctions/values/limits';

export type Kind = 'text' | 'number' | 'decimal' | 'tel' | 'code' | 'search' | 'password' | 'date' | 'time' | 'lines';

/** A mobile number without +86 before it and dashes in it; any other as it stands. */
function tidyPhone(typed: string): string {
  const inland = typed.replace(/^(?:\+|00)86/, '');
  const bare = inland.replace(/-/g, '').replace(/^86(?=1\d{10}$)/, '');
  return MOBILE.test(bare) ? bare : inland;
}

const withoutBlanks = (typed: string) => typed.replace(/\s/g, '');
const TIDY: Partial<Record<Kind, (narrow: string) => string>> = {
  number: (typed) => typed.replace(/\D/g, ''),
  decimal: (typed) => withoutBlanks(typed).replace(/。/g, '.').replace(/,/g, ''),
  tel: (typed) => tidyPhone(withoutBlanks(typed)),
  code: (typed) => typed,
};

/** Whether what is written in such a field is read by its digits and letters alone. */
export const isTidied = (kind: Kind): boolean => kind in TIDY;

/**
 * What a field keeps of what was typed or pasted: numbers stand in groups on a card, as wide as Chinese characters in a
 * message, with +86 before them in a list of contacts. Only then it is cut to its length.
 */
export function tidy(kind: Kind, typed: string, maxLength?: number): string {
  const narrow = TIDY[kind];
  return narrow ? narrow(typed.normalize('NFKC')).slice(0, maxLength) : typed;
}
