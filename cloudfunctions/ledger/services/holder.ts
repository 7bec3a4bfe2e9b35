import { type HolderFacts, holderOfId, refuseWithout, tiesFor } from '../../household';
import type { Call } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';

/** Whose account it is, and where it stands. */
export interface ReachedHolder extends HolderFacts {
  /** The caller reaches it as staff, and not as one of the family. */
  readonly asStaff: boolean;
  /** As who acts for them alone, a guardian of another household: what the others have is not theirs to see. */
  readonly asGuardian: boolean;
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
  const ties = tiesFor(call, 'seePoints', holder);
  const isOnly = (only: (typeof ties)[number]) => ties.every((tie) => tie === only);
  return denial ?? { ...holder, asStaff: isOnly('staff'), asGuardian: isOnly('charge') };
}
