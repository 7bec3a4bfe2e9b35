import type { WriteCall } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import type { Db } from '../../kit/transaction';
import { redeemHeld } from '../../ledger';
import { presentUnits } from '../../organisation';
import { toldOf, voucherRedeemed } from '../events';
import type { RewardRow } from '../store/rewards';
import { drawsOf, markRedeemed, type VoucherRow } from '../store/vouchers';
import { takeFromShelf } from './shelf';

/** Under which unit what happens to a voucher now is written: of a community that was merged, its successor. */
export const unitsForEntries = async (db: Db, vouchers: readonly Pick<VoucherRow, 'unitId'>[]) => {
  const present = await presentUnits(db, [...new Set(vouchers.map(({ unitId }) => unitId))]);
  return ({ unitId }: Pick<VoucherRow, 'unitId'>) => present.get(unitId)?.unitId ?? unitId;
};

/**
 * A locked voucher that was found issued is used at a provider: held points become redeemed, then what it is for leaves the
 * shelf, in the order of locks that everyone keeps. A refusal undoes it all.
 */
export async function redeemAt(
  call: WriteCall<ResidentCaller>,
  voucher: VoucherRow,
  { reward, providerId }: { readonly reward: RewardRow; readonly providerId: string },
) {
  const { voucherId } = voucher;
  const { nowMs } = call;
  const { residentId } = call.caller;
  await markRedeemed(call.db, voucherId, { residentId, providerId, nowMs });
  const draws = (await drawsOf(call.db, [voucher])).get(voucherId) ?? [];
  const unitId = (await unitsForEntries(call.db, [voucher]))(voucher);
  await redeemHeld(call.db, { draws, voucherId, title: reward.title, unitId, nowMs });
  const denial = await takeFromShelf(call.db, { reward, voucher, handledBy: residentId, nowMs });
  if (denial) return denial;
  call.publish(voucherRedeemed({ ...toldOf(voucher), providerId }));
  return null;
}
