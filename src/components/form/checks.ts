import { MOBILE } from '../../../cloudfunctions/values/limits';

/** What is missing or wrong, by the field it is about, in the order in which the page asks. */
export type Problems<Values> = { readonly [Key in keyof Values]?: string | undefined };

/** The sentence, where it is not so. */
export const unless = (fine: boolean, sentence: string): string | undefined => (fine ? undefined : sentence);

export const firstOf = <Values>(problems: Problems<Values>): string | undefined =>
  Object.values<string | undefined>(problems).find(Boolean);

export const isWritten = (typed: string): boolean => typed.trim() !== '';
export const isMobile = (typed: string): boolean => MOBILE.test(typed);

const WHOLE = /^\d{1,8}$/;
export const isWhole = (typed: string, min: number, max: number): boolean =>
  WHOLE.test(typed) && Number(typed) >= min && Number(typed) <= max;

/** How many digits such a number has at most. */
export const digitsIn = (max: number): number => String(max).length;

/** A check that holds also for what was left empty. */
export const orEmpty = (typed: string, isFine: (typed: string) => boolean): boolean => typed === '' || isFine(typed);
