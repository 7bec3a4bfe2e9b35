import { type Callers, postOf } from './callers';
import { allWell } from './check-ins';
import { median, quantile, shown } from './measure';
import { homeCalls, type Served } from './served';

export const READS = [
  ['household.me', '/api/household/me', {}],
  ['ledger.balance', '/api/ledger/balance', {}],
  ['ledger.passbook', '/api/ledger/passbook', { limit: 20 }],
] as const;
const TIMES = 1_500;

/** What phones ask for most, each by one caller and by 64. */
export async function measureReads(callers: Callers, served: Served, rounds: number): Promise<void> {
  const { port, tokens, scene } = served;
  const unitId = scene.units.communityId;
  const run = async (name: string, perHome: number, requestsOf: (token: string) => readonly string[], together = 1) => {
    for (const count of [1, 64]) {
      const [perSecond, waits]: [number[], number[]] = [[], []];
      for (let round = -1; round < rounds; round++) {
        const times = (count === 1 ? TIMES / 5 : TIMES) / perHome;
        const requests = Array.from({ length: times }, (_, i) =>
          requestsOf(tokens[i % tokens.length] as string),
        ).flat();
        const told = allWell(await callers.call({ port, callers: count * together, requests }));
        if (round < 0) continue;
        perSecond.push((times / told.ms) * 1000);
        waits.push(...told.waitsMs);
      }
      const latency = `${median(waits).toFixed(1)} / ${quantile(waits, 0.99).toFixed(1)}`;
      console.log(`| ${[name, count, shown(perSecond), latency].join(' | ')} |`);
    }
  };
  for (const [name, path, input] of READS) await run(name, 1, (token) => [postOf(path, token, { input })]);
  const five = (token: string) => homeCalls(unitId).map(([path, input]) => postOf(path, token, { input }));
  await run('home: five calls together', 5, five, 5);
  await run('home: the five in one', 5, (token) => [postOf('/bench/home', token, { unitId })]);
}
