import type { WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { Db } from '../../kit/transaction';
import { memberUnbound } from '../events';
import type { PersonRow } from '../rules/standing';
import { endBindCodes } from '../store/bind-codes';
import { insertBindingEvents, unbindIdentitiesOf } from '../store/bindings';
import { revokeInvites } from '../store/invites';

type Unbinding = Pick<WriteCall, 'world' | 'db' | 'nowMs' | 'publish'>;

/** Codes and invites that were handed out before: whoever holds one would else be back at once. */
export async function revokeCodesAndInvites(db: Db, residentId: string, nowMs: number): Promise<void> {
  await endBindCodes(db, residentId, nowMs);
  await revokeInvites(db, residentId, nowMs);
}

/** Unbinds whoever is bound to a resident, whose lock the caller holds, and gives their number. By null: the operator. */
export async function unbindHolders(
  unbinding: Unbinding,
  person: Pick<PersonRow, 'residentId' | 'householdId'>,
  byResidentId: string | null,
): Promise<number> {
  const identityIds = await unbindIdentitiesOf(unbinding.db, person.residentId);
  if (identityIds.length === 0) return 0;
  await revokeCodesAndInvites(unbinding.db, person.residentId, unbinding.nowMs);
  await recordUnbinding(unbinding, person, byResidentId, identityIds);
  return identityIds.length;
}

export async function recordUnbinding(
  unbinding: Unbinding,
  { residentId, householdId }: Pick<PersonRow, 'residentId' | 'householdId'>,
  byResidentId: string | null,
  identityIds: readonly string[],
): Promise<void> {
  const about = { residentId, kind: 'unbound' as const, byResidentId };
  const events = identityIds.map((identityId) => ({ ...about, eventId: newId(unbinding.world), identityId }));
  await insertBindingEvents(unbinding.db, events, unbinding.nowMs);
  unbinding.publish(memberUnbound({ residentId, householdId }));
}
