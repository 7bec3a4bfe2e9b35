import * as z from 'zod';
import { defineAction, resident, role } from '../../kit/action';
import { Cursor, Holder, Id, Limit, Points } from '../../kit/fields';
import { STAFF } from '../../values/roles';
import { Voucher, VoucherState } from './fields';

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
