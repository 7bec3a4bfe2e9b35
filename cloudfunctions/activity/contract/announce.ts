import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, optionalLines, Sentence, Title, Total } from '../../kit/fields';
import { CAPACITY_MAX, WEEKS_MAX } from '../../values/activities';
import { ABOUT_MAX, BRING_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';
import { ShortId } from './fields';

/** The rotating code counts its steps until December 2041: see rules/live-code.ts. */
const EventMillis = z
  .int()
  .min(0)
  .max(Date.UTC(2041, 11, 1));

/** What staff write and may mend. */
const announcement = {
  title: Title,
  about: optionalLines(ABOUT_MAX).default('').describe('What it is about.'),
  place: Sentence,
  bring: optionalLines(BRING_MAX).default('').describe('What to bring.'),
  startsAtMs: EventMillis.describe('At most a day in the past.'),
  endsAtMs: EventMillis.describe('After the beginning, at most a day; it may be past midnight.'),
  signUp: z.enum(['none', 'open']).default('none').describe('open: people may sign up; none: they simply come.'),
  capacity: z.int().min(1).max(CAPACITY_MAX).optional().describe('Only with signUp: open.'),
};

export const create = defineAction({
  name: 'activity.create',
  summary: 'Announces an activity with the item that its check-in earns.',
  input: z.strictObject({
    unitId: Id.describe('The community; or a grid or group of it, whose workers then run it.'),
    itemId: Id.describe('A published item for residents that needs no review, has one value and counts no time.'),
    societyId: Id.optional().describe('The society that runs it: its leader shows the code.'),
    ...announcement,
    weeks: z
      .int()
      .min(1)
      .max(WEEKS_MAX)
      .default(1)
      .describe('In how many weeks in a row, on this weekday at this time: each is an activity of its own.'),
  }),
  output: z.strictObject({
    activityId: Id.describe('The first one, as the other fields.'),
    shortId: ShortId,
    posterQr: z.string().describe('The text of the poster’s QR picture.'),
    activityIds: z.array(Id).max(WEEKS_MAX).describe('All of them, by time.'),
  }),
  refusals: [
    'UNIT_NOT_FOUND',
    'ITEM_NOT_FOUND',
    'ITEM_NOT_PUBLISHED',
    'ITEM_BEGAN_LATER',
    /** The item is for households or societies; it waits for a review or a public notice. */
    'HOLDER_KIND_DIFFERS',
    'NEEDS_REVIEW',
    /** It has grades or counts time, of which a check-in knows nothing. */
    'NOT_BY_CHECK_IN',
    'SOCIETY_NOT_FOUND',
    'TIMES_REVERSED',
    'TOO_LONG',
    'IN_THE_PAST',
    'CAPACITY_WITHOUT_SIGN_UP',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const change = defineAction({
  name: 'activity.change',
  summary:
    'Mends an announced activity until it is over; what a check-in earns stays. Once it has begun its beginning stays too.',
  input: z.strictObject({ activityId: Id, ...announcement }),
  output: z.strictObject({
    activityId: Id,
    movedUpCount: Total.describe('Who waited and has a place now, since there are more of them.'),
  }),
  refusals: [
    'ACTIVITY_NOT_FOUND',
    'ACTIVITY_CANCELLED',
    'ACTIVITY_OVER',
    'ACTIVITY_BEGUN',
    'TIMES_REVERSED',
    'TOO_LONG',
    'IN_THE_PAST',
    'CAPACITY_WITHOUT_SIGN_UP',
    'PEOPLE_SIGNED_UP',
    'ITEM_BEGAN_LATER',
  ],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'write',
});

export const cancel = defineAction({
  name: 'activity.cancel',
  summary: 'Cancels an activity: no new check-ins; posted points stay.',
  input: z.strictObject({ activityId: Id }),
  output: z.strictObject({ activityId: Id }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'write',
});
