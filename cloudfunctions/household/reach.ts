import { type Role, STAFF } from '../kit/action';
import type { Call } from '../kit/handler';
import { type Principal, type ResidentCaller, reaches } from '../kit/principal';
import { type Refusal, refuse } from '../kit/refusal';
import { mayActFor, type PersonRow } from './rules/standing';
import { type HouseholdRow, householdOf } from './store/households';
import { personOf } from './store/people';

type OutOfReach = Refusal<'NOT_ALLOWED'>;
export const outOfReach = (): OutOfReach => refuse('NOT_ALLOWED', { because: 'outOfReach' });

/** Works in the community or in one of its grids: enough to see who asks to be let in. */
export function worksIn(caller: Principal, communityPath: string): boolean {
  return caller.roles.some(
    (held) =>
      (STAFF as readonly Role[]).includes(held.role) &&
      (communityPath.startsWith(held.unitPath) || held.unitPath.startsWith(communityPath)),
  );
}

/** A household that the caller's staff role reaches. */
export async function reachHousehold(
  call: Call<Principal>,
  householdId: string,
): Promise<HouseholdRow | Refusal<'HOUSEHOLD_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const household = await householdOf(call.db, householdId);
  if (!household || household.endedOn !== null) return refuse('HOUSEHOLD_NOT_FOUND');
  return reaches(call.caller, STAFF, household.unitPath) ? household : outOfReach();
}

/** A living resident with a household that the caller's staff role reaches. */
export async function reachResident(
  call: Call<Principal>,
  residentId: string,
): Promise<PersonRow | Refusal<'RESIDENT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const person = await personOf(call.db, residentId);
  if (!person || person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  const isReached = person.unitPath !== null && reaches(call.caller, STAFF, person.unitPath);
  return isReached ? person : outOfReach();
}

/** The caller, or somebody for whom the caller may act. */
export async function actedFor(
  call: Call<ResidentCaller>,
  residentId: string | undefined,
): Promise<PersonRow | Refusal<'RESIDENT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const person = await personOf(call.db, residentId ?? call.caller.residentId);
  if (!person) return refuse('RESIDENT_NOT_FOUND');
  return mayActFor(call.caller, person, call.today) ? person : outOfReach();
}
