import type { WriteCall } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import type { Refusal } from '../../kit/refusal';
import { endRolesOf } from '../../organisation';
import type { ChangeReason } from '../../values/people';
import type { PersonRow } from '../rules/standing';
import { withdrawAllConsents } from '../store/bindings';
import { forgetPeople } from '../store/erasing';
import { endGuardianship, guardianshipsOf } from '../store/guardians';
import { householdOf } from '../store/households';
import { linksOf } from '../store/merging';
import { endMemberships } from '../store/moving';
import { personsOf } from '../store/people';
import { erasePersonal } from '../store/personal';
import { wordsAbout } from '../store/words';
import { keepChanges, recordChanges, settleRest } from './mend';
import { revokeCodesAndInvites, unbindHolders } from './unbind-holders';

/**
 * Under the person's lock. What says who they are goes, with the key to it; what they were given and what was decided stays
 * without a name. Vouchers are cancelled by the room that has them, which hears of it.
 */
export async function erase(
  call: WriteCall<ResidentCaller>,
  person: PersonRow,
  { nextHeadId, reason }: { readonly nextHeadId?: string | undefined; readonly reason: ChangeReason | null },
): Promise<Refusal<'HEAD_NEEDED'> | null> {
  const { db, nowMs } = call;
  const { residentId, householdId } = person;
  const going = householdId && { householdId, goingIds: [residentId], nextHeadId, reason };
  const unsettled = going && (await settleRest(call, going));
  if (unsettled) return unsettled;
  const merged = (await linksOf(db, [residentId])).flatMap(({ mergedId, survivorId }) =>
    survivorId === residentId ? mergedId : [],
  );
  await unbindHolders(call, person, call.caller.residentId);
  await revokeCodesAndInvites(db, residentId, nowMs);
  await endRolesOf(call, residentId, call.caller.residentId);
  await endGuardiansOf(call, residentId);
  await recordChanges(call, [{ kind: 'erased', residentId, householdId }], reason);
  await endMemberships(db, [residentId], call.today);
  await withdrawAllConsents(db, residentId, nowMs);
  await forgetPeople(db, [residentId, ...merged], call.today);
  const household = householdId ? await householdOf(db, householdId) : null;
  const address = household?.endedOn ? [household.householdId] : []; // nobody lives there any more: it was theirs alone
  const words = await wordsAbout(db, [residentId, ...merged, ...address]);
  await erasePersonal(db, [residentId, ...merged, ...address, ...words]);
  return null;
}

/** As ward and as guardian; their wards’ families hear of it. */
async function endGuardiansOf(call: WriteCall<ResidentCaller>, residentId: string): Promise<void> {
  const by = { because: 'toldUs' as const, residentId: call.caller.residentId, nowMs: call.nowMs };
  const papers = await guardianshipsOf(call.db, [residentId]);
  const wards = await personsOf(
    call.db,
    papers.map(({ wardId }) => wardId),
  );
  for (const { guardianshipId, wardId, guardianId } of papers) {
    await endGuardianship(call.db, guardianshipId, by);
    const told = {
      kind: 'guardianEnded' as const,
      residentId: wardId,
      householdId: wards.get(wardId)?.householdId ?? null,
      guardianId,
    };
    if (guardianId === residentId) await keepChanges(call, [told], { reason: 'toldUs' });
  }
}
