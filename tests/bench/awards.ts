import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { openLane, type PostAsk } from '../../cloudfunctions/award/post';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { startEmbedded } from '../../cloudfunctions/database/embedded/server';
import { migrate } from '../../cloudfunctions/database/migrate';
import { askFor, claimFor, setScene } from '../award/asks';
import { testWorld } from '../support/world';
import { postRaw } from './raw';

const ROUNDS = 5;
const RESIDENTS = 500;
const AWARDS: Record<number, number> = { 1: 800, 16: 3_000, 64: 6_000 };
type Contestant = 'batch 256' | 'batch 1' | 'raw';

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Awards per second, that many callers each waiting for their answer before they ask again. */
async function measure(
  callers: number,
  post: (ask: PostAsk) => Promise<unknown>,
  asks: readonly PostAsk[],
): Promise<number> {
  const waiting = [...asks];
  const startedMs = performance.now();
  const callAgain = async () => {
    for (let ask = waiting.pop(); ask; ask = waiting.pop()) await post(ask);
  };
  await Promise.all(Array.from({ length: callers }, callAgain));
  return (asks.length / (performance.now() - startedMs)) * 1000;
}

async function main(): Promise<void> {
  const dir = mkdtempSync(path.join(process.cwd(), '.bench-'));
  const server = await startEmbedded({ dir: path.join(dir, 'postgres') });
  try {
    const url = server.url('postgres');
    await migrate(url);
    const database = createDatabase({ url, max: 70 });
    const world = testWorld(database);
    const scene = await setScene(database, RESIDENTS);
    const lanes = { 'batch 256': openLane(world, 256), 'batch 1': openLane(world, 1) };
    const contestants: Record<Contestant, (ask: PostAsk) => Promise<unknown>> = {
      'batch 256': (ask) => lanes['batch 256'].add(ask),
      'batch 1': (ask) => lanes['batch 1'].add(ask),
      raw: (ask) => postRaw(database.pool, ask),
    };
    const makeAsks = (count: number) =>
      Array.from({ length: count }, () => askFor(scene, [claimFor(scene, Math.floor(Math.random() * RESIDENTS))]));
    await Promise.all(
      scene.residents.map((_, place) => lanes['batch 256'].add(askFor(scene, [claimFor(scene, place)]))),
    ); // every account is open
    const client = createDatabase({ url, as: 'owner', max: 1 });
    await client.pool.query('analyze');
    console.log(
      `PostgreSQL 18, fsync on, ${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}; median of ${ROUNDS} (lowest–highest), awards/s`,
    );
    for (const callers of [1, 16, 64]) {
      const figures: Record<Contestant, number[]> = { 'batch 256': [], 'batch 1': [], raw: [] };
      const order: Contestant[] = ['batch 256', 'batch 1', 'raw'];
      for (let round = -1; round < ROUNDS; round++) {
        for (const name of order) {
          const persecond = await measure(
            callers,
            contestants[name],
            makeAsks(round < 0 ? 200 : (AWARDS[callers] ?? 0)),
          );
          if (round >= 0) figures[name].push(persecond); // the first round only warms up
        }
        order.push(order.shift() as Contestant);
      }
      report(callers, figures);
    }
    await Promise.all([database.close(), client.close()]);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

function report(callers: number, figures: Record<Contestant, number[]>): void {
  const shown = Object.entries(figures).map(([name, values]) => {
    const [lowest, highest] = [Math.min(...values), Math.max(...values)].map(Math.round);
    return `${name}: ${Math.round(median(values))} (${lowest}–${highest})`;
  });
  const ratio = (a: Contestant, b: Contestant) => (median(figures[a]) / median(figures[b])).toFixed(2);
  console.log(
    `${callers} callers  ${shown.join('  ')}  batch 256 is ${ratio('batch 256', 'batch 1')} × batch 1, ${ratio('batch 256', 'raw')} × raw`,
  );
}

await main();
