import { createHash } from 'node:crypto';
import { rebuild } from '../../cloudfunctions/host/ledger-tools/rebuild';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
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
