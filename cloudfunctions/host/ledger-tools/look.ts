import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Database, databaseUrl } from '../../database/connect';
import { openToLook } from '../../database/open';
import type { Keys } from '../../kit/keys';
import type { Db } from '../../kit/transaction';
import { openKeys } from '../installation-keys';
import { readHome } from '../settings';

type Work = (database: Database, keys: Keys) => Promise<number>;

/**
 * For `npm run verify` and `npm run rebuild`: the installation's database as its owner sees it, beside whatever else is
 * using it. Says so and gives 2 where there is none; nothing is made or migrated by looking.
 */
export const lookAtLedger = (env: NodeJS.ProcessEnv, look: (db: Db, keys: Keys) => Promise<number>): Promise<number> =>
  openLedger(env, ({ db }, keys) => look(db, keys));

/** Likewise for `npm run sign-late`, which adds signatures. */
export const changeLedger = (env: NodeJS.ProcessEnv, work: Work): Promise<number> => openLedger(env, work);

async function openLedger(env: NodeJS.ProcessEnv, work: Work): Promise<number> {
  const home = readHome(env);
  if (!databaseUrl(env) && !existsSync(path.join(home.dataFolder, 'postgres', 'PG_VERSION'))) {
    console.error(`There is no database in ${home.dataFolder} yet: npm start makes one, DATABASE_URL names another.`);
    return 2;
  }
  const keys = openKeys(env, home);
  const database = await openToLook(env, keys);
  try {
    return await work(database, keys);
  } finally {
    await database.close();
  }
}

/** The exit code is the tool's answer; what keeps it from looking is told in one line. */
export async function runTool(tool: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
