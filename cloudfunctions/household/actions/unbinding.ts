import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller, RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/unbinding';
import { reachResident } from '../services/reach';
import { refuseRoleAbove } from '../services/role-above';
import { recordUnbinding, unbindHolders } from '../services/unbind-holders';
import { unbindIdentity } from '../store/bindings';
import { lockResident } from '../store/people';

async function unbind(call: WriteCall<ResidentCaller>) {
  const { identityId, residentId, householdId } = call.caller;
  if (await unbindIdentity(call.db, identityId))
    await recordUnbinding(call, { residentId, householdId }, residentId, [identityId]);
  call.note({ targetKind: 'resident', targetId: residentId });
  return { unbound: true as const };
}

/**
 * For a lost phone or a wrong binding. Codes and invites end with it. A session of the host belongs to the identity,
 * which is a newcomer's from the next request on.
 */
async function unbindResident(call: WriteCall<RoleHolder>, { residentId }: InputOf<typeof contract.unbindResident>) {
  await lockResident(call.db, residentId);
  const person = await reachResident(call, residentId);
  if (isRefusal(person)) return person;
  if (residentId === call.caller.residentId) return refuse('NOT_ALLOWED', { because: 'ownBinding' });
  const above = await refuseRoleAbove(call, residentId, call.caller.residentId);
  if (above) return above;
  const detail = { unbound: await unbindHolders(call, person, call.caller.residentId) };
  call.note({ targetKind: 'resident', targetId: residentId, ...(person.unitId && { unitId: person.unitId }), detail });
  return { unbound: true as const };
}

export const unbindingActions = [write(contract.unbind, unbind), write(contract.unbindResident, unbindResident)];
