/** One thing a list can be sifted by; each option with what it asks, where the list is asked by questions. */
export interface Filter<Only = object> {
  readonly key: string;
  /** 哪个网格 */
  readonly word: string;
  readonly options: readonly { readonly key: string; readonly word: string; readonly only?: Only }[];
}
/** Which option of which filter is in force. */
export type InForce = Readonly<Record<string, string | undefined>>;

const optionsInForce = <Only>(filters: readonly Filter<Only>[], inForce: InForce) =>
  filters.flatMap(({ key, options }) => options.filter((option) => option.key === inForce[key]));

/** What of a list is in force, in words: for its printed head. */
export const filterWords = (filters: readonly Filter[], inForce: InForce): string =>
  optionsInForce(filters, inForce)
    .map(({ word }) => word)
    .join('，');

/** Likewise, with what is looked for; nothing where the whole list is shown. */
export const soughtWords = (filters: readonly Filter[], inForce: InForce, query: string): string =>
  [filterWords(filters, inForce), query && `找“${query}”`].filter(Boolean).join('，');

/** The questions of what is in force, as one. */
export const askedBy = <Only extends object>(filters: readonly Filter<Only>[], inForce: InForce): Only =>
  Object.assign({}, ...optionsInForce(filters, inForce).map(({ only }) => only));
