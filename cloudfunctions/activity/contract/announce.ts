import * as z from 'zod';
import { anyone, defineAction, resident, role, STAFF } from '../../kit/action';
import { DateText, Id, Millis, optionalLines, Points, Sentence, Title, Total } from '../../kit/fields';

export const ShortId = z.string().regex(/^[A-Za-z0-9_-]{8}$/);

/** The rotating code counts its steps until December 2041: see rules/live-code.ts. */
const EventMillis = z
  .int()
  .min(0)
  .max(Date.UTC(2041, 11, 1));

export const Activity = z.strictObject({
  activityId: Id,
  shortId: ShortId,
  /** The text of the poster's QR picture: it opens the activity and earns nothing by itself. */
  posterQr: z.string(),
  unitId: Id,
  unitName: z.string(),
  societyName: z.string().nullable(),
  itemId: Id,
  itemName: z.string(),
  category: z.string(),
  points: Points,
  title: z.string(),
  about: z.string(),
  place: z.string(),
  bring: z.string(),
  startsAtMs: Millis,
  endsAtMs: Millis,
  signUp: z.enum(['none', 'open']),
  capacity: z.int().nullable(),
  signedUpCount: Total,
  attendedCount: Total,
  isCancelled: z.boolean(),
  /** Of the caller. */
  mySignUp: z.enum(['none', 'signedUp', 'waiting']),
  iAttended: z.boolean(),
});

export const list = defineAction({
  name: 'activity.list',
  summary: 'Activities of a community in a span of days, by time.',
  input: z.strictObject({
    unitId: Id,
    fromDate: DateText.optional(),
    days: z.int().min(1).max(62).default(14),
  }),
  output: z.strictObject({ today: DateText, activities: z.array(Activity) }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [anyone()],
  effect: 'read',
});

export const get = defineAction({
  name: 'activity.get',
  summary: 'One activity, by its id or by the short id on a poster.',
  input: z.union([z.strictObject({ activityId: Id }), z.strictObject({ shortId: ShortId })], {
    error: 'give either activityId (a UUID) or shortId (eight characters)',
  }),
  output: Activity,
  refusals: ['ACTIVITY_NOT_FOUND'],
  allow: [anyone()],
  effect: 'read',
});

export const create = defineAction({
  name: 'activity.create',
  summary: 'Announces an activity with the item that its check-in earns.',
  input: z.strictObject({
    unitId: Id,
    itemId: Id,
    societyId: Id.optional(),
    title: Title,
    about: optionalLines(300).default(''),
    place: Sentence,
    bring: optionalLines(100).default(''),
    startsAtMs: EventMillis,
    endsAtMs: EventMillis,
    signUp: z.enum(['none', 'open']).default('none'),
    capacity: z.int().min(1).max(10_000).optional(),
  }),
  output: z.strictObject({
    activityId: Id,
    shortId: ShortId,
    posterQr: z.string(),
  }),
  refusals: [
    'UNIT_NOT_FOUND',
    'ITEM_NOT_FOUND',
    'ITEM_NOT_PUBLISHED',
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

export const signUp = defineAction({
  name: 'activity.signUp',
  summary: 'Signs up, or takes it back. When all places are taken the person waits and moves up by itself.',
  input: z.strictObject({
    activityId: Id,
    residentId: Id.optional(),
    coming: z.boolean().default(true),
  }),
  output: z.strictObject({
    state: z.enum(['none', 'signedUp', 'waiting']),
    signedUpCount: Total,
    waitingBefore: Total,
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER', 'SIGN_UP_NOT_NEEDED', 'RESIDENT_NOT_FOUND'],
  allow: [resident()],
  effect: 'write',
});
