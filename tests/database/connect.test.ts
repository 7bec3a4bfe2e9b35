import { Client, type ClientConfig } from 'pg';
import { connectOnly, createDatabase, databaseUrl } from '../../cloudfunctions/database/connect';
import { useDatabase } from '../support/database';

const database = useDatabase();

const one = async (sql: string) => (await database.pool.query<{ value: unknown }>(sql)).rows[0]?.value;

describe('values from the database', () => {
  it('has a bigint as a number', async () => {
    expect(await one('select 9007199254740991::bigint as value')).toBe(Number.MAX_SAFE_INTEGER);
    expect(await one('select count(*) as value from resident')).toBe(0);
  });

  it('refuses a bigint that a number would falsify', async () => {
    await expect(one('select 9007199254740993::bigint as value')).rejects.toThrow(RangeError);
    await expect(one('select 1 as value')).resolves.toBe(1);
  });

  it('has a date as its words, whatever the time zone of the machine', async () => {
    expect(await one(`select date '2026-03-01' as value`)).toBe('2026-03-01');
  });

  it('has a moment as a Date', async () => {
    expect(await one(`select timestamptz '2026-03-01 00:00+08' as value`)).toEqual(new Date('2026-02-28T16:00:00Z'));
  });

  it('sorts Chinese names by their sound', async () => {
    const sql = `select array_agg(n order by n collate "zh-x-icu") as value from unnest(array['王','李','张','陈']) n`;
    expect(await one(sql)).toEqual(['陈', '李', '王', '张']);
  });
});

describe('connecting', () => {
  it('uses the class that it is given for its connections', async () => {
    let made = 0;
    class Counted extends Client {
      constructor(config?: ClientConfig) {
        super(config);
        made++;
      }
    }
    const counted = createDatabase({ url: database.url, Client: Counted });
    await counted.db.selectFrom('resident').select('id').execute();
    await counted.close();
    expect(made).toBe(1);
  });

  it('tells whoever uses a connection that it is lost, and goes on with another', async () => {
    const client = await database.pool.connect();
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const lost = new Promise((resolve) => client.once('end', resolve));
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await lost;
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    expect(await one('select 2 as value')).toBe(2);
  });

  it('keeps the role even when the address brings options of its own', async () => {
    const sly = createDatabase({ url: `${database.url}&options=${encodeURIComponent('-c role=postgres')}` });
    const { rows } = await sly.pool.query('select current_user as who').finally(() => sly.close());
    expect(rows).toEqual([{ who: 'behaviour_app' }]);
  });

  it('lets a connection outside the pool keep the role and the types', async () => {
    const client = new Client({ ...database.clientConfig, pipeline: true });
    await client.connect();
    const answers = await Promise.all([
      client.query('select current_user as who'),
      client.query('select 7::bigint as n'),
    ]);
    await client.end();
    expect(answers.map((answer) => answer.rows[0])).toEqual([{ who: 'behaviour_app' }, { n: 7 }]);
  });

  it('lives on when the server ends a connection that nobody is using', async () => {
    const broken: string[] = [];
    const watched = createDatabase({ url: database.url, max: 1, onIdleError: (error) => broken.push(error.message) });
    const { rows } = await watched.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    const gone = new Promise((resolve) => watched.pool.once('remove', resolve));
    await database.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
    expect((await watched.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }]);
    await watched.close();
    expect(broken).toHaveLength(1);
  });

  it('says nothing of connections that end while it is being closed', async () => {
    const broken: string[] = [];
    const watched = createDatabase({ url: database.url, max: 1, onIdleError: (error) => broken.push(error.message) });
    await watched.pool.query('select 1');
    const closing = watched.close();
    watched.pool.emit('error', new Error('terminating connection due to administrator command'), {} as never);
    await closing;
    expect(broken).toEqual([]);
  });

  it('takes the address from the parts that a cloud environment gives', async () => {
    const { host = '', user = '', database: name = '' } = new Client({ connectionString: database.url });
    const connected = connectOnly({ PGHOST: host, PGUSER: user, PGDATABASE: name });
    const { rows } = await connected.pool.query('select current_database() as name').finally(() => connected.close());
    expect(rows).toEqual([{ name }]);
  });

  it('keeps whatever signs a password has', () => {
    const url = databaseUrl({ PGHOST: 'db.example', PGUSER: 'a b', PGPASSWORD: 'p@/?#%&', PGDATABASE: '行为' });
    const client = new Client({ connectionString: url });
    expect(client).toMatchObject({ host: 'db.example', user: 'a b', password: 'p@/?#%&', database: '行为' });
  });

  it.each(['a#b', 'a/b'])(
    'names the variable whose password %s has to be written otherwise, and tells nothing of it',
    (word) => {
      const ask = () => connectOnly({ DATABASE_URL: `postgresql://bank:${word}@db.example/bank` });
      expect(ask).toThrow(/^DATABASE_URL is not an address.*%23.*%2F/);
      expect(ask).not.toThrow(word);
    },
  );

  it('says what to set when the environment names no database', () => {
    expect(() => connectOnly({})).toThrow('DATABASE_URL');
  });
});
