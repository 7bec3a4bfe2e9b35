import { randomBytes } from 'node:crypto';
import { Client, type Pool } from 'pg';
import { createDatabase, type Database, type DatabaseOptions } from '../../cloudfunctions/database/connect';
import { dropDatabase, onDatabase } from './start-cluster';

export interface TestDatabase extends Database {
  /** As the owner, for arranging what the app may not do and for trying what even the owner must not get away with. */
  readonly ownerPool: Pool;
  /** For another process, or another `createDatabase`. Whoever connects by it is the owner until they take the app's role. */
  readonly url: string;
}

/** A fresh copy of the migrated database. Whoever makes one closes it. */
export async function createTestDatabase(options: Omit<DatabaseOptions, 'url'> = {}): Promise<TestDatabase> {
  const serverUrl = given('TEST_SERVER_URL');
  const name = `t_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client
    .query(`create database ${name} template ${given('TEST_TEMPLATE')} strategy file_copy`)
    .finally(() => client.end());
  const url = onDatabase(serverUrl, name);
  const database = createDatabase({ ...options, url });
  const owner = createDatabase({ url, as: 'owner', max: 4 });
  return {
    ...database,
    ownerPool: owner.pool,
    url,
    close: async () => {
      await Promise.all([database.close(), owner.close()]);
      await dropDatabase(serverUrl, name);
    },
  };
}

/** A database of the test file's own, there from its first `beforeAll` to its last `afterAll`. */
export function useDatabase(options: Omit<DatabaseOptions, 'url'> = {}): TestDatabase {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await createTestDatabase(options);
  });
  afterAll(async () => {
    await made?.close();
  });
  const current = () => {
    if (!made) throw new Error('The database is there once the tests run: use it in them or in a hook.');
    return made;
  };
  return {
    get pool() {
      return current().pool;
    },
    get db() {
      return current().db;
    },
    get clientConfig() {
      return current().clientConfig;
    },
    get ownerPool() {
      return current().ownerPool;
    },
    get url() {
      return current().url;
    },
    close: () => current().close(),
  };
}

function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by jest, whose set-up starts the database.`);
  return value;
}
