import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { entryOf, insertAccount, insertResident, insertUnits, MADE_AT } from '../support/rows';

const database = useDatabase();
const DENIED = { code: '42501' };
const APPEND_ONLY = { code: '23001' };

let monthPartition: string;

beforeAll(async () => {
  const { db, ownerPool } = database;
  const units = await insertUnits(db);
  const accountId = await insertResident(db);
  await insertAccount(db, accountId);
  await db.insertInto('ledger_entry').values(entryOf(accountId, units.communityId)).execute();
  const { rows } = await ownerPool.query<{ name: string }>(
    `select relname as name from pg_class where relispartition and relname ~ '^audit_log_\\d{4}_\\d{2}$' order by 1 limit 1`,
  );
  monthPartition = rows[0]?.name ?? '';
  const month = new Date(`${monthPartition.slice(-7).replace('_', '-')}-15T00:00:00Z`);
  for (const at of [month, new Date('2020-01-01T00:00:00Z')])
    await db.insertInto('audit_log').values({ at, action: 'test.act', outcome: 'ok', trace_id: 't' }).execute();
  await db
    .insertInto('checkpoint')
    .values({
      unit_id: units.communityId,
      day: '2026-11-01',
      leaf_count: 1,
      root: Buffer.alloc(32),
      prev_hash: Buffer.alloc(32),
      hash: Buffer.alloc(32),
      key_id: 'k',
      signature: Buffer.alloc(64),
      signed_at: MADE_AT,
    })
    .execute();
  await db
    .insertInto('checkpoint_tree')
    .values({ unit_id: units.communityId, day: '2026-11-01', nodes: Buffer.alloc(32) })
    .execute();
  const hashes = { root: Buffer.alloc(32), prev_hash: Buffer.alloc(32), hash: Buffer.alloc(32) };
  const signed = { key_id: 'k', signature: Buffer.alloc(64), signed_at: MADE_AT };
  await db
    .insertInto('night_head')
    .values({ day: '2026-11-01', count: 1, ...hashes, ...signed })
    .execute();
});

/** Every way to change or remove what was written, for the tables that only grow and two of the audit log's partitions. */
function changes(): [table: string, sql: string][] {
  const columns = { ledger_entry: 'points', checkpoint: 'leaf_count', checkpoint_tree: 'nodes', night_head: 'count' };
  const named = new Map<string, string>(Object.entries(columns));
  return [...named.keys(), 'audit_log', 'audit_log_other', monthPartition].flatMap((table) => {
    const column = named.get(table) ?? 'outcome';
    const statements = [
      `update ${table} set ${column} = ${column}`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ];
    return statements.map((sql): [string, string] => [table, sql]);
  });
}

describe('what only grows', () => {
  it('has rows to defend, in a month of the audit log and outside all of them', async () => {
    for (const [table] of changes())
      expect((await database.ownerPool.query(`select from ${table}`)).rowCount).toBeGreaterThan(0);
  });

  it('cannot be changed, emptied or cut short by the app', async () => {
    for (const [, sql] of changes()) await expect(database.pool.query(sql)).rejects.toMatchObject(DENIED);
  });

  it('cannot be changed, emptied or cut short by the owner', async () => {
    for (const [table, sql] of changes())
      await expect(database.ownerPool.query(sql)).rejects.toMatchObject({
        ...APPEND_ONLY,
        message: expect.stringContaining(`is append-only: ${sql.slice(0, 6).toUpperCase()}`),
        ...(table.startsWith('audit') ? {} : { message: expect.stringContaining(`${table} is append-only`) }),
      });
  });

  it('cannot be emptied by way of a table it refers to', async () => {
    await expect(database.ownerPool.query('truncate account cascade')).rejects.toMatchObject(APPEND_ONLY);
    await expect(database.ownerPool.query('truncate org_unit cascade')).rejects.toMatchObject(APPEND_ONLY);
  });

  it('cannot be overwritten by an insert that meets its own row', async () => {
    const sql = `insert into ledger_entry overriding system value select account_id, seq, kind, points + 1, title, source,
      source_id, unit_id, item_id, item_version, deed_date, posted_at, posted_on, corrects_seq, prev_hash, hash
      from ledger_entry on conflict (account_id, seq) do update set points = excluded.points`;
    await expect(database.pool.query(sql)).rejects.toMatchObject(DENIED);
    await expect(database.ownerPool.query(sql)).rejects.toMatchObject(APPEND_ONLY);
  });
});

describe('the app', () => {
  it('is the role behaviour_app, in UTC, with a limit to every statement', async () => {
    const { rows } = await database.pool.query(
      `select current_user as who, current_setting('timezone') as zone, current_setting('statement_timeout') as "limit"`,
    );
    expect(rows[0]).toEqual({ who: 'behaviour_app', zone: 'UTC', limit: '5s' });
  });

  it('owns nothing', async () => {
    const { rows } = await database.ownerPool.query(
      `select count(*)::int as owned from pg_shdepend where refobjid = 'behaviour_app'::regrole and deptype = 'o'`,
    );
    expect(rows[0]).toEqual({ owned: 0 });
  });

  it.each([
    'alter table ledger_entry disable trigger all',
    'alter table ledger_entry disable trigger ledger_entry_append_only',
    'drop trigger ledger_entry_append_only on ledger_entry',
    'alter table account drop constraint account_available',
    'drop index ledger_entry_settled_once',
    'drop table ledger_entry cascade',
    'create table mine (id integer)',
    'create function mine() returns integer language sql as $$ select 1 $$',
    `create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$`,
    "set session_replication_role = 'replica'",
    'alter role behaviour_app superuser',
    'truncate resident cascade',
    "insert into schema_migration (name, checksum) values ('x', 'x')",
  ])('may not: %s', async (sql) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      await expect(client.query(sql)).rejects.toMatchObject(DENIED);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('cannot give itself a right', async () => {
    await database.pool.query('grant update on ledger_entry to behaviour_app'); // PostgreSQL warns and grants nothing
    await expect(database.pool.query('update ledger_entry set points = 9')).rejects.toMatchObject(DENIED);
  });

  it('keeps the first answer of a request, and cannot forget it', async () => {
    const requestId = randomUUID();
    const { db } = database;
    await db
      .insertInto('request_log')
      .values({ request_id: requestId, action: 'a.b', body_hash: Buffer.alloc(32), created_at: MADE_AT })
      .execute();
    await db.updateTable('request_log').set({ answer: '{"ok":true}' }).where('request_id', '=', requestId).execute();
    await expect(db.deleteFrom('request_log').execute()).rejects.toMatchObject(DENIED);
  });

  it('makes and destroys the key of a person, and cannot exchange it', async () => {
    const { db } = database;
    const subject_id = randomUUID();
    const key = { subject_id, wrapped_key: Buffer.alloc(40), master_key_id: 'm', created_at: MADE_AT };
    await db.insertInto('keyring.personal_key').values(key).execute();
    const exchange = db
      .updateTable('keyring.personal_key')
      .set({ wrapped_key: Buffer.alloc(1) })
      .execute();
    await expect(exchange).rejects.toMatchObject(DENIED);
    await db.deleteFrom('keyring.personal_key').where('subject_id', '=', subject_id).execute();
  });
});
