import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Id, Sentence } from '../../kit/fields';
import { SCANNED_MAX } from '../../values/codes';
import { MOVED_AT_ONCE } from '../../values/people';
import { STAFF } from '../../values/roles';
import { ChangedBecause, NextHead, Relation } from './fields';

export const movePeople = defineAction({
  name: 'household.movePeople',
  summary:
    'People leave one household and join another, or found one: their own accounts and vouchers go with them unchanged, the household’s own account stays behind, and who let their family redeem with their points is asked anew.',
  input: z.strictObject({
    people: z
      .array(
        z.strictObject({
          residentId: Id.optional().describe('Left out: whoever’s personal code was scanned.'),
          relation: Relation,
        }),
      )
      .min(1)
      .max(MOVED_AT_ONCE)
      .describe('All of one household, or of none any more.'),
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('household'), householdId: Id }),
      z.strictObject({ kind: z.literal('newHousehold'), unitId: Id, address: Sentence }),
    ]),
    nextHeadId: NextHead,
    scanned: z
      .string()
      .trim()
      .min(1)
      .max(SCANNED_MAX)
      .optional()
      .describe(
        'A personal code or household card shown by somebody who lives where the caller does not work: by showing it they agree.',
      ),
    reason: ChangedBecause,
  }),
  output: z.strictObject({ householdId: Id.describe('Where they live now.'), number: z.string() }),
  refusals: [
    'RESIDENT_NOT_FOUND',
    'HOUSEHOLD_NOT_FOUND',
    'UNIT_NOT_FOUND',
    'OWN_HOUSEHOLD',
    'MEMBER_EXISTS',
    'HEAD_NEEDED',
    'CARD_NOT_FOUND',
    'CARD_REVOKED',
    'CODE_EXPIRED',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const leave = defineAction({
  name: 'household.leave',
  summary:
    'A person has gone where nobody of ours lives. Their account, vouchers and history stay theirs; they are taken in again by movePeople.',
  input: z.strictObject({ residentId: Id, nextHeadId: NextHead, reason: ChangedBecause }),
  output: z.strictObject({ left: z.literal(true) }),
  refusals: ['RESIDENT_NOT_FOUND', 'OWN_HOUSEHOLD', 'HEAD_NEEDED'],
  allow: [role(...STAFF)],
  effect: 'write',
});
