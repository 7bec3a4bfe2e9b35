import { mkdtempSync, rmSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { openLane, type PostAsk } from '../../cloudfunctions/award/post';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { startEmbedded } from '../../cloudfunctions/database/embedded/server';
import { migrate } from '../../cloudfunctions/database/migrate';
import { askFor, claimFor, setScene } from '../award/asks';
import { testWorld } from '../support/world';
import { measureCheckIns } from './check-ins';
import { measure, median } from './measure';
import { postRaw } from './raw';

const ROUNDS = Number(process.env.ROUNDS ?? 5);
const RESIDENTS = 500;
const AWARDS: Record<number, number> = { 1: 800, 16: 3_000, 64: 6_000 };
type Contestant = 'batch 256' | 'batch 1' | 'raw';

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
    for (const callers of [1, 16, 64]) {
      const rounds: number[] = [];
      for (let round = 0; round < ROUNDS; round++)
        rounds.push(await measureCheckIns(database, callers, callers === 1 ? 200 : 1_000));
      console.log(`${callers} callers  check-ins over HTTP: ${shown(rounds)}`);
    }
    await Promise.all([database.close(), client.close()]);
  } finally {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** 1231 (1102–1310) */
function shown(values: readonly number[]): string {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)].map(Math.round);
  return `${Math.round(median(values))} (${lowest}–${highest})`;
}

function report(callers: number, figures: Record<Contestant, number[]>): void {
  const all = Object.entries(figures).map(([name, values]) => `${name}: ${shown(values)}`);
  const ratio = (a: Contestant, b: Contestant) => (median(figures[a]) / median(figures[b])).toFixed(2);
  console.log(
    `${callers} callers  ${all.join('  ')}  batch 256 is ${ratio('batch 256', 'batch 1')} × batch 1, ${ratio('batch 256', 'raw')} × raw`,
  );
}

await main();
