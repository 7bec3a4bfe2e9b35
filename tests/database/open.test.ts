import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { migrations } from '../../cloudfunctions/database/migrations';
import { openDatabase } from '../../cloudfunctions/database/open';
import { roomiest } from '../support/cluster';
import { useDatabase } from '../support/database';

const names = migrations.map((migration) => migration.name);

describe('without an address', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(path.join(roomiest(), 'open-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('opens a database of its own, migrated, and stops it on closing', async () => {
    const opened = await openDatabase({ DATA_DIR: dataDir });
    const { rows } = await opened.pool.query<{ name: string }>('select name from schema_migration order by name');
    expect(rows.map((row) => row.name)).toEqual(names);
    expect(opened.isEmbedded).toBe(true);
    await opened.close();
    expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('may be opened by several at once, who see one database', async () => {
    const env = { DATA_DIR: dataDir };
    const opened = await Promise.all([openDatabase(env), openDatabase(env), openDatabase(env)]);
    await opened[0]?.pool.query(`insert into job_lease (job, holder, until) values ('j', 'h', now())`);
    for (const each of opened)
      expect((await each.pool.query('select job from job_lease')).rows).toEqual([{ job: 'j' }]);
    await Promise.all(opened.map((each) => each.close()));
    expect(existsSync(path.join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('lets no statement of the app become the owner', async () => {
    const opened = await openDatabase({ DATA_DIR: dataDir });
    try {
      for (const way of [
        'set role postgres',
        'set session authorization postgres',
        'alter role behaviour_login superuser',
      ])
        await expect(opened.pool.query(way)).rejects.toMatchObject({ code: '42501' });
      await opened.pool.query('set role none');
      await expect(opened.pool.query('alter table ledger_entry disable trigger all')).rejects.toMatchObject({
        code: '42501',
      });
    } finally {
      await opened.close();
    }
  });
});

describe('with an address', () => {
  const database = useDatabase();

  it('uses the server that it names and leaves it running', async () => {
    const opened = await openDatabase({ DATABASE_URL: database.url });
    expect(opened.isEmbedded).toBe(false);
    expect((await opened.pool.query('select current_user as who')).rows).toEqual([{ who: 'behaviour_app' }]);
    await opened.close();
    expect((await database.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
  });

  it('migrates as the owner when the app has a login of its own', async () => {
    const login = `app_${process.pid}`;
    await database.ownerPool.query(`create role ${login} login`);
    const appUrl = database.url.replace(/\/\/[^@]*@/, `//${login}@`);
    const opened = await openDatabase({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: database.url });
    try {
      const { rows } = await opened.pool.query('select session_user as login, current_user as role');
      expect(rows).toEqual([{ login, role: 'behaviour_app' }]);
    } finally {
      await opened.close();
      await database.ownerPool.query(`drop owned by ${login}; drop role ${login}`);
    }
  });

  it('says which migration is in the way', async () => {
    await database.ownerPool.query(`update schema_migration set checksum = 'other' where name = $1`, [names[0]]);
    await expect(openDatabase({ DATABASE_URL: database.url })).rejects.toThrow(`${names[0]} was changed`);
  });
});
