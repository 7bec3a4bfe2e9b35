import { Client } from 'pg';
import { migrate } from '../../cloudfunctions/database/migrate';
import { createIfMissing } from '../../cloudfunctions/database/open';
import { startTestCluster, type TestCluster } from './cluster';
import { TEST_NOW_MS } from './world';

declare global {
  var behaviourBankTests: { serverUrl: string; template: string; cluster?: TestCluster } | undefined;
}

/** What is lost in a power cut is made again by the next run. */
const SETTINGS = { max_connections: '300', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** Before all tests: a server (`DATABASE_URL` names another) and one migrated database that every test file copies. */
export default async function startCluster(): Promise<void> {
  if (globalThis.behaviourBankTests) return;
  const given = process.env.DATABASE_URL;
  const cluster = given ? undefined : await startTestCluster(SETTINGS);
  const serverUrl = given ?? cluster?.server.url('postgres') ?? '';
  const template = `behaviour_bank_template_${process.pid}`;
  await createIfMissing(serverUrl, 'database', template);
  await migrate(onDatabase(serverUrl, template), { now: new Date(TEST_NOW_MS) });
  globalThis.behaviourBankTests = { serverUrl, template, ...(cluster && { cluster }) };
  process.env.TEST_SERVER_URL = serverUrl;
  process.env.TEST_TEMPLATE = template;
}

export function onDatabase(serverUrl: string, name: string): string {
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`).finally(() => client.end());
}
