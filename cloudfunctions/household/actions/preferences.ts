import type { InputOf } from '../../kit/action';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { linkOf } from '../../values/codes';
import { NEWEST_CONSENT } from '../../values/consent';
import * as contract from '../contract/preferences';
import { preferenceChanged } from '../events';
import { hasRight } from '../rules/access';
import { makePersonalCode, PERSONAL_CODE_MS } from '../rules/codes';
import { capacityOf, endsOn, isNamedInPublic, lendsToFamily } from '../rules/consent';
import { childAge, type PersonRow } from '../rules/standing';
import { keepChanges } from '../services/mend';
import { actedFor } from '../services/reach';
import { insertConsents, type Purpose, withdrawConsents } from '../store/bindings';
import { householdOf, lockHouseholds } from '../store/households';
import { lockResident, personOf } from '../store/people';
import { endLending, lendToFamily, setHouseholdPool, setNamesShown } from '../store/preferences';

async function personalCode(call: Call<ResidentCaller>, input: InputOf<typeof contract.personalCode>) {
  const person = await actedFor(call, input.residentId);
  if (isRefusal(person)) return person;
  const expiresAtMs = call.nowMs + PERSONAL_CODE_MS;
  const token = makePersonalCode(call.world.keys, person.residentId, expiresAtMs);
  return { qr: linkOf(call.world.origin, 'personalCode', token), expiresAtMs };
}

async function agreeToPool(call: WriteCall<ResidentCaller>, input: InputOf<typeof contract.agreeToPool>) {
  return input.household ? agreeForHousehold(call, input.agreed) : agreeForMember(call, input);
}

async function agreeForHousehold(call: WriteCall<ResidentCaller>, agreed: boolean) {
  const { householdId, residentId: headId } = call.caller;
  if (!householdId) return refuse('ONLY_HEAD');
  await lockHouseholds(runOn(call.db), [householdId]);
  const household = await householdOf(call.db, householdId);
  if (!household || !hasRight(call, 'leadHousehold', { unitPath: household.unitPath, household }))
    return refuse('ONLY_HEAD');
  await setHouseholdPool(call.db, householdId, headId, agreed ? new Date(call.nowMs) : null);
  const kind = agreed ? 'familyPoolAgreed' : 'familyPoolEnded';
  if (agreed !== (household.poolAgreedAt !== null)) await keepChanges(call, [{ kind, residentId: null, householdId }]);
  call.note({ targetKind: 'household', targetId: householdId, detail: { agreed } });
  call.publish(preferenceChanged({ residentId: null, householdId, preference: 'pooling', agreed }));
  return { agreed };
}

async function agreeForMember(call: WriteCall<ResidentCaller>, input: InputOf<typeof contract.agreeToPool>) {
  const person = await actedFor(call, input.residentId);
  if (isRefusal(person)) return person;
  const alone = input.agreed && refuseChildAlone(call, person);
  if (alone) return alone;
  if (person.householdId) await lockHouseholds(runOn(call.db), [person.householdId]);
  const { residentId } = person;
  await tellOfWord(call, person, 'pooling', input.agreed);
  const isMember = input.agreed
    ? await lendToFamily(call.db, residentId, wordOf(call, person), new Date(call.nowMs))
    : await endLending(call.db, residentId);
  if (!isMember) return refuse('RESIDENT_NOT_FOUND');
  await recordConsent(call, person, 'pooling', input.agreed);
  call.note({ targetKind: 'resident', targetId: person.residentId, detail: { agreed: input.agreed } });
  publishPreference(call, person, 'pooling', input.agreed);
  const now = await personOf(call.db, residentId);
  return { agreed: now !== null && lendsToFamily(now, call.today) };
}

/** What somebody else said in a person's name, where it is another word than before; read under the caller's lock. */
async function tellOfWord(
  call: WriteCall<ResidentCaller>,
  { residentId, householdId }: PersonRow,
  about: 'pooling' | 'naming',
  agreed: boolean,
): Promise<void> {
  const before = await personOf(call.db, residentId);
  if (!before || isSelf(call, before)) return;
  const { poolOwn, poolGuardian, namesOwn, namesGuardian } = before;
  const [own, guardian] = about === 'pooling' ? [poolOwn, poolGuardian] : [namesOwn, namesGuardian];
  const isNew = agreed ? !guardian : own || guardian;
  const kind = `${about}${agreed ? 'Agreed' : 'Ended'}` as const;
  if (isNew) await keepChanges(call, [{ kind, residentId, householdId }]);
}

const isSelf = (call: WriteCall<ResidentCaller>, person: PersonRow) => person.residentId === call.caller.residentId;
const wordOf = (call: WriteCall<ResidentCaller>, person: PersonRow) => (isSelf(call, person) ? 'own' : 'guardian');

/** A child under 14 does not agree to anything alone: whoever may act for them does (PIPL, article 31). */
function refuseChildAlone(call: WriteCall<ResidentCaller>, person: PersonRow) {
  const age = childAge(person, call.today);
  if (age === null || person.residentId !== call.caller.residentId) return null;
  return refuse('GUARDIAN_CONSENT_NEEDED', { age, because: 'guardianAgrees' });
}

async function showMyName(
  call: WriteCall<ResidentCaller>,
  { residentId: askedFor, shown }: InputOf<typeof contract.showMyName>,
) {
  const person = await actedFor(call, askedFor);
  if (isRefusal(person)) return person;
  const { residentId } = person;
  const alone = shown && refuseChildAlone(call, person);
  if (alone) return alone;
  await lockResident(call.db, residentId);
  await tellOfWord(call, person, 'naming', shown);
  await setNamesShown(call.db, residentId, wordOf(call, person), shown);
  await recordConsent(call, person, 'shownByName', shown);
  call.note({ targetKind: 'resident', targetId: residentId, detail: { shown } });
  publishPreference(call, person, 'shownByName', shown);
  const now = await personOf(call.db, residentId);
  return { shown: now !== null && isNamedInPublic(now, call.today) };
}

function publishPreference(
  call: WriteCall,
  { residentId, householdId }: PersonRow,
  preference: 'pooling' | 'shownByName',
  agreed: boolean,
): void {
  call.publish(preferenceChanged({ residentId, householdId, preference, agreed }));
}

async function recordConsent(
  call: WriteCall<ResidentCaller>,
  person: PersonRow,
  purpose: Purpose,
  agreed: boolean,
): Promise<void> {
  const { residentId } = person;
  const capacity = capacityOf(person, isSelf(call, person), call.today);
  await withdrawConsents(call.db, residentId, purpose, call.nowMs, agreed ? capacity : undefined);
  if (!agreed) return;
  const { identityId, residentId: actor } = call.caller;
  const consent = {
    consentId: newId(call.world),
    identityId,
    residentId,
    givenBy: actor === residentId ? null : actor,
    purpose,
    version: NEWEST_CONSENT, // a switch carries no version of its own
    capacity,
    until: endsOn(person, capacity),
  };
  await insertConsents(call.db, [consent], call.nowMs);
}

export const preferenceActions = [
  read(contract.personalCode, personalCode),
  write(contract.agreeToPool, agreeToPool),
  write(contract.showMyName, showMyName),
];
