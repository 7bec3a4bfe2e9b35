import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { foundInstallation } from '../../cloudfunctions/host/founding';
import { rebuild } from '../../cloudfunctions/host/ledger-tools/rebuild';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
import { readSettings } from '../../cloudfunctions/host/settings';
import { startHost } from '../../cloudfunctions/host/start';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { createFunctionWorld } from '../../cloudfunctions/platform/cloudbase/world';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';

const secretOf = (name: string) => createHash('sha256').update(name).digest('hex');
const keysOf = (name: string) => createKeys(Buffer.from(secretOf(name), 'hex'));
const REFUSED = /another secret.*BEHAVIOUR_BANK_SECRET/;

let database: TestDatabase;
let folder: string;
beforeEach(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'installation-'));
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const envWith = (secret: string) => ({
  PORT: '0',
  DEMO: '0',
  DATA_DIR: folder,
  DATABASE_URL: database.url,
  BEHAVIOUR_BANK_SECRET: secretOf(secret),
  BEHAVIOUR_BANK_ORIGIN: 'https://bank.test',
  LOG_LEVEL: 'silent',
});

async function startAndStop(secret: string): Promise<void> {
  const env = envWith(secret);
  const host = await startHost(env, readSettings(env), folder, new AbortController().signal);
  await host.stop();
}

async function askFunction(secret: string): Promise<void> {
  const world = createFunctionWorld(envWith(secret));
  await sql`select 1`.execute(world.database.db).finally(() => world.database.close());
}

const recorded = async () => (await database.ownerPool.query('select master_key_id as id from installation')).rows;
const writeKey = (name: string, at: string) =>
  database.ownerPool.query(
    `insert into keyring.personal_key (subject_id, wrapped_key, master_key_id, created_at)
     values (gen_random_uuid(), 'x', $1, $2)`,
    [keysOf(name).masterKeyId, at],
  );

it('is begun with one secret, and every way in refuses another one before it writes', async () => {
  await startAndStop('first');
  const plan = path.join(folder, 'founding.json');
  writeFileSync(plan, JSON.stringify(require('../../docs/founding.example.json')));
  await database.ownerPool.query('delete from job_lease');
  await expect(startAndStop('second')).rejects.toThrow(REFUSED);
  await expect(askFunction('second')).rejects.toThrow(REFUSED);
  await expect(foundInstallation(envWith('second'), plan)).rejects.toThrow(REFUSED);
  await expect(verify(envWith('second'), undefined, () => TEST_NOW_MS)).rejects.toThrow(REFUSED);
  await expect(rebuild(envWith('second'))).rejects.toThrow(REFUSED);
  for (const table of ['job_lease', 'org_unit'])
    expect((await database.ownerPool.query(`select from ${table}`)).rowCount).toBe(0);
  expect(await recorded()).toEqual([{ id: keysOf('first').masterKeyId }]);
  await startAndStop('first');
  await askFunction('first');
});

it('is known by the oldest key in a database from before the record, whatever a wrong secret added', async () => {
  await writeKey('old', '2026-01-01');
  await writeKey('wrong', '2026-02-01');
  await expect(startAndStop('wrong')).rejects.toThrow(REFUSED);
  await expect(askFunction('wrong')).rejects.toThrow(REFUSED);
  expect(await recorded()).toEqual([]);
  await askFunction('old');
  expect(await recorded()).toEqual([{ id: keysOf('old').masterKeyId }]);
});

it('is refused to another secret before a migration runs', async () => {
  await writeKey('old', '2026-01-01');
  await database.ownerPool.query('drop table installation');
  await database.ownerPool.query(`delete from schema_migration where name ~ 'installation'`);
  await expect(startAndStop('other')).rejects.toThrow(REFUSED);
  await expect(askFunction('old')).rejects.toThrow('older than the program');
  expect((await database.ownerPool.query(`select to_regclass('installation') as found`)).rows).toEqual([
    { found: null },
  ]);
});

it('cannot be changed by the app', async () => {
  await askFunction('first');
  for (const statement of ['update installation set master_key_id = $$x$$', 'delete from installation'])
    await expect(database.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
});
