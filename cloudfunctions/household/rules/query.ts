import { MOBILE } from '../../values/limits';
/** What somebody typed to find a person. */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'phone'; readonly phone: string }
  /** Letters and digits of a household number, or its end; four digits may also be the end of a phone number. */
  | { readonly kind: 'number'; readonly text: string; readonly phoneTail: string | null };

export function readQuery(typed: string | undefined): Query {
  const text = (typed ?? '').normalize('NFKC').replace(/\s/gu, '').toUpperCase();
  if (text === '') return { kind: 'all' };
  if (MOBILE.test(text)) return { kind: 'phone', phone: text };
  if (/\d/.test(text)) return { kind: 'number', text, phoneTail: /^\d{4}$/.test(text) ? text : null };
  return { kind: 'name', text };
}
