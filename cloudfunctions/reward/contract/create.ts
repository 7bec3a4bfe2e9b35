import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { HolderKind, Id, optionalLines, Points, Sentence, Title, Total } from '../../kit/fields';
import {
  ABOUT_MAX,
  AGE_MAX,
  LIFETIME_MAX,
  LIMIT_MAX,
  STEPS_MAX,
  STOCK_MAX,
  UNIT_COST_CENTS_MAX,
  VALID_DAYS_MAX,
} from '../../values/limits';
import { Period, PROVIDERS_MAX, RewardKind } from './fields';
import { MonthCents, MonthPoints, Windows } from './windows';

export const create = defineAction({
  name: 'reward.create',
  summary:
    'Opens a reward of one of the kinds of its city and district in a community, also in the place of one with a mistake in it.',
  input: z.strictObject({
    unitId: Id,
    replacesId: Id.optional().describe(
      'A reward of the community, of the same kind and period, that this one comes in the place of: it is retired if it was not, and what was given out of it counts for the limits and the stock of this one. Once for each.',
    ),
    kind: RewardKind,
    kindId: Id.optional().describe('Which of the open kinds; only with kind: open.'),
    goodsId: Id.optional().describe('Which thing of the community’s shelf; with a kind of goods.'),
    title: Title,
    summary: Sentence,
    about: optionalLines(ABOUT_MAX).default('').describe('More about it.'),
    cost: Points,
    holderKind: HolderKind.default('resident').describe('For whom it is; each kind of reward has its own.'),
    ageMin: z.int().min(0).max(AGE_MAX).optional(),
    ageMax: z.int().min(0).max(AGE_MAX).optional(),
    ruralOnly: z.boolean().default(false).describe('Only for those who live in a rural community.'),
    leastLifetime: Total.max(LIFETIME_MAX).default(0).describe('Lifetime points that the holder must have.'),
    period: Period.describe('The span in which stock and limits count, by the calendar.'),
    stockPerPeriod: z.int().min(1).max(STOCK_MAX).describe('How many there are in each span.'),
    limitHolder: z.int().min(1).max(LIMIT_MAX).describe('Vouchers per holder in a span.'),
    limitHousehold: z
      .int()
      .min(1)
      .max(LIMIT_MAX)
      .optional()
      .describe('Vouchers per household in a span; no limit when left out.'),
    validDays: z
      .int()
      .min(1)
      .max(VALID_DAYS_MAX)
      .describe('A voucher can be used until the end of so many days after the day of issue.'),
    windows: Windows.optional().describe('When it can be redeemed; as its community says when left out.'),
    monthPoints: MonthPoints.optional().describe('Points for it in a month, beside what the community may give.'),
    monthCents: MonthCents.optional().describe('Likewise in cents of RMB.'),
    choices: z
      .array(Title)
      .max(STEPS_MAX)
      .default([])
      .describe('For an either-or reward; fitnessOrBook has 健身卡 and 购书卡 by itself.'),
    steps: z.array(Sentence).max(STEPS_MAX).default([]).describe('What to do with the voucher, in order.'),
    providerIds: z.array(Id).min(1).max(PROVIDERS_MAX),
    choiceProviders: z
      .array(z.strictObject({ choice: Title, providerId: Id }))
      .max(PROVIDERS_MAX)
      .default([])
      .describe(
        'Which of the choices a provider honours: choosing it fixes where it is used. One that is not named here honours all.',
      ),
    policyDocumentId: Id.describe('Of the community or a unit above it.'),
    fundedBy: Sentence.describe('Who pays for it, in words.'),
    unitCostCents: z.int().min(0).max(UNIT_COST_CENTS_MAX).describe('What one costs, in cents of RMB.'),
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
    'KIND_NOT_FOUND',
    'KIND_ENDED',
    'KIND_IS_HONOUR',
    'GOODS_NEEDED',
    'GOODS_NOT_FOUND',
    'GOODS_ENDED',
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
