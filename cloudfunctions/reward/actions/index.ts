import type { Handler } from '../../kit/handler';
import { rewardWrites } from './create';
import { issueActions } from './issue';
import { redeemActions } from './redeem';
import { rewardReads } from './rewards';
import { secondLookActions } from './second-looks';
import { voucherActions } from './vouchers';

export const actions: readonly Handler[] = [
  ...rewardReads,
  ...rewardWrites,
  ...issueActions,
  ...voucherActions,
  ...redeemActions,
  ...secondLookActions,
];
