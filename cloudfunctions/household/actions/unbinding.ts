import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { unbind, unbindResident } from '../contract';
import { leaveTrail, letGo } from '../let-go';
import { actorOf, callerOf, reachResident } from '../reach';
import { refuseRoleAbove } from '../role-above';
import { unbindIdentity } from '../store/bindings';
import { lockResident } from '../store/people';

async function unbindCaller(call: WriteCall) {
  const { identityId, householdId } = callerOf(call);
  const residentId = actorOf(call);
  if (await unbindIdentity(call.db, identityId))
    await leaveTrail(call, { residentId, householdId }, residentId, [identityId]);
  call.note({ targetKind: 'resident', targetId: residentId });
  return { unbound: true as const };
}

/**
 * For a lost phone or a wrong binding. Codes and invites end with it. A session of the host belongs to the identity,
 * which is a newcomer's from the next request on.
 */
async function unbindSomebody(call: WriteCall, { residentId }: InputOf<typeof unbindResident>) {
  await lockResident(call.db, residentId);
  const person = await reachResident(call, residentId);
  if (isRefusal(person)) return person;
  if (residentId === actorOf(call)) return refuse('NOT_ALLOWED', { because: 'ownBinding' });
  const above = await refuseRoleAbove(call, residentId, actorOf(call));
  if (above) return above;
  const detail = { unbound: await letGo(call, person, actorOf(call)) };
  call.note({ targetKind: 'resident', targetId: residentId, ...(person.unitId && { unitId: person.unitId }), detail });
  return { unbound: true as const };
}

export const unbindingActions = [write(unbind, unbindCaller), write(unbindResident, unbindSomebody)];
