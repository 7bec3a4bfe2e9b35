import { ownInterest } from '../../household';
import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { balancesOf } from '../../ledger';
import * as contract from '../contract/hand-over';
import { refuseUnlessIssued } from '../rules';
import { issueAs } from '../services/issue';
import { redeemAt } from '../services/redeem';
import { refuseServing } from '../services/serving';
import { reachSubject } from '../services/subject';
import { honouringOf, type RewardRow, rewardOf, rewardsOf } from '../store/rewards';
import { lockVoucher, type VoucherRow } from '../store/vouchers';

type Asked = InputOf<typeof contract.handOver>;

const seen = ({ title }: RewardRow, { voucherId, rewardId, quantity, points }: VoucherRow) => ({
  ...{ voucherId, rewardId, title, quantity, points },
});

/** All lines or none: what one of them is refused for undoes the others. In one order for everyone who takes several. */
async function handOver(call: WriteCall<ResidentCaller>, { holder, pool, lines }: Asked) {
  const ids = lines.map(({ rewardId }) => rewardId);
  if (new Set(ids).size < ids.length)
    return refuse('INVALID_INPUT', { fields: ['input.lines'], why: ['each reward once'] });
  const denial = await refuseServing(call, holder);
  if (denial) return denial;
  const rewards = await rewardsOf(call.db, ids);
  const lineOf = ({ rewardId }: { rewardId: string }) => rewards.get(rewardId)?.lineId ?? rewardId;
  const handed = [];
  for (const line of [...lines].sort((a, b) => (lineOf(a) < lineOf(b) ? -1 : 1))) {
    const out = await handLine(call, rewards.get(line.rewardId), { ...line, holder, pool });
    if (isRefusal(out)) return out;
    handed.push(out);
  }
  const points = handed.reduce((sum, one) => sum + one.points, 0);
  const availableLeft = (await balancesOf(call.db, [holder.id])).get(holder.id)?.available ?? 0;
  return { handed, points, availableLeft };
}

async function handLine(
  call: WriteCall<ResidentCaller>,
  reward: RewardRow | undefined,
  ask: Asked['lines'][number] & Pick<Asked, 'holder' | 'pool'>,
) {
  if (!reward) return refuse('REWARD_NOT_FOUND');
  if (!reward.goodsId) return refuse('NOT_ON_SHELF');
  const issued = await issueAs(call, ask, 'serve');
  if (isRefusal(issued)) return issued;
  const voucher = (await lockVoucher(call.db, issued.voucherId)) as VoucherRow;
  return (await redeemAt(call, voucher, await counterOf(call, reward))) ?? seen(reward, voucher);
}

/** Things of the shelf have one place at which they are handed out. */
async function counterOf(call: WriteCall<ResidentCaller>, reward: RewardRow) {
  const [place] = (await honouringOf(call.db, [reward.rewardId])).get(reward.rewardId) ?? [];
  if (!place) throw new Error(`reward ${reward.rewardId} is handed out nowhere`);
  return { reward, providerId: place.providerId };
}

/** What was redeemed from a phone is fetched at the counter. */
async function handOutVoucher(call: WriteCall<ResidentCaller>, { voucherId }: InputOf<typeof contract.handOutVoucher>) {
  const voucher = await lockVoucher(call.db, voucherId);
  if (!voucher) return refuse('VOUCHER_NOT_FOUND');
  const subject = await reachSubject(call, call.db, voucher.holder, 'serve');
  if (isRefusal(subject))
    return subject.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', subject.detail) : refuse('VOUCHER_NOT_FOUND');
  call.note({ targetKind: 'voucher', targetId: voucherId, unitId: voucher.unitId });
  if (ownInterest(call, subject) === 'OWN_HOUSEHOLD') return refuse('OWN_HOUSEHOLD');
  const ended = refuseUnlessIssued(voucher, call.nowMs);
  if (ended) return ended;
  const reward = (await rewardOf(call.db, voucher.rewardId)) as RewardRow;
  if (!reward.goodsId) return refuse('NOT_ON_SHELF');
  return (await redeemAt(call, voucher, await counterOf(call, reward))) ?? seen(reward, voucher);
}

export const handOverActions = [write(contract.handOver, handOver), write(contract.handOutVoucher, handOutVoucher)];
