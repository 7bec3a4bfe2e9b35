import * as z from 'zod';
import { defineAction, resident, role, STAFF } from '../../kit/action';
import { Cursor, Holder, HolderKind, Id, Limit, Millis, Points, Title, Total } from '../../kit/fields';
import { Obstacle, ProviderBrief, RewardKind, VoucherState } from './rewards';

export const Voucher = z.strictObject({
  voucherId: Id,
  rewardId: Id,
  kind: RewardKind,
  title: z.string(),
  choice: z.string().nullable().describe('What was chosen; null where there is no choice.'),
  holder: Holder,
  holderName: z.string().describe('Masked.'),
  points: Points.describe('What it cost, all payers together.'),
  state: VoucherState.describe('lapsed: not used until expiresAtMs.'),
  code: z
    .string()
    .nullable()
    .describe('Six characters to read aloud, grouped 3 + 3; null once it cannot be used any more.'),
  qr: z.string().nullable().describe('The text of the QR picture; null likewise.'),
  issuedAtMs: Millis,
  expiresAtMs: Millis,
  redeemedAtMs: Millis.nullable(),
  redeemedAt: z
    .string()
    .nullable()
    .describe('The place: the name of the provider where it was redeemed; null before. (The time is redeemedAtMs.)'),
  endedAtMs: Millis.nullable().describe('When it was given back or lapsed.'),
  providers: z.array(ProviderBrief),
  steps: z.array(z.string()),
  communityName: z.string(),
  communityPhone: z.string().nullable(),
});

const RedeemRefusals = [
  'REWARD_NOT_FOUND',
  'REWARD_RETIRED',
  'HOLDER_NOT_FOUND',
  'CHOICE_NEEDED',
  'POOL_NOT_AGREED',
  'ACCOUNT_CLOSED',
  ...Obstacle.options,
] as const;
const Pool = z
  .array(Id)
  .max(20)
  .default([])
  .describe(
    'Whose points may be added, in the order in which they pay: ids of mine.pool of reward.get, all of whom agreed.',
  );

export const redeem = defineAction({
  name: 'reward.redeem',
  summary:
    'Redeems a reward: the points are held and a voucher is issued. Own points first, then those of consenting household members in the order given.',
  input: z.strictObject({
    rewardId: Id,
    holder: Holder.optional().describe('The caller, or who would naturally hold a reward of this kind, when left out.'),
    pool: Pool,
    choice: Title.optional().describe('One of the reward’s choices; only where it has some.'),
  }),
  output: Voucher,
  refusals: RedeemRefusals,
  allow: [resident()],
  effect: 'write',
});

export const redeemFor = defineAction({
  name: 'reward.redeemFor',
  summary: 'At the desk: staff redeem on behalf of a resident, found by card, personal code or name, to be printed.',
  input: z.strictObject({
    rewardId: Id,
    holder: Holder,
    pool: Pool,
    choice: Title.optional().describe('One of the reward’s choices; only where it has some.'),
  }),
  output: Voucher,
  refusals: [...RedeemRefusals, 'OWN_HOUSEHOLD'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const vouchers = defineAction({
  name: 'reward.vouchers',
  summary:
    'Vouchers of the caller and of those they may act for, newest first; staff may ask for any resident of theirs.',
  input: z.strictObject({
    holder: Holder.optional().describe('All of the caller’s and of those they may act for when left out.'),
    voucherId: Id.optional(),
    state: VoucherState.optional(),
    cursor: Cursor.optional(),
    limit: Limit.default(20),
  }),
  output: z.strictObject({
    vouchers: z.array(Voucher),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

const VoucherCode = z.string().trim().min(6).max(200).describe('The scanned QR text, or the six typed characters.');
const LookUpRefusals = [
  'VOUCHER_NOT_FOUND',
  'VOUCHER_REDEEMED',
  'VOUCHER_CANCELLED',
  'VOUCHER_LAPSED',
  'OTHER_PROVIDER',
] as const;

export const lookUp = defineAction({
  name: 'reward.lookUp',
  summary:
    "A provider's clerk looks at a voucher of a community within their role's unit before confirming. Five wrong codes a minute, then a pause.",
  input: z.strictObject({ code: VoucherCode }),
  output: z.strictObject({
    voucherId: Id,
    kind: RewardKind,
    title: z.string(),
    choice: z.string().nullable(),
    holderName: z.string().describe('Masked.'),
    holderKind: HolderKind,
    age: z.int().nullable().describe('In whole years; null unless a resident holds it whose date of birth is known.'),
    sex: z.enum(['female', 'male']).nullable(),
    code: z.string().describe('Six characters, grouped 3 + 3.'),
    expiresAtMs: Millis,
    checkedAtMs: Millis,
  }),
  refusals: LookUpRefusals,
  allow: [role('providerClerk')],
  /** Not a read: a wrong code is counted. */
  effect: 'write',
});

export const verifyVoucher = defineAction({
  name: 'reward.verifyVoucher',
  summary:
    'Verifies (核销) a voucher exactly once: the held points become redeemed. A second time says when and where the first was.',
  input: z.strictObject({ code: VoucherCode }),
  output: z.strictObject({
    voucherId: Id,
    title: z.string(),
    choice: z.string().nullable(),
    holderName: z.string().describe('Masked.'),
    redeemedAtMs: Millis,
    redeemedAt: z.string().describe('The place: the name of the caller’s provider.'),
  }),
  refusals: LookUpRefusals,
  allow: [role('providerClerk')],
  effect: 'write',
});

export const cancelVoucher = defineAction({
  name: 'reward.cancelVoucher',
  summary: 'Gives a voucher back: the points are free again. By its holder, a helper, or staff.',
  input: z.strictObject({ voucherId: Id }),
  output: z.strictObject({
    voucherId: Id,
    pointsBack: Points.describe('Free again, each on the account that it came from.'),
  }),
  refusals: ['VOUCHER_NOT_FOUND', 'VOUCHER_REDEEMED', 'VOUCHER_CANCELLED', 'VOUCHER_LAPSED'],
  allow: [resident(), role(...STAFF)],
  effect: 'write',
});

export const verifiedToday = defineAction({
  name: 'reward.verifiedToday',
  summary: 'What was verified today at a provider, newest first: of the communities where the caller is its clerk.',
  input: z.strictObject({ providerId: Id }),
  output: z.strictObject({
    count: Total,
    vouchers: z.array(
      z.strictObject({
        voucherId: Id,
        title: z.string(),
        choice: z.string().nullable(),
        holderName: z.string().describe('Masked.'),
        redeemedAtMs: Millis,
      }),
    ),
  }),
  refusals: [],
  allow: [role('providerClerk')],
  effect: 'read',
});
