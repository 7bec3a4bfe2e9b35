import * as z from 'zod';
import { Id, Millis } from '../kit/fields';
import { defineEvent } from '../kit/outbox/event';

/** Who came is told by `awardPosted`, which every check-in that counts is. */
export const activityAnnounced = defineEvent('activityAnnounced', {
  activityId: Id,
  unitId: Id,
  societyId: Id.nullable(),
  startsAtMs: Millis,
  endsAtMs: Millis,
});
/** Time or place are others now; whoever signed up is to be told. */
export const activityChanged = defineEvent('activityChanged', {
  activityId: Id,
  unitId: Id,
  time: z.boolean().describe('Whether it is another.'),
  place: z.boolean(),
});
export const activityCancelled = defineEvent('activityCancelled', { activityId: Id, unitId: Id });
/** Also of who moves up from the waiting list, and has not asked for it at that moment. */
export const signUpChanged = defineEvent('signUpChanged', {
  activityId: Id,
  residentId: Id,
  state: z.enum(['signedUp', 'waiting', 'cancelled']),
});
