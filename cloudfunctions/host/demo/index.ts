import { Client } from 'pg';
import { createDatabase } from '../../database/connect';
import { claimInstallation } from '../../database/installation';
import { migrate } from '../../database/migrate';
import type { World } from '../../kit/world';
import { signLate } from '../../ledger';
import { tagUnits } from '../../organisation';
import { type Analyze, fillDemo } from './fill';
import { keepCurrent } from './keep-current';
import { DEMO_TAG, FILLING_TAG } from './places';

export interface DemoState {
  /** The database holds the demo, from now or from an earlier start. */
  readonly isThere: boolean;
  /** Null unless it was filled just now. */
  readonly filledInMs: number | null;
}

// "bbdm": of several first starts one fills, the others wait for it.
const FILL_LOCK = 0x6262646d;

/**
 * Looks whether the demo is there, and fills an empty database with it where that is wanted. A filling that was killed
 * in the middle is thrown away and begun anew: nothing in it is anybody's. A database with real units is left alone.
 */
export async function prepareDemo(
  world: World,
  ownerUrl: string,
  isWanted: boolean,
  stopping?: AbortSignal,
): Promise<DemoState> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'behaviour-bank demo' });
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [FILL_LOCK]);
    const found = await look(owner);
    if (found === 'demo' && isWanted) await refresh(world, stopping);
    if (found === 'demo' || found === 'real' || !isWanted) return { isThere: found === 'demo', filledInMs: null };
    if (found === 'halfFilled') await clear(owner, ownerUrl, world);
    const startedMs = performance.now();
    await fillQuickly(world, ownerUrl, (...tables) => owner.query(`analyze ${tables.join(', ')}`), stopping);
    await tagUnits(world.database.db, 'city', [DEMO_TAG]);
    await owner.query('analyze'); // or the first plans are those of empty tables
    return { isThere: true, filledInMs: Math.round(performance.now() - startedMs) };
  } finally {
    await owner.end();
  }
}

/** Whoever tried the demo may have taken away what this stands on, an item, say: then it stays as they left it. */
async function refresh(world: World, stopping?: AbortSignal): Promise<void> {
  try {
    await signLate(world, world.clock(), { why: 'demo', by: '演示' });
    await keepCurrent(world, stopping);
  } catch (err) {
    stopping?.throwIfAborted();
    world.log.warn({ err }, 'the demo was not brought up to today');
  }
}

/**
 * Nobody is told that any of it is on disk before all of it is: the last commit, which marks it as filled, waits for the
 * disk, and with it for everything before.
 */
async function fillQuickly(world: World, ownerUrl: string, analyze: Analyze, stopping?: AbortSignal): Promise<void> {
  const database = createDatabase({ url: ownerUrl, settings: { synchronous_commit: 'off' } });
  try {
    await fillDemo({ ...world, database }, analyze, stopping);
  } finally {
    await database.close();
  }
}

async function look(owner: Client): Promise<'empty' | 'halfFilled' | 'demo' | 'real'> {
  const { rows } = await owner.query<{ is_demo: boolean; tags: string[] }>(
    'select is_demo, tags from org_unit order by is_demo, level = $1 desc limit 1',
    ['city'],
  );
  const [first] = rows; // a unit that is not the demo's comes first, if there is one
  if (!first) return 'empty';
  if (!first.is_demo) return 'real';
  return first.tags.includes(FILLING_TAG) ? 'halfFilled' : 'demo';
}

async function clear(owner: Client, ownerUrl: string, { keys, clock }: World): Promise<void> {
  await owner.query('drop schema public cascade; drop schema if exists keyring cascade; create schema public');
  await migrate(ownerUrl, { now: new Date(clock()) });
  await claimInstallation(owner, keys);
}
