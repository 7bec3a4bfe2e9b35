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
  hours: z.string(),
  phone: z.string().nullable(),
});

export const Reward = z.strictObject({
  rewardId: Id,
  unitId: Id,
  kind: RewardKind,
  title: z.string(),
  summary: z.string(),
  about: z.string(),
  cost: Points,
  holderKind: HolderKind,
  ageMin: z.int().nullable(),
  ageMax: z.int().nullable(),
  ruralOnly: z.boolean(),
  leastLifetime: Total,
  period: Period,
  stockLeft: Total,
  limitHolder: z.int(),
  limitHousehold: z.int().nullable(),
  validDays: z.int(),
  choices: z.array(z.string()),
  steps: z.array(z.string()),
  providers: z.array(ProviderBrief),
  policyDocumentNumber: z.string(),
  /** For the holder asked about (the caller unless said otherwise). */
  mine: z.strictObject({
    holder: Holder,
    available: Total,
    /** Points missing, 0 when there are enough. */
    missing: Total,
    /** What the household could add by pooling, for those who agreed. */
    poolAvailable: Total,
    /** Those who agreed, in the order in which they would pay; their ids are what `redeem` takes as `pool`. */
    pool: z.array(z.strictObject({ holder: Holder, available: Total })),
    obstacles: z.array(Obstacle),
    /** A voucher of this reward in hand, if any. */
    voucherId: Id.nullable(),
  }),
});

const ForHolder = { holder: Holder.optional() };

export const list = defineAction({
  name: 'reward.list',
  summary:
    'Rewards of a community with what is missing to each, for the caller, for somebody they may act for, or (staff) for any resident of theirs.',
  input: z.strictObject({
    /** The holder's own community when left out; needed for who lives in none. */
    unitId: Id.optional(),
    ...ForHolder,
  }),
  output: z.strictObject({ rewards: z.array(Reward) }),
  refusals: ['UNIT_NOT_FOUND', 'HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const get = defineAction({
  name: 'reward.get',
  summary: 'One reward, with its conditions as they stand for a holder.',
  input: z.strictObject({ rewardId: Id, ...ForHolder }),
  output: Reward,
  refusals: ['REWARD_NOT_FOUND', 'HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});

export const create = defineAction({
  name: 'reward.create',
  summary: 'Opens a reward of one of the named kinds in a community.',
  input: z.strictObject({
    unitId: Id,
    kind: RewardKind,
    title: Title,
    summary: Sentence,
    about: optionalLines(300).default(''),
    cost: Points,
    holderKind: HolderKind.default('resident'),
    ageMin: z.int().min(0).max(150).optional(),
    ageMax: z.int().min(0).max(150).optional(),
    ruralOnly: z.boolean().default(false),
    leastLifetime: Total.default(0),
    period: Period,
    stockPerPeriod: z.int().min(1).max(1_000_000),
    limitHolder: z.int().min(1).max(1000),
    limitHousehold: z.int().min(1).max(1000).optional(),
    validDays: z.int().min(1).max(730),
    choices: z.array(Title).max(5).default([]),
    steps: z.array(Sentence).max(5).default([]),
    providerIds: z.array(Id).min(1).max(20),
    policyDocumentId: Id,
    fundedBy: Sentence,
    unitCostCents: z.int().min(0).max(10_000_000),
  }),
  output: z.strictObject({ rewardId: Id }),
  refusals: [
    'UNIT_NOT_FOUND',
    'REWARD_EXISTS',
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
