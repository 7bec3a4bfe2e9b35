import type { DataOf } from '../../api';

export type Item = DataOf<'catalogue.items'>['items'][number];

export interface Category {
  readonly name: string;
  readonly items: readonly Item[];
}

/** In the order in which they come: the server has them by category. */
export function toCategories(items: readonly Item[]): Category[] {
  const byName = new Map<string, Item[]>();
  for (const item of items) byName.set(item.category, [...(byName.get(item.category) ?? []), item]);
  return [...byName].map(([name, all]) => ({ name, items: all }));
}

/** The document on which all of them rest; null where they rest on several. */
export function basisOf(items: readonly Item[]): string | null {
  const [basis, ...others] = new Set(items.map(({ policyDocumentNumber }) => policyDocumentNumber));
  return others.length === 0 ? (basis ?? null) : null;
}
