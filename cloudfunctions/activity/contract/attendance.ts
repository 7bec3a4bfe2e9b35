import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Millis, Total } from '../../kit/fields';
import { FOUND_BY } from '../../values/activities';
import { STAFF, SUPERVISORS } from '../../values/roles';

/** On a page. */
export const ARRIVALS_MAX = 500;

export const attendance = defineAction({
  name: 'activity.attendance',
  summary:
    'Who has arrived, newest first and page by page, and how many signed up; asked again every few seconds it arrives live. Masked for supervisors.',
  input: z.strictObject({
    activityId: Id,
    afterMs: Millis.optional().describe(
      'Only arrivals after this moment, those of the seconds before it once more: know them by residentId.',
    ),
    cursor: Cursor.optional(),
    masked: z.boolean().default(true).describe('false gives full names, to staff of the community alone.'),
  }),
  output: z.strictObject({
    attendedCount: Total.describe('How many have checked in.'),
    signedUpCount: Total.describe('Without those who wait.'),
    waitingCount: Total.describe('On the waiting list.'),
    arrivals: z
      .array(
        z.strictObject({
          residentId: Id,
          name: z.string(),
          how: z
            .enum(['scan', 'typed', 'brought', ...FOUND_BY])
            .describe('scan, typed: by themselves; brought: taken along; the others: by staff.'),
          atMs: Millis,
        }),
      )
      .max(ARRIVALS_MAX),
    nextCursor: Cursor.nullable().describe('Of those who came earlier; null when these are all, after afterMs.'),
    serverNowMs: Millis.describe('The clock of the server at this answer.'),
  }),
  refusals: ['ACTIVITY_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS, 'societyLeader')],
  effect: 'read',
});
