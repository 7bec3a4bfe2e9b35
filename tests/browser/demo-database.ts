import { Client } from 'pg';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { prepareDemo } from '../../cloudfunctions/host/demo';
import { momentMs } from '../support/moments';
import { onDatabase } from '../support/start-cluster';
import { testWorld } from '../support/world';

// "bbbt": of the test files that want the same moment at the same time one fills the demo, the others wait for it.
const LOCK = 0x62626274;
let counter = 0;

/** The url of a fresh copy of the demo district, as a first start fills it at that moment; filled once for each and run. */
export async function copyDemo(moment: string): Promise<string> {
  const serverUrl = process.env.TEST_SERVER_URL ?? '';
  const template = process.env.TEST_TEMPLATE ?? '';
  const demo = `${template}_demo_${moment.replaceAll(/\D/g, '')}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1, hashtext($2))', [LOCK, moment]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [demo]);
    if (rowCount === 0) {
      await client.query(`create database ${demo} template ${template} strategy file_copy`);
      await fill(onDatabase(serverUrl, demo), momentMs(moment));
    }
    const copy = `${demo}_${process.pid}_${counter++}`;
    await client.query(`create database ${copy} template ${demo} strategy file_copy`);
    return onDatabase(serverUrl, copy);
  } finally {
    await client.end();
  }
}

async function fill(url: string, nowMs: number): Promise<void> {
  const database = createDatabase({ url });
  try {
    await prepareDemo(testWorld(database, { clock: () => nowMs }), url, true);
  } finally {
    await database.close();
  }
}
