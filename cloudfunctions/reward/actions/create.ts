import { documentFor } from '../../catalogue';
import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { providersOf, reachCommunity, reachUnit, type UnitRow } from '../../organisation';
import * as contract from '../contract/create';
import { rewardOpened, rewardRetired } from '../events';
import { choicesOf, refuseBinding, refuseGoods, refuseReward } from '../rules';
import { stockKeyOf } from '../services/standing';
import { goodsOf } from '../store/goods';
import { openKindsOf } from '../store/kinds';
import { insertRewards, lockReplaceable, type NewReward, retireReward, rewardOf } from '../store/rewards';
import { lockStock, resizeStock } from '../store/stock';

async function create(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.create>) {
  const unit = await reachCommunity(call, input.unitId, ['communityAdmin']);
  if (isRefusal(unit)) return unit;
  const denial =
    refuseReward(input) ??
    refuseBinding(input) ??
    (await refuseKind(call, unit, input)) ??
    (await refuseBasis(call, unit, input));
  if (denial) return denial;
  const replaces = input.replacesId === undefined ? null : await endReplaced(call, unit, input, input.replacesId);
  if (isRefusal(replaces)) return replaces;
  const rewardId = newId(call.world);
  const [added] = await insertRewards(call.db, [newReward(call, input, { rewardId, replaces })]);
  if (!added) return refuse('REWARD_EXISTS');
  call.note({ targetKind: 'reward', targetId: rewardId, unitId: unit.unitId, role: 'communityAdmin' });
  const replacesId = replaces?.rewardId ?? null;
  call.publish(rewardOpened({ rewardId, unitId: unit.unitId, replacesId }));
  return { rewardId };
}

function newReward(
  { caller, nowMs }: WriteCall<RoleHolder>,
  input: InputOf<typeof contract.create>,
  more: Pick<NewReward, 'rewardId' | 'replaces'>,
): NewReward {
  return {
    ...{ ...input, ...more },
    choices: choicesOf(input),
    kindId: input.kindId ?? null,
    goodsId: input.goodsId ?? null,
    ageMin: input.ageMin ?? null,
    ageMax: input.ageMax ?? null,
    limitHousehold: input.limitHousehold ?? null,
    windows: input.windows ?? null,
    monthPoints: input.monthPoints ?? null,
    monthCents: input.monthCents ?? null,
    createdBy: caller.residentId,
    createdAtMs: nowMs,
  };
}

/**
 * The reward in whose place this one comes: retired if it was not, and its stock of the period goes over. Stock before
 * the reward, as whoever issues a voucher takes them.
 */
async function endReplaced(
  call: WriteCall<RoleHolder>,
  unit: UnitRow,
  input: InputOf<typeof contract.create>,
  rewardId: string,
) {
  const before = await rewardOf(call.db, rewardId);
  if (!before || before.unitId !== unit.unitId) return refuse('REWARD_NOT_FOUND');
  const { kind, kindId, period } = before;
  if (kind !== input.kind || kindId !== (input.kindId ?? null) || period !== input.period)
    return refuse('REWARD_DIFFERS', { kind, period });
  const key = stockKeyOf(before, call.today);
  await lockStock(call.db, key, before.stockPerPeriod);
  if (!(await lockReplaceable(call.db, rewardId))) return refuse('REWARD_REPLACED');
  if (await retireReward(call.db, rewardId, call.nowMs)) call.publish(rewardRetired({ rewardId, unitId: unit.unitId }));
  await resizeStock(call.db, key, input.stockPerPeriod);
  call.note({ targetKind: 'reward', targetId: rewardId, unitId: unit.unitId, role: 'communityAdmin' });
  return before;
}

/** An open kind must have been named by a unit above, and be one that costs points; goods are a thing of the community's shelf. */
async function refuseKind(call: WriteCall<RoleHolder>, unit: UnitRow, input: InputOf<typeof contract.create>) {
  const { kindId, goodsId, providerIds } = input;
  const kind = kindId === undefined ? null : (await openKindsOf(call.db, [kindId])).get(kindId);
  if (kind === undefined || !unit.path.startsWith(kind?.unitPath ?? '')) return refuse('KIND_NOT_FOUND');
  if (kind?.isEnded) return refuse('KIND_ENDED');
  if (kind?.nature === 'honour') return refuse('KIND_IS_HONOUR');
  const denial = refuseGoods(input, kind?.nature ?? null);
  if (denial || goodsId === undefined) return denial;
  const thing = (await goodsOf(call.db, [goodsId])).get(goodsId);
  if (thing?.unitId !== unit.unitId) return refuse('GOODS_NOT_FOUND');
  if (thing.isEnded) return refuse('GOODS_ENDED');
  return providerIds.length === 1
    ? null
    : refuse('INVALID_INPUT', { fields: ['input.providerIds'], why: ['goods are handed out at one place'] });
}

/** The document and the providers must be of the community or of a unit above it, and the providers open. */
async function refuseBasis(call: WriteCall<RoleHolder>, unit: UnitRow, input: InputOf<typeof contract.create>) {
  const document = await documentFor(call.db, unit, input.policyDocumentId);
  if (isRefusal(document)) return document;
  const providers = await providersOf(call.db, input.providerIds);
  const missing = input.providerIds.find((id) => {
    const provider = providers.get(id);
    const isOpen = provider && (provider.closedOn === null || provider.closedOn > call.today);
    return !isOpen || !unit.path.startsWith(provider.unitPath);
  });
  return missing ? refuse('PROVIDER_NOT_FOUND', { providerId: missing }) : null;
}

async function retire(call: WriteCall<RoleHolder>, { rewardId }: InputOf<typeof contract.retire>) {
  const reward = await rewardOf(call.db, rewardId);
  if (!reward) return refuse('REWARD_NOT_FOUND');
  const unit = await reachUnit(call, reward.unitId, ['communityAdmin']);
  if (isRefusal(unit))
    return unit.code === 'NOT_ALLOWED' ? refuse('NOT_ALLOWED', unit.detail) : refuse('REWARD_NOT_FOUND');
  call.note({ targetKind: 'reward', targetId: rewardId, unitId: unit.unitId, role: 'communityAdmin' });
  if (!(await retireReward(call.db, rewardId, call.nowMs))) return refuse('REWARD_RETIRED');
  call.publish(rewardRetired({ rewardId, unitId: unit.unitId }));
  return { rewardId };
}

export const rewardWrites = [write(contract.create, create), write(contract.retire, retire)];
