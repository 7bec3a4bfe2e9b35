import type { Call, WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { Principal, ResidentCaller, RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { type ChangeReason, HEAD, type TrailReason } from '../../values/people';
import { personChanged } from '../events';
import { ownInterest, refuseWithout } from '../rules/access';
import { decideHeadOfRest } from '../rules/mending';
import type { PersonRow } from '../rules/standing';
import { type ChangeRow, insertChanges } from '../store/changes';
import { type HouseholdRow, householdOf, lockHouseholds } from '../store/households';
import { endHousehold, giveHead, lastHouseholdOf, lockResidents, setRelation } from '../store/moving';
import { membersOf, personsOf } from '../store/people';
import { survivorsOf } from './merged';

export type Mending = WriteCall<RoleHolder>;
type Changing = WriteCall<ResidentCaller>;
type MayMend = 'mendPeople' | 'recordDeath' | 'erase';

/**
 * People with the locks on all their households first, then on themselves: what is decided of them stays true. Where
 * somebody has moved while we waited it is tried again from the start.
 */
export async function lockPeople(
  call: Changing,
  residentIds: readonly string[],
  householdIds: readonly string[] = [],
): Promise<ReadonlyMap<string, PersonRow>> {
  const before = await personsOf(call.db, residentIds);
  const homes = [...before.values()].flatMap(({ householdId }) => householdId ?? []);
  await lockHouseholds(runOn(call.db), [...homes, ...householdIds]);
  await lockResidents(call.db, residentIds);
  const people = await personsOf(call.db, residentIds);
  const moved = [...people.values()].some(
    ({ residentId, householdId }) => before.get(residentId)?.householdId !== householdId,
  );
  if (moved) throw Object.assign(new Error('somebody moved meanwhile'), { code: '40001' });
  return people;
}

/** Where somebody lives, or lived last: by it the staff of the place find them. */
export async function placeOf(call: Call, person: PersonRow): Promise<string | null> {
  if (person.unitPath) return person.unitPath;
  const last = await lastHouseholdOf(call.db, person.residentId);
  return last ? ((await householdOf(call.db, last))?.unitPath ?? null) : null;
}

/** A record that was merged is mended no more: the one that stays is. */
export async function refuseMending(
  call: Call<Principal>,
  person: PersonRow,
  to: MayMend = 'mendPeople',
): Promise<Refusal<'NOT_ALLOWED' | 'OWN_HOUSEHOLD' | 'RESIDENT_NOT_FOUND'> | null> {
  if (person.isErased || (await survivorsOf(call.db, [person.residentId])).has(person.residentId))
    return refuse('RESIDENT_NOT_FOUND');
  const target = { unitPath: await placeOf(call, person), person };
  return refuseWithout(to, call, target) ?? (ownInterest(call, target) ? refuse('OWN_HOUSEHOLD') : null);
}

/** One living person under their lock, whom the caller may mend. */
export async function reachToMend(
  call: Mending,
  residentId: string,
  to: MayMend = 'mendPeople',
): Promise<PersonRow | Refusal<'RESIDENT_NOT_FOUND' | 'NOT_ALLOWED' | 'OWN_HOUSEHOLD'>> {
  const person = (await lockPeople(call, [residentId])).get(residentId);
  if (!person || person.diedOn !== null) return refuse('RESIDENT_NOT_FOUND');
  return (await refuseMending(call, person, to)) ?? person;
}

/** A household under its lock, whose people the caller may mend. */
export async function reachHouseholdToMend(
  call: Mending,
  householdId: string,
): Promise<HouseholdRow | Refusal<'HOUSEHOLD_NOT_FOUND' | 'NOT_ALLOWED' | 'OWN_HOUSEHOLD'>> {
  await lockHouseholds(runOn(call.db), [householdId]);
  const household = await householdOf(call.db, householdId);
  if (!household || household.endedOn !== null) return refuse('HOUSEHOLD_NOT_FOUND');
  const target = { unitPath: household.unitPath, household };
  const denial = refuseWithout('mendPeople', call, target);
  if (denial) return denial;
  return ownInterest(call, target) ? refuse('OWN_HOUSEHOLD') : household;
}

export type Change = Pick<ChangeRow, 'kind' | 'residentId' | 'householdId'> &
  Partial<Pick<ChangeRow, 'toHouseholdId' | 'guardianId' | 'fields' | 'bornBefore' | 'bornAfter' | 'unitChangeId'>>;

/** The history that people read, and are told by: in the transaction of the deed, in one statement for any number of them. */
export async function keepChanges(
  call: Changing,
  changes: readonly Change[],
  because: { readonly reason: TrailReason; readonly importId?: string } | null = null,
): Promise<readonly ChangeRow[]> {
  const rows = changes.map((change) => ({
    ...{ toHouseholdId: null, guardianId: null, fields: [], bornBefore: null, bornAfter: null, unitChangeId: null },
    ...change,
    ...{ changeId: newId(call.world), reason: because?.reason ?? null, importId: because?.importId ?? null },
    ...{ byResidentId: call.caller.residentId, atMs: call.nowMs },
  }));
  await insertChanges(call.db, rows);
  return rows;
}

/** With it the audit log, and the word to rooms above: of deeds that say nothing else there. */
export async function recordChanges(
  call: Changing,
  changes: readonly Change[],
  reason: ChangeReason | null,
): Promise<void> {
  const rows = await keepChanges(call, changes, reason && { reason });
  for (const { changeId, kind, residentId, householdId, toHouseholdId, guardianId } of rows) {
    const target = residentId ?? householdId ?? changeId;
    const detail = {
      changeId,
      kind,
      ...(reason && { reason }),
      ...(householdId && { householdId }),
      ...(toHouseholdId && { toHouseholdId }),
      ...(guardianId && { guardianId }),
    };
    call.note({ targetKind: residentId ? 'resident' : 'household', targetId: target, detail });
    call.publish(personChanged({ changeId, kind, residentId, householdId, toHouseholdId }));
  }
}

interface Going {
  readonly householdId: string;
  readonly goingIds: readonly string[];
  readonly nextHeadId: string | undefined;
  readonly reason: ChangeReason | null;
}

/** Settles who speaks for those who stay. Where nobody stays the household ends; its own account stays in the books. */
export async function settleRest(
  call: Changing,
  { householdId, goingIds, nextHeadId, reason }: Going,
): Promise<Refusal<'HEAD_NEEDED'> | null> {
  const household = await householdOf(call.db, householdId);
  const members = await membersOf(call.db, householdId);
  const rest = members.filter(({ residentId }) => !goingIds.includes(residentId));
  const head = decideHeadOfRest(rest, household?.headId ?? null, nextHeadId, call.today);
  if (isRefusal(head)) return head;
  if (rest.length === 0) await endHousehold(call.db, householdId, call.today);
  if (head.isNew && head.headId) await makeHead(call, householdId, head.headId, reason);
  return null;
}

export async function makeHead(
  call: Changing,
  householdId: string,
  residentId: string,
  reason: ChangeReason | null,
): Promise<void> {
  await giveHead(call.db, householdId, residentId);
  await setRelation(call.db, residentId, HEAD);
  await recordChanges(call, [{ kind: 'becameHead', residentId, householdId }], reason);
}
