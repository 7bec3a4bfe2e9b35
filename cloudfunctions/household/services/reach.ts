import type { Call } from '../../kit/handler';
import type { Principal, ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { refuseWithout } from '../rules/access';
import type { PersonRow } from '../rules/standing';
import { type HouseholdRow, householdOf } from '../store/households';
import { personOf } from '../store/people';

/** A household that the caller's staff role reaches. */
export async function reachHousehold(
  call: Call<Principal>,
  householdId: string,
): Promise<HouseholdRow | Refusal<'HOUSEHOLD_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const household = await householdOf(call.db, householdId);
  if (!household || household.endedOn !== null) return refuse('HOUSEHOLD_NOT_FOUND');
  return refuseWithout('keepRoster', call, { unitPath: household.unitPath, household }) ?? household;
}

/** A living resident with a household that the caller's staff role reaches. */
export async function reachResident(
  call: Call<Principal>,
  residentId: string,
): Promise<PersonRow | Refusal<'RESIDENT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const person = await personOf(call.db, residentId);
  if (!person || person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  return refuseWithout('keepRoster', call, { unitPath: person.unitPath, person }) ?? person;
}

/** The caller, or somebody for whom the caller may act. */
export async function actedFor(
  call: Call<ResidentCaller>,
  residentId: string | undefined,
): Promise<PersonRow | Refusal<'RESIDENT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const person = await personOf(call.db, residentId ?? call.caller.residentId);
  if (!person) return refuse('RESIDENT_NOT_FOUND');
  return refuseWithout('actFor', call, { unitPath: person.unitPath, person }) ?? person;
}
