import { accountsOf, servedBy } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { releaseHeld } from '../../ledger';
import * as contract from '../contract/vouchers';
import { toldOf, voucherEnded } from '../events';
import { type Holder, isStockBack, refuseUnlessIssued } from '../rules';
import { unitsForEntries } from '../services/redeem';
import { isOnlyStaff, reachSubject, societiesLedBy } from '../services/subject';
import { unitNote, voucherViews } from '../services/views';
import { pageOfVouchers } from '../store/reading';
import { type RewardRow, rewardOf } from '../store/rewards';
import { putStockBack } from '../store/stock';
import { drawsOf, lockVoucher, markEnded } from '../store/vouchers';

const BY_ISSUE = { issuedAtMs: Millis, voucherId: Id };

async function vouchers(call: Call<ResidentCaller>, input: InputOf<typeof contract.vouchers>) {
  const after = readCursor(BY_ISSUE, input.cursor);
  if (isRefusal(after)) return after;
  const holderIds = await holdersAsked(call, input.holder);
  if (isRefusal(holderIds)) return holderIds;
  const { voucherId, state, limit } = input;
  const found = await pageOfVouchers(call.db, {
    holderIds,
    voucherId,
    state,
    after,
    limit: limit + 1,
    nowMs: call.nowMs,
  });
  const { page, nextCursor } = cutPage(BY_ISSUE, found, limit);
  return { vouchers: await voucherViews(call, page, call.nowMs), nextCursor };
}

/** Whose vouchers: one holder's; or the caller's and those of everyone they may act for. */
async function holdersAsked(
  call: Call<ResidentCaller>,
  holder: Holder | undefined,
): Promise<string[] | Refusal<'HOLDER_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const { caller } = call;
  if (!holder) {
    const served = (await servedBy(call)).map(({ residentId }) => residentId);
    const own = [caller.residentId, ...(caller.householdId ? [caller.householdId] : [])];
    const people = await accountsOf(call.db, [...new Set([...own, ...served])]);
    return [...new Set([...[...people.values()].flat(), ...societiesLedBy(caller)])];
  }
  const subject = await reachSubject(call, call.db, holder, 'seeVouchers');
  if (isRefusal(subject)) return subject;
  if (isOnlyStaff(call, subject)) call.note({ targetKind: holder.kind, targetId: holder.id, ...unitNote(subject) });
  return [...subject.accountIds];
}

/** The voucher first, then accounts, then stock. Points come back, stock within its period; lifetime points never move. */
async function cancelVoucher(call: WriteCall<ResidentCaller>, { voucherId }: InputOf<typeof contract.cancelVoucher>) {
  const voucher = await lockVoucher(call.db, voucherId);
  if (!voucher) return refuse('VOUCHER_NOT_FOUND');
  const subject = await reachSubject(call, call.db, voucher.holder, 'seeVouchers');
  if (isRefusal(subject))
    return subject.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', subject.detail) : refuse('VOUCHER_NOT_FOUND');
  const reward = (await rewardOf(call.db, voucher.rewardId)) as RewardRow;
  const { nowMs } = call;
  call.note({ targetKind: 'voucher', targetId: voucherId, ...unitNote(subject) });
  const ended = refuseUnlessIssued(voucher, nowMs);
  if (ended) return ended;
  const { residentId } = call.caller;
  await markEnded(call.db, [voucherId], { state: 'cancelled', residentId, nowMs });
  const draws = (await drawsOf(call.db, [voucher])).get(voucherId) ?? [];
  const unitId = (await unitsForEntries(call.db, [voucher]))(voucher);
  await releaseHeld(call.db, { draws, voucherId, title: reward.title, unitId, nowMs });
  if (isStockBack(reward.period, voucher.periodKey, call.today))
    await putStockBack(
      call.db,
      Array.from({ length: voucher.quantity }, () => ({ lineId: reward.lineId, periodKey: voucher.periodKey })),
    );
  call.publish(voucherEnded({ ...toldOf(voucher), state: 'cancelled' }));
  return { voucherId, pointsBack: voucher.points };
}

export const voucherActions = [read(contract.vouchers, vouchers), write(contract.cancelVoucher, cancelVoucher)];
