import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { communityOf, reachUnit } from '../../organisation';
import { HEAD } from '../../values/people';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/registration';
import { householdRegistered, memberRegistered } from '../events';
import { hasRight } from '../rules/access';
import { endsOn } from '../rules/consent';
import { plainName } from '../rules/name';
import { plainAddress } from '../rules/personal-data';
import { childAge, isMinor } from '../rules/standing';
import { findSameMember } from '../services/duplicates';
import { keepChanges } from '../services/mend';
import { namesOf } from '../services/personal/read';
import { tokenOf } from '../services/personal/seal';
import { reachHousehold } from '../services/reach';
import { addHouseholds, addMembers } from '../services/register';
import { insertConsents } from '../store/bindings';
import { householdByNumber, lockHouseholds } from '../store/households';
import { lockRoster, nextHouseholdNumber, setHead } from '../store/numbers';
import { personOf } from '../store/people';
import { subjectsByTokens } from '../store/search';

async function addHousehold(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addHousehold>) {
  const unit = await reachUnit(call, input.unitId, STAFF);
  if (isRefusal(unit)) return unit;
  const community = await communityOf(call.db, unit.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  if (input.head.bornOn && input.head.bornOn > call.today) return refuse('BORN_IN_FUTURE');
  await lockRoster(call.db, community.unitId);
  const known = await knownHousehold(call, community.unitId, input);
  if (known) return refuse('HOUSEHOLD_EXISTS', { householdId: known });
  const number = input.number ?? (await nextHouseholdNumber(call.db, community.unitId));
  const householdId = newId(call.world);
  const headId = newId(call.world);
  const members = [{ ...input.head, residentId: headId, relation: HEAD }];
  const place = { communityId: community.unitId, unitId: unit.unitId, number, address: input.address };
  await addHouseholds(call.world, call.db, [{ householdId, ...place, members, registeredBy: call.caller.residentId }]);
  call.note({ targetKind: 'household', targetId: householdId, unitId: unit.unitId, detail: { residentId: headId } });
  call.publish(householdRegistered({ householdId, communityId: community.unitId, headId }));
  return { householdId, number, headId };
}

/** The same number, or a head of the same name at the same address: one household, registered already. */
async function knownHousehold(call: WriteCall, communityId: string, input: InputOf<typeof contract.addHousehold>) {
  const numbered = input.number ? await householdByNumber(call.db, communityId, input.number) : null;
  if (numbered) return numbered.householdId;
  const token = tokenOf(call.world, 'address', plainAddress(input.address));
  const there = (await subjectsByTokens(call.db, communityId, [token])).filter((one) => one.byHousehold);
  const names = await namesOf(
    call.world,
    call.db,
    there.map((one) => one.residentId),
  );
  const wanted = plainName(input.head.name);
  return there.find((one) => plainName(names.get(one.residentId) ?? '') === wanted)?.householdId ?? null;
}

async function addMember(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.addMember>) {
  const household = await reachHousehold(call, input.householdId);
  if (isRefusal(household)) return household;
  await lockHouseholds(runOn(call.db), [household.householdId]);
  const refused = (await refuseMember(call, input)) ?? (await refuseHelper(call, input.helperId));
  if (refused) return refused;
  const isHead = input.relation === HEAD;
  if (isHead && household.headId) return refuse('INVALID_INPUT', { fields: ['input.relation'], why: ['has a head'] });
  const residentId = newId(call.world);
  const { assisted, helperId, guardianConsent, householdId, ...member } = input;
  await addMembers(call.world, call.db, [
    { ...member, residentId, householdId, isAssisted: assisted, helperId: helperId ?? null },
  ]);
  if (isHead) await setHead(call.db, householdId, residentId);
  if (guardianConsent) await recordGuardian(call, residentId, input, household.headId);
  await keepChanges(call, [{ kind: 'added', residentId, householdId }]);
  call.note({ targetKind: 'resident', targetId: residentId, unitId: household.unitId, detail: { householdId } });
  call.publish(memberRegistered({ residentId, householdId, communityId: household.communityId }));
  return { residentId };
}

async function refuseMember(call: WriteCall, input: InputOf<typeof contract.addMember>) {
  const bornOn = input.bornOn ?? null;
  if (bornOn && bornOn > call.today) return refuse('BORN_IN_FUTURE');
  const age = childAge({ bornOn }, call.today);
  if (age !== null && !input.guardianConsent) return refuse('GUARDIAN_CONSENT_NEEDED', { age });
  const same = await findSameMember(call, input.householdId, { name: input.name, bornOn });
  return same ? refuse('MEMBER_EXISTS', { residentId: same }) : null;
}

/** A helper is an adult whom the same staff reach. */
async function refuseHelper(call: WriteCall<RoleHolder>, helperId: string | undefined) {
  if (!helperId) return null;
  const helper = await personOf(call.db, helperId);
  const isFit = helper?.unitPath && helper.diedOn === null && !isMinor(helper, call.today);
  return isFit && hasRight(call, 'keepRoster', { unitPath: helper.unitPath, person: helper })
    ? null
    : refuse('HELPER_NOT_FOUND');
}

async function recordGuardian(
  call: WriteCall,
  residentId: string,
  input: InputOf<typeof contract.addMember>,
  headId: string | null,
): Promise<void> {
  const consent = {
    consentId: newId(call.world),
    identityId: null,
    residentId,
    givenBy: input.helperId ?? headId,
    purpose: 'child' as const,
    version: input.guardianConsent?.version ?? '',
    capacity: 'guardian' as const,
    until: endsOn({ bornOn: input.bornOn ?? null }, 'guardian'),
  };
  await insertConsents(call.db, [consent], call.nowMs);
}

export const registrationActions = [write(contract.addHousehold, addHousehold), write(contract.addMember, addMember)];
