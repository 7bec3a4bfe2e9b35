import { Client } from 'pg';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { prepareDemo } from '../../cloudfunctions/host/demo';
import { systemClock } from '../../cloudfunctions/kit/clock';
import { onDatabase } from '../support/start-cluster';
import { testWorld } from '../support/world';

// "bbbt": of the test files that run at the same time one fills the demo, the others wait for it.
const LOCK = 0x62626274;
let counter = 0;

/** The url of a fresh copy of the demo district, as it is filled at the first start; filled once for the whole run. */
export async function copyDemo(): Promise<string> {
  const serverUrl = process.env.TEST_SERVER_URL ?? '';
  const template = process.env.TEST_TEMPLATE ?? '';
  const demo = `${template}_demo`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [demo]);
    if (rowCount === 0) {
      await client.query(`create database ${demo} template ${template}`);
      await fill(onDatabase(serverUrl, demo));
    }
    const name = `${demo}_${process.pid}_${counter++}`;
    await client.query(`create database ${name} template ${demo}`);
    return onDatabase(serverUrl, name);
  } finally {
    await client.end();
  }
}

async function fill(url: string): Promise<void> {
  const database = createDatabase({ url });
  try {
    await prepareDemo(testWorld(database, { clock: systemClock }), url, true);
  } finally {
    await database.close();
  }
}
