import * as z from 'zod';
import { Awarded } from '../../award/contract';
import { defineAction, resident } from '../../kit/action';
import { Id, Points, Total } from '../../kit/fields';
import { Balance } from '../../ledger/contract';
import { LIVE_DIGITS, SCANNED_MAX } from '../../values/codes';

const Code = z
  .string()
  .trim()
  .min(LIVE_DIGITS)
  .max(SCANNED_MAX)
  .describe(
    'The 29 characters of a rotating code, the whole address of its QR picture, or the six digits below it. How they are made: see The rotating check-in code in the description of this document.',
  );

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
  along: z.array(Awarded).max(10).describe('Family taken along in the same scan.'),
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
    'CODE_RENEWED',
    'AT_THE_DOOR',
    'POSTER_ONLY',
    'ACTIVITY_CANCELLED',
    'ACTIVITY_NOT_OPEN',
    'ACTIVITY_OVER',
    'COUNTED_ALREADY',
    'CAP_REACHED',
    'CEILING_REACHED',
    'NO_HOUSEHOLD',
    'ORGANISER_NEEDS_COLLEAGUE',
    'ACCOUNT_CLOSED',
    'MAY_NOT_ACT_FOR',
  ],
  allow: [resident()],
  effect: 'write',
});
