import { inHand } from '../../device/kept';
import { goTo } from '../../ways';

/** Whose cards are to be printed together: households, or the people who live in them. */
export interface AskedCards {
  readonly of: 'householdIds' | 'residentIds';
  readonly ids: readonly string[];
  /** Where they live, as the sheet is headed. */
  readonly place: string;
}
const asked = inHand<AskedCards>();

export const askedCards = (): AskedCards | undefined => asked.read();

export function goToPrint(cards: AskedCards): void {
  asked.keep(cards);
  goTo('staff/card-print', { many: 1 });
}
