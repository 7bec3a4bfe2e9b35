import { Client } from 'pg';
import { readPostmaster } from '../../cloudfunctions/database/embedded/postmaster';
import { migrate } from '../../cloudfunctions/database/migrate';
import { createIfMissing } from '../../cloudfunctions/database/open';
import { startTestCluster, type TestCluster } from './cluster';
import { keepOnCore } from './cores';
import { TEST_NOW_MS } from './world';

declare global {
  var behaviourBankTests: { serverUrls: readonly string[]; template: string; clusters: TestCluster[] } | undefined;
}

/** What is lost in a power cut is made again by the next run. */
const SETTINGS = { max_connections: '300', fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/**
 * Before all tests: a server for each core, which is two workers (`DATABASE_URL` names another, for all), and on each a migrated
 * database that every test file copies.
 */
export default async function startClusters({ maxWorkers }: { readonly maxWorkers: number }): Promise<void> {
  if (globalThis.behaviourBankTests) return;
  const given = process.env.DATABASE_URL;
  const cores = Array.from({ length: given ? 0 : Math.ceil(maxWorkers / 2) }, (_, core) => core);
  const clusters = await Promise.all(cores.map(startOn));
  const serverUrls = given ? [given] : clusters.map(({ server }) => server.url('postgres'));
  const template = `behaviour_bank_template_${process.pid}`;
  await Promise.all(serverUrls.map((url) => makeTemplate(url, template)));
  globalThis.behaviourBankTests = { serverUrls, template, clusters };
  process.env.TEST_SERVER_URLS = JSON.stringify(serverUrls);
  process.env.TEST_TEMPLATE = template;
}

async function startOn(core: number): Promise<TestCluster> {
  const cluster = await startTestCluster(SETTINGS);
  keepOnCore(readPostmaster(cluster.server.dir)?.pid ?? 0, core);
  return cluster;
}

async function makeTemplate(serverUrl: string, template: string): Promise<void> {
  await createIfMissing(serverUrl, 'database', template);
  await migrate(onDatabase(serverUrl, template), { now: new Date(TEST_NOW_MS) });
}

export function onDatabase(serverUrl: string, name: string): string {
  return serverUrl.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
}

export async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${name} with (force)`).finally(() => client.end());
}
