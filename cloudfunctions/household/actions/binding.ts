import type { InputOf } from '../../kit/action';
import { refuseWhenExhausted } from '../../kit/attempt';
import { type Call, type WriteCall, writeWithSecret } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { HOUR_MS } from '../../values/dates';
import * as contract from '../contract/binding';
import { decideBindCode } from '../rules/binding';
import { lookupHash, readInvite, readScan } from '../rules/codes';
import { childAge } from '../rules/standing';
import { bind, refuseChild } from '../services/bind';
import { namesOf } from '../services/personal/read';
import { cardOfScan } from '../services/scan';
import { chargeBindCodes, type KeptCode, lockBindCodes, spendBindCode } from '../store/bind-codes';
import { lockInvite, markInviteUsed } from '../store/invites';
import { personOf } from '../store/people';

interface StoredBinding {
  readonly residentId: string;
  readonly householdId: string;
}

/** Whoever holds many cards or guesses at them is slowed down, beside the five tries that each code has. */
const wrongTries = (identityId: string) => ({ key: `bind:${identityId}`, max: 10, windowMs: HOUR_MS });

async function bindByCard(call: WriteCall<Principal>, input: InputOf<typeof contract.bindByCard>) {
  const { identityId, residentId } = call.caller;
  if (residentId) return refuse('BOUND_ALREADY');
  const limit = wrongTries(identityId);
  const exhausted = await refuseWhenExhausted(call.db, limit, call.nowMs);
  if (exhausted) return exhausted;
  const card = await cardOfScan(call, readScan(input.card));
  if (isRefusal(card)) {
    call.countWrong(limit);
    return refuse('CARD_OR_CODE_WRONG'); // whether there is such a card is told to nobody who has not its code
  }
  const decision = decideBindCode(await lockBindCodes(call.db, card.householdId), meant(call, input.code), call.nowMs);
  if (decision.kind === 'right') return bindByCode(call, decision.code, input.consent.version);
  call.countWrong(limit);
  call.commitDespiteRefusal();
  await chargeBindCodes(call.db, decision.charged);
  return decision.refusal;
}

async function bindByCode(call: WriteCall<Principal>, code: KeptCode, consentVersion: string) {
  const person = await personOf(call.db, code.residentId);
  const child = person && childAge(person, call.today);
  if (child !== null) return refuseChild(child);
  const bound = await bind(call, {
    identityId: call.caller.identityId,
    residentId: code.residentId,
    kind: 'boundByCard',
    byResidentId: code.issuedBy,
    consentVersion,
  });
  if (isRefusal(bound)) return bound.code === 'RESIDENT_NOT_FOUND' ? refuse('CARD_OR_CODE_WRONG') : bound;
  await spendBindCode(call.db, code, call.nowMs);
  return { residentId: bound.residentId, householdId: bound.householdId };
}

function meant(call: Call, typed: string) {
  const { keys } = call.world;
  return (code: KeptCode) => code.codeHash.equals(lookupHash(keys, 'bindCode', code.residentId, typed));
}

async function acceptInvite(call: WriteCall<Principal>, input: InputOf<typeof contract.acceptInvite>) {
  const { identityId, residentId } = call.caller;
  if (residentId) return refuse('BOUND_ALREADY');
  const limit = wrongTries(identityId);
  const exhausted = await refuseWhenExhausted(call.db, limit, call.nowMs);
  if (exhausted) return exhausted;
  const invite = await lockInvite(call.db, lookupHash(call.world.keys, 'invite', readInvite(input.code)));
  if (!invite || invite.isRevoked) {
    call.countWrong(limit);
    return refuse('INVITE_NOT_FOUND');
  }
  if (invite.isUsed) return refuse('INVITE_USED');
  if (invite.expiresAtMs <= call.nowMs) return refuse('CODE_EXPIRED');
  const bound = await bind(call, {
    identityId,
    residentId: invite.residentId,
    kind: 'boundByInvite',
    byResidentId: invite.invitedBy,
    consentVersion: input.consent.version,
  });
  if (isRefusal(bound)) return bound.code === 'RESIDENT_NOT_FOUND' ? refuse('INVITE_NOT_FOUND') : bound;
  if (bound.householdId !== invite.householdId) return refuse('INVITE_NOT_FOUND'); // moved out since
  await markInviteUsed(call.db, invite.inviteId, call.nowMs);
  return { residentId: bound.residentId, householdId: bound.householdId };
}

/** The name is not kept with the answer, it is read each time the answer is given. */
async function withName(call: Call, kept: StoredBinding) {
  const names = await namesOf(call.world, call.db, [kept.residentId]);
  return { ...kept, name: names.get(kept.residentId) ?? '' };
}

export const bindingActions = [
  writeWithSecret(contract.bindByCard, bindByCard, withName),
  writeWithSecret(contract.acceptInvite, acceptInvite, withName),
];
