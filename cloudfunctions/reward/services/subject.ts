import {
  deadOf,
  denied,
  type HolderFacts,
  hasRight,
  holderFacts,
  householdsOf,
  lendsToFamily,
  mayKnowWhoIsThere,
  membersOf,
  personsOf,
  refuseFamilySpending,
} from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal, ResidentCaller } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { Db } from '../../kit/transaction';
import type { HolderKind } from '../../values/awards';
import type { Holder } from '../rules';

/** Whom a reward is for, as the tables know them now. */
export interface Subject extends HolderFacts {
  readonly holder: Holder;
}

export async function findSubject(db: Db, holder: Holder): Promise<Subject | null> {
  const facts = await holderFacts(db, holder);
  return facts && !facts.isGone ? { ...facts, holder: { kind: facts.kind, id: facts.id } } : null; // of merged records the one that stays
}

/**
 * Who lets the household redeem with their points today, then what those left who died in it, the household's own account
 * last; the holder is not among them.
 */
export async function consentingOf(
  { db, today }: Pick<Call, 'db' | 'today'>,
  { holder, householdId }: Subject,
): Promise<Holder[]> {
  if (!householdId) return [];
  const members = await membersOf(db, householdId);
  const agreed = members.filter((member) => lendsToFamily(member, today) && member.residentId !== holder.id);
  const residents = [...agreed, ...(await deadOf(db, householdId))].map(
    (member): Holder => ({ kind: 'resident', id: member.residentId }),
  );
  const household = (await householdsOf(db, [householdId])).get(householdId);
  const hasAccount = household?.poolAgreedAt && holder.id !== householdId;
  return hasAccount ? [...residents, { kind: 'household', id: householdId }] : residents;
}

/** As whom the caller comes to a holder: as themself or for somebody, as staff of the place, or as either. */
export type Standpoint = 'spend' | 'serve' | 'seeVouchers';

/** Not for themself nor for anybody of theirs: what staff look at is noted. */
export const isOnlyStaff = (call: Call<Principal>, subject: Subject): boolean => !hasRight(call, 'spend', subject);

export const societiesLedBy = (caller: Principal): string[] =>
  caller.roles.flatMap(({ role, societyId }) => (role === 'societyLeader' && societyId ? [societyId] : []));

/** The holder asked for, when the caller stands to them in this way. Others are told nothing of who is there. */
export async function reachSubject(
  call: Call<Principal>,
  db: Db,
  holder: Holder,
  as: Standpoint,
): Promise<Subject | Refusal<'HOLDER_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const subject = await findSubject(db, holder);
  if (subject && hasRight(call, as, subject)) return subject;
  return subject && mayKnowWhoIsThere(call.caller) ? denied(as) : refuse('HOLDER_NOT_FOUND');
}

/** Who would naturally hold a reward of this kind: the person, their household, the society that the caller leads. */
export function naturalHolder(call: Call<Principal>, of: Subject, kind: HolderKind): Holder {
  const { caller } = call;
  if (of.holder.kind === kind) return of.holder;
  if (kind === 'household' && of.householdId) return { kind, id: of.householdId };
  const [societyId] = of.holder.id === caller.residentId ? societiesLedBy(caller) : [];
  return kind === 'society' && societyId ? { kind, id: societyId } : of.holder;
}

/**
 * A household's account is spent by its adults, with the head's consent, given once. The head's own deed is consent; at the desk it must have been given before. Pooling may draw on that account
 * too, and on what others lent to their family: it is for the same adults.
 */
export async function refuseSpending(
  call: Call<ResidentCaller>,
  subject: Subject,
  as: Standpoint,
  pool: readonly string[],
): Promise<Refusal<'POOL_NOT_AGREED' | 'NOT_ALLOWED'> | null> {
  const { caller } = call;
  if (subject.holder.kind !== 'household' && pool.length === 0) return null;
  if (as === 'spend') {
    const self = (await personsOf(call.db, [caller.residentId])).get(caller.residentId);
    const denial = refuseFamilySpending(call, self ?? null, subject);
    if (denial) return denial;
    if (subject.headId === caller.residentId) return null;
  }
  if (subject.holder.kind !== 'household') return null; // whom the pool names is asked one by one
  const household = (await householdsOf(call.db, [subject.holder.id])).get(subject.holder.id);
  return household?.poolAgreedAt ? null : refuse('POOL_NOT_AGREED', { holderId: subject.holder.id });
}
