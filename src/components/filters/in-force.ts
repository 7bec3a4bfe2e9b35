/** One thing a list can be sifted by. */
export interface Filter {
  readonly key: string;
  /** 哪个网格 */
  readonly word: string;
  readonly options: readonly { readonly key: string; readonly word: string }[];
}
/** Which option of which filter is in force. */
export type InForce = Readonly<Record<string, string | undefined>>;

/** What of a list is in force, in words: for its printed head. */
export const filterWords = (filters: readonly Filter[], inForce: InForce): string =>
  filters
    .flatMap(({ key, options }) => options.filter((option) => option.key === inForce[key]))
    .map(({ word }) => word)
    .join('，');

/** The questions of what is in force, as one: each option asks its own. */
export const askedBy = <Only extends object>(
  sieves: Readonly<Record<string, Readonly<Record<string, Only>>>>,
  inForce: InForce,
): Only => Object.assign({}, ...Object.entries(sieves).map(([key, options]) => options[inForce[key] ?? '']));
