import type { DataOf } from '../../api';

export type MadeCard = DataOf<'household.issueCard'>;
let made: MadeCard | undefined;

/** A card is told once, when it is made: kept for the print page, never on the device's disk. */
export function keepCard(card: MadeCard): void {
  made = card;
}
export const newestCard = () => made;
