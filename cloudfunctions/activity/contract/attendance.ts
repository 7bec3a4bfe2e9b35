import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Cursor, Id, Millis, Total } from '../../kit/fields';
import { FOUND_BY, HINTS, PACE_MINUTES } from '../../values/activities';
import { STAFF, SUPERVISORS } from '../../values/roles';
import { CheckIn, KeyVersion } from './fields';

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
    walkInCount: Total.describe('Of those who have checked in, how many had not signed up; 0 where nobody needs to.'),
    perMinute: z
      .array(Total)
      .length(PACE_MINUTES)
      .describe('How many came in each of the last minutes, the current one last.'),
    hints: z
      .array(z.strictObject({ kind: z.enum(HINTS), people: Total.describe('How many people it is about.') }))
      .max(HINTS.length)
      .describe(
        'What in the last quarter of an hour is worth a look, for the host alone: crowd: more scanned for themselves within a minute than pass a door; notSignedUp, elsewhere: most of those who did had not signed up, or live in another community; manyByOne: one person brought so many along; twoDoors: were checked in at another activity within a minute. It may all be in order.',
      ),
    checkIn: CheckIn,
    keyVersion: KeyVersion,
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
