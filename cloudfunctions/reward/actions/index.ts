import type { Handler } from '../../kit/handler';
import { changeActions } from './changes';
import { rewardWrites } from './create';
import { goodsActions } from './goods';
import { handOverActions } from './hand-over';
import { issueActions } from './issue';
import { kindActions } from './kinds';
import { offeredActions } from './offered';
import { redeemActions } from './redeem';
import { redemptionActions } from './redemption';
import { registerActions } from './register';
import { rewardReads } from './rewards';
import { secondLookActions } from './second-looks';
import { slipActions } from './slips';
import { voucherActions } from './vouchers';

export const actions: readonly Handler[] = [
  ...rewardReads,
  ...rewardWrites,
  ...offeredActions,
  ...kindActions,
  ...changeActions,
  ...redemptionActions,
  ...issueActions,
  ...handOverActions,
  ...goodsActions,
  ...slipActions,
  ...voucherActions,
  ...redeemActions,
  ...registerActions,
  ...secondLookActions,
];
