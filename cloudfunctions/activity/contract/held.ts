import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, Id, Limit, Millis, Sort, Total } from '../../kit/fields';
import { ACTIVITY_SORTS } from '../../values/activities';
import { QUERY_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';

const Held = z.strictObject({
  activityId: Id,
  title: z.string(),
  place: z.string(),
  societyName: z.string().nullable().describe('The society that runs it; null when the community does.'),
  startsAtMs: Millis,
  endsAtMs: Millis,
  signUp: z.enum(['none', 'open']).describe('open: people may sign up; none: they simply come.'),
  capacity: z.int().nullable().describe('Places for signing up; null: no limit.'),
  signedUpCount: Total.describe('Without those who wait for a place.'),
  waitingCount: Total.describe('On the waiting list.'),
  attendedCount: Total.describe('How many have checked in.'),
  isCancelled: z.boolean(),
});

export const held = defineAction({
  name: 'activity.held',
  summary:
    'Activities of a community for its staff, those that are over and those to come, sorted, sifted and counted as a whole.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a unit within one: its community is meant.'),
    query: z.string().trim().max(QUERY_MAX).optional().describe('Part of a title or a place.'),
    sort: Sort(ACTIVITY_SORTS)
      .default({ by: 'near', falling: false })
      .describe('near: those that are on or to come, the soonest first, then those that are over, the latest first.'),
    only: z
      .strictObject({
        when: z.enum(['over', 'today', 'coming']).optional().describe('today: on at some time of today.'),
        cancelled: z.boolean().optional().describe('Whether it was called off.'),
        signUp: z.boolean().optional().describe('Whether people sign up for it.'),
        bySociety: z.boolean().optional().describe('Whether a society runs it.'),
      })
      .default({})
      .describe('Those alone.'),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({ activities: z.array(Held), count: CountOfAll, nextCursor: Cursor.nullable() }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});
