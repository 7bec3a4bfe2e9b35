import * as z from 'zod';
import { DateText, HolderKind, Id, Points } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';

const Seq = z.int().min(1);
const corrected = { correctionId: Id, accountId: Id, seq: Seq, unitId: Id };

export const correctionProposed = defineEvent('correctionProposed', corrected);
/** Approved: an entry was written that takes the credit back. Noted: approved, and the points were spent already. */
export const correctionEnded = defineEvent('correctionEnded', {
  ...corrected,
  state: z.enum(['approved', 'noted', 'refused', 'withdrawn']),
});
/** What a sum of credits has to take back: the points, the item and the day of the credit, as `awardPosted` told them. */
export const entryCorrected = defineEvent('entryCorrected', {
  ...corrected,
  entrySeq: Seq,
  holderKind: HolderKind,
  points: Points,
  itemId: Id.nullable(),
  deedDate: DateText,
});
