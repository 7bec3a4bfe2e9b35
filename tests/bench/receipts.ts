import { randomUUID } from 'node:crypto';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import { append, type Holder, lockAccounts, signCheckpoints } from '../../cloudfunctions/ledger';
import { type Callers, postOf } from './callers';
import { allWell } from './check-ins';
import { median, quantile, shown, whole } from './measure';
import type { Served } from './served';

const EACH = 10;
const TOGETHER = 250;
const TIMES = 1_000;
const TIMES_COMPUTED = 20;
const TWO_DAYS_MS = 2 * 86_400_000;

/** The day before yesterday, with ten entries of everybody. Before anything else is posted: an account grows forwards. */
export async function fillDay({ world, scene }: Served): Promise<void> {
  const postedAtMs = world.clock() - TWO_DAYS_MS;
  const { communityId: unitId } = scene.units;
  const same = {
    kind: 'credit',
    points: 1,
    title: '清洁家园',
    source: 'give',
    unitId,
    deedDate: '2026-01-01',
  } as const;
  const rest = { postedAtMs, itemId: null, itemVersion: null, correctsSeq: null };
  for (let start = 0; start < scene.residents.length; start += TOGETHER) {
    const holders = scene.residents
      .slice(start, start + TOGETHER)
      .map(({ residentId }): Holder => ({ kind: 'resident', id: residentId }));
    await inTransaction(world.database.db, async (trx) => {
      const accounts = await lockAccounts(runOn(trx), holders, postedAtMs);
      const drafts = holders.flatMap(({ id }) =>
        Array.from({ length: EACH }, () => ({ ...same, ...rest, accountId: id, sourceId: randomUUID() })),
      );
      await append(runOn(trx), accounts, drafts);
    });
  }
}

/** Signs that day; then receipts of it, with the tree as signing kept it, and computed anew as where there is none. */
export async function measureReceipts(callers: Callers, served: Served, url: string, rounds: number): Promise<void> {
  const { world, scene, tokens, port } = served;
  const startedMs = performance.now();
  await signCheckpoints(world, world.clock());
  const signingMs = performance.now() - startedMs;
  const run = async (name: string, count: number, times: number) => {
    const [perSecond, waits]: [number[], number[]] = [[], []];
    for (let round = -1; round < rounds; round++) {
      const requests = Array.from({ length: round < 0 ? 5 : times }, (_, i) => {
        const place = (i * 7) % tokens.length;
        const input = { accountId: scene.residents[place]?.residentId, seq: 1 + (i % EACH) };
        return postOf('/api/ledger/receipt', tokens[place] as string, { input });
      });
      const told = allWell(await callers.call({ port, callers: count, requests }));
      if (round < 0) continue;
      perSecond.push((times / told.ms) * 1000);
      waits.push(...told.waitsMs);
    }
    const latency = `${median(waits).toFixed(1)} / ${quantile(waits, 0.99).toFixed(1)}`;
    console.log(`| ${[name, count, shown(perSecond), latency].join(' | ')} |`);
  };
  await run('ledger.receipt, tree kept at signing', 1, TIMES / 5);
  await run('ledger.receipt, tree kept at signing', 64, TIMES);
  const owner = createDatabase({ url, as: 'owner', max: 1 });
  await owner.pool.query(
    'alter table checkpoint_tree disable trigger checkpoint_tree_append_only; delete from checkpoint_tree',
  );
  await owner.close();
  await run('ledger.receipt, day computed anew', 1, TIMES_COMPUTED);
  console.log(`signing that day of ${whole(scene.residents.length * EACH)} entries took ${whole(signingMs)} ms`);
}
