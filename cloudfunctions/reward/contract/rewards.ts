import * as z from 'zod';
import { defineAction, resident, role, STAFF } from '../../kit/action';
import { Holder, HolderKind, Id, optionalLines, Points, Sentence, Title, Total } from '../../kit/fields';
import { ProviderKind } from '../../organisation/contract';

/** The six incentives that the city's rules name: 免费体检 涉农奖励 社会组织孵化 健康服务卡 健身卡/购书卡 免费校内托管. */
export const RewardKind = z.enum([
  'healthCheck',
  'agriculture',
  'incubation',
  'healthCard',
  'fitnessOrBook',
  'afterSchool',
]);
export const Period = z.enum(['month', 'quarter', 'year']);
export const VoucherState = z.enum(['issued', 'redeemed', 'cancelled', 'lapsed']);

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
  'POINTS_INSUFFICIENT',
]);

export const ProviderBrief = z.strictObject({
  providerId: Id,
  kind: ProviderKind,
  name: z.string(),
  place: z.string(),
  hours: z.string().describe('Opening hours in words; may be empty.'),
  phone: z.string().nullable(),
});

export const Reward = z.strictObject({
  rewardId: Id,
  unitId: Id,
  kind: RewardKind,
  title: z.string(),
  summary: z.string().describe('In one sentence.'),
  about: z.string().describe('More about it; may be empty.'),
  cost: Points.describe('Points for one voucher.'),
  holderKind: HolderKind.describe('For whom it is.'),
  ageMin: z.int().nullable().describe('In whole years; only for residents.'),
  ageMax: z.int().nullable(),
  ruralOnly: z.boolean().describe('Only for those who live in a rural community.'),
  leastLifetime: Total.describe('Lifetime points that the holder must have.'),
  period: Period.describe('The span in which stock and limits count, by the calendar.'),
  stockLeft: Total.describe('In this span.'),
  limitHolder: z.int().describe('Vouchers per holder in a span.'),
  limitHousehold: z.int().nullable().describe('Vouchers per household in a span; null: no limit.'),
  validDays: z.int().describe('A voucher can be used until the end of so many days after the day of issue.'),
  choices: z.array(z.string()).describe('One must be chosen; empty: there is no choice.'),
  steps: z.array(z.string()).describe('What to do with the voucher, in order.'),
  providers: z.array(ProviderBrief),
  policyDocumentNumber: z.string().describe('文号 of the notice that it rests on.'),
  mine: z
    .strictObject({
      holder: Holder,
      available: Total.describe('The holder’s own points that can be spent.'),
      missing: Total.describe('Points missing, 0 when there are enough.'),
      poolAvailable: Total.describe('What the household could add by pooling, for those who agreed.'),
      pool: z
        .array(z.strictObject({ holder: Holder, available: Total }))
        .describe(
          'Those who agreed, in the order in which they would pay; their ids are what `redeem` takes as `pool`.',
        ),
      obstacles: z
        .array(Obstacle)
        .describe(
          'Why not now, the first to mend first; empty: it can be redeemed. Each means what the schema of that name says.',
        ),
      voucherId: Id.nullable().describe('A voucher of this reward in hand, if any.'),
    })
    .describe(
      'For the holder asked about, the caller unless said otherwise; or who would naturally hold a reward of this kind: their household, the society that they lead.',
    ),
});

const ForHolder = { holder: Holder.optional().describe('The caller when left out.') };

export const list = defineAction({
  name: 'reward.list',
  summary:
    'Rewards of a community with what is missing to each, for the caller, for somebody they may act for, or (staff) for any resident of theirs.',
  input: z.strictObject({ unitId: Id.optional().describe('The caller’s own community when left out.'), ...ForHolder }),
  output: z.strictObject({ rewards: z.array(Reward) }),
  refusals: ['UNIT_NOT_FOUND', 'HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const get = defineAction({
  name: 'reward.get',
  summary: 'One reward, with its conditions as they stand for a holder.',
  input: z.strictObject({ rewardId: Id, ...ForHolder }),
  output: Reward.extend({
    opened: z
      .strictObject({
        stockPerPeriod: z.int().describe('How many there are in each span.'),
        policyDocumentId: Id,
        fundedBy: z.string().describe('Who pays for it, in words.'),
        unitCostCents: z.int().describe('What one costs, in cents of RMB.'),
      })
      .nullable()
      .describe('What else it was opened with, for an admin of its community, who may open it anew; else null.'),
  }),
  refusals: ['REWARD_NOT_FOUND', 'HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const create = defineAction({
  name: 'reward.create',
  summary: 'Opens a reward of one of the named kinds in a community, also in the place of one with a mistake in it.',
  input: z.strictObject({
    unitId: Id,
    replacesId: Id.optional().describe(
      'A reward of the community, of the same kind and period, that this one comes in the place of: it is retired if it was not, and what was given out of it counts for the limits and the stock of this one. Once for each.',
    ),
    kind: RewardKind,
    title: Title,
    summary: Sentence,
    about: optionalLines(300).default('').describe('More about it.'),
    cost: Points,
    holderKind: HolderKind.default('resident').describe('For whom it is; each kind of reward has its own.'),
    ageMin: z.int().min(0).max(150).optional(),
    ageMax: z.int().min(0).max(150).optional(),
    ruralOnly: z.boolean().default(false).describe('Only for those who live in a rural community.'),
    leastLifetime: Total.max(10_000_000).default(0).describe('Lifetime points that the holder must have.'),
    period: Period.describe('The span in which stock and limits count, by the calendar.'),
    stockPerPeriod: z.int().min(1).max(1_000_000).describe('How many there are in each span.'),
    limitHolder: z.int().min(1).max(1000).describe('Vouchers per holder in a span.'),
    limitHousehold: z
      .int()
      .min(1)
      .max(1000)
      .optional()
      .describe('Vouchers per household in a span; no limit when left out.'),
    validDays: z
      .int()
      .min(1)
      .max(730)
      .describe('A voucher can be used until the end of so many days after the day of issue.'),
    choices: z
      .array(Title)
      .max(5)
      .default([])
      .describe('For an either-or reward; fitnessOrBook has 健身卡 and 购书卡 by itself.'),
    steps: z.array(Sentence).max(5).default([]).describe('What to do with the voucher, in order.'),
    providerIds: z.array(Id).min(1).max(20),
    policyDocumentId: Id.describe('Of the community or a unit above it.'),
    fundedBy: Sentence.describe('Who pays for it, in words.'),
    unitCostCents: z.int().min(0).max(10_000_000).describe('What one costs, in cents of RMB.'),
  }),
  output: z.strictObject({ rewardId: Id }),
  refusals: [
    'UNIT_NOT_FOUND',
    'REWARD_EXISTS',
    'REWARD_NOT_FOUND',
    'REWARD_REPLACED',
    'REWARD_DIFFERS',
    'DOCUMENT_NOT_FOUND',
    'PROVIDER_NOT_FOUND',
    'AGES_REVERSED',
    'KIND_NEEDS_OTHER_HOLDER',
  ],
  allow: [role('communityAdmin')],
  effect: 'write',
});

export const retire = defineAction({
  name: 'reward.retire',
  summary: 'Takes a reward out of the list. Issued vouchers are honoured.',
  input: z.strictObject({ rewardId: Id }),
  output: z.strictObject({ rewardId: Id }),
  refusals: ['REWARD_NOT_FOUND', 'REWARD_RETIRED'],
  allow: [role('communityAdmin')],
  effect: 'write',
});
