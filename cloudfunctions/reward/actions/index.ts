import type { Bound } from '../../kit/handler';
import { rewardWrites } from './create';
import { redeemActions } from './redeem';
import { rewardReads } from './rewards';
import { verifyActions } from './verify';
import { voucherActions } from './vouchers';

export const actions: readonly Bound[] = [
  ...rewardReads,
  ...rewardWrites,
  ...redeemActions,
  ...voucherActions,
  ...verifyActions,
];
