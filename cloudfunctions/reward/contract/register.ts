import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, DateText, Holder, Id, Limit, Millis, Points, Sort, Total } from '../../kit/fields';
import { QUERY_MAX } from '../../values/limits';
import { VOUCHER_SORTS } from '../../values/rewards';
import { STAFF } from '../../values/roles';
import { Quantity, VoucherState } from './fields';

/** What a list of vouchers can be sifted by, at most so many of each. */
export const AMONG_MAX = 60;

const Days = {
  from: DateText.optional().describe(
    'The first day of what happened to it last: issued, redeemed, given back, lapsed.',
  ),
  to: DateText.optional().describe('The last day of that, itself included.'),
};
const OfReward = {
  rewardId: Id.optional().describe(
    'Of this reward, those that it came in the place of, and those that came in its own.',
  ),
};
const Mine = { mine: z.boolean().optional().describe('true: what the caller issued or redeemed.') };
const AmongRewards = z
  .array(z.strictObject({ rewardId: Id, title: z.string() }))
  .max(AMONG_MAX)
  .describe('Those of which there are vouchers here, whatever else is asked for; the most used first.');
const Sums = z
  .strictObject({ quantity: Total.describe('How many were had by them.'), points: Total })
  .describe('Of all that match, on this page and on the others.');

const What = { voucherId: Id, rewardId: Id, title: z.string(), choice: z.string().nullable(), quantity: Quantity };
const ByPages = { cursor: Cursor.optional(), limit: Limit.default(30) };

export const voucherRegister = defineAction({
  name: 'reward.voucherRegister',
  summary:
    'All vouchers of a community, or of a grid’s households, with what happened to each, when and by whom; sorted, sifted and counted as a whole.',
  input: z.strictObject({
    unitId: Id,
    sort: Sort(VOUCHER_SORTS).default({ by: 'time', falling: true }),
    only: z
      .strictObject({
        ...{ ...Days, ...OfReward, ...Mine },
        state: VoucherState.optional(),
        providerId: Id.optional().describe('Redeemed there.'),
        who: z
          .string()
          .trim()
          .min(1)
          .max(QUERY_MAX)
          .optional()
          .describe('A part of the holder’s name, or of what the reward is called.'),
      })
      .default({})
      .describe('Those alone.'),
    ...ByPages,
  }),
  output: z.strictObject({
    vouchers: z.array(
      z.strictObject({
        ...What,
        holder: Holder,
        holderName: z.string().describe('In full, as staff of the place know them.'),
        address: z.string().describe('Of the household; empty for a society.'),
        points: Points.describe('What it cost, all payers together.'),
        availableAfter: Total.nullable().describe(
          'What the holder could still redeem after it was issued; null where others paid all of it.',
        ),
        state: VoucherState,
        code: z.string().nullable().describe('Grouped 3 + 3; null while it can be used: a list is no key.'),
        expiresAtMs: Millis,
        providerName: z.string().nullable().describe('Where it was redeemed.'),
        history: z
          .array(
            z.strictObject({
              what: VoucherState.describe('issued, or how it ended.'),
              atMs: Millis,
              byName: z.string().nullable().describe('null: nobody in particular; it lapsed, or its holder had died.'),
            }),
          )
          .max(2)
          .describe('Issued, and how it ended.'),
      }),
    ),
    count: CountOfAll,
    sums: Sums,
    among: z.strictObject({
      rewards: AmongRewards,
      providers: z.array(z.strictObject({ providerId: Id, name: z.string() })).max(AMONG_MAX),
    }),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});

export const redeemedVouchers = defineAction({
  name: 'reward.redeemedVouchers',
  summary:
    'What was redeemed at a provider, today and before, of the communities where the caller is its clerk; sorted, sifted and counted as a whole.',
  input: z.strictObject({
    providerId: Id,
    sort: Sort(VOUCHER_SORTS).default({ by: 'time', falling: true }),
    only: z
      .strictObject({ ...Days, ...OfReward, ...Mine })
      .default({})
      .describe('Those alone.'),
    ...ByPages,
  }),
  output: z.strictObject({
    vouchers: z.array(
      z.strictObject({
        ...What,
        holderName: z.string().describe('Masked.'),
        points: Points,
        code: z.string().describe('Grouped 3 + 3.'),
        issuedAtMs: Millis,
        redeemedAtMs: Millis,
        redeemedByName: z.string(),
      }),
    ),
    count: CountOfAll,
    sums: Sums,
    among: z.strictObject({ rewards: AmongRewards }),
    nextCursor: Cursor.nullable(),
  }),
  refusals: [],
  allow: [role('providerClerk')],
  effect: 'read',
});
