import type { InputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { reachCommunity } from '../../organisation';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/redemption';
import { redemptionChanged } from '../events';
import { refuseWindows } from '../rules';
import { monthOf, NO_RULE } from '../services/redemption';
import { keepRule, rulesOf, spentByUnits } from '../store/redemption';

async function redemption(call: Call<RoleHolder>, { unitId }: InputOf<typeof contract.redemption>) {
  const unit = await reachCommunity(call, unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const { windows, ...ceilings } = (await rulesOf(call.db, [unitId])).get(unitId) ?? NO_RULE;
  const spent = (await spentByUnits(call.db, [unitId], monthOf(call.nowMs))).get(unitId);
  return { ...ceilings, windows: [...windows], spentPoints: spent?.points ?? 0, spentCents: spent?.cents ?? 0 };
}

async function setRedemption(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.setRedemption>) {
  const { unitId, windows, monthPoints = null, monthCents = null } = input;
  const unit = await reachCommunity(call, unitId, ['communityAdmin']);
  if (isRefusal(unit)) return unit;
  const denial = refuseWindows(windows);
  if (denial) return denial;
  const by = { residentId: call.caller.residentId, nowMs: call.nowMs };
  await keepRule(call.db, unitId, { windows, monthPoints, monthCents }, by);
  call.note({ targetKind: 'unit', targetId: unitId, unitId, role: 'communityAdmin' });
  call.publish(redemptionChanged({ unitId }));
  return { unitId };
}

export const redemptionActions = [read(contract.redemption, redemption), write(contract.setRedemption, setRedemption)];
