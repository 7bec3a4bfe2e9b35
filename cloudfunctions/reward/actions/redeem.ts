import { hasRight, ownInterest, personsOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type AttemptLimit, refuseWhenExhausted } from '../../kit/attempt';
import { type Call, read, type WriteCall, writeWithSecret } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { providersOf, unitOf } from '../../organisation';
import { grouped } from '../../values/codes';
import { MINUTE_MS } from '../../values/dates';
import * as contract from '../contract/redeem';
import { ageForRules, type EndedVoucher, honouredAt, readCode, refuseUnlessIssued, voucherCodes } from '../rules';
import { redeemAt } from '../services/redeem';
import { findSubject } from '../services/subject';
import { shownNames } from '../services/views';
import { honouringOf, type RewardRow, rewardOf } from '../store/rewards';
import { lockByHash, type VoucherRow, voucherByHash, voucherOf } from '../store/vouchers';

const WRONG_MAX = 5;
const WINDOW_MS = MINUTE_MS;

/** Looking up and redeeming share it, so that neither can be used to guess for the other. */
const wrongCodes = (call: Call<RoleHolder>): AttemptLimit => ({
  key: `voucherCode:${call.caller.residentId}`,
  max: WRONG_MAX,
  windowMs: WINDOW_MS,
});
const mutexOfClerk = (call: Call<RoleHolder>) => wrongCodes(call).key;

interface Shown {
  readonly voucher: VoucherRow;
  /** The caller's own, at which it would be redeemed. */
  readonly providerId: string;
}
type NotShown = Refusal<'VOUCHER_NOT_FOUND' | 'OTHER_PROVIDER' | 'OWN_HOUSEHOLD' | EndedVoucher>;

/** Nobody's voucher, or one that is not for this clerk. */
const WRONG = ['VOUCHER_NOT_FOUND', 'OTHER_PROVIDER'] as const;
const isWrong = ({ code }: NotShown) => WRONG.some((wrong) => wrong === code);

/**
 * The voucher behind a code, if it is for this clerk. Of another provider's, or one of a community where the caller is no
 * clerk, nothing more is told; a voucher of one's own that has ended says when, and where it was redeemed.
 */
async function showClerk(call: Call<RoleHolder>, voucher: VoucherRow | null): Promise<Shown | NotShown> {
  if (!voucher) return refuse('VOUCHER_NOT_FOUND');
  call.note({ targetKind: 'voucher', targetId: voucher.voucherId, unitId: voucher.unitId, role: 'providerClerk' });
  const places = (await honouringOf(call.db, [voucher.rewardId])).get(voucher.rewardId) ?? [];
  const honouring = honouredAt(places, voucher.choice);
  const community = await unitOf(call.db, voucher.unitId);
  const unitPath = community?.path ?? null;
  const providerId = honouring.find((id) => hasRight(call, 'redeemVouchers', { unitPath, providerId: id }));
  if (!providerId) return refuse('OTHER_PROVIDER');
  if (await isOwn(call, voucher)) return refuse('OWN_HOUSEHOLD');
  const ended = refuseUnlessIssued(voucher, call.nowMs);
  if (!ended) return (await refuseOfTheDead(call, voucher)) ?? { voucher, providerId };
  return ended.code === 'VOUCHER_REDEEMED' ? withPlace(call, ended, voucher) : ended;
}

/** Of the clerk's family, now or when it was issued, or of the society that they lead: a colleague takes it. */
async function isOwn(call: Call<RoleHolder>, { holder, householdId }: VoucherRow): Promise<boolean> {
  if (householdId !== null && householdId === call.caller.householdId) return true;
  const subject = await findSubject(call.db, holder);
  return subject !== null && ownInterest(call, subject) !== null;
}

/** It is cancelled within the minute; nobody uses it before. */
async function refuseOfTheDead(call: Call, { holder }: VoucherRow): Promise<Refusal<'VOUCHER_CANCELLED'> | null> {
  if (holder.kind !== 'resident') return null;
  const person = (await personsOf(call.db, [holder.id])).get(holder.id);
  return person?.diedOn ? refuse('VOUCHER_CANCELLED', { endedAtMs: call.nowMs }) : null;
}

async function withPlace(call: Call, ended: Refusal<'VOUCHER_REDEEMED'>, { redeemedProviderId }: VoucherRow) {
  const redeemedAtProvider = await providerName(call, redeemedProviderId);
  return refuse(ended.code, { ...ended.detail, redeemedAtProvider });
}

async function providerName(call: Call, providerId: string | null): Promise<string> {
  return (providerId && (await providersOf(call.db, [providerId])).get(providerId)?.name) || '';
}

async function rewardAndName(call: Call, voucher: VoucherRow) {
  const reward = (await rewardOf(call.db, voucher.rewardId)) as RewardRow;
  const nameOf = await shownNames(call, [voucher.holder]);
  return { reward, holderName: nameOf(voucher.holder) };
}

/** Masked name, age and sex are enough to see whether the person at the counter may be the one. */
async function lookUpVoucher(call: Call<RoleHolder>, { code }: InputOf<typeof contract.lookUpVoucher>) {
  const hashes = readCode(call.world.keys, code);
  const shown = await showClerk(call, hashes && (await voucherByHash(call.db, hashes)));
  if (isRefusal(shown)) return shown;
  const { voucherId, holder, choice, quantity, expiresAtMs, version } = shown.voucher;
  const { reward, holderName } = await rewardAndName(call, shown.voucher);
  const person = holder.kind === 'resident' ? (await personsOf(call.db, [holder.id])).get(holder.id) : undefined;
  const age = person
    ? ageForRules({ bornOn: person.bornOn, isBornYearOnly: person.bornPrecision === 'year' }, call.today)
    : null;
  return {
    voucherId,
    kind: reward.kind,
    title: reward.title,
    choice,
    quantity,
    holderName,
    holderKind: holder.kind,
    age,
    sex: person?.sex ?? null,
    code: grouped(voucherCodes(call.world.keys, voucherId, version).code),
    expiresAtMs,
    checkedAtMs: call.nowMs,
  };
}

/** Exactly once: whoever comes second waits for the lock and finds it redeemed. */
async function redeemVoucher(call: WriteCall<RoleHolder>, { code }: InputOf<typeof contract.redeemVoucher>) {
  const limit = wrongCodes(call);
  const exhausted = await refuseWhenExhausted(call.db, limit, call.nowMs);
  if (exhausted) return exhausted;
  const hashes = readCode(call.world.keys, code);
  const shown = await showClerk(call, hashes && (await lockByHash(call.db, hashes)));
  if (isRefusal(shown)) {
    if (isWrong(shown)) call.countWrong(limit);
    return shown;
  }
  const { voucher, providerId } = shown;
  const reward = (await rewardOf(call.db, voucher.rewardId)) as RewardRow;
  const denial = await redeemAt(call, voucher, { reward, providerId });
  if (denial) return denial;
  return { voucherId: voucher.voucherId, providerId, redeemedAtMs: call.nowMs };
}

interface RedeemedVoucher {
  readonly voucherId: string;
  readonly providerId: string;
  readonly redeemedAtMs: number;
}

async function revealRedeemed(call: Call, { voucherId, providerId, redeemedAtMs }: RedeemedVoucher) {
  const voucher = (await voucherOf(call.db, voucherId)) as VoucherRow;
  const { reward, holderName } = await rewardAndName(call, voucher);
  const redeemedAtProvider = await providerName(call, providerId);
  return {
    voucherId,
    title: reward.title,
    choice: voucher.choice,
    holderName,
    redeemedAtMs,
    redeemedAtProvider,
  };
}

export const redeemActions = [
  read(contract.lookUpVoucher, lookUpVoucher, { limitOf: wrongCodes, wrong: WRONG }),
  writeWithSecret(contract.redeemVoucher, redeemVoucher, revealRedeemed, mutexOfClerk),
];
