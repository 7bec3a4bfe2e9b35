import { type HolderFacts, holderOfId, refuseWithout, tiesFor } from '../../household';
import type { Call } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';

/** Whose account it is, and where it stands. */
export interface ReachedHolder extends HolderFacts {
  /** The caller reaches it as staff, and not as one of the family. */
  readonly asStaff: boolean;
}

type NoHolder = Refusal<'HOLDER_NOT_FOUND' | 'NOT_ALLOWED'>;

/** The holder whose points the caller may look at. Somebody else's is NOT_ALLOWED, known or not. */
export async function reachHolder(
  call: Call<ResidentCaller>,
  holderId: string | undefined,
): Promise<ReachedHolder | NoHolder> {
  const holder = await holderOfId(call.db, holderId ?? call.caller.residentId);
  if (!holder) return refuse('HOLDER_NOT_FOUND');
  const denial = refuseWithout('seePoints', call, holder);
  return denial ?? { ...holder, asStaff: tiesFor(call, 'seePoints', holder).every((tie) => tie === 'staff') };
}
