import { householdsOf, isMinor, mayActFor, membersOf, type PersonRow, personsOf } from '../../household';
import type { Role } from '../../kit/action';
import { STAFF } from '../../kit/action';
import type { Call } from '../../kit/handler';
import { leadsSociety, type Principal, type ResidentCaller, reaches } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { Db } from '../../kit/transaction';
import { societyOf } from '../../organisation';
import type { Holder, HolderKind } from '../rules';

/** Whom a reward is for, as the tables know them now. */
export interface Subject {
  readonly holder: Holder;
  /** Missing for a household or a society. */
  readonly person: PersonRow | null;
  readonly householdId: string | null;
  readonly headId: string | null;
  readonly communityId: string | null;
  readonly communityPath: string | null;
  /** Where the holder stands in the tree: staff whose role covers it may serve them. */
  readonly unitPath: string | null;
}

export async function findSubject(db: Db, holder: Holder): Promise<Subject | null> {
  if (holder.kind === 'resident') return findResident(db, holder);
  return holder.kind === 'household' ? findHousehold(db, holder) : findSociety(db, holder);
}

async function findResident(db: Db, holder: Holder): Promise<Subject | null> {
  const person = (await personsOf(db, [holder.id])).get(holder.id);
  if (!person || person.diedOn !== null) return null;
  const { householdId, headId, communityId, communityPath, unitPath } = person;
  return { holder, person, householdId, headId, communityId, communityPath, unitPath };
}

async function findHousehold(db: Db, holder: Holder): Promise<Subject | null> {
  const household = (await householdsOf(db, [holder.id])).get(holder.id);
  if (!household || household.endedOn !== null) return null;
  const { householdId, headId, communityId, communityPath, unitPath } = household;
  return { holder, person: null, householdId, headId, communityId, communityPath, unitPath };
}

async function findSociety(db: Db, holder: Holder): Promise<Subject | null> {
  const society = await societyOf(db, holder.id);
  if (!society) return null;
  const { unitId: communityId, unitPath } = society;
  const none = { person: null, householdId: null, headId: null };
  return { holder, ...none, communityId, communityPath: unitPath, unitPath };
}

/** Who lets the household redeem with their points, the household's own account last; the holder is not among them. */
export async function consentingOf(db: Db, { holder, householdId }: Subject): Promise<Holder[]> {
  if (!householdId) return [];
  const members = await membersOf(db, householdId);
  const agreed = members.filter((member) => member.poolAgreed && member.residentId !== holder.id);
  const residents = agreed.map((member): Holder => ({ kind: 'resident', id: member.residentId }));
  const household = (await householdsOf(db, [householdId])).get(householdId);
  const hasAccount = household?.poolAgreedAt && holder.id !== householdId;
  return hasAccount ? [...residents, { kind: 'household', id: householdId }] : residents;
}

/** How the caller comes to a holder: as themself or for somebody they may act for, or as staff of the place. */
export type Standpoint = 'own' | 'staff';

export function standpointsOf(call: Call<Principal>, subject: Subject): readonly Standpoint[] {
  const { caller } = call;
  const isOwn = isOwnHolder(call, caller, subject);
  const isStaff = subject.unitPath !== null && reaches(caller, STAFF, subject.unitPath);
  return [...(isOwn ? ['own' as const] : []), ...(isStaff ? ['staff' as const] : [])];
}

function isOwnHolder(call: Call, caller: Principal, { holder, person }: Subject): boolean {
  if (person) return mayActFor(caller, person, call.today);
  if (holder.kind === 'household') return caller.householdId === holder.id;
  return leadsSociety(caller, holder.id);
}

export const societiesLedBy = (caller: Principal): string[] =>
  caller.roles.flatMap(({ role, societyId }) => (role === 'societyLeader' && societyId ? [societyId] : []));

const isStaffAnywhere = (caller: Principal) =>
  caller.roles.some(({ role }) => (STAFF as readonly Role[]).includes(role));

/** The holder asked for, when the caller stands to them in one of these ways. Others are told nothing of who is there. */
export async function reachSubject(
  call: Call<Principal>,
  db: Db,
  holder: Holder,
  as: readonly Standpoint[],
): Promise<Subject | Refusal<'HOLDER_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const subject = await findSubject(db, holder);
  if (subject && standpointsOf(call, subject).some((standpoint) => as.includes(standpoint))) return subject;
  const isOutOfReach = subject !== null && isStaffAnywhere(call.caller);
  return isOutOfReach ? refuse('NOT_ALLOWED', { because: 'outOfReach' }) : refuse('HOLDER_NOT_FOUND');
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
 * A household's account is spent by its adults, with the head's consent once (product.md, "Rules for what will certainly
 * happen"). The head's own deed is consent; at the desk it must have been given before. Pooling may draw on that account
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
  if (as === 'own') {
    const person = (await personsOf(call.db, [caller.residentId])).get(caller.residentId);
    if (!person || person.householdId !== subject.householdId) return refuse('NOT_ALLOWED', { because: 'outOfReach' });
    if (subject.headId === caller.residentId) return null;
    if (isMinor(person, call.today)) return refuse('NOT_ALLOWED', { because: 'underAge' });
  }
  if (subject.holder.kind !== 'household') return null; // whom the pool names is asked one by one
  const household = (await householdsOf(call.db, [subject.holder.id])).get(subject.holder.id);
  return household?.poolAgreedAt ? null : refuse('POOL_NOT_AGREED', { holderId: subject.holder.id });
}
