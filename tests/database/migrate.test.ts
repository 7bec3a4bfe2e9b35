import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Client, Pool } from 'pg';
import { makeAuditPartitions } from '../../cloudfunctions/database/audit-partitions';
import { createDatabase } from '../../cloudfunctions/database/connect';
import { migrate } from '../../cloudfunctions/database/migrate';
import { type Migration, migrations } from '../../cloudfunctions/database/migrations';
import { createIfMissing } from '../../cloudfunctions/database/open';
import { dropDatabase, onDatabase } from '../support/start-cluster';

const serverUrl = process.env.TEST_SERVER_URL ?? '';
const names = migrations.map((migration) => migration.name);
let url: string;
let pool: Pool;

beforeEach(async () => {
  const name = `m_${randomBytes(6).toString('hex')}`;
  await createIfMissing(serverUrl, 'database', name);
  url = onDatabase(serverUrl, name);
  pool = new Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {}); // dropping the database may be quicker than the goodbye of an idle connection
});

afterEach(async () => {
  const name = new Client({ connectionString: url }).database ?? '';
  await pool.end();
  await dropDatabase(serverUrl, name);
});

const recorded = async () =>
  (await pool.query<{ name: string }>('select name from schema_migration order by name')).rows.map((row) => row.name);

const withExtra = (...extra: Migration[]) => ({ migrations: [...migrations, ...extra] });
const NOTE: Migration = { name: '9001-note', sql: 'create table note (id integer primary key)' };

describe('the list of migrations', () => {
  it('is the folder, in order, word for word', () => {
    const folder = path.join('cloudfunctions', 'database', 'migrations');
    const files = readdirSync(folder).sort();
    expect(migrations).toEqual(
      files.map((file) => ({ name: file.replace('.sql', ''), sql: readFileSync(path.join(folder, file), 'utf8') })),
    );
  });
});

describe('a run', () => {
  it('brings an empty database to the newest schema and does nothing the second time', async () => {
    expect(await migrate(url)).toEqual(names);
    expect(await migrate(url)).toEqual([]);
    expect(await recorded()).toEqual(names);
  });

  it('says what rights an owner lacks who may not make the app’s role, and is content with a grant of it', async () => {
    const login = `lowly_${randomBytes(4).toString('hex')}`;
    const { database } = new Client({ connectionString: url });
    await pool.query(`create role ${login} login; alter database ${database} owner to ${login}`);
    const own = url.replace(/\/\/[^@]*@/, `//${login}@`);
    try {
      await expect(migrate(own)).rejects.toThrow(new RegExp(`${login} may not migrate.*CREATEROLE.*docs/deploy.md`));
      await pool.query(`grant behaviour_app to ${login}`);
      await migrate(own);
      expect(await recorded()).toEqual(names);
    } finally {
      await pool.query(`alter database ${database} owner to current_user`);
      await pool.query(`reassign owned by ${login} to current_user; drop owned by ${login}; drop role ${login}`);
    }
  });

  it('by four at once runs each migration once', async () => {
    const runs = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
    expect(runs.flat().sort()).toEqual(names);
    expect(await recorded()).toEqual(names);
  });

  it('adds what is new and lets the app reach it', async () => {
    await migrate(url);
    expect(await migrate(url, withExtra(NOTE))).toEqual(['9001-note']);
    const app = createDatabase({ url });
    await app.pool.query('insert into note (id) values (1)').finally(() => app.close());
  });

  it('leaves nothing of a migration that fails, and everything of those before it', async () => {
    const broken = { name: '9002-broken', sql: 'create table half (id integer);\ncreate table half (id integer);' };
    await expect(migrate(url, withExtra(NOTE, broken))).rejects.toThrow(/9002-broken failed: .*"half" already exists/);
    expect(await recorded()).toEqual([...names, '9001-note']);
    expect((await pool.query(`select to_regclass('half') as half`)).rows).toEqual([{ half: null }]);
    expect(await migrate(url, withExtra(NOTE))).toEqual([]);
  });

  it('names the line on which a migration does not parse', async () => {
    const broken = { name: '9001-broken', sql: 'select 1;\n\nselect from where;' };
    await expect(migrate(url, withExtra(broken))).rejects.toThrow('(line 3)');
  });
});

describe('words that stood in plain text', () => {
  it('wait to be sealed, each with whom it is about, and stand nowhere else', async () => {
    const before = names.indexOf('0054-sealed-words');
    await migrate(url, { migrations: migrations.slice(0, before) });
    const [who, deed, waiting, home, slip] = Array.from({ length: 5 }, () => randomUUID());
    await pool.query(`
      set session_replication_role = replica; -- of what else would have to be there nothing matters
      insert into deed_evidence values ('${who}', 'd', '${deed}', '送了饭', now());
      insert into award (account_id, id, holder_kind, unit_id, item_id, item_version, points, deed_date, source, source_id, state,
          given_by, created_at) values ('${home}', '${deed}', 'household', '${deed}', '${deed}', 1, 1, now(), 'give', 'd',
          'proposed', '${who}', now());
      insert into waiting_award (id, unit_id, item_id, item_version, worth, points_alone, deed_date, source_id, holders, given_by,
          given_at, state, decided_by, decided_at, because, limit_of)
        values ('${waiting}', '${deed}', '${deed}', 1, '{}', 1, now(), 'd', '[{"kind":"resident","id":"${who}"}]', '${deed}', now(),
          'turnedDown', '${home}', now(), '没去', 'each');
      insert into waiting_award_word values ('${waiting}', 1, '${home}', '真去了？', now());
      insert into goods_slip (id, unit_id, kind, cents, source, counted_by, counted_at, state, watched_by, watched_at, because)
        values ('${slip}', '${deed}', 'money', 1, '王先生', '${who}', now(), 'turnedDown', '${home}', now(), '少了');
      set session_replication_role = origin`);
    await migrate(url);
    const { rows } = await pool.query('select words, about from unsealed_words order by words collate "C"');
    expect(Object.fromEntries(rows.map(({ words, about }) => [words, about]))).toEqual({
      ...{ 送了饭: [home], 没去: [who], '真去了？': [who], 王先生: [], 少了: [who] },
    });
    const linked = `select count(*)::int as count from unsealed_words where words_id in (select words_id from deed_evidence
      union select words_id from waiting_award_word union select because_id from waiting_award
      union select source_id from goods_slip union select because_id from goods_slip)`;
    expect((await pool.query(linked)).rows).toEqual([{ count: 5 }]);
  });
});

describe('changes of units that were entered before their households were counted', () => {
  it('tell as many as were told of it', async () => {
    await migrate(url, { migrations: migrations.slice(0, names.indexOf('0055-counted-changes')) });
    const [renamed, merged, redrawn, who] = Array.from({ length: 4 }, () => randomUUID());
    const told = (change: string | undefined, kind = 'redrawn') =>
      `insert into person_change (id, kind, household_id, fields, by_resident_id, at, unit_change_id)
        values ('${randomUUID()}', '${kind}', ${kind === 'redrawn' ? `'${randomUUID()}'` : 'null'}, '{}', '${who}', now(), '${change}');`;
    await pool.query(`
      set session_replication_role = replica; -- of what else would have to be there nothing matters
      insert into unit_change (id, kind, unit_id, to_unit_id, name_before, name_after, from_on, because, changed_by, changed_at)
        values ('${renamed}', 'renamed', '${who}', null, '甲', '乙', now(), '文', '${who}', now()),
          ('${merged}', 'merged', '${who}', '${who}', '甲', null, now(), '文', '${who}', now()),
          ('${redrawn}', 'redrawn', '${who}', '${who}', '甲', null, now(), '文', '${who}', now());
      ${told(merged)} ${told(merged)} ${told(merged, 'roleCarried')}
      set session_replication_role = origin`);
    await migrate(url);
    const { rows } = await pool.query('select id, households from unit_change');
    expect(Object.fromEntries(rows.map(({ id, households }) => [id, households]))).toEqual({
      ...{ [`${renamed}`]: null, [`${merged}`]: 2, [`${redrawn}`]: 0 },
    });
    await expect(pool.query('update unit_change set households = 9')).rejects.toThrow('append-only');
  });
});

describe('a run is refused', () => {
  beforeEach(async () => {
    await migrate(url, withExtra(NOTE));
  });

  it('when a migration was changed after it ran', async () => {
    const changed = withExtra({ ...NOTE, sql: `${NOTE.sql};` });
    await expect(migrate(url, changed)).rejects.toThrow('9001-note was changed after it ran');
  });

  it('when the database knows a migration that the program does not', async () => {
    await expect(migrate(url)).rejects.toThrow('the program is older than the data');
  });

  it('when a new migration stands before one that ran', async () => {
    const late = { name: '9000-late', sql: 'create table late (id integer)' };
    await expect(migrate(url, withExtra(late, NOTE))).rejects.toThrow('9000-late comes before 9001-note');
    expect((await pool.query(`select to_regclass('late') as late`)).rows).toEqual([{ late: null }]);
  });
});

describe('the months of the audit log', () => {
  const months = async () =>
    (
      await pool.query<{ name: string }>(
        `select relname as name from pg_class where relname ~ '^audit_log_\\d{4}_\\d{2}$'`,
      )
    ).rows
      .map((row) => row.name)
      .sort();

  it('are there two years ahead and move on with time', async () => {
    await migrate(url, { now: new Date('2026-11-30T23:59:59Z') });
    const first = await months();
    expect(first).toHaveLength(24);
    expect([first.at(0), first.at(-1)]).toEqual(['audit_log_2026_11', 'audit_log_2028_10']);
    await migrate(url, { now: new Date('2026-12-31T00:00:00Z') });
    expect((await months()).slice(24)).toEqual(['audit_log_2028_11']);
  });

  it('take their rows by the month in UTC', async () => {
    await migrate(url, { now: new Date('2026-11-01T00:00:00Z') });
    for (const at of ['2026-11-30 23:59:59.999999+00', '2026-12-01 00:00:00+00', '2026-10-31 23:59:59+00'])
      await pool.query(`insert into audit_log (at, action, outcome, trace_id) values ($1, 'a', 'ok', 't')`, [at]);
    const { rows } = await pool.query('select tableoid::regclass::text as part from audit_log order by at');
    expect(rows.map((row) => row.part)).toEqual(['audit_log_other', 'audit_log_2026_11', 'audit_log_2026_12']);
  });

  it('stay in the rest where their rows already lie there', async () => {
    await migrate(url, { now: new Date('2026-11-01T00:00:00Z') });
    await pool.query(`insert into audit_log (at, action, outcome, trace_id) values ('2028-11-05', 'a', 'ok', 't')`);
    await migrate(url, { now: new Date('2027-01-01T00:00:00Z') });
    expect((await months()).slice(24)).toEqual(['audit_log_2028_12']);
  });

  it('refuse to be emptied, those made later too', async () => {
    await migrate(url, { now: new Date('2026-11-01T00:00:00Z') });
    const client = await pool.connect();
    await makeAuditPartitions(client, new Date('2030-01-01T00:00:00Z'), 1).finally(() => client.release());
    await expect(pool.query('truncate audit_log_2030_01')).rejects.toMatchObject({ code: '23001' });
  });

  it('can be dropped whole by the owner, when they have been kept long enough', async () => {
    await migrate(url, { now: new Date('2026-11-01T00:00:00Z') });
    await pool.query('drop table audit_log_2026_11');
    expect(await months()).toHaveLength(23);
  });
});

describe('a login of the app alone', () => {
  const login = `login_${randomBytes(4).toString('hex')}`;
  afterAll(async () => {
    const client = new Client({ connectionString: serverUrl });
    await client.connect();
    await client.query(`drop role if exists ${login}`).finally(() => client.end());
  });

  it('is let into the app role and cannot leave it for the owner', async () => {
    await createIfMissing(serverUrl, 'role', login);
    await migrate(url, { appLogin: login });
    await migrate(url, { appLogin: login });
    const { rows } = await pool.query(`select pg_has_role($1::name, 'behaviour_app', 'member') as may`, [login]);
    expect(rows).toEqual([{ may: true }]);
    const { user } = new Client({ connectionString: url });
    const { rows: owner } = await pool.query(`select pg_has_role($1::name, $2::name, 'member') as may`, [login, user]);
    expect(owner).toEqual([{ may: false }]);
  });
});
