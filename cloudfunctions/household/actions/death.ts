import type { InputOf } from '../../kit/action';
import { write } from '../../kit/handler';
import { refuse } from '../../kit/refusal';
import { endRolesOf } from '../../organisation';
import type { ChangeReason } from '../../values/people';
import * as contract from '../contract/death';
import { refuseDay } from '../rules/mending';
import type { PersonRow } from '../rules/standing';
import { lockPeople, type Mending, recordChanges, refuseMending, settleRest } from '../services/mend';
import { refuseRoleAbove } from '../services/role-above';
import { revokeCodesAndInvites, unbindHolders } from '../services/unbind-holders';
import { householdOf } from '../store/households';
import { endHousehold, setDiedOn } from '../store/moving';

/**
 * The membership stays open: they belong to the household in which they died, whose pool keeps their points. Vouchers are
 * cancelled by the room that has them, which hears of it.
 */
async function recordDeath(call: Mending, input: InputOf<typeof contract.recordDeath>) {
  const { residentId, diedOn, nextHeadId, reason } = input;
  const person = (await lockPeople(call, [residentId])).get(residentId);
  if (!person) return refuse('RESIDENT_NOT_FOUND');
  const refused = await refuseDeath(call, person, diedOn);
  if (refused) return refused;
  const { householdId } = person;
  if (person.diedOn !== null) return correctDay(call, person, diedOn, reason);
  const going = householdId && { householdId, goingIds: [residentId], nextHeadId, reason };
  const unsettled = going && (await settleRest(call, going));
  if (unsettled) return unsettled;
  await setDiedOn(call.db, residentId, diedOn);
  await unbindHolders(call, person, call.caller.residentId);
  await revokeCodesAndInvites(call.db, residentId, call.nowMs);
  await endRolesOf(call, residentId, call.caller.residentId);
  await recordChanges(call, [{ kind: 'died', residentId, householdId }], reason);
  return { diedOn };
}

async function refuseDeath(call: Mending, person: PersonRow, diedOn: string) {
  const denial = await refuseMending(call, person, 'recordDeath');
  if (denial) return denial;
  return (
    refuseDay(diedOn, person, call.today) ?? (await refuseRoleAbove(call, person.residentId, call.caller.residentId))
  );
}

/** Said again, it changes nothing; another day is put right. */
async function correctDay(
  call: Mending,
  { residentId, householdId, diedOn: before }: PersonRow,
  diedOn: string,
  reason: ChangeReason,
) {
  if (before === diedOn) return { diedOn };
  await setDiedOn(call.db, residentId, diedOn);
  await recordChanges(call, [{ kind: 'died', residentId, householdId }], reason);
  return { diedOn };
}

async function undoDeath(call: Mending, { residentId, reason }: InputOf<typeof contract.undoDeath>) {
  const person = (await lockPeople(call, [residentId])).get(residentId);
  if (!person) return refuse('RESIDENT_NOT_FOUND');
  const denial = await refuseMending(call, person, 'recordDeath');
  if (denial) return denial;
  if (person.diedOn === null) return { undone: true as const };
  const { householdId } = person;
  await setDiedOn(call.db, residentId, null);
  const household = householdId ? await householdOf(call.db, householdId) : null;
  if (household?.endedOn) await endHousehold(call.db, household.householdId, null);
  await recordChanges(call, [{ kind: 'revived', residentId, householdId }], reason);
  return { undone: true as const };
}

export const deathActions = [write(contract.recordDeath, recordDeath), write(contract.undoDeath, undoDeath)];
