import { openBatcher, type PostCommand } from '../../cloudfunctions/award/post';
import type { Database } from '../../cloudfunctions/database/connect';
import { claimFor, commandFor, setScene } from '../award/commands';
import { testWorld } from '../support/world';
import { measure, median, shown } from './measure';
import { postRaw } from './raw';

const RESIDENTS = 500;
const AWARDS: Record<number, number> = { 1: 800, 16: 3_000, 64: 6_000, 256: 8_000 };
type Contestant = 'batch 256' | 'batch 1' | 'raw';

/** Posting in process, each request its own claim. */
export interface Posting {
  /** Batched posting by that many callers, once, per second: beside whatever else is measured in the same round. */
  once(callers: number): Promise<number>;
  /** Prints it beside single posting and the same rows raw, the contestants taking turns. */
  compare(rounds: number, callers: number): Promise<void>;
}

export async function openPosting(database: Database): Promise<Posting> {
  const world = testWorld(database);
  const scene = await setScene(database, RESIDENTS);
  const lanes = { 'batch 256': openBatcher(world, 256), 'batch 1': openBatcher(world, 1) };
  const contestants: Record<Contestant, (ask: PostCommand) => Promise<unknown>> = {
    'batch 256': (ask) => lanes['batch 256'].add(ask),
    'batch 1': (ask) => lanes['batch 1'].add(ask),
    raw: (ask) => postRaw(database.pool, ask),
  };
  const makeAsks = (count: number) =>
    Array.from({ length: count }, () => commandFor(scene, [claimFor(scene, Math.floor(Math.random() * RESIDENTS))]));
  const opening = scene.residents.map((_, place) =>
    lanes['batch 256'].add(commandFor(scene, [claimFor(scene, place)])),
  );
  await Promise.all(opening); // every account is open
  const run = (name: Contestant, callers: number, count: number) =>
    measure(callers, contestants[name], makeAsks(count));
  return {
    once: (callers) => run('batch 256', callers, (AWARDS[callers] ?? 0) / 2),
    async compare(rounds, callers) {
      const figures: Record<Contestant, number[]> = { 'batch 256': [], 'batch 1': [], raw: [] };
      const order: Contestant[] = ['batch 256', 'batch 1', 'raw'];
      for (let round = -1; round < rounds; round++) {
        for (const name of order) {
          const count = round < 0 ? 200 : (AWARDS[callers] ?? 0) / (name === 'batch 256' ? 1 : 4);
          const perSecond = await run(name, callers, count);
          if (round >= 0) figures[name].push(perSecond); // the first round only warms up
        }
        order.push(order.shift() as Contestant);
      }
      report(callers, figures);
    },
  };
}

function report(callers: number, figures: Record<Contestant, number[]>): void {
  const all = Object.entries(figures).map(([, values]) => shown(values));
  const ratio = (a: Contestant, b: Contestant) => (median(figures[a]) / median(figures[b])).toFixed(2);
  const ratios = [ratio('batch 256', 'batch 1'), ratio('batch 256', 'raw')];
  console.log(`| ${[callers, ...all, ...ratios].join(' | ')} |`);
}
