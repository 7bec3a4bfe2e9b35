import type { Call } from '../../kit/handler';
import { plainName } from '../rules/name';
import { membersOf } from '../store/people';
import { namesOf } from './personal/read';

/** A member of the household with the same name whose birthday does not speak against it, and not `selfId`; null when there is none. */
export async function findSameMember(
  call: Call,
  householdId: string,
  person: { readonly name: string; readonly bornOn: string | null },
  selfId?: string,
): Promise<string | null> {
  const members = await membersOf(call.db, householdId);
  const names = await namesOf(
    call.world,
    call.db,
    members.map((member) => member.residentId),
  );
  const same = members.find(
    (member) =>
      member.residentId !== selfId &&
      plainName(names.get(member.residentId) ?? '') === plainName(person.name) &&
      (member.bornOn === null || person.bornOn === null || member.bornOn === person.bornOn),
  );
  return same?.residentId ?? null;
}
