import type { InputOf } from '../../kit/action';
import { write } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf, reachUnit } from '../../organisation';
import { HEAD } from '../../values/people';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/correcting';
import { correct, mayLead, type Registered } from '../rules/mending';
import type { PersonRow } from '../rules/standing';
import { findSameMember } from '../services/duplicates';
import { type Mending, makeHead, reachHouseholdToMend, reachToMend, recordChanges } from '../services/mend';
import { personalDataOf } from '../services/personal/read';
import { reseal } from '../services/personal/reseal';
import { refuseRoleAbove } from '../services/role-above';
import { placeHouseholds, setBorn, setRelation } from '../store/moving';
import { lockRoster, nextHouseholdNumber } from '../store/numbers';
import { membersOf } from '../store/people';

async function correctPerson(call: Mending, input: InputOf<typeof contract.correctPerson>) {
  const person = await reachToMend(call, input.residentId);
  if (isRefusal(person)) return person;
  const above = await refuseRoleAbove(call, person.residentId, call.caller.residentId);
  if (above) return above;
  const personal = (await personalDataOf(call.world, call.db, [person.residentId])).get(person.residentId) ?? {};
  const before = registered(person, personal);
  const { after, changed } = correct(before, input);
  const refused = await refuseCorrected(call, person, after, changed);
  if (refused) return refused;
  if (changed.length === 0) return { changed: [] };
  const { residentId, householdId } = person;
  await setBorn(call.db, residentId, after);
  await setRelation(call.db, residentId, after.relation);
  const words = { ...personal, name: after.name, phone: after.phone };
  await reseal(call, [{ subjectId: residentId, kind: 'resident', personal: words }]);
  const born = changed.includes('bornOn') && { bornBefore: before.bornOn, bornAfter: after.bornOn };
  await recordChanges(call, [{ kind: 'corrected', residentId, householdId, fields: changed, ...born }], input.reason);
  return { changed: [...changed] };
}

const registered = (
  { sex, bornOn, bornPrecision, relation }: PersonRow,
  { name, phone }: { readonly name?: string | null; readonly phone?: string | null },
): Registered => ({ name: name ?? '', phone: phone ?? null, sex, bornOn, bornPrecision, relation: relation ?? '' });

async function refuseCorrected(call: Mending, person: PersonRow, after: Registered, changed: readonly string[]) {
  if (after.bornOn && after.bornOn.slice(0, 4) > call.today.slice(0, 4)) return refuse('BORN_IN_FUTURE');
  if (after.bornPrecision === 'day' && after.bornOn && after.bornOn > call.today) return refuse('BORN_IN_FUTURE');
  if (changed.includes('relation') && (after.relation === HEAD || person.residentId === person.headId))
    return refuse('HEAD_NEEDED');
  if (!person.householdId || !(changed.includes('name') || changed.includes('bornOn'))) return null;
  const same = await findSameMember(call, person.householdId, after, person.residentId);
  return same ? refuse('MEMBER_EXISTS', { residentId: same }) : null;
}

async function moveHousehold(call: Mending, input: InputOf<typeof contract.moveHousehold>) {
  const household = await reachHouseholdToMend(call, input.householdId);
  if (isRefusal(household)) return household;
  const { householdId, communityId } = household;
  const unit = await reachUnit(call, input.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const community = await communityOf(call.db, unit.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const isElsewhere = community.unitId !== communityId;
  if (isElsewhere) await lockRoster(call.db, community.unitId);
  const number = isElsewhere ? await nextHouseholdNumber(call.db, community.unitId) : household.number;
  const personal = (await personalDataOf(call.world, call.db, [householdId])).get(householdId) ?? {};
  const fields = [
    ...(personal.address === input.address ? [] : (['address'] as const)),
    ...(unit.unitId === household.unitId ? [] : (['unit'] as const)),
  ];
  if (fields.length === 0) return { number };
  await placeHouseholds(
    call.db,
    [{ householdId, communityId: community.unitId, unitId: unit.unitId, number }],
    call.today,
  );
  await reseal(call, [
    { subjectId: householdId, kind: 'household', personal: { ...personal, address: input.address } },
  ]);
  await recordChanges(call, [{ kind: 'houseMoved', residentId: null, householdId, fields }], input.reason);
  return { number };
}

async function changeHead(call: Mending, input: InputOf<typeof contract.changeHead>) {
  const household = await reachHouseholdToMend(call, input.householdId);
  if (isRefusal(household)) return household;
  const { householdId, headId: formerId } = household;
  const members = await membersOf(call.db, householdId);
  if (!members.some(({ residentId }) => residentId === input.headId)) return refuse('RESIDENT_NOT_FOUND');
  if (formerId === input.headId) return { headId: input.headId };
  if (input.formerRelation === HEAD || !mayLead(members, input.headId, call.today)) return refuse('HEAD_NEEDED');
  if (formerId) await setRelation(call.db, formerId, input.formerRelation);
  await makeHead(call, householdId, input.headId, input.reason);
  return { headId: input.headId };
}

export const correctingActions = [
  write(contract.correctPerson, correctPerson),
  write(contract.moveHousehold, moveHousehold),
  write(contract.changeHead, changeHead),
];
