import type { Call } from '../../kit/handler';
import { type Principal, reaches } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { Role } from '../../values/roles';
import { type UnitRow, unitOf } from '../store/units';

/** Nothing begins in a unit that was merged into another; what is there of it is read on, and brought to its end. */
export const refuseEnded = ({ endedOn, successorId }: UnitRow): Refusal<'UNIT_NOT_FOUND'> | null =>
  endedOn && successorId ? refuse('UNIT_NOT_FOUND', { endedOn, successorId }) : null;

const isWrite = (call: Call): boolean => 'publish' in call;

/**
 * The unit, when one of the caller's `roles` reaches it. A unit that is there but out of reach is NOT_ALLOWED; one that has
 * ended is UNIT_NOT_FOUND for whoever writes.
 */
export async function reachUnit(
  call: Call<Principal>,
  unitId: string,
  roles: readonly Role[],
): Promise<UnitRow | Refusal<'UNIT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const unit = await unitOf(call.db, unitId);
  if (!unit) return refuse('UNIT_NOT_FOUND');
  if (!reaches(call.caller, roles, unit.path)) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  return (isWrite(call) && refuseEnded(unit)) || unit;
}

/** The same for what only a community has: another level's unit is UNIT_NOT_FOUND. */
export async function reachCommunity(
  call: Call<Principal>,
  unitId: string,
  roles: readonly Role[],
): Promise<UnitRow | Refusal<'UNIT_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const unit = await reachUnit(call, unitId, roles);
  return 'level' in unit && unit.level !== 'community' ? refuse('UNIT_NOT_FOUND', { level: 'community' }) : unit;
}
