import * as z from 'zod';
import { defineAction, resident } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis } from '../../kit/fields';
import { NEWS_LEADS, UNSEEN_MAX } from '../../values/people';
import { Change } from './person';

/** Of so many people one learns at once what changes soon; there are a few in a household. */
export const COMING_MAX = 100;

const LeadsTo = z
  .strictObject({
    what: z
      .enum(NEWS_LEADS)
      .describe(
        'family: the caller’s household and what was changed of it; ward: what the caller does for holderId, who lives elsewhere; passbook: that of holderId; pooling, naming: what was agreed to for holderId, where it can be agreed to or ended.',
      ),
    holderId: Id.describe('A resident; of family, the household.'),
  })
  .nullable()
  .describe('Where to read on; null where there is nothing that the caller may see.');

export const news = defineAction({
  name: 'household.news',
  summary:
    'What the caller is told: what others changed about them, their household and their wards, and who of these was bound or unbound, newest first; and what changes soon about who decides.',
  input: z.strictObject({ cursor: Cursor.optional(), limit: Limit.default(20) }),
  output: z.strictObject({
    unseen: z.int().min(0).max(UNSEEN_MAX).describe('How many are new; so many or more.'),
    news: z.array(
      z.strictObject({
        newsId: Id,
        change: Change.nullable().describe('null where it is a binding.'),
        binding: z
          .strictObject({ kind: z.enum(['bound', 'unbound']), name: z.string(), byName: z.string() })
          .nullable()
          .describe('Somebody signs in as this person, or no more; null where it is a change.'),
        leadsTo: LeadsTo,
        atMs: Millis,
        isNew: z.boolean(),
      }),
    ),
    comingUp: z
      .array(
        z.strictObject({
          residentId: Id,
          name: z.string(),
          isSelf: z.boolean(),
          what: z
            .enum(['asked14', 'own18', 'guardianEnds'])
            .describe(
              'From that day on a child is asked too; decides alone, and who decided for them does no more; the last day of a guardian’s paper is over.',
            ),
          on: DateText,
          leadsTo: LeadsTo,
          isNew: z.boolean(),
        }),
      )
      .max(COMING_MAX)
      .describe('Within thirty days, the nearest first.'),
    upToMs: Millis.nullable().describe(
      'Given to seeNews, all that this answer holds is no longer new; null where nothing is.',
    ),
    nextCursor: Cursor.nullable(),
  }),
  refusals: [],
  allow: [resident()],
  effect: 'read',
});

export const seeNews = defineAction({
  name: 'household.seeNews',
  summary: 'The caller has seen what they were told up to a moment. It never goes back.',
  input: z.strictObject({ upToMs: Millis.describe('As household.news gave it.') }),
  output: z.strictObject({ seen: z.literal(true) }),
  refusals: [],
  allow: [resident()],
  effect: 'write',
});
