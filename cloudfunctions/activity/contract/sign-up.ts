import * as z from 'zod';
import { defineAction, resident } from '../../kit/action';
import { Id, Total } from '../../kit/fields';

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
