import { householdsOf, ownInterest, personsOf, refuseWithout } from '../../household';
import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import type { Holder } from '../../ledger';
import { type UnitRow, unitOf } from '../../organisation';
import { type WaitingAward, waitingOf } from '../store/waiting';
import { isAsked, type Said, saidOf } from '../store/waiting-words';
import { societyPaths, targetOf } from './candidates';

type Unreached = Refusal<'WAITING_AWARD_NOT_FOUND' | 'WAITING_AWARD_DECIDED' | 'NOT_ALLOWED'>;
interface Reached {
  readonly award: WaitingAward;
  readonly unit: UnitRow;
}

/** One that is there and waits, for whom its community lets decide. */
export async function reachWaiting(
  call: Call<RoleHolder>,
  waitingId: string,
  to: 'signAward' | 'seeWaiting',
): Promise<Reached | Unreached> {
  const award = await waitingOf(call.db, waitingId);
  const unit = award && (await unitOf(call.db, award.unitId));
  if (!award || !unit) return refuse('WAITING_AWARD_NOT_FOUND');
  const denial = refuseWithout(to, call, { unitPath: unit.path });
  if (denial) return denial;
  return award.state === 'waiting' ? { award, unit } : refuse('WAITING_AWARD_DECIDED', { state: award.state });
}

/** Whom an award would go to, as they live now. */
export async function targetsOf(call: Call<RoleHolder>, holders: readonly Holder[]) {
  const ids = holders.map(({ id }) => id);
  const [persons, households] = [await personsOf(call.db, ids), await householdsOf(call.db, ids)];
  const societies = await societyPaths(
    call,
    holders.flatMap(({ kind, id }) => (kind === 'society' ? id : [])),
  );
  return holders.map((holder) => ({ holder, target: targetOf(holder, { persons, households, societies }) }));
}

type NotSigner = Unreached | Refusal<'NEEDS_OTHER_PERSON' | 'OWN_HOUSEHOLD' | 'QUESTION_NOT_ANSWERED'>;

/** Who is to sign stands outside: has not given it, gets nothing of it, and has no question open. With what was said of it. */
export async function reachAsSigner(
  call: Call<RoleHolder>,
  waitingId: string,
): Promise<(Reached & { readonly said: readonly Said[] }) | NotSigner> {
  const reached = await reachWaiting(call, waitingId, 'signAward');
  if (isRefusal(reached)) return reached;
  const { award } = reached;
  if (award.givenBy === call.caller.residentId) return refuse('NEEDS_OTHER_PERSON');
  const targets = await targetsOf(call, award.holders);
  if (targets.some(({ target }) => ownInterest(call, target) !== null)) return refuse('OWN_HOUSEHOLD');
  const said = await saidOf(call.db, waitingId);
  return isAsked(said) ? refuse('QUESTION_NOT_ANSWERED') : { ...reached, said };
}
