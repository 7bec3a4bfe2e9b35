import { writeAudit } from '../../kit/audit';
import { newId } from '../../kit/ids';
import { publishEvents } from '../../kit/outbox/publish';
import { runOn } from '../../kit/statement';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { lockAccounts, releaseHeld } from '../../ledger';
import { businessDate } from '../../values/dates';
import { toldOf, voucherEnded } from '../events';
import { isStockBack, mayLapse } from '../rules';
import { expiredVouchers, lockStillIssued } from '../store/reading';
import { type RewardRow, rewardsOf } from '../store/rewards';
import { putStockBack } from '../store/stock';
import { drawsOf, markEnded, type VoucherRow } from '../store/vouchers';
import { unitsForEntries } from './redeem';

const BATCH = 200;

/**
 * Ends the vouchers that have expired: points back, stock back within its period, limits freed by that alone. May be
 * repeated, and run by two at once: each takes what the other has not locked. One voucher that cannot be ended is told
 * in the log and keeps no other from it. Answers how many have lapsed.
 */
export async function lapseVouchers(world: World, nowMs: number): Promise<number> {
  let lapsed = 0;
  let after: { expiresAtMs: number; voucherId: string } | null = null;
  for (;;) {
    const found: VoucherRow[] = await expiredVouchers(world.database.db, nowMs, after, BATCH);
    lapsed += await lapseApart(world, found, nowMs);
    const last = found.at(-1);
    if (!last || found.length < BATCH) return lapsed;
    after = last;
  }
}

async function lapseApart(world: World, vouchers: readonly VoucherRow[], nowMs: number): Promise<number> {
  if (vouchers.length === 0) return 0;
  const ids = vouchers.map((voucher) => voucher.voucherId);
  try {
    return await inTransaction(world.database.db, (trx) => lapseTogether(world, trx, ids, nowMs));
  } catch (err) {
    if (vouchers.length > 1) {
      let lapsed = 0;
      for (const voucher of vouchers) lapsed += await lapseApart(world, [voucher], nowMs);
      return lapsed;
    }
    world.log.error({ err, voucherId: ids[0] }, 'an expired voucher could not be ended');
    return 0;
  }
}

async function lapseTogether(world: World, db: Db, ids: readonly string[], nowMs: number): Promise<number> {
  const vouchers = (await lockStillIssued(db, ids)).filter((voucher) => mayLapse(voucher, nowMs));
  return endTogether(world, db, vouchers, { state: 'lapsed', action: 'reward.lapse', nowMs });
}

interface End {
  readonly state: 'lapsed' | 'cancelled';
  /** What the audit log calls it. */
  readonly action: string;
  readonly nowMs: number;
}

/** Vouchers, which are locked, then accounts, then stock: the order that everyone keeps. */
export async function endTogether(
  world: World,
  db: Db,
  vouchers: readonly VoucherRow[],
  { state, action, nowMs }: End,
): Promise<number> {
  if (vouchers.length === 0) return 0;
  const rewards = await rewardsOf(db, [...new Set(vouchers.map((voucher) => voucher.rewardId))]);
  const draws = await drawsOf(db, vouchers);
  const holders = [...draws.values()].flat().map((draw) => ({ kind: draw.holderKind, id: draw.accountId }));
  await lockAccounts(runOn(db), holders, nowMs);
  const unitOfEntry = await unitsForEntries(db, vouchers);
  for (const { voucherId, rewardId, unitId: issuedIn } of vouchers) {
    const unitId = unitOfEntry({ unitId: issuedIn });
    const title = (rewards.get(rewardId) as RewardRow).title;
    await releaseHeld(db, { draws: draws.get(voucherId) ?? [], voucherId, title, unitId, nowMs });
  }
  const today = businessDate(nowMs);
  const keys = vouchers.flatMap(({ rewardId, periodKey, quantity }) => {
    const { lineId, period } = rewards.get(rewardId) as RewardRow;
    return isStockBack(period, periodKey, today) ? Array.from({ length: quantity }, () => ({ lineId, periodKey })) : [];
  });
  await putStockBack(db, keys);
  await markEnded(
    db,
    vouchers.map((voucher) => voucher.voucherId),
    { state, residentId: null, nowMs },
  );
  await record(world, db, vouchers, { state, action, nowMs });
  return vouchers.length;
}

async function record(
  world: World,
  db: Db,
  vouchers: readonly VoucherRow[],
  { state, action, nowMs }: End,
): Promise<void> {
  const notes = vouchers.map(({ voucherId, unitId }) => ({ targetKind: 'voucher', targetId: voucherId, unitId }));
  const run = runOn(db);
  const nobody = { caller: null, addressHash: null, traceId: newId(world) };
  await writeAudit(run, [{ action, outcome: 'ok', ...nobody, atMs: nowMs, notes }]);
  const events = vouchers.map((voucher) => ({
    event: voucherEnded({ ...toldOf(voucher), state }),
    atMs: nowMs,
  }));
  await publishEvents(run, events);
}
