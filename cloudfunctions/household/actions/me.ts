import type { OutputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { gridWorkerFor, namedRolesOf } from '../../organisation';
import * as contract from '../contract/me';
import { isNamedInPublic, namesWaitFor } from '../rules/consent';
import { ageOf } from '../rules/standing';
import { addressesOf, describeMembers, describePeople } from '../services/describe';
import { wardsOf } from '../services/guardians';
import { namesOf, personalDataOf } from '../services/personal/read';
import { lastApplicationOf } from '../store/applications';
import { householdOf } from '../store/households';
import { isDemoIdentity } from '../store/identities';
import { personOf } from '../store/people';

type Me = OutputOf<typeof contract.me>;

async function me(call: Call<Principal>): Promise<Me> {
  const { identityId, residentId, householdId } = call.caller;
  const [isDemo, resident, household, wards, roles, application] = await Promise.all([
    isDemoIdentity(call.db, identityId),
    residentId ? describeResident(call, residentId) : null,
    householdId ? describeHousehold(call, householdId) : null,
    describeWards(call),
    residentId ? namedRolesOf(call.db, residentId, call.today, contract.ROLES_TOLD) : [],
    describeApplication(call, identityId),
  ]);
  return { identityId, isDemo, resident, household, wards, roles, application };
}

async function describeResident(call: Call, residentId: string): Promise<Me['resident']> {
  const person = await personOf(call.db, residentId);
  if (!person) return null;
  const names = await namesOf(call.world, call.db, [residentId]);
  return {
    residentId,
    name: names.get(residentId) ?? '',
    age: ageOf(person, call.today),
    sex: person.sex,
    namesShown: isNamedInPublic(person, call.today),
    namesWaitFor: namesWaitFor(person, call.today),
  };
}

async function describeHousehold(call: Call<Principal>, householdId: string): Promise<Me['household']> {
  const household = await householdOf(call.db, householdId);
  if (!household) return null;
  const { headId } = household;
  const [addresses, phones, members, gridWorker] = await Promise.all([
    addressesOf(call, [householdId]),
    personalDataOf(call.world, call.db, headId ? [headId] : [], 'phone'),
    describeMembers(call, householdId),
    describeGridWorker(call, household.unitId),
  ]);
  return {
    householdId,
    number: household.number,
    address: addresses.get(householdId) ?? '',
    communityId: household.communityId,
    communityName: household.communityName,
    unitName: household.unitName,
    headId,
    headPhone: phones.get(headId ?? '')?.phone ?? null,
    poolAgreed: household.poolAgreedAt !== null,
    members,
    gridWorker,
  };
}

const describeWards = async (call: Call<Principal>) =>
  describePeople(call, (await wardsOf(call)).slice(0, contract.WARDS_TOLD));

async function describeGridWorker(call: Call, unitId: string) {
  const worker = await gridWorkerFor(call.db, unitId, call.today);
  if (!worker) return null;
  const names = await namesOf(call.world, call.db, [worker.residentId]);
  return { name: names.get(worker.residentId) ?? '', phone: worker.phone };
}

async function describeApplication(call: Call, identityId: string): Promise<Me['application']> {
  const application = await lastApplicationOf(call.db, identityId);
  if (!application) return null;
  const { applicationId, communityName, state, refusedBecause, createdAtMs } = application;
  return { applicationId, communityName, state, refusedBecause, createdAtMs };
}

export const meActions = [read(contract.me, me)];
