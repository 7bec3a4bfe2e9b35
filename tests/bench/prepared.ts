import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from '../../cloudfunctions/database/connect';
import { type Callers, postOf } from './callers';
import { allWell } from './check-ins';
import { median, shown } from './measure';
import { READS } from './reads';
import { type Served, serveAgain } from './served';

const TIMES = 1_000;

/** The same reads with statements that connections prepare, and as Kysely sends them by itself, in turns. */
export async function measurePrepared(
  callers: Callers,
  served: Served,
  other: Database,
  rounds: number,
): Promise<void> {
  const db: Database['db'] = new Kysely({ dialect: new PostgresDialect({ pool: other.pool }) });
  const plain = await serveAgain(served, { ...other, db });
  for (const [name, path, input] of READS) {
    const requests = Array.from({ length: TIMES }, (_, i) =>
      postOf(path, served.tokens[i % served.tokens.length] as string, { input }),
    );
    const perSecond = async ({ port }: Served) => {
      const told = allWell(await callers.call({ port, callers: 16, requests }));
      return (TIMES / told.ms) * 1000;
    };
    const [prepared, anew, shares]: [number[], number[], number[]] = [[], [], []];
    for (let round = -1; round < rounds; round++) {
      const [one, another] = [await perSecond(served), await perSecond(plain)];
      if (round < 0) continue;
      prepared.push(one);
      anew.push(another);
      shares.push(one / another);
    }
    console.log(`| ${[name, shown(prepared), shown(anew), median(shares).toFixed(2)].join(' | ')} |`);
  }
  await plain.close();
}
