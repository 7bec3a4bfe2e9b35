import type { Callers, Told } from './callers';
import { postOf } from './callers';
import { mean, median, quantile, shown, whole } from './measure';
import type { Posting } from './posting';
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

/**
 * Everybody once, each with a session of their own and the code of the moment; each round at an activity of its own, and
 * beside it as many callers who post in process: their share is taken round by round.
 */
export async function measureCheckIns(
  callers: Callers,
  served: Served,
  posting: Posting,
  rounds: number,
  count: number,
): Promise<void> {
  const bare = await measureBare(callers, served, 2, count);
  const [perSecond, posted, shares, waits]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let round = -1; round < rounds; round++) {
    const requests = (await checkInsAtNewActivity(served)).slice(0, round < 0 ? 200 : ASKED[count]);
    const told = allWell(await callers.call({ port: served.port, callers: count, requests }));
    const postedPerSecond = await posting.once(count);
    if (round < 0) continue;
    const checkedIn = (requests.length / told.ms) * 1000;
    perSecond.push(checkedIn);
    posted.push(postedPerSecond);
    shares.push(checkedIn / postedPerSecond);
    waits.push(...told.waitsMs);
  }
  const latency = `${quantile(waits, 0.5).toFixed(1)} / ${quantile(waits, 0.99).toFixed(1)}`;
  const cells = [count, shown(perSecond), latency, shown(posted), median(shares).toFixed(2), shown(bare)];
  console.log(`| ${cells.join(' | ')} |`);
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
