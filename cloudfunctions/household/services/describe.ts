import type { OutputOf } from '../../kit/action';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import type { get } from '../contract';
import { MEMBERS_TOLD } from '../contract/fields';
import { mayActFor } from '../rules/access';
import { isNamedInPublic, lendingWaitsFor, lendsToFamily, namesWaitFor } from '../rules/consent';
import { ageOf, type PersonRow } from '../rules/standing';
import { membersOf } from '../store/people';
import { namesOf, personalDataOf } from './personal/read';

type MemberAnswer = OutputOf<typeof get>['members'][number];

/** Members of a household as the contract shows them. */
export async function describeMembers(call: Call<Principal>, householdId: string): Promise<MemberAnswer[]> {
  return describePeople(call, (await membersOf(call.db, householdId)).slice(0, MEMBERS_TOLD));
}

/** Likewise people of other households. */
export async function describePeople(call: Call<Principal>, people: readonly PersonRow[]): Promise<MemberAnswer[]> {
  const names = await namesOf(
    call.world,
    call.db,
    people.map(({ residentId }) => residentId),
  );
  return people.map((person) => describeMember(call, person, names.get(person.residentId) ?? ''));
}

function describeMember(call: Call<Principal>, member: PersonRow, name: string): MemberAnswer {
  return {
    residentId: member.residentId,
    name,
    relation: member.relation ?? '',
    sex: member.sex,
    age: ageOf(member, call.today),
    isHead: member.residentId === member.headId,
    isAssisted: member.isAssisted,
    isBound: member.isBound,
    namesShown: isNamedInPublic(member, call.today),
    namesWaitFor: namesWaitFor(member, call.today),
    agreedToPool: lendsToFamily(member, call.today),
    lendingWaitsFor: lendingWaitsFor(member, call.today),
    mayActFor: mayActFor(call, member),
  };
}

export async function addressesOf(call: Call, householdIds: readonly string[]): Promise<Map<string, string>> {
  const personal = await personalDataOf(call.world, call.db, householdIds, 'address');
  return new Map([...personal].map(([householdId, { address }]) => [householdId, address ?? '']));
}
