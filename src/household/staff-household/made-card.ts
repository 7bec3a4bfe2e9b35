import type { DataOf } from '../../api';
import { inHand } from '../../device/kept';

export type MadeCard = DataOf<'household.issueCard'>;
/** A card is told once, when it is made: kept for the print page, never on the device's disk. */
const made = inHand<MadeCard>();

export const keepCard = (card: MadeCard): void => made.keep(card);
export const newestCard = (): MadeCard | undefined => made.read();
