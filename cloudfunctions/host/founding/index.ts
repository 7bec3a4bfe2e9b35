import { openDatabase } from '../../database/open';
import { namesOf } from '../../household';
import { systemClock } from '../../kit/clock';
import { systemRandom } from '../../kit/ids';
import { createLog } from '../../kit/log';
import { isRefusal } from '../../kit/refusal';
import type { World } from '../../kit/world';
import { rolesOf } from '../../organisation';
import { businessDate } from '../../values/dates';
import { openKeys } from '../installation-keys';
import { readSettings } from '../settings';
import { found } from './found';
import { handOver, type Papers } from './hand-over';
import { readPlan, readSupervisor } from './plan';
import { type Founder, standingPlan } from './standing';
import { type Succession, succeed } from './succeed';

const REFUSED = {
  DEMO_THERE: 'This database holds the demo district: found on an empty one (DATABASE_URL or DATA_DIR names it).',
  FOUNDED_OTHERWISE: 'Another city stands in this database already: one installation, one city.',
  FOUNDED_ALREADY:
    'It is founded, and its first supervisor has bound: everything else is theirs to do in the app. For another person or account: npm run supervisor.',
  FOUNDED_DIFFERENTLY:
    'It is founded in other words, and they are in use: put these into the file to get papers. Another person: npm run supervisor.',
} as const;

const NOT_NAMED = {
  DEMO_THERE: REFUSED.DEMO_THERE,
  NOT_FOUNDED: 'Nothing is founded in this database yet: npm run found.',
  NOBODY_NAMED: 'Nobody living has this household number, name and birth date: all three as the roster has them.',
  SEVERAL_NAMED: 'Several people have this household number, name and birth date: say the communityCode as well.',
  NOT_OF_AGE: 'This person is not of age.',
} as const;

/** `npm run found -- founding.json`: the first branch of the tree and its first person, and what they bind with. */
export function foundInstallation(env: NodeJS.ProcessEnv, file: string | undefined): Promise<number> {
  const plan = readPlan(file);
  return inWorld(env, async (world) => {
    const founder = await found(world, plan);
    if (isRefusal(founder)) {
      const differences = founder.code === 'FOUNDED_DIFFERENTLY' ? founder.detail.differences : [];
      return no([REFUSED[founder.code], ...differences].join('\n  '));
    }
    const papers = await handOver(world, founder);
    console.log([...(await founderWords(world, founder)), ...paperWords(papers), UNTIL_BOUND].join('\n'));
    return 0;
  });
}

/** `npm run supervisor -- who.json [--again]`: another first supervisor, or the same one with another account. */
export function nameSupervisor(env: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const { named, isAccountLost } = readSupervisor(args);
  return inWorld(env, async (world) => {
    const made = await succeed(world, named, isAccountLost);
    if (isRefusal(made)) return no(NOT_NAMED[made.code]);
    const lines = await supervisorWords(world, made);
    const papers = made.isBound ? [IS_BOUND] : [HOW_TO_BIND, ...paperWords(await handOver(world, made))];
    console.log([...lines, ...papers].join('\n'));
    return 0;
  });
}

function no(why: string): number {
  console.error(why);
  return 1;
}

async function inWorld(env: NodeJS.ProcessEnv, work: (world: World) => Promise<number>): Promise<number> {
  const settings = readSettings(env);
  const keys = openKeys(env, settings);
  const database = await openDatabase(env, { max: 2, keys });
  const log = createLog('warn');
  try {
    return await work({ database, clock: systemClock, random: systemRandom, keys, log, origin: settings.origin });
  } finally {
    await database.close();
  }
}

const IS_BOUND = 'They are bound already and need no papers. Is that account lost or stolen? Add --again.';

const HOW_TO_BIND = 'They bind in the app: 加入社区 → 有积分卡. An earlier card of their household works no more.';

async function supervisorWords({ keys, random, database }: World, made: Succession): Promise<string[]> {
  const names = await namesOf({ keys, random }, database.db, [made.residentId, ...made.endedResidentIds]);
  const nameOf = (residentId: string) => names.get(residentId) ?? residentId;
  return [
    `${nameOf(made.residentId)} is the city's first supervisor.`,
    ...made.endedResidentIds.map((id) => `${nameOf(id)} is so no longer; their other roles can be ended in the app.`),
  ];
}

const UNTIL_BOUND = 'Lost, or too late? Run the same command again: it makes new ones, until they have bound.';

/** As it stands, whatever the file said. */
async function founderWords(world: World, founder: Founder): Promise<string[]> {
  const { db } = world.database;
  const { city, district, street, community, first } = await standingPlan(world, db, founder);
  const roles = await rolesOf(db, founder.residentId, businessDate(world.clock()));
  const admin = roles.some(({ role }) => role === 'communityAdmin') ? ` and admin of ${community.name}` : '';
  return [
    `Founded: ${[city, district, street, community].map(({ name }) => name).join(' › ')}.`,
    `${first.name} is city supervisor${admin} once they have bound: 加入社区 → 有积分卡.`,
  ];
}

function paperWords({ cardNumber, cardQr, code, codeEndsAtMs }: Papers): string[] {
  const ends = new Date(codeEndsAtMs).toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16);
  return [`  card   ${cardNumber}   (${cardQr})`, `  code   ${code}   until ${ends} in Shanghai, five tries`];
}
