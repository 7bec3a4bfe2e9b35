import { randomUUID } from 'node:crypto';
import { runOn } from '../../../cloudfunctions/kit/statement';
import { inTransaction } from '../../../cloudfunctions/kit/transaction';
import type { World } from '../../../cloudfunctions/kit/world';
import {
  append,
  type Holder,
  holdPoints,
  lockAccounts,
  redeemHeld,
  releaseHeld,
  signCheckpoints,
} from '../../../cloudfunctions/ledger';
import { insertUnits } from '../../support/rows';
import { TEST_NOW_MS } from '../../support/world';

const DAYS = 4;
const DAY_MS = 86_400_000;
const ACCOUNTS = 6;

/** Four days of six accounts in two communities: credits in both, points held, used, given back and corrected; each night signed. */
export async function fillLedger(world: World): Promise<void> {
  const here = await insertUnits(world.database.db);
  const there = await insertUnits(world.database.db);
  const units = [here.communityId, there.communityId];
  const holders = Array.from({ length: ACCOUNTS }, (_, i): Holder => {
    return { kind: i === 0 ? 'household' : 'resident', id: randomUUID() };
  });
  const vouchers = holders.map(() => randomUUID());
  for (let day = 0; day < DAYS; day++) {
    const nowMs = TEST_NOW_MS + day * DAY_MS;
    for (const [i, holder] of holders.entries()) {
      const unitId = units[(i + day) % 2] as string;
      await credit(world, holder, { unitId, points: 5 + i, nowMs });
      await moveVoucher(world, holder, {
        day,
        i,
        voucherId: vouchers[i] as string,
        unitId: units[i % 2] as string,
        nowMs,
      });
    }
    await signCheckpoints(world, nowMs + DAY_MS);
  }
}

interface Entered {
  readonly unitId: string;
  readonly points: number;
  readonly nowMs: number;
  readonly correctsSeq?: number;
}

async function credit(world: World, holder: Holder, { unitId, points, nowMs, correctsSeq }: Entered): Promise<void> {
  await inTransaction(world.database.db, async (trx) => {
    const run = runOn(trx);
    const accounts = await lockAccounts(run, [holder], nowMs);
    const kind = correctsSeq ? ('correction' as const) : ('credit' as const);
    const source = correctsSeq ? ('correction' as const) : ('give' as const);
    const draft = { accountId: holder.id, kind, points, title: '清洁家园', source, sourceId: randomUUID(), unitId };
    const rest = { itemId: null, itemVersion: null, deedDate: '2026-11-23', postedAtMs: nowMs };
    await append(run, accounts, [{ ...draft, ...rest, correctsSeq: correctsSeq ?? null }]);
  });
}

/** Held on the second day, used or given back on the third; on the fourth the first credit turns out to be wrong. */
async function moveVoucher(
  world: World,
  holder: Holder,
  at: { day: number; i: number; voucherId: string; unitId: string; nowMs: number },
): Promise<void> {
  const { day, i, voucherId, unitId, nowMs } = at;
  const draws = [{ accountId: holder.id, holderKind: holder.kind, points: 3 }];
  const move = { draws, voucherId, title: '免费体检', unitId, nowMs };
  if (day === 3) return credit(world, holder, { unitId, points: 5 + i, nowMs, correctsSeq: 1 });
  const settle = i % 2 === 0 ? redeemHeld : releaseHeld;
  const step = [null, holdPoints, settle][day];
  if (step) await inTransaction(world.database.db, (trx) => step(trx, move));
}
