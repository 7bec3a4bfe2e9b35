import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { isRefusal, refuse } from '../../kit/refusal';
import { unbind, unbindResident } from '../contract';
import { actorOf, callerOf, reachResident } from '../reach';
import { refuseRoleAbove } from '../role-above';
import { endBindCodes } from '../store/bind-codes';
import { insertBindingEvents, unbindIdentitiesOf, unbindIdentity } from '../store/bindings';
import { revokeInvites } from '../store/invites';
import { lockResident } from '../store/people';

async function unbindCaller(call: WriteCall) {
  const { identityId, householdId } = callerOf(call);
  const residentId = actorOf(call);
  if (await unbindIdentity(call.db, identityId)) await leaveTrail(call, { residentId, householdId }, [identityId]);
  call.note({ targetKind: 'resident', targetId: residentId });
  return { unbound: true as const };
}

/**
 * For a lost phone or a wrong binding. Codes and invites that were handed out before end with it, or whoever holds one
 * would be back at once. A session of the host belongs to the identity, which is a newcomer's from the next request on.
 */
async function unbindSomebody(call: WriteCall, { residentId }: InputOf<typeof unbindResident>) {
  await lockResident(call.db, residentId);
  const person = await reachResident(call, residentId);
  if (isRefusal(person)) return person;
  if (residentId === actorOf(call)) return refuse('NOT_ALLOWED', { because: 'ownBinding' });
  const above = await refuseRoleAbove(call, residentId, actorOf(call));
  if (above) return above;
  const identityIds = await unbindIdentitiesOf(call.db, residentId);
  if (identityIds.length > 0) {
    await endBindCodes(call.db, residentId, call.nowMs);
    await revokeInvites(call.db, residentId, call.nowMs);
    await leaveTrail(call, person, identityIds);
  }
  const detail = { unbound: identityIds.length };
  call.note({ targetKind: 'resident', targetId: residentId, ...(person.unitId && { unitId: person.unitId }), detail });
  return { unbound: true as const };
}

async function leaveTrail(
  call: WriteCall,
  { residentId, householdId }: { readonly residentId: string; readonly householdId: string | null },
  identityIds: readonly string[],
): Promise<void> {
  const about = { residentId, kind: 'unbound' as const, byResidentId: actorOf(call) };
  const events = identityIds.map((identityId) => ({ ...about, eventId: newId(call.world), identityId }));
  await insertBindingEvents(call.db, events, call.nowMs);
  call.tell({ topic: 'memberUnbound', payload: { residentId, householdId } });
}

export const unbindingActions = [write(unbind, unbindCaller), write(unbindResident, unbindSomebody)];
