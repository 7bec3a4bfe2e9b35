import * as z from 'zod';
import { anyone, defineAction, resident, role, STAFF } from '../../kit/action';
import { DateText, Id, Millis, optionalLines, Points, Sentence, Title, Total } from '../../kit/fields';

export const ShortId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8}$/)
  .describe('Names an activity on its poster and in its codes; no secret.');

/** The rotating code counts its steps until December 2041: see rules/live-code.ts. */
const EventMillis = z
  .int()
  .min(0)
  .max(Date.UTC(2041, 11, 1));

export const Activity = z.strictObject({
  activityId: Id,
  shortId: ShortId,
  posterQr: z
    .string()
    .describe("The text of the poster's QR picture: it opens the activity and earns nothing by itself."),
  unitId: Id,
  unitName: z.string(),
  societyName: z.string().nullable().describe('The society that runs it; null when the community does.'),
  itemId: Id.describe('What a check-in earns; itemName, category and points are that item’s on the day of the deed.'),
  itemName: z.string(),
  category: z.string(),
  points: Points,
  title: z.string(),
  about: z.string().describe('What it is about; may be empty.'),
  place: z.string(),
  bring: z.string().describe('What to bring; may be empty.'),
  startsAtMs: Millis,
  endsAtMs: Millis,
  signUp: z.enum(['none', 'open']).describe('open: people may sign up; none: they simply come.'),
  capacity: z.int().nullable().describe('Places for signing up; null: no limit.'),
  signedUpCount: Total.describe('Without those who wait for a place.'),
  attendedCount: Total.describe('How many have checked in.'),
  isCancelled: z.boolean(),
  mySignUp: z.enum(['none', 'signedUp', 'waiting']).describe('Of the caller.'),
  iAttended: z.boolean().describe('Of the caller; false where nobody is signed in.'),
});

export const list = defineAction({
  name: 'activity.list',
  summary: 'Activities of a community that take place in a span of days, by time.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a unit within one: its community is meant.'),
    fromDate: DateText.optional().describe(
      'The first day, today when left out: what began before it and goes on past its midnight is told too.',
    ),
    days: z.int().min(1).max(62).default(14).describe('How many days, the first one counted.'),
  }),
  output: z.strictObject({
    today: DateText.describe('The business date at the server.'),
    activities: z.array(Activity),
  }),
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
    unitId: Id.describe('The community.'),
    itemId: Id.describe('A published item for residents that needs no review.'),
    societyId: Id.optional().describe('The society that runs it; needed when its leader announces.'),
    title: Title,
    about: optionalLines(300).default('').describe('What it is about.'),
    place: Sentence,
    bring: optionalLines(100).default('').describe('What to bring.'),
    startsAtMs: EventMillis.describe('At most a day in the past.'),
    endsAtMs: EventMillis.describe('After the beginning, at most a day.'),
    signUp: z.enum(['none', 'open']).default('none').describe('open: people may sign up; none: they simply come.'),
    capacity: z.int().min(1).max(10_000).optional().describe('Only with signUp: open.'),
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
