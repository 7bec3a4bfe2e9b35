import path from 'node:path';
import { Client } from 'pg';
import { createDatabase, type Database, type DatabaseOptions, databaseUrl, understood } from './connect';
import { type EmbeddedServer, startEmbedded } from './embedded/server';
import { claimInstallation, compareInstallation, type InstallationKeys } from './installation';
import { migrate, refuseOtherSchema } from './migrate';

export interface OpenedDatabase extends Database {
  /** The owner's connection, for verify, rebuild and whatever else must see below the app's rights. */
  readonly ownerUrl: string;
  readonly isEmbedded: boolean;
}

interface Home {
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Missing where somebody else runs the server. */
  readonly server?: EmbeddedServer;
}

const DATABASE_NAME = 'behaviour_bank';
/** The embedded server's login of the app: no statement, however it came in, can make it the owner. */
const APP_LOGIN = 'behaviour_login';

/**
 * The database that the environment names (`DATABASE_URL`, and `DATABASE_OWNER_URL` where the app's login may not alter
 * tables), else an embedded one below `DATA_DIR` (`.data`); brought to the newest schema. Closing it stops an embedded
 * server that no other process uses. With `keys`, nothing is written before they are known to be this database's own.
 */
export async function openDatabase(
  env: NodeJS.ProcessEnv,
  { keys, ...options }: Omit<DatabaseOptions, 'url' | 'as'> & { readonly keys?: InstallationKeys } = {},
): Promise<OpenedDatabase> {
  const home = await findHome(env);
  try {
    if (keys) await asOwner(home.ownerUrl, (client) => compareInstallation(client, keys));
    await migrate(home.ownerUrl, home.appUrl === home.ownerUrl ? {} : { appLogin: loginOf(home.appUrl) });
    if (keys) await asOwner(home.ownerUrl, (client) => claimInstallation(client, keys));
  } catch (error) {
    await home.server?.stop();
    throw error;
  }
  const database = createDatabase({ ...options, url: home.appUrl });
  const close = async () => {
    await database.close();
    await home.server?.stop();
  };
  try {
    await database.pool.query('select 1'); // now, not at somebody's first call, is what the connections are found out
  } catch (error) {
    await close();
    throw error;
  }
  return { ...database, ownerUrl: home.ownerUrl, isEmbedded: home.server !== undefined, close };
}

/**
 * The same database as its owner sees it and as it is: nothing is migrated or recorded, so that it may be a standby, or
 * served by a host of another version.
 * @throws when its schema is not this program's, or its secret another one.
 */
export async function openToLook(env: NodeJS.ProcessEnv, keys: InstallationKeys): Promise<Database> {
  const { ownerUrl, server } = await findHome(env);
  const database = createDatabase({ url: ownerUrl, as: 'owner', max: 2 });
  const close = async () => {
    await database.close();
    await server?.stop();
  };
  try {
    await refuseOtherSchema(database.pool);
    await compareInstallation(database.pool, keys);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...database, close };
}

async function findHome(env: NodeJS.ProcessEnv): Promise<Home> {
  const appUrl = databaseUrl(env);
  if (appUrl) {
    const ownerUrl = env.DATABASE_OWNER_URL;
    return { appUrl, ownerUrl: ownerUrl ? understood('DATABASE_OWNER_URL', ownerUrl) : appUrl };
  }
  const server = await startEmbedded({ dir: path.join(env.DATA_DIR ?? '.data', 'postgres') });
  const serverUrl = server.url('postgres');
  await createIfMissing(serverUrl, 'database', DATABASE_NAME);
  await createIfMissing(serverUrl, 'role', APP_LOGIN);
  return { appUrl: server.url(DATABASE_NAME, APP_LOGIN), ownerUrl: server.url(DATABASE_NAME), server };
}

export async function createIfMissing(serverUrl: string, kind: 'database' | 'role', name: string): Promise<void> {
  const known = kind === 'database' ? 'pg_database where datname = $1' : 'pg_roles where rolname = $1';
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(`select from ${known}`, [name]);
    if (!rowCount) await client.query(`create ${kind} ${name}${kind === 'role' ? ' login' : ''}`);
  } catch (error) {
    // 42P04, 42710, 23505: another process was quicker
    if (!['42P04', '42710', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

async function asOwner(ownerUrl: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function loginOf(url: string): string {
  return new Client({ connectionString: url }).user ?? '';
}
