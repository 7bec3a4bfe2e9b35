import { Client } from 'pg';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { prepareDemo } from '../../cloudfunctions/host/demo';
import type { Clock } from '../../cloudfunctions/kit/clock';
import { onDatabase } from '../support/start-cluster';
import { testWorld } from '../support/world';

// "bbbt": of the test files that run at the same time one fills the demo, the others wait for it.
const LOCK = 0x62626274;
let counter = 0;

/**
 * The url of a fresh copy of the demo district, as a first start fills it at the moment that `clock` shows; filled once
 * for the whole run and each `name`.
 */
export async function copyDemo(name: string, clock: Clock): Promise<string> {
  const serverUrl = process.env.TEST_SERVER_URL ?? '';
  const template = process.env.TEST_TEMPLATE ?? '';
  const demo = `${template}_demo_${name}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [demo]);
    if (rowCount === 0) {
      await client.query(`create database ${demo} template ${template}`);
      await fill(onDatabase(serverUrl, demo), clock);
    }
    const copy = `${demo}_${process.pid}_${counter++}`;
    await client.query(`create database ${copy} template ${demo}`);
    return onDatabase(serverUrl, copy);
  } finally {
    await client.end();
  }
}

async function fill(url: string, clock: Clock): Promise<void> {
  const database = createDatabase({ url });
  try {
    await prepareDemo(testWorld(database, { clock }), url, true);
  } finally {
    await database.close();
  }
}
