import { groupedBy } from '../../../cloudfunctions/values/grouped-by';
import type { DataOf } from '../../api';

export type Item = DataOf<'catalogue.items'>['items'][number];

export interface Category {
  readonly name: string;
  readonly items: readonly Item[];
  /** The document on which all of them rest; null where they rest on several, or on none. */
  readonly basis: string | null;
}

/** In the order in which they come: the server has them by category. */
export const toCategories = (items: readonly Item[]): Category[] =>
  [...groupedBy(items, ({ category }) => category)].map(([name, all]) => ({ name, items: all, basis: basisOf(all) }));

function basisOf(items: readonly Item[]): string | null {
  const [basis, ...others] = new Set(items.map(({ policyDocumentNumber }) => policyDocumentNumber));
  return others.length === 0 ? (basis ?? null) : null;
}
