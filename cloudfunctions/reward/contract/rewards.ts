import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, Holder, HolderKind, Id, Limit, Points, Total } from '../../kit/fields';
import { HOLDER_KINDS } from '../../values/awards';
import { STEPS_MAX } from '../../values/limits';
import { REWARD_KINDS } from '../../values/rewards';
import { STAFF } from '../../values/roles';
import { Obstacle, Period, POOL_MAX, PROVIDERS_MAX, ProviderBrief, RewardKind } from './fields';
import { MonthCents, MonthPoints, OpeningTime, Windows } from './windows';

export const Reward = z.strictObject({
  rewardId: Id,
  unitId: Id,
  kind: RewardKind,
  kindId: Id.nullable().describe('Of an open kind; else null.'),
  kindName: z.string(),
  goods: z
    .strictObject({ goodsId: Id, measure: z.string().describe('What it is counted in.') })
    .nullable()
    .describe('Which thing of the shelf; null where it is none.'),
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
  stockLeft: Total.describe('In this span; of goods, no more than stand on the shelf and are not promised.'),
  limitHolder: z.int().describe('Vouchers per holder in a span.'),
  limitHousehold: z.int().nullable().describe('Vouchers per household in a span; null: no limit.'),
  validDays: z.int().describe('A voucher can be used until the end of so many days after the day of issue.'),
  windows: Windows.describe('When it can be redeemed, by its own rule or its community’s; empty: at any time.'),
  monthPoints: MonthPoints.nullable().describe('Of this reward by itself; null: no ceiling.'),
  monthCents: MonthCents.nullable().describe('Likewise.'),
  choices: z.array(z.string()).max(STEPS_MAX).describe('One must be chosen; empty: there is no choice.'),
  steps: z.array(z.string()).max(STEPS_MAX).describe('What to do with the voucher, in order.'),
  providers: z
    .array(
      ProviderBrief.extend({ choice: z.string().nullable().describe('The one choice that it honours; null: all.') }),
    )
    .max(PROVIDERS_MAX),
  policyDocumentNumber: z.string().describe('文号 of the notice that it rests on.'),
  mine: z
    .strictObject({
      holder: Holder,
      available: Total.describe('The holder’s own points that can be spent.'),
      missing: Total.describe('Points missing, 0 when there are enough.'),
      poolAvailable: Total.describe('What the household could add by pooling, for those who agreed.'),
      pool: z
        .array(z.strictObject({ holder: Holder, available: Total }))
        .max(POOL_MAX)
        .describe(
          'Those who agreed, in the order in which they would pay; their ids are what `issueVoucher` takes as `pool`.',
        ),
      obstacles: z
        .array(Obstacle)
        .max(Obstacle.options.length)
        .describe(
          'Why not now, the first to mend first; empty: it can be had. Each means what the schema of that name says.',
        ),
      next: OpeningTime.nullable().describe(
        'When it can be redeemed next, where a window or the month is in the way now; null otherwise, or where no window comes.',
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
  input: z.strictObject({
    unitId: Id.optional().describe('The caller’s own community when left out.'),
    ...ForHolder,
    kinds: z.array(RewardKind).min(1).max(REWARD_KINDS.length).optional().describe('Only these; all when left out.'),
    holderKinds: z
      .array(HolderKind)
      .min(1)
      .max(HOLDER_KINDS.length)
      .optional()
      .describe('Only for these; all when left out.'),
    cursor: Cursor.optional(),
    limit: Limit.default(50),
  }),
  output: z.strictObject({
    rewards: z.array(Reward).describe('The cheapest first.'),
    nextCursor: Cursor.nullable(),
  }),
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
        ownWindows: Windows.nullable().describe('Its own; null: its community’s.'),
      })
      .nullable()
      .describe('What else it was opened with, for an admin of its community, who may open it anew; else null.'),
  }),
  refusals: ['REWARD_NOT_FOUND', 'HOLDER_NOT_FOUND'],
  allow: [resident(), role(...STAFF)],
  effect: 'read',
});
