import * as z from 'zod';
import { Awarded, AwardRefusal } from '../../award/contract';
import { defineAction, resident, role, STAFF, SUPERVISORS } from '../../kit/action';
import { Cursor, Id, Millis, Points, Total } from '../../kit/fields';
import { Balance } from '../../ledger/contract';
import { ShortId } from './announce';

const Code = z
  .string()
  .trim()
  .min(6)
  .max(200)
  .describe(
    'The 29 characters of a rotating code, the whole address of its QR picture, or the six digits below it. How they are made: see The rotating check-in code in the description of this document.',
  );

export const liveCode = defineAction({
  name: 'activity.liveCode',
  summary: "Gives the organiser's device the activity's key, so that it draws the rotating code without the network.",
  input: z.strictObject({ activityId: Id }),
  output: z.strictObject({
    activityId: Id,
    shortId: ShortId,
    title: z.string(),
    key: z.string().describe('HMAC-SHA-256 key, base64url; for this activity only.'),
    serverNowMs: Millis.describe("The server's clock: the device keeps its offset from it."),
    stepMs: z.int().describe('How long a code is shown.'),
    epochMs: Millis.describe('Steps are counted from here.'),
    qrPrefix: z.string().describe('The code is appended to this: https://…/a/'),
    opensAtMs: Millis.describe('When check-in begins.'),
    closesAtMs: Millis.describe('When check-in ends for people themselves.'),
  }),
  refusals: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_CANCELLED', 'ACTIVITY_OVER'],
  allow: [role(...STAFF, 'societyLeader')],
  effect: 'read',
});

const Thanks = z.strictObject({
  activityId: Id,
  activityTitle: z.string(),
  place: z.string(),
  deed: z.string().describe('The name of the item.'),
  points: Points.describe('What the caller earned.'),
  neighbours: Total.describe('How many were there by now, the caller included.'),
  balance: z.strictObject({ before: Balance, after: Balance }),
  householdLifetime: Total.describe('Lifetime points of the household and everybody in it, these included.'),
  entry: z.strictObject({ accountId: Id, seq: z.int() }).describe('The caller’s entry, for ledger.receipt.'),
  along: z.array(Awarded).describe('Family taken along in the same scan.'),
});

export const checkIn = defineAction({
  name: 'activity.checkIn',
  summary:
    'A resident checks in with the rotating code: scanned, or its six digits typed; and takes along those they may act for.',
  input: z.strictObject({
    code: Code,
    alongIds: z
      .array(Id)
      .max(10)
      .default([])
      .describe('Residents whom the caller takes along: children and assisted members for whom they may act.'),
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
    'Who has just checked in by the code, or was refused for a cap alone, brings those they may act for: each is counted for themself, within a quarter of an hour.',
  input: z.strictObject({
    activityId: Id,
    alongIds: z.array(Id).min(1).max(10).describe('Residents for whom the caller may act.'),
  }),
  output: z.strictObject({
    activityId: Id,
    along: z.array(Awarded).describe('What became of each, in the order sent; a resident named twice stands once.'),
    householdLifetime: Total.describe('Lifetime points of the household and everybody in it, these included.'),
  }),
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
    'Staff check residents in: by a scanned personal code or household card, by name, or from the printed list afterwards. Only those of the activity’s community: visitors from elsewhere scan the live code themselves.',
  input: z.strictObject({
    activityId: Id,
    residentIds: z.array(Id).min(1).max(50),
    how: z.enum(['personalCode', 'card', 'name']).describe('How the person was found; kept with the arrival.'),
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
            after: Balance.nullable().describe(
              'null for people whose household the caller’s role does not reach, as for a society’s leader.',
            ),
          }),
          z.strictObject({
            state: z.literal('refused'),
            code: AwardRefusal.describe(
              'As the schema of that name says; HOLDER_NOT_FOUND also for residents of elsewhere.',
            ),
          }),
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
    arrivals: z.array(
      z.strictObject({
        residentId: Id,
        name: z.string(),
        how: z
          .enum(['scan', 'typed', 'brought', 'personalCode', 'card', 'name'])
          .describe('scan, typed: by themselves; brought: taken along; the others: by staff.'),
        atMs: Millis,
      }),
    ),
    nextCursor: Cursor.nullable().describe('Of those who came earlier; null when these are all, after afterMs.'),
    serverNowMs: Millis.describe('The clock of the server at this answer.'),
  }),
  refusals: ['ACTIVITY_NOT_FOUND'],
  allow: [role(...STAFF, ...SUPERVISORS, 'societyLeader')],
  effect: 'read',
});
