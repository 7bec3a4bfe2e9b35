import { accountsOf, lockHouseholds, markDrawnOn } from '../../household';
import type { Call, WriteCall } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type ResidentCaller, reaches } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { holdPoints, lockAccounts, NO_POINTS, sumBalances } from '../../ledger';
import { STAFF } from '../../values/roles';
import { toldOf, voucherIssued } from '../events';
import { decideIssue, type Holder, hashCodes, type Issue, needsRural, orderSources, voucherCodes } from '../rules';
import { lockRule } from '../store/redemption';
import { keepOpen, type RewardRow, rewardOf } from '../store/rewards';
import { lockStock, takeStock } from '../store/stock';
import { insertDraws, insertVoucher, type NewVoucher } from '../store/vouchers';
import { readRedemption } from './redemption';
import { lockFree } from './shelf';
import { type Facts, readRural, readTaken, standingOf, stockKeyOf } from './standing';
import {
  consentingOf,
  findSubject,
  naturalHolder,
  reachSubject,
  refuseSpending,
  type Standpoint,
  type Subject,
} from './subject';
import { unitNote } from './views';

export interface Ask {
  readonly rewardId: string;
  readonly holder?: Holder | undefined;
  readonly pool: readonly string[];
  readonly choice?: string | undefined;
  /** One when left out. */
  readonly quantity?: number;
}

/** A voucher for whom it is asked, decided and written under the locks that everyone takes in one order. */
export async function issueAs(call: WriteCall<ResidentCaller>, input: Ask, as: Standpoint) {
  const reward = await rewardOf(call.db, input.rewardId);
  if (!reward) return refuse('REWARD_NOT_FOUND');
  const subject = await lockedSubject(call, input, reward, as);
  if (isRefusal(subject)) return subject;
  note(call, subject, as, { rewardId: reward.rewardId });
  if (reward.isRetired) return refuse('REWARD_RETIRED');
  const denial = await refuseSpending(call, subject, as, input.pool);
  if (denial) return denial;
  const consenting = input.pool.length > 0 ? await consentingOf(call, subject) : [];
  const holders = orderSources(subject.holder, input.pool, consenting);
  if (isRefusal(holders)) return holders;
  const decided = await decideLocked(call, reward, subject, holders, input);
  if (isRefusal(decided)) return decided;
  return writeVoucher(call, reward, subject, decided, as);
}

/**
 * The first lock: the holder's household, for its limit and for who lives in it. What was read before the lock is read
 * again after it; somebody who has moved in between starts again.
 */
async function lockedSubject(call: WriteCall<ResidentCaller>, input: Ask, reward: RewardRow, as: Standpoint) {
  const own: Holder = { kind: 'resident', id: call.caller.residentId };
  const base = await findSubject(call.db, input.holder ?? own);
  if (!base) return refuse('HOLDER_NOT_FOUND');
  const holder = input.holder ?? naturalHolder(call, base, reward.holderKind);
  if (base.householdId) await lockHouseholds(runOn(call.db), [base.householdId]);
  const subject = await reachSubject(call, call.db, holder, as);
  if (!isRefusal(subject) && subject.householdId && subject.householdId !== base.householdId)
    throw Object.assign(new Error('the holder moved meanwhile'), { code: '40001' }); // tried again from the start
  return subject;
}

/** Accounts, the community's month, stock, shelf, then the reward: the order that everyone keeps. All that the decision rests on is read under the locks. */
async function decideLocked(
  call: WriteCall<ResidentCaller>,
  reward: RewardRow,
  subject: Subject,
  holders: readonly Holder[],
  { choice, quantity = 1 }: Ask,
) {
  const all = await accountsOf(
    call.db,
    holders.map(({ id }) => id),
  );
  const expand = (some: readonly Holder[]) =>
    some.flatMap(({ kind, id }) => (all.get(id) ?? [id]).map((one): Holder => ({ kind, id: one })));
  const accounts = await lockAccounts(runOn(call.db), expand(holders), call.nowMs);
  const accountOf = (id: string) => accounts.get(id)?.balance ?? NO_POINTS;
  if (accounts.get(subject.holder.id)?.isClosed) return refuse('ACCOUNT_CLOSED');
  if (subject.communityId) await lockRule(call.db, subject.communityId);
  const left = await lockStock(call.db, stockKeyOf(reward, call.today), reward.stockPerPeriod);
  const shelfLeft = await lockFree(call.db, reward, call.nowMs);
  if (!(await keepOpen(call.db, reward.rewardId))) return refuse('REWARD_RETIRED'); // while we waited
  const facts: Facts = {
    balanceOf: (id) => sumBalances((all.get(id) ?? [id]).map(accountOf)),
    isRural: needsRural(reward) ? await readRural(call.db, [subject]) : () => false,
    stockLeft: () => left,
    shelfLeft: () => shelfLeft,
    taken: await readTaken(call.db, [reward], [subject], call.today),
    redemption: await readRedemption(call.db, [reward], subject.communityId ? [subject.communityId] : [], call.nowMs),
  };
  const pay = (some: readonly Holder[]) =>
    expand(some) // those of the dead are closed to credits, and their family's
      .map((holder) => ({ holder, available: accountOf(holder.id).available }));
  const standing = standingOf(facts, reward, subject, pay(holders.slice(1)));
  const sources = pay(holders);
  const decided = decideIssue({ terms: reward, standing, sources, choice, quantity, today: call.today });
  if (!isRefusal(decided)) await sealMerged(call, decided, holders);
  return decided;
}

/** Where points of a record that was merged are spent, the two are one for good. */
async function sealMerged(call: WriteCall, { draws }: Issue, holders: readonly Holder[]): Promise<void> {
  const own = new Set(holders.map(({ id }) => id));
  const merged = draws.map(({ accountId }) => accountId).filter((id) => !own.has(id));
  if (merged.length > 0) await markDrawnOn(call.db, merged, call.nowMs);
}

async function writeVoucher(
  call: WriteCall<ResidentCaller>,
  reward: RewardRow,
  subject: Subject,
  decided: Issue,
  as: Standpoint,
) {
  const voucherId = newId(call.world);
  const unitId = subject.communityId as string; // a holder without a community has been refused
  const { periodKey, points, quantity } = decided;
  await takeStock(call.db, { lineId: reward.lineId, periodKey }, quantity);
  await insertWithFreeCode(call, {
    voucherId,
    rewardId: reward.rewardId,
    periodKey,
    unitId,
    holder: subject.holder,
    householdId: subject.householdId,
    choice: decided.choice,
    quantity,
    points,
    issuedAtMs: call.nowMs,
    expiresAtMs: decided.expiresAtMs,
    issuedBy: call.caller.residentId,
  });
  await insertDraws(call.db, voucherId, decided.draws);
  await holdPoints(call.db, { draws: decided.draws, voucherId, title: reward.title, unitId, nowMs: call.nowMs });
  note(call, subject, as, { rewardId: reward.rewardId, voucherId, points });
  const { rewardId } = reward;
  call.publish(voucherIssued(toldOf({ voucherId, rewardId, unitId, holder: subject.holder, points })));
  return { voucherId };
}

const VERSIONS = 20;

/** The next version when the six characters are those of another issued voucher: one in 191 million for each of them. */
async function insertWithFreeCode(
  call: WriteCall<ResidentCaller>,
  voucher: Omit<NewVoucher, 'version' | 'hashes'>,
): Promise<void> {
  const { keys } = call.world;
  for (let version = 1; version <= VERSIONS; version++) {
    const hashes = hashCodes(keys, voucherCodes(keys, voucher.voucherId, version));
    if (await insertVoucher(call.db, { ...voucher, version, hashes })) return;
  }
  throw new Error(`no free code for voucher ${voucher.voucherId} in ${VERSIONS} versions`);
}

function note(
  call: Call<ResidentCaller>,
  subject: Subject,
  as: Standpoint,
  detail: Record<string, string | number>,
): void {
  const { caller } = call;
  const served =
    as === 'serve' && caller.roles.find((held) => reaches({ ...caller, roles: [held] }, STAFF, subject.unitPath ?? ''));
  call.note({
    targetKind: subject.holder.kind,
    targetId: subject.holder.id,
    ...unitNote(subject),
    ...(served && { role: served.role }),
    detail,
  });
}
