import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { CountOfAll, Cursor, Id, Limit, Millis, Total } from '../../kit/fields';
import { STAFF, SUPERVISORS } from '../../values/roles';

export const signUp = defineAction({
  name: 'activity.signUp',
  summary: 'Signs up, or takes it back. When all places are taken the person waits and moves up by itself.',
  input: z.strictObject({
    activityId: Id,
    residentId: Id.optional().describe('Somebody for whom the caller may act; the caller when left out.'),
    coming: z.boolean().default(true).describe('false takes it back.'),
  }),
  output: z.strictObject({
    state: z.enum(['none', 'signedUp', 'waiting']).describe('none: not on the list.'),
    signedUpCount: Total.describe('Without those who wait.'),
    waitingBefore: Total.describe('How many wait before this person; 0 for who does not wait.'),
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER', 'SIGN_UP_NOT_NEEDED', 'RESIDENT_NOT_FOUND'],
  allow: [resident()],
  effect: 'write',
});

export const signedUp = defineAction({
  name: 'activity.signedUp',
  summary: 'Who signed up, then who waits for a place, each in the order in which they came. Masked for supervisors.',
  input: z.strictObject({
    activityId: Id,
    masked: z.boolean().default(true).describe('false gives full names, to staff of the community alone.'),
    withPhones: z
      .boolean()
      .default(false)
      .describe('true adds how each is reached, for staff of the community alone, who ask for full names.'),
    notArrived: z.boolean().default(false).describe('true: those alone who have a place and have not checked in yet.'),
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    people: z.array(
      z.strictObject({
        residentId: Id,
        name: z.string(),
        state: z.enum(['signedUp', 'waiting']),
        atMs: Millis.describe('When they signed up, or began to wait.'),
        hasArrived: z.boolean().describe('Has checked in.'),
        phone: z.string().nullable().describe('null where it was not asked for, or none is known.'),
        isHeadsPhone: z.boolean().describe('Has none of their own: it is the household head’s.'),
      }),
    ),
    count: CountOfAll,
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['ACTIVITY_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS, 'societyLeader')],
  effect: 'read',
});
