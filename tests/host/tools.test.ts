import { createHash } from 'node:crypto';
import { rebuild } from '../../cloudfunctions/host/ledger-tools/rebuild';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { createTestDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
const said = jest.spyOn(console, 'log');
beforeEach(async () => {
  database = await createTestDatabase();
  said.mockReset().mockImplementation(() => {});
});
afterEach(() => database.close());
afterAll(() => said.mockRestore());

const env = () => ({
  DATABASE_URL: database.url,
  BEHAVIOUR_BANK_SECRET: createHash('sha256').update('the secret of the tests').digest('hex'),
});
const ran = async () =>
  (await database.ownerPool.query<{ name: string }>('select name from schema_migration order by name')).rows;
const tools = [
  ['verify', () => verify(env(), undefined)],
  ['rebuild', () => rebuild(env())],
] as const;

describe.each(tools)('npm run %s', (_name, look) => {
  it('says which migrations an older database lacks, and runs none', async () => {
    const last = (await ran()).at(-1)?.name as string;
    await database.ownerPool.query('delete from schema_migration where name = $1', [last]);
    const before = await ran();
    await expect(look()).rejects.toThrow(new RegExp(`lacks ${last}.*older than the program`));
    expect(await ran()).toEqual(before);
  });

  it('says so where the database is newer, or holds none of it', async () => {
    await database.ownerPool.query(`insert into schema_migration (name, checksum) values ('9999-later', 'x')`);
    await expect(look()).rejects.toThrow(/9999-later.*the program is older than the data/);
    await database.ownerPool.query('drop table schema_migration');
    await expect(look()).rejects.toThrow(/lacks 0001.*older than the program/);
  });

  it('looks at a standby that takes no writes, and at no more than it has', async () => {
    const { rows } = await database.ownerPool.query<{ name: string }>('select current_database() as name');
    await database.ownerPool.query(`alter database ${rows[0]?.name} set default_transaction_read_only = on`);
    expect(await look()).toBe(0);
  });
});

it('counts whom a restored keyring does not know', async () => {
  await database.ownerPool.query(
    `with made as (insert into personal_data (subject_id, subject_kind, updated_at)
       select gen_random_uuid(), 'resident', now() from generate_series(1, 3) returning subject_id)
     insert into keyring.personal_key (subject_id, wrapped_key, master_key_id, created_at)
       select subject_id, 'x', $1, now() from made limit 1`,
    [createKeys(Buffer.from(env().BEHAVIOUR_BANK_SECRET, 'hex')).masterKeyId],
  );
  expect(await verify(env(), undefined)).toBe(0);
  expect(said.mock.calls.flat().join()).toContain('2 of 3 subjects of personal data have no key');
});
