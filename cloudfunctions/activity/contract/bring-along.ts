import * as z from 'zod';
import { Awarded } from '../../award/contract';
import { defineAction, resident } from '../../kit/action';
import { Id, Total } from '../../kit/fields';

export const bringAlong = defineAction({
  name: 'activity.bringAlong',
  summary:
    'Who has just checked in by the code, or was refused for a cap alone, brings those they may act for: each is counted for themself, within a quarter of an hour.',
  input: z.strictObject({
    activityId: Id,
    alongIds: z.array(Id).min(1).max(10).describe('Residents for whom the caller may act.'),
  }),
  output: z.strictObject({
    activityId: Id,
    along: z
      .array(Awarded)
      .max(10)
      .describe('What became of each, in the order sent; a resident named twice stands once.'),
    householdLifetime: Total.describe('Lifetime points of the household and everybody in it, these included.'),
  }),
  refusals: [
    'ACTIVITY_NOT_FOUND',
    'ACTIVITY_CANCELLED',
    'NOT_CHECKED_IN',
    'ASK_ORGANISER',
    'AT_THE_DOOR',
    'NO_HOUSEHOLD',
    'MAY_NOT_ACT_FOR',
  ],
  allow: [resident()],
  effect: 'write',
});
