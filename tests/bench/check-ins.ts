import type { Callers, Told } from './callers';
import { postOf } from './callers';
import { mean, median, quantile, shown, whole } from './measure';
import { checkInsAtNewActivity, type Served } from './served';

const ASKED: Record<number, number> = { 1: 300, 16: 1_000, 64: 2_000, 256: 2_000 };
const BARE = 10_000;

/** A route that does nothing, by the same callers: what HTTP alone lets through. */
export async function measureBare(
  callers: Callers,
  { port }: Served,
  rounds: number,
  count: number,
): Promise<number[]> {
  const requests = Array.from({ length: BARE }, () => postOf('/bench/bare', null, {}));
  const perSecond: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const told = allWell(await callers.call({ port, callers: count, requests }));
    if (round >= 0) perSecond.push((requests.length / told.ms) * 1000);
  }
  return perSecond;
}

/** Everybody once, each with a session of their own and the code of the moment; each round at an activity of its own. */
export async function measureCheckIns(
  callers: Callers,
  served: Served,
  rounds: number,
  count: number,
  posting: number,
): Promise<void> {
  const bare = await measureBare(callers, served, 2, count);
  const perSecond: number[] = [];
  const waits: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const requests = (await checkInsAtNewActivity(served)).slice(0, round < 0 ? 200 : ASKED[count]);
    const told = allWell(await callers.call({ port: served.port, callers: count, requests }));
    if (round < 0) continue;
    perSecond.push((requests.length / told.ms) * 1000);
    waits.push(...told.waitsMs);
  }
  const share = (median(perSecond) / posting).toFixed(2);
  const latency = `${quantile(waits, 0.5).toFixed(1)} / ${quantile(waits, 0.99).toFixed(1)}`;
  console.log(`| ${[count, shown(perSecond), latency, whole(posting), share, shown(bare)].join(' | ')} |`);
}

/** All at once, at one activity; and one after the other by 64, where the last would wait longer if anything grew with it. */
export async function measureBurst(callers: Callers, served: Served, rounds: number): Promise<void> {
  const people = served.tokens.length;
  const run = async (count: number) =>
    allWell(await callers.call({ port: served.port, callers: count, requests: await checkInsAtNewActivity(served) }));
  const [bursts, queues]: [Told[], Told[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    bursts.push(await run(people));
    queues.push(await run(64));
  }
  const of = (share: number) => median(bursts.map(({ waitsMs }) => quantile(waitsMs, share)));
  const hundred = (pick: (told: Told) => number) => median(bursts.map(pick)).toFixed(0);
  const first = hundred(({ cameMs }) => cameMs[99] ?? 0);
  const last = hundred(({ cameMs }) => (cameMs.at(-1) ?? 0) - (cameMs.at(-101) ?? 0));
  console.log(
    `burst of ${whole(people)}: p50 ${whole(of(0.5))} ms, p99 ${whole(of(0.99))} ms; the first hundred took ${first} ms, the last ${last} ms`,
  );
  const wait = (pick: (waits: readonly number[]) => readonly number[]) =>
    median(queues.map(({ waitsMs }) => mean(pick(waitsMs)))).toFixed(1);
  const [head, tail] = [wait((waits) => waits.slice(100, 200)), wait((waits) => waits.slice(-200, -100))];
  console.log(`${whole(people)} by 64 callers: the second hundred waited ${head} ms each, the last but one ${tail} ms`);
}

/** Every answer has to be the wanted one, or the figures would be those of refusals. */
export function allWell(told: Told): Told {
  if (Object.keys(told.statuses).join() !== '200') throw new Error(`answered: ${JSON.stringify(told.statuses)}`);
  return told;
}
