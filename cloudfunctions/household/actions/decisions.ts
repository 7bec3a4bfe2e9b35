import type { InputOf } from '../../kit/action';
import { refuseWhenExhausted } from '../../kit/attempt';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { Principal, RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { communityOf, reachUnit } from '../../organisation';
import { DAY_MS } from '../../values/dates';
import { HEAD } from '../../values/people';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/decisions';
import { applicationEnded, applicationMade, householdRegistered, memberRegistered } from '../events';
import { refuseWithout } from '../rules/access';
import { childAge } from '../rules/standing';
import { bind, endApplication, recordOpenConsents, refuseChild } from '../services/bind';
import { findSameMember } from '../services/duplicates';
import { personalDataOf } from '../services/personal/read';
import { resealSubject, sealSubject } from '../services/personal/seal';
import { reachHousehold, reachResident } from '../services/reach';
import { addHouseholds, addMembers, type NewMember } from '../services/register';
import { type ApplicationRow, closeApplication, insertApplication, lockApplication } from '../store/applications';
import { lockHouseholds } from '../store/households';
import { identityById } from '../store/identities';
import { lockRoster, nextHouseholdNumber, setHead } from '../store/numbers';
import { lockResident } from '../store/people';
import { erasePersonal, insertPersonal, replacePersonal, sealedOf } from '../store/personal';

type Decision = InputOf<typeof contract.decideApplication>['decision'];
type Approval = Exclude<Decision, { kind: 'refuse' }>;

/** Enough for one who mistypes, too few for one who floods a community's list. */
const appliesPerDay = (identityId: string) => ({ key: `apply:${identityId}`, max: 5, windowMs: DAY_MS });

async function applyToBind(call: WriteCall<Principal>, input: InputOf<typeof contract.applyToBind>) {
  const { identityId, residentId } = call.caller;
  if (residentId) return refuse('BOUND_ALREADY');
  const community = await communityOf(call.db, input.communityId);
  if (community?.unitId !== input.communityId) return refuse('UNIT_NOT_FOUND');
  const bornOn = input.bornOn ?? null;
  if (bornOn && bornOn > call.today) return refuse('BORN_IN_FUTURE');
  const child = childAge({ bornOn }, call.today);
  if (child !== null) return refuseChild(child);
  const exhausted = await refuseWhenExhausted(call.db, appliesPerDay(identityId), call.nowMs);
  if (exhausted) return exhausted;
  const applicationId = newId(call.world);
  const row = { applicationId, identityId, communityId: input.communityId, bornOn, sex: input.sex ?? null };
  if (!(await insertApplication(call.db, row, call.nowMs))) return refuse('APPLICATION_WAITING');
  const personal = { name: input.name, phone: input.phone, address: input.address };
  const sealed = sealSubject(call.world, { subjectId: applicationId, kind: 'application', personal });
  await insertPersonal(call.db, [sealed], call.nowMs);
  await recordOpenConsents(call, identityId, input.consent.version);
  call.countWrong(appliesPerDay(identityId));
  call.note({ targetKind: 'application', targetId: applicationId, unitId: input.communityId });
  call.publish(applicationMade({ applicationId, communityId: input.communityId }));
  return { applicationId, state: 'waiting' as const };
}

async function withdrawApplication(
  call: WriteCall<Principal>,
  { applicationId }: InputOf<typeof contract.withdrawApplication>,
) {
  const application = await lockApplication(call.db, applicationId);
  const { identityId } = call.caller;
  if (application?.identityId !== identityId) return refuse('APPLICATION_NOT_FOUND');
  if (application.state !== 'waiting') return refuse('APPLICATION_DECIDED', { state: application.state });
  await endApplication(call, application, { state: 'withdrawn' });
  call.note({ targetKind: 'application', targetId: applicationId, unitId: application.communityId });
  return { state: 'withdrawn' as const };
}

async function decideApplication(
  call: WriteCall<RoleHolder>,
  { applicationId, decision }: InputOf<typeof contract.decideApplication>,
) {
  if (decision.kind === 'resident') await lockResident(call.db, decision.residentId); // before what leads to them
  const application = await lockApplication(call.db, applicationId);
  if (!application) return refuse('APPLICATION_NOT_FOUND');
  const { caller } = call;
  const denial = refuseWithout('letIn', call, { unitPath: application.communityPath });
  if (denial) return denial;
  if (application.identityId === caller.identityId) return refuse('OWN_APPLICATION');
  if (application.state !== 'waiting') return refuse('APPLICATION_DECIDED', { state: application.state });
  const detail = { decision: decision.kind };
  call.note({ targetKind: 'application', targetId: applicationId, unitId: application.communityId, detail });
  return decision.kind === 'refuse'
    ? turnDown(call, application, decision.because)
    : approve(call, application, decision);
}

async function turnDown(
  call: WriteCall<RoleHolder>,
  application: ApplicationRow,
  refusedBecause: Extract<Decision, { kind: 'refuse' }>['because'],
) {
  await endApplication(call, application, {
    state: 'refused',
    refusedBecause,
    decidedBy: call.caller.residentId,
  });
  return { state: 'refused' as const, residentId: null };
}

async function approve(call: WriteCall<RoleHolder>, application: ApplicationRow, decision: Approval) {
  const { applicationId, identityId, communityId } = application;
  const applicant = await identityById(call.db, identityId);
  if (applicant?.residentId) return refuse('BOUND_ALREADY');
  const residentId = await residentFor(call, application, decision);
  if (isRefusal(residentId)) return residentId;
  const decidedBy = call.caller.residentId;
  const bound = await bind(call, {
    identityId,
    residentId,
    kind: 'boundByApplication',
    byResidentId: decidedBy,
    consentVersion: null,
  });
  if (isRefusal(bound)) return bound;
  await closeApplication(call.db, applicationId, { state: 'approved', decidedBy, residentId }, call.nowMs);
  await erasePersonal(call.db, [applicationId]);
  call.publish(applicationEnded({ applicationId, communityId, state: 'approved', residentId }));
  return { state: 'approved' as const, residentId };
}

type NoResident = Refusal<
  | 'RESIDENT_NOT_FOUND'
  | 'RESIDENT_BOUND_ALREADY'
  | 'HOUSEHOLD_NOT_FOUND'
  | 'UNIT_NOT_FOUND'
  | 'MEMBER_EXISTS'
  | 'GUARDIAN_CONSENT_NEEDED'
  | 'NOT_ALLOWED'
>;

/** The resident of the roster who is meant, or a new one with what the application says. */
async function residentFor(
  call: WriteCall<RoleHolder>,
  application: ApplicationRow,
  decision: Approval,
): Promise<string | NoResident> {
  const personal = (await personalDataOf(call.world, call.db, [application.applicationId])).get(
    application.applicationId,
  );
  const said = { name: personal?.name ?? '', phone: personal?.phone ?? null };
  if (decision.kind === 'resident') return takeResident(call, application, decision.residentId, said.phone);
  const person = { ...said, residentId: newId(call.world), sex: application.sex, bornOn: application.bornOn };
  if (decision.kind === 'newMember') return joinHousehold(call, application, decision, person);
  return placeNew(call, application, decision.unitId, { ...person, relation: HEAD }, personal?.address ?? null);
}

async function takeResident(
  call: WriteCall<RoleHolder>,
  { communityId }: ApplicationRow,
  residentId: string,
  phone: string | null,
): Promise<string | NoResident> {
  const person = await reachResident(call, residentId);
  if (isRefusal(person)) return person;
  if (person.communityId !== communityId) return refuse('RESIDENT_NOT_FOUND');
  if (person.isBound) return refuse('RESIDENT_BOUND_ALREADY');
  const child = childAge(person, call.today);
  if (child !== null) return refuseChild(child);
  if (phone) await learnPhone(call, residentId, phone);
  return residentId;
}

async function joinHousehold(
  call: WriteCall<RoleHolder>,
  { communityId }: ApplicationRow,
  { householdId, relation }: Extract<Approval, { kind: 'newMember' }>,
  person: Omit<NewMember, 'relation'> & { readonly bornOn: string | null },
): Promise<string | NoResident> {
  await lockHouseholds(runOn(call.db), [householdId]);
  const household = await reachHousehold(call, householdId);
  if (isRefusal(household)) return household;
  if (household.communityId !== communityId) return refuse('HOUSEHOLD_NOT_FOUND');
  const same = await findSameMember(call, householdId, person);
  if (same) return refuse('MEMBER_EXISTS', { residentId: same });
  const isHead = relation === HEAD && household.headId === null;
  const known = relation === HEAD && !isHead ? '成员' : relation; // a second head is a member
  await addMembers(call.world, call.db, [{ ...person, householdId, relation: known }]);
  if (isHead) await setHead(call.db, householdId, person.residentId);
  call.publish(memberRegistered({ residentId: person.residentId, householdId, communityId }));
  return person.residentId;
}

async function placeNew(
  call: WriteCall<RoleHolder>,
  { communityId, communityPath }: ApplicationRow,
  unitId: string,
  head: NewMember,
  address: string | null,
): Promise<string | NoResident> {
  const unit = await reachUnit(call, unitId, STAFF);
  if (isRefusal(unit)) return unit;
  if (!unit.path.startsWith(communityPath)) return refuse('UNIT_NOT_FOUND');
  await lockRoster(call.db, communityId);
  const number = await nextHouseholdNumber(call.db, communityId);
  const householdId = newId(call.world);
  await addHouseholds(call.world, call.db, [
    { householdId, communityId, unitId, number, address, members: [head], registeredBy: call.caller.residentId },
  ]);
  call.publish(householdRegistered({ householdId, communityId, headId: head.residentId }));
  return head.residentId;
}

/** A roster without a number learns the one that its owner has just given. */
async function learnPhone(call: WriteCall, residentId: string, phone: string): Promise<void> {
  const [sealed] = await sealedOf(call.db, [residentId]);
  const personal = (await personalDataOf(call.world, call.db, [residentId])).get(residentId);
  if (!sealed || !personal || personal.phone) return;
  const subject = { subjectId: residentId, kind: 'resident' as const, personal: { ...personal, phone } };
  await replacePersonal(call.db, [resealSubject(call.world, subject, sealed.wrappedKey)], call.nowMs);
}

export const decisionActions = [
  write(contract.applyToBind, applyToBind),
  write(contract.withdrawApplication, withdrawApplication),
  write(contract.decideApplication, decideApplication),
];
