import { householdsOf } from '../../household';
import type { WriteCall } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { limitsOf } from '../../organisation';
import { DAY_MS } from '../../values/dates';
import { askForLook, lookOf } from '../store/second-looks';
import type { Subject } from './subject';

/**
 * Whoever invents a household could give it points and redeem them in one breath. The first voucher at the desk of one that
 * is new and registered by hand waits until somebody else has looked at it; asking for it is what the refusal leaves behind.
 */
export async function refuseUnlooked(
  call: WriteCall<ResidentCaller>,
  { householdId }: Subject,
): Promise<Refusal<'SECOND_LOOK_NEEDED'> | null> {
  const household = (await householdsOf(call.db, householdId ? [householdId] : [])).get(householdId ?? '');
  if (!household?.registeredBy) return null;
  const { communityId: unitId, communityPath: path } = household;
  const days = (await limitsOf(call.db, { unitId, path })).newHouseholdDays;
  if (household.createdAt.getTime() < call.nowMs - days * DAY_MS) return null;
  const look = await lookOf(call.db, household.householdId);
  if (look?.state === 'seen') return null;
  if (!look) {
    const asked = { askedBy: call.caller.residentId, askedAtMs: call.nowMs };
    await askForLook(call.db, { householdId: household.householdId, unitId, ...asked });
    call.commitDespiteRefusal();
  }
  return refuse('SECOND_LOOK_NEEDED', { days, state: look?.state ?? 'waiting' });
}
