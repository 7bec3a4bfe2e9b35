import * as z from 'zod';
import { anyone, defineAction } from '../../kit/action';
import { Cursor, DateText, Id, Limit, Millis, Points, Total } from '../../kit/fields';
import { CheckIn, ShortId } from './fields';

const Activity = z.strictObject({
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
  checkIn: CheckIn,
  isCancelled: z.boolean(),
  timeChangedAtMs: Millis.nullable().describe('When the announced time was last changed; null where it never was.'),
  placeChangedAtMs: Millis.nullable().describe('Likewise the place.'),
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
    cursor: Cursor.optional(),
    limit: Limit.default(100),
  }),
  output: z.strictObject({
    today: DateText.describe('The business date at the server.'),
    activities: z.array(Activity),
    nextCursor: Cursor.nullable(),
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
