import * as z from 'zod';
import { Awarded, AwardRefusal } from '../award/contract';
import { anyone, defineAction, resident, role, STAFF, SUPERVISORS } from '../kit/action';
import { DateText, Id, Millis, Points, Sentence, Title, Total } from '../kit/fields';
import { Balance } from '../ledger/contract';

/** The 29 characters of a rotating code, or the whole address of its QR picture. */
const LiveCode = z.string().trim().min(29).max(200);
const ShortId = z.string().regex(/^[A-Za-z0-9_-]{8}$/);

export const Activity = z.strictObject({
  activityId: Id,
  shortId: ShortId,
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
  input: z.union([z.strictObject({ activityId: Id }), z.strictObject({ shortId: ShortId })]),
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
    about: z.string().trim().max(300).default(''),
    place: Sentence,
    bring: z.string().trim().max(100).default(''),
    startsAtMs: Millis,
    endsAtMs: Millis,
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

export const liveCode = defineAction({
  name: 'activity.liveCode',
  summary: "Gives the organiser's device the activity's key, so that it draws the rotating code without the network.",
  input: z.strictObject({ activityId: Id }),
  output: z.strictObject({
    activityId: Id,
    shortId: ShortId,
    title: z.string(),
    /** HMAC-SHA-256 key, base64url; for this activity only. */
    key: z.string(),
    /** The device keeps its offset from the server's clock. */
    serverNowMs: Millis,
    stepMs: z.int(),
    /** Steps are counted from here. */
    epochMs: Millis,
    /** The code is appended to this: https://…/a/ */
    qrPrefix: z.string(),
    opensAtMs: Millis,
    closesAtMs: Millis,
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'read',
});

const Thanks = z.strictObject({
  activityId: Id,
  activityTitle: z.string(),
  place: z.string(),
  deed: z.string(),
  points: Points,
  /** How many were there by now, the caller included. */
  neighbours: Total,
  balance: z.strictObject({ before: Balance, after: Balance }),
  householdLifetime: Total,
  entry: z.strictObject({ accountId: Id, seq: z.int() }),
  /** Family taken along in the same scan. */
  along: z.array(Awarded),
});

export const checkIn = defineAction({
  name: 'activity.checkIn',
  summary:
    'A resident checks in with the rotating code: scanned, or its six digits typed; and takes along those they may act for.',
  input: z.strictObject({
    code: z.union([LiveCode, z.string().regex(/^\d{6}$/)]),
    alongIds: z.array(Id).max(10).default([]),
  }),
  output: Thanks,
  refusals: [
    'CODE_WRONG',
    'CODE_EXPIRED',
    'CODE_NEEDS_NETWORK_TIME',
    'POSTER_ONLY',
    'ACTIVITY_CANCELLED',
    'ACTIVITY_NOT_OPEN',
    'ACTIVITY_OVER',
    'COUNTED_ALREADY',
    'CAP_REACHED',
    'NO_HOUSEHOLD',
    'HOST_NEEDS_COLLEAGUE',
    'ACCOUNT_CLOSED',
    'MAY_NOT_ACT_FOR',
  ],
  allow: [resident()],
  effect: 'write',
});

export const checkInResident = defineAction({
  name: 'activity.checkInResident',
  summary:
    'Staff check residents in: by a scanned personal code or household card, by name, or from the printed list afterwards.',
  input: z.strictObject({
    activityId: Id,
    residentIds: z.array(Id).min(1).max(50),
    how: z.enum(['personalCode', 'card', 'name']),
  }),
  output: z.strictObject({
    activityTitle: z.string(),
    points: Points,
    results: z.array(
      z.strictObject({
        residentId: Id,
        outcome: z.discriminatedUnion('state', [
          z.strictObject({
            state: z.literal('posted'),
            points: Points,
            after: Balance,
          }),
          z.strictObject({ state: z.literal('refused'), code: AwardRefusal }),
        ]),
      }),
    ),
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'write',
});

export const attendance = defineAction({
  name: 'activity.attendance',
  summary:
    'Who has arrived, newest first, and how many signed up; asked again every few seconds it arrives live. Masked for supervisors.',
  input: z.strictObject({
    activityId: Id,
    afterMs: Millis.optional(),
    masked: z.boolean().default(true),
  }),
  output: z.strictObject({
    attendedCount: Total,
    signedUpCount: Total,
    waitingCount: Total,
    arrivals: z.array(
      z.strictObject({
        residentId: Id,
        name: z.string(),
        how: z.enum(['scan', 'typed', 'brought', 'personalCode', 'card', 'name']),
        atMs: Millis,
      }),
    ),
    serverNowMs: Millis,
  }),
  refusals: ['ACTIVITY_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS, 'societyLeader')],
  effect: 'read',
});
