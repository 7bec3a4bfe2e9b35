import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rebuild } from '../../cloudfunctions/host/ledger-tools/rebuild';
import { signLateDays } from '../../cloudfunctions/host/ledger-tools/sign-late';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
import { createKeys } from '../../cloudfunctions/kit/keys';
import { leaveOutOneNight } from '../reliability/histories/nights';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';

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
  ['verify', () => verify(env(), undefined, () => TEST_NOW_MS)],
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
  expect(await verify(env(), undefined, () => TEST_NOW_MS)).toBe(0);
  expect(said.mock.calls.flat().join()).toContain('2 of 3 subjects of personal data have no key');
});

describe('npm run sign-late', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sign-late-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const DAY_MS = 86_400_000;
  const words = () => said.mock.calls.flat().join('\n');
  const sign = (...args: string[]) => signLateDays({ ...env(), DATA_DIR: folder }, args, () => TEST_NOW_MS);
  const count = async () => (await database.pool.query('select late_why, late_by from checkpoint')).rows;

  it('tells which days wait, signs nothing without a word, and what it signs carries the word', async () => {
    expect(await sign()).toBe(0);
    expect(words()).toContain('no day waits');
    await leaveOutOneNight(testWorld(database), TEST_NOW_MS - 3 * DAY_MS);
    for (const without of [[], ['--why', 'hostDown'], ['--why', 'demo', '--by', '值班岗']])
      expect(await sign(...without)).toBe(1);
    expect(words()).toMatch(/2026-11-20 community .*[\s\S]*--why hostDown --by/);
    expect(await count()).toEqual([]);
    expect(await sign('--why', 'hostDown', '--by', '值班岗')).toBe(0);
    expect(await count()).toEqual([{ late_why: 'hostDown', late_by: '值班岗' }]);
    expect(await verify({ ...env(), DATA_DIR: folder }, undefined, () => TEST_NOW_MS)).toBe(0);
    expect(words()).toMatch(/compared with \d nights and 0 checkpoints of \S+published.jsonl/);
    expect(words()).toContain("by a person's word: 2026-11-20 (hostDown, by 值班岗 on 2026-11-23)");
  });

  it('names an entry that no award bears out, signed or not, and signs nothing while there is one', async () => {
    await leaveOutOneNight(testWorld(database), TEST_NOW_MS - 3 * DAY_MS, 'give');
    expect(await verify({ ...env(), DATA_DIR: `${folder}/other` }, undefined, () => TEST_NOW_MS - 3 * DAY_MS)).toBe(1);
    expect(words()).toMatch(/first bad entry: account \S+, entry 1: awardDiffers/);
    const elsewhere = { ...env(), DATA_DIR: `${folder}/other` };
    expect(await signLateDays(elsewhere, ['--why', 'hostDown', '--by', '值班岗'], () => TEST_NOW_MS)).toBe(1);
    expect(await count()).toEqual([]);
  });
});
