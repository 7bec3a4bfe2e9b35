import type { InputOf } from '../../kit/action';
import { type Call, type WriteCall, write, writeWithSecret } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { ResidentCaller, RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { linkOf } from '../../values/codes';
import * as contract from '../contract/cards';
import { cardChanged } from '../events';
import { hasRight, refuseWithout } from '../rules/access';
import { BIND_CODE_TRIES, bindCode, HANDED_OVER_MS, inviteCode, lookupHash } from '../rules/codes';
import { childAge } from '../rules/standing';
import { refuseChild } from '../services/bind';
import { makeCards, secretsOf } from '../services/cards';
import { keepChanges } from '../services/mend';
import { namesOf } from '../services/personal/read';
import { reachHousehold, reachResident } from '../services/reach';
import { refuseRoleAbove } from '../services/role-above';
import { endBindCodes, insertBindCode } from '../store/bind-codes';
import { revokeCards } from '../store/cards';
import { householdOf, lockHouseholds } from '../store/households';
import { insertInvite, revokeInvites } from '../store/invites';
import { lockResident, personOf } from '../store/people';

async function issueCard(call: WriteCall<RoleHolder>, { householdId }: InputOf<typeof contract.issueCard>) {
  const household = await reachHousehold(call, householdId);
  if (isRefusal(household)) return household;
  await lockHouseholds(runOn(call.db), [householdId]);
  const isAnother = await revokeCards(call.db, householdId, call.nowMs);
  const version = (await makeCards(call, [householdId])).get(householdId) ?? 0;
  await keepChanges(call, [{ kind: isAnother ? 'cardReplaced' : 'cardMade', residentId: null, householdId }]);
  call.note({ targetKind: 'household', targetId: householdId, unitId: household.unitId, detail: { version } });
  call.publish(cardChanged({ householdId, change: 'issued' }));
  return { householdId, version };
}

async function showCard(call: Call, kept: { readonly householdId: string; readonly version: number }) {
  const { householdId, version } = kept;
  const household = await householdOf(call.db, householdId);
  const names = await namesOf(call.world, call.db, [householdId]);
  return {
    version,
    ...secretsOf(call, householdId, version),
    headName: names.get(householdId) ?? '',
    householdNumber: household?.number ?? '',
    communityName: household?.communityName ?? '',
  };
}

async function revokeCard(call: WriteCall<ResidentCaller>, { householdId }: InputOf<typeof contract.revokeCard>) {
  const household = await householdOf(call.db, householdId);
  if (!household) return refuse('HOUSEHOLD_NOT_FOUND');
  const denial = refuseWithout('seeHousehold', call, { unitPath: household.unitPath, household });
  if (denial) return denial;
  await lockHouseholds(runOn(call.db), [householdId]);
  if (!(await revokeCards(call.db, householdId, call.nowMs))) return refuse('CARD_NOT_FOUND');
  await keepChanges(call, [{ kind: 'cardStopped', residentId: null, householdId }]);
  call.note({ targetKind: 'household', targetId: householdId, unitId: household.unitId });
  call.publish(cardChanged({ householdId, change: 'revoked' }));
  return { revoked: true };
}

async function issueBindCode(call: WriteCall<RoleHolder>, { residentId }: InputOf<typeof contract.issueBindCode>) {
  await lockResident(call.db, residentId);
  const person = await reachResident(call, residentId);
  if (isRefusal(person)) return person;
  if (person.isBound) return refuse('RESIDENT_BOUND_ALREADY');
  const child = childAge(person, call.today);
  if (child !== null) return refuseChild(child);
  const above = await refuseRoleAbove(call, residentId, call.caller.residentId);
  if (above) return above;
  const lastMs = await endBindCodes(call.db, residentId, call.nowMs);
  const issuedAtMs = Math.max(call.nowMs, lastMs + 1);
  const expiresAtMs = issuedAtMs + HANDED_OVER_MS;
  const code = bindCode(call.world.keys, residentId, issuedAtMs);
  await insertBindCode(call.db, {
    residentId,
    codeHash: lookupHash(call.world.keys, 'bindCode', residentId, code),
    issuedBy: call.caller.residentId,
    issuedAtMs,
    expiresAtMs,
    tries: BIND_CODE_TRIES,
  });
  call.note({ targetKind: 'resident', targetId: residentId, ...(person.unitId && { unitId: person.unitId }) });
  return { residentId, issuedAtMs, expiresAtMs };
}

type KeptBindCode = { readonly residentId: string; readonly issuedAtMs: number; readonly expiresAtMs: number };
const showBindCode = ({ world }: Call, { residentId, issuedAtMs, expiresAtMs }: KeptBindCode) => ({
  code: bindCode(world.keys, residentId, issuedAtMs),
  expiresAtMs,
});

async function invite(call: WriteCall<ResidentCaller>, { residentId }: InputOf<typeof contract.invite>) {
  await lockResident(call.db, residentId);
  const person = await personOf(call.db, residentId);
  if (person?.diedOn !== null || !person.householdId || person.householdId !== call.caller.householdId)
    return refuse('RESIDENT_NOT_FOUND');
  const { householdId, headId, unitPath } = person;
  if (!hasRight(call, 'leadHousehold', { unitPath, household: { householdId, headId } })) return refuse('ONLY_HEAD');
  if (person.isBound) return refuse('RESIDENT_BOUND_ALREADY');
  const above = await refuseRoleAbove(call, residentId, call.caller.residentId);
  if (above) return above;
  await revokeInvites(call.db, residentId, call.nowMs);
  const inviteId = newId(call.world);
  const expiresAtMs = call.nowMs + HANDED_OVER_MS;
  const codeHash = lookupHash(call.world.keys, 'invite', inviteCode(call.world.keys, inviteId));
  const made = { inviteId, householdId, residentId, codeHash, invitedBy: call.caller.residentId, expiresAtMs };
  await insertInvite(call.db, made, call.nowMs);
  call.note({ targetKind: 'resident', targetId: residentId, detail: { inviteId } });
  return { inviteId, expiresAtMs };
}

function showInvite({ world }: Call, kept: { readonly inviteId: string; readonly expiresAtMs: number }) {
  const code = inviteCode(world.keys, kept.inviteId);
  return { ...kept, code, qr: linkOf(world.origin, 'invite', code) };
}

export const cardActions = [
  writeWithSecret(contract.issueCard, issueCard, showCard),
  write(contract.revokeCard, revokeCard),
  writeWithSecret(contract.issueBindCode, issueBindCode, showBindCode),
  writeWithSecret(contract.invite, invite, showInvite),
];
