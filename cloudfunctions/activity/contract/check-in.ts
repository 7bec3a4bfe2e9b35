import * as z from 'zod';
import { Awarded, AwardRefusal } from '../../award/contract';
import { defineAction, resident, role, STAFF, SUPERVISORS } from '../../kit/action';
import { Id, Millis, Points, Total } from '../../kit/fields';
import { Balance } from '../../ledger/contract';
import { ShortId } from './announce';

/** The 29 characters of a rotating code, the whole address of its QR picture, or the six digits below it. */
const Code = z.string().trim().min(6).max(200);

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
    code: Code,
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

export const bringAlong = defineAction({
  name: 'activity.bringAlong',
  summary:
    'Who has just checked in by the code brings those they may act for: each is counted for themself, within a quarter of an hour.',
  input: z.strictObject({ activityId: Id, alongIds: z.array(Id).min(1).max(10) }),
  output: z.strictObject({ activityId: Id, along: z.array(Awarded), householdLifetime: Total }),
  refusals: [
    'ACTIVITY_NOT_FOUND',
    'ACTIVITY_CANCELLED',
    'NOT_CHECKED_IN',
    'ASK_ORGANISER',
    'NO_HOUSEHOLD',
    'MAY_NOT_ACT_FOR',
  ],
  allow: [resident()],
  effect: 'write',
});

export const checkInResident = defineAction({
  name: 'activity.checkInResident',
  summary:
    'Staff check residents in: by a scanned personal code or household card, by name, or from the printed list afterwards. Visitors of another community only by what they show.',
  input: z.strictObject({
    activityId: Id,
    residentIds: z.array(Id).min(1).max(50),
    /** By `name` only those of the activity's community: others get HOLDER_NOT_FOUND. */
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
            /** Null for people whose household the caller's role does not reach, such as visitors. */
            after: Balance.nullable(),
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
    /** Only arrivals after this moment, those of the seconds before it once more: know them by residentId. */
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
