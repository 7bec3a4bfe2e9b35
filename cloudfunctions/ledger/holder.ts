import { householdsOf, personsOf } from '../household';
import { STAFF } from '../kit/action';
import type { Call } from '../kit/handler';
import { leadsSociety, type ResidentCaller, reaches } from '../kit/principal';
import { type Refusal, refuse } from '../kit/refusal';
import { societyOf, unitOf } from '../organisation';
import type { Holder } from './store/accounts';

/** Whose account it is, and where it stands. */
export interface ReachedHolder extends Holder {
  readonly householdId: string | null;
  /** Of its grid or community; null for somebody without a household. */
  readonly unitPath: string | null;
  /** The caller reaches it as staff, and not as one of the family. */
  readonly asStaff: boolean;
}

type NoHolder = Refusal<'HOLDER_NOT_FOUND' | 'NOT_ALLOWED'>;

async function describe(call: Call, id: string): Promise<Omit<ReachedHolder, 'asStaff'> | null> {
  const person = (await personsOf(call.db, [id])).get(id);
  if (person) return { kind: 'resident', id, householdId: person.householdId, unitPath: person.unitPath };
  const household = (await householdsOf(call.db, [id])).get(id);
  if (household) return { kind: 'household', id, householdId: id, unitPath: household.unitPath };
  const society = await societyOf(call.db, id);
  const unit = society && (await unitOf(call.db, society.unitId));
  return unit ? { kind: 'society', id, householdId: null, unitPath: unit.path } : null;
}

/**
 * The holder that the caller may look at: themself, their household and its members (the household's passbook is one
 * book), the society they lead, and, for staff, whoever belongs to their units. Somebody else's is NOT_ALLOWED, known or not.
 */
export async function reachHolder(
  call: Call<ResidentCaller>,
  holderId: string | undefined,
): Promise<ReachedHolder | NoHolder> {
  const { caller } = call;
  const id = holderId ?? caller.residentId;
  const holder = await describe(call, id);
  if (!holder) return refuse('HOLDER_NOT_FOUND');
  const isFamily =
    id === caller.residentId || (holder.householdId !== null && holder.householdId === caller.householdId);
  if (isFamily || leadsSociety(caller, id)) return { ...holder, asStaff: false };
  const asStaff = holder.unitPath !== null && reaches(caller, STAFF, holder.unitPath);
  return asStaff ? { ...holder, asStaff } : refuse('NOT_ALLOWED', { because: 'outOfReach' });
}
