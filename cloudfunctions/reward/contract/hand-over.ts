import * as z from 'zod';
import { defineAction, role } from '../../kit/action';
import { Holder, Id, Points, Title, Total } from '../../kit/fields';
import { LINES_MAX, QUANTITY_MAX } from '../../values/goods';
import { STAFF } from '../../values/roles';
import { Quantity } from './fields';
import { IssueRefusals, Pool } from './issue';

const Handed = z.strictObject({
  voucherId: Id,
  rewardId: Id,
  title: z.string(),
  quantity: Quantity,
  points: Points,
});

export const handOver = defineAction({
  name: 'reward.handOver',
  summary:
    'At the counter: staff hand things from the shelf to somebody who stands there. Points are used and the goods go out in one step, all lines or none.',
  input: z.strictObject({
    holder: Holder,
    pool: Pool,
    lines: z
      .array(
        z.strictObject({
          rewardId: Id,
          quantity: Quantity.max(QUANTITY_MAX).describe('How many of it.'),
          choice: Title.optional().describe('One of the reward’s choices; only where it has some.'),
        }),
      )
      .min(1)
      .max(LINES_MAX)
      .describe('Each reward once.'),
  }),
  output: z.strictObject({
    handed: z.array(Handed).max(LINES_MAX),
    points: Total.describe('Of all lines together.'),
    availableLeft: Total.describe('What the holder can still redeem.'),
  }),
  refusals: [...IssueRefusals, 'OWN_HOUSEHOLD', 'SECOND_LOOK_NEEDED', 'NOT_ON_SHELF'],
  allow: [role(...STAFF)],
  effect: 'write',
});

export const handOutVoucher = defineAction({
  name: 'reward.handOutVoucher',
  summary: 'At the counter: staff hand out what somebody has a voucher for already. The goods go out with it.',
  input: z.strictObject({ voucherId: Id }),
  output: Handed,
  refusals: [
    'VOUCHER_NOT_FOUND',
    'VOUCHER_REDEEMED',
    'VOUCHER_CANCELLED',
    'VOUCHER_LAPSED',
    'OWN_HOUSEHOLD',
    'NOT_ON_SHELF',
    'SHELF_EMPTY',
  ],
  allow: [role(...STAFF)],
  effect: 'write',
});
