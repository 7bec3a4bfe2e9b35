import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, optionalLines, Sentence, Title } from '../../kit/fields';
import { CAPACITY_MAX } from '../../values/activities';
import { ABOUT_MAX, BRING_MAX } from '../../values/limits';
import { STAFF } from '../../values/roles';
import { ShortId } from './fields';

/** The rotating code counts its steps until December 2041: see rules/live-code.ts. */
const EventMillis = z
  .int()
  .min(0)
  .max(Date.UTC(2041, 11, 1));

export const create = defineAction({
  name: 'activity.create',
  summary: 'Announces an activity with the item that its check-in earns.',
  input: z.strictObject({
    unitId: Id.describe('The community.'),
    itemId: Id.describe('A published item for residents that needs no review.'),
    societyId: Id.optional().describe('The society that runs it; needed when its leader announces.'),
    title: Title,
    about: optionalLines(ABOUT_MAX).default('').describe('What it is about.'),
    place: Sentence,
    bring: optionalLines(BRING_MAX).default('').describe('What to bring.'),
    startsAtMs: EventMillis.describe('At most a day in the past.'),
    endsAtMs: EventMillis.describe('After the beginning, at most a day.'),
    signUp: z.enum(['none', 'open']).default('none').describe('open: people may sign up; none: they simply come.'),
    capacity: z.int().min(1).max(CAPACITY_MAX).optional().describe('Only with signUp: open.'),
  }),
  output: z.strictObject({
    activityId: Id,
    shortId: ShortId,
    posterQr: z.string().describe('The text of the poster’s QR picture.'),
  }),
  refusals: [
    'UNIT_NOT_FOUND',
    'ITEM_NOT_FOUND',
    'ITEM_NOT_PUBLISHED',
    'ITEM_BEGAN_LATER',
    /** The item is for households or societies; it waits for a review or a public notice. */
    'HOLDER_KIND_DIFFERS',
    'NEEDS_REVIEW',
    'SOCIETY_NOT_FOUND',
    'TIMES_REVERSED',
    'TOO_LONG',
    'IN_THE_PAST',
    'CAPACITY_WITHOUT_SIGN_UP',
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
