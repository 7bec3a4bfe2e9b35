import * as z from 'zod';
import { Id, Total } from '../kit/fields';
import { defineEvent, type PublishedEvent } from '../kit/outbox/event';
import { CHANGE_KINDS } from '../values/people';

export const memberBound = defineEvent('memberBound', {
  residentId: Id,
  householdId: Id,
  kind: z.enum(['boundByCard', 'boundByApplication', 'boundByInvite', 'boundByPhone']),
});
export const memberUnbound = defineEvent('memberUnbound', { residentId: Id, householdId: Id.nullable() });

export const applicationMade = defineEvent('applicationMade', { applicationId: Id, communityId: Id });
export const applicationEnded = defineEvent('applicationEnded', {
  applicationId: Id,
  communityId: Id,
  state: z.enum(['approved', 'refused', 'withdrawn']),
  /** Whom the applicant is bound to. */
  residentId: Id.nullable(),
});

export const householdRegistered = defineEvent('householdRegistered', { householdId: Id, communityId: Id, headId: Id });
export const memberRegistered = defineEvent('memberRegistered', { residentId: Id, householdId: Id, communityId: Id });
/** What was mended about a person, or about a household as a whole when `residentId` is null. */
export const personChanged = defineEvent('personChanged', {
  changeId: Id,
  kind: z.enum(CHANGE_KINDS),
  residentId: Id.nullable(),
  householdId: Id.nullable(),
  toHouseholdId: Id.nullable(),
});
/** Who has died or was erased by it; null when it says anything else. */
export function goneBy(event: PublishedEvent): string | null {
  const change = personChanged.read(event);
  return change?.kind === 'died' || change?.kind === 'erased' ? change.residentId : null;
}
/** One for a whole file of thousands: who keeps a count of people counts them anew. */
export const rosterImported = defineEvent('rosterImported', {
  importId: Id,
  communityId: Id,
  newHouseholds: Total,
  newPeople: Total,
  changedPeople: Total,
});
export const cardChanged = defineEvent('cardChanged', { householdId: Id, change: z.enum(['issued', 'revoked']) });
/** Of a resident, or of the household as a whole when `residentId` is null. */
export const preferenceChanged = defineEvent('preferenceChanged', {
  residentId: Id.nullable(),
  householdId: Id.nullable(),
  preference: z.enum(['pooling', 'shownByName']),
  agreed: z.boolean(),
});
const aboutTwo = { mergeId: Id, kind: z.enum(['merge', 'part']), survivorId: Id, mergedId: Id };
/** Two records are said to be one person, or two after all. */
export const mergeProposed = defineEvent('mergeProposed', { ...aboutTwo, unitId: Id });
export const mergeDecided = defineEvent('mergeDecided', {
  ...aboutTwo,
  state: z.enum(['agreed', 'turnedDown', 'withdrawn']),
});
