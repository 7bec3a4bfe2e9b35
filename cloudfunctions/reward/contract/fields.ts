import * as z from 'zod';
import { Holder, Id, Millis, Points } from '../../kit/fields';
import { ProviderKind } from '../../organisation/contract';
import { STEPS_MAX } from '../../values/limits';
import { KIND_NATURES, REWARD_KINDS } from '../../values/rewards';

export const RewardKind = z
  .enum(REWARD_KINDS)
  .describe('One of the six of the city’s rules, or open: one that a city or district named itself.');

export const KindNature = z
  .enum(KIND_NATURES)
  .describe('goods: things from a shelf; service: something done for people; honour: a title, which costs no points.');

export const Period = z.enum(['month', 'quarter', 'year']);

export const VoucherState = z.enum(['issued', 'redeemed', 'cancelled', 'lapsed']);

/** Where a reward can be had. */
export const PROVIDERS_MAX = 20;

/** So many may pay for one voucher. */
export const POOL_MAX = 20;

/** Why a holder cannot have a reward now. */
export const Obstacle = z.enum([
  'TOO_YOUNG',
  'TOO_OLD',
  'BIRTH_DATE_UNKNOWN',
  'HOLDER_KIND_DIFFERS',
  'ONLY_RURAL',
  'OTHER_COMMUNITY',
  'LIFETIME_TOO_LOW',
  'LIMIT_REACHED',
  'HOUSEHOLD_LIMIT_REACHED',
  'OUT_OF_STOCK',
  'SHELF_EMPTY',
  'MONTH_SPENT',
  'WINDOW_CLOSED',
  'POINTS_INSUFFICIENT',
]);

export const Quantity = z.int().min(1).describe('How many of it.');

export const ProviderBrief = z.strictObject({
  providerId: Id,
  kind: ProviderKind,
  name: z.string(),
  place: z.string(),
  hours: z.string().describe('Opening hours in words; may be empty.'),
  phone: z.string().nullable(),
});

export const Voucher = z.strictObject({
  voucherId: Id,
  rewardId: Id,
  kind: RewardKind,
  title: z.string(),
  choice: z.string().nullable().describe('What was chosen; null where there is no choice.'),
  holder: Holder,
  holderName: z.string().describe('Masked.'),
  quantity: Quantity,
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
  redeemedAtProvider: z
    .string()
    .nullable()
    .describe('The place: the name of the provider where it was redeemed; null before. (The time is redeemedAtMs.)'),
  endedAtMs: Millis.nullable().describe('When it was given back or lapsed.'),
  providers: z.array(ProviderBrief).max(PROVIDERS_MAX),
  steps: z.array(z.string()).max(STEPS_MAX),
  communityName: z.string(),
  communityPhone: z.string().nullable(),
});
