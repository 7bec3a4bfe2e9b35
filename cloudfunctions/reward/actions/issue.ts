import { lockHouseholds, ownInterest } from '../../household';
import type { Call, WriteCall } from '../../kit/handler';
import { writeWithSecret } from '../../kit/handler';
import { newId } from '../../kit/ids';
import { type ResidentCaller, reaches } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { runOn } from '../../kit/statement';
import { holdPoints, lockAccounts, NO_POINTS } from '../../ledger';
import { STAFF } from '../../values/roles';
import * as contract from '../contract/issue';
import { toldOf, voucherIssued } from '../events';
import { decideIssue, type Holder, hashCodes, type Issue, needsRural, orderSources, voucherCodes } from '../rules';
import { refuseUnlooked } from '../services/second-look';
import { type Facts, readRural, readTaken, sourcesOf, standingOf, stockKeyOf } from '../services/standing';
import {
  consentingOf,
  findSubject,
  naturalHolder,
  reachSubject,
  refuseSpending,
  type Standpoint,
  type Subject,
} from '../services/subject';
import { unitNote, voucherViews } from '../services/views';
import { keepOpen, type RewardRow, rewardOf } from '../store/rewards';
import { lockStock, takeStock } from '../store/stock';
import { insertDraws, insertVoucher, type NewVoucher, voucherOf } from '../store/vouchers';

interface Ask {
  readonly rewardId: string;
  readonly holder?: Holder | undefined;
  readonly pool: readonly string[];
  readonly choice?: string | undefined;
}
/** All that the request log keeps; codes and names are added when it is answered. */
interface StoredVoucher {
  readonly voucherId: string;
}

const issueVoucher = (call: WriteCall<ResidentCaller>, input: Ask) => issueAs(call, input, 'spend');

/** At the desk. Nobody serves their own household: that is a colleague's turn. */
async function issueVoucherFor(call: WriteCall<ResidentCaller>, input: Ask & { holder: Holder }) {
  const subject = await reachSubject(call, call.db, input.holder, 'serve');
  if (isRefusal(subject)) return subject;
  if (ownInterest(call, subject) === 'OWN_HOUSEHOLD') return refuse('OWN_HOUSEHOLD');
  return (await refuseUnlooked(call, subject)) ?? issueAs(call, input, 'serve');
}

async function issueAs(call: WriteCall<ResidentCaller>, input: Ask, as: Standpoint) {
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
  const decided = await decideLocked(call, reward, subject, holders, input.choice);
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

/** Accounts, stock, then the reward: the order that everyone keeps. All that the decision rests on is read under the locks. */
async function decideLocked(
  call: WriteCall<ResidentCaller>,
  reward: RewardRow,
  subject: Subject,
  holders: readonly Holder[],
  choice: string | undefined,
) {
  const accounts = await lockAccounts(runOn(call.db), holders, call.nowMs);
  const isOpen = ({ id }: Holder) => accounts.get(id)?.isClosed === false;
  if (!isOpen(subject.holder)) return refuse('ACCOUNT_CLOSED');
  const left = await lockStock(call.db, stockKeyOf(reward, call.today), reward.stockPerPeriod);
  if (!(await keepOpen(call.db, reward.rewardId))) return refuse('REWARD_RETIRED'); // while we waited
  const facts: Facts = {
    balanceOf: (id) => accounts.get(id)?.balance ?? NO_POINTS,
    isRural: needsRural(reward) ? await readRural(call.db, [subject]) : () => false,
    stockLeft: () => left,
    taken: await readTaken(call.db, [reward], [subject], call.today),
  };
  const sources = sourcesOf(facts, holders.filter(isOpen));
  const standing = standingOf(facts, reward, subject, sources.slice(1));
  return decideIssue({ terms: reward, standing, sources, choice, today: call.today });
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
  const { periodKey } = decided;
  await takeStock(call.db, { lineId: reward.lineId, periodKey });
  await insertWithFreeCode(call, {
    voucherId,
    rewardId: reward.rewardId,
    periodKey,
    unitId,
    holder: subject.holder,
    householdId: subject.householdId,
    choice: decided.choice,
    points: reward.cost,
    issuedAtMs: call.nowMs,
    expiresAtMs: decided.expiresAtMs,
    issuedBy: call.caller.residentId,
  });
  await insertDraws(call.db, voucherId, decided.draws);
  await holdPoints(call.db, { draws: decided.draws, voucherId, title: reward.title, unitId, nowMs: call.nowMs });
  note(call, subject, as, { rewardId: reward.rewardId, voucherId, points: reward.cost });
  const { rewardId, cost: points } = reward;
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

/** As it was when issued, so that the same request is answered the same way for ever. */
async function reveal(call: Call, { voucherId }: StoredVoucher) {
  const voucher = await voucherOf(call.db, voucherId);
  if (!voucher) throw new Error(`voucher ${voucherId} is gone`);
  const asIssued = {
    ...voucher,
    state: 'issued' as const,
    redeemedAtMs: null,
    redeemedProviderId: null,
    endedAtMs: null,
  };
  const [view] = await voucherViews(call, [asIssued], voucher.issuedAtMs);
  if (!view) throw new Error(`voucher ${voucherId} cannot be shown`);
  return view;
}

export const issueActions = [
  writeWithSecret(contract.issueVoucher, issueVoucher, reveal),
  writeWithSecret(contract.issueVoucherFor, issueVoucherFor, reveal),
];
