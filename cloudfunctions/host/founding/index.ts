import { openDatabase } from '../../database/open';
import { systemClock } from '../../kit/clock';
import { systemRandom } from '../../kit/ids';
import { createLog } from '../../kit/log';
import { isRefusal } from '../../kit/refusal';
import type { World } from '../../kit/world';
import { openKeys } from '../installation-keys';
import { readSettings } from '../settings';
import { found } from './found';
import { handOver, type Papers } from './hand-over';
import { type FoundingPlan, readPlan } from './plan';

const REFUSED = {
  DEMO_THERE: 'This database holds the demo district: found on an empty one (DATABASE_URL or DATA_DIR names it).',
  FOUNDED_OTHERWISE: 'Another city stands in this database already: one installation, one city.',
  FOUNDED_ALREADY: 'It is founded, and its first supervisor has bound: everything else is theirs to do in the app.',
} as const;

/** `npm run found -- founding.json`: the first branch of the tree and its first person, and what they bind with. */
export async function foundInstallation(env: NodeJS.ProcessEnv, file: string | undefined): Promise<number> {
  const plan = readPlan(file);
  const settings = readSettings(env);
  const keys = openKeys(env, settings);
  const database = await openDatabase(env, { max: 2, keys });
  const log = createLog('warn');
  const world: World = { database, clock: systemClock, random: systemRandom, keys, log, origin: settings.origin };
  try {
    const founder = await found(world, plan);
    if (isRefusal(founder)) {
      console.error(REFUSED[founder.code]);
      return 1;
    }
    console.log(wordsFor(plan, await handOver(world, founder)));
    return 0;
  } finally {
    await database.close();
  }
}

function wordsFor({ city, district, street, community, first }: FoundingPlan, papers: Papers): string {
  const ends = new Date(papers.codeEndsAtMs).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  return [
    `Founded: ${[city, district, street, community].map(({ name }) => name).join(' › ')}.`,
    `${first.name} is city supervisor and admin of ${community.name} once they have bound: 加入社区 → 有积分卡.`,
    `  card   ${papers.cardNumber}   (${papers.cardQr})`,
    `  code   ${papers.code}   until ${ends} in Shanghai, five tries`,
    'Lost, or too late? Run the same command again: it makes new ones, until they have bound.',
  ].join('\n');
}
