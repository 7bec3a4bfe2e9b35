import type { InputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { APPOINTERS, STAFF, SUPERVISORS } from '../../values/roles';
import { tighter, UNIT_LIMITS, type UnitLimit } from '../../values/unit-limits';
import { TO_COMMUNITY } from '../../values/units';
import * as contract from '../contract/unit-limits';
import { limitChanged } from '../events';
import { reachUnit } from '../services/reach';
import { type LimitStanding, limitsStanding } from '../services/unit-limits';
import { keepLimit } from '../store/unit-limits';

async function limits(call: Call<RoleHolder>, { unitId }: InputOf<typeof contract.limits>) {
  const unit = await reachUnit(call, unitId, [...STAFF, ...SUPERVISORS]);
  if (isRefusal(unit)) return unit;
  return { limits: await limitsStanding(call.db, unit) };
}

async function setLimit(call: WriteCall<RoleHolder>, { unitId, name, value }: InputOf<typeof contract.setLimit>) {
  const unit = await reachUnit(call, unitId, APPOINTERS);
  if (isRefusal(unit)) return unit;
  if (!(TO_COMMUNITY as readonly string[]).includes(unit.level))
    return refuse('UNIT_NOT_FOUND', { level: 'community' });
  const bound = boundOf(await limitsStanding(call.db, unit), name);
  if (tighter(name, value, bound) !== value)
    return refuse('LIMIT_TOO_LOOSE', { bound, safer: UNIT_LIMITS[name].safer });
  await keepLimit(call.db, { unitId, name, value }, call.caller.residentId, call.nowMs);
  call.note({ targetKind: 'unit', targetId: unitId, unitId, detail: { limit: name, value } });
  call.publish(limitChanged({ unitId, name, value }));
  return { value };
}

const boundOf = (standing: readonly LimitStanding[], name: UnitLimit) =>
  standing.find((one) => one.name === name)?.bound ?? UNIT_LIMITS[name].loosest;

export const limitActions = [read(contract.limits, limits), write(contract.setLimit, setLimit)];
