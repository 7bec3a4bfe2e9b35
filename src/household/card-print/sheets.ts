import type { DataOf } from '../../api';

export type Card = DataOf<'household.printCards'>['cards'][number];

/** Two beside each other, four below each other, each as large as a bank card. */
export const CARDS_A_SHEET = 8;

export function partsOf<One>(all: readonly One[], size: number): One[][] {
  const parts: One[][] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size));
  return parts;
}

/** Each household once, though people of it were named in several requests; in the order of their numbers. */
export function inOrder(cards: readonly Card[]): Card[] {
  const once = new Map(cards.map((card) => [card.householdId, card]));
  return [...once.values()].sort((a, b) =>
    a.householdNumber.localeCompare(b.householdNumber, 'zh-CN', { numeric: true }),
  );
}
