import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { CountOfAll, Cursor, HolderKind, Id, Limit, Millis, Points, Sort, Total } from '../../kit/fields';
import { QUERY_MAX } from '../../values/limits';
import { LOW_STOCK_PART, REWARD_SORTS } from '../../values/rewards';
import { STAFF } from '../../values/roles';
import { Period, PROVIDERS_MAX, RewardKind } from './fields';
import { Windows } from './windows';

/** Kinds that a list of rewards can be sifted by, at most so many. */
export const KINDS_AMONG_MAX = 60;

const OfKind = { kind: RewardKind, kindId: Id.nullable().describe('Of an open kind; else null.') };

const Offered = z.strictObject({
  rewardId: Id,
  title: z.string(),
  ...OfKind,
  kindName: z.string(),
  holderKind: HolderKind.describe('For whom it is.'),
  cost: Points.describe('Points for one voucher.'),
  period: Period.describe('The span in which stock and limits count, by the calendar.'),
  stockPerPeriod: z.int().describe('How many there are in each span.'),
  stockLeft: Total.describe('In this span; of goods, no more than stand on the shelf and are not promised.'),
  validDays: z.int().describe('A voucher can be used until the end of so many days after the day of issue.'),
  windows: Windows.describe('When it can be redeemed, by its own rule or its community’s; empty: at any time.'),
  isOpenNow: z.boolean().describe('It is offered, and this is one of its times.'),
  placeNames: z.array(z.string()).max(PROVIDERS_MAX).describe('Where it can be had.'),
  policyDocumentNumber: z.string().describe('文号 of the notice that it rests on.'),
  openedAtMs: Millis,
  endedAtMs: Millis.nullable().describe('When it was taken out of the list; null: it is offered.'),
});

export const offered = defineAction({
  name: 'reward.offered',
  summary:
    'All rewards of a community and those that stand above it, for its staff: offered and ended, sorted, sifted and counted as a whole. Of those that replaced each other the last alone.',
  input: z.strictObject({
    unitId: Id.describe('A community, or a unit within one: its community is meant.'),
    query: z.string().trim().max(QUERY_MAX).optional().describe('Part of a title.'),
    sort: Sort(REWARD_SORTS).default({ by: 'cost', falling: false }),
    only: z
      .strictObject({
        kind: RewardKind.optional(),
        kindId: Id.optional().describe('Of this open kind.'),
        holderKind: HolderKind.optional(),
        ended: z.boolean().optional().describe('Whether it was taken out of the list.'),
        openNow: z.boolean().optional().describe('Whether this is one of its times; an ended one has none.'),
        lowStock: z
          .boolean()
          .optional()
          .describe(`Whether a part in ${LOW_STOCK_PART} of the span’s stock is left, or less.`),
      })
      .default({})
      .describe('Those alone.'),
    cursor: Cursor.optional(),
    limit: Limit.default(30),
  }),
  output: z.strictObject({
    rewards: z.array(Offered),
    count: CountOfAll,
    among: z
      .array(z.strictObject({ ...OfKind, name: z.string() }))
      .max(KINDS_AMONG_MAX)
      .describe('The kinds of which there are rewards here, whatever else is asked for; those with the most first.'),
    nextCursor: Cursor.nullable(),
  }),
  refusals: ['UNIT_NOT_FOUND'],
  allow: [role(...STAFF)],
  effect: 'read',
});
