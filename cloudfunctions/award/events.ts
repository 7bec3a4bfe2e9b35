import * as z from 'zod';
import { DateText, HolderKind, Id, Points } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';

/** Points have entered an account, given by staff or by coming to an activity: then `activityId` says to which. */
export const awardPosted = defineEvent('awardPosted', {
  awardId: Id,
  accountId: Id,
  holderKind: HolderKind,
  entrySeq: z.int().min(1),
  points: Points,
  itemId: Id,
  unitId: Id,
  deedDate: DateText,
  activityId: Id.nullable(),
});

export const waitingAwardEnded = defineEvent('waitingAwardEnded', {
  waitingId: Id,
  unitId: Id,
  state: z.enum(['turnedDown', 'withdrawn']),
});
