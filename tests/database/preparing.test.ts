import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '../../cloudfunctions/database/connect';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import { useDatabase } from '../support/database';

/** On one connection, so that what is asked often is asked of the same one. */
const database = useDatabase();
let app: Database;
beforeEach(() => {
  app = createDatabase({ url: database.url, max: 1 });
});
afterEach(() => app.close());

const units = (db: Database['db'], name: string) =>
  db.selectFrom('org_unit').selectAll().where('name', '=', name).execute();
/** A text of its own for each length. */
const among = (length: number) =>
  app.db
    .selectFrom('org_unit')
    .select('id')
    .where(
      'name',
      'in',
      Array.from({ length }, (_, i) => `of-${i}`),
    )
    .execute();
const prepared = async () => {
  const { rows } = await app.pool.query<{ statement: string; uses: number }>(
    `select statement, (generic_plans + custom_plans)::int as uses from pg_prepared_statements where name like 'kysely-%' order by prepare_time`,
  );
  return rows;
};
const times = async (n: number, deed: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await deed(i);
};

describe('what a connection prepares', () => {
  it('is a statement that it sends for the third time', async () => {
    await times(2, () => units(app.db, '东宝'));
    expect(await prepared()).toEqual([]);
    await times(3, () => units(app.db, '掇刀'));
    expect(await prepared()).toEqual([{ statement: expect.stringContaining('"org_unit"'), uses: 3 }]);
  });

  it('is nothing without a value, such as a transaction’s beginning and end', async () => {
    await times(5, () => inTransaction(app.db, (trx) => trx.selectFrom('org_unit').select('id').execute()));
    expect(await prepared()).toEqual([]);
  });

  it('is no more than two hundred, and none with a long list', async () => {
    await times(4, () => among(2_000));
    expect(await prepared()).toEqual([]);
    await times(220, (i) => times(3, () => among(i + 1)));
    expect(await prepared()).toHaveLength(200);
  });

  it('is not what came twice long ago, with hundreds of others since', async () => {
    await times(2, () => units(app.db, '东宝'));
    await times(300, (i) => among(i + 1));
    await units(app.db, '东宝');
    expect(await prepared()).toEqual([]);
  });

  it('goes on after a value that it refuses', async () => {
    const byId = (id: string) => app.db.selectFrom('org_unit').select('id').where('id', '=', id).execute();
    await times(3, () => byId(randomUUID()));
    await expect(byId('none')).rejects.toThrow('uuid');
    expect(await byId(randomUUID())).toEqual([]);
    expect((await prepared()).map(({ uses }) => uses)).toEqual([2]);
  });
});

describe('a table that is altered under a prepared statement', () => {
  let columns = 0;
  const alter = () => database.ownerPool.query(`alter table org_unit add column later_${++columns} text`);
  beforeAll(async () => {
    const values = { id: randomUUID(), level: 'city' as const, name: '荆门', code: '420800', path: '/420800/' };
    await database.db
      .insertInto('org_unit')
      .values({ ...values, created_at: new Date(0) })
      .execute();
  });
  afterAll(async () => {
    for (; columns > 0; columns--) await database.ownerPool.query(`alter table org_unit drop column later_${columns}`);
  });

  it('is read all the same', async () => {
    await times(3, () => units(app.db, '荆门'));
    await alter();
    expect(await units(app.db, '荆门')).toEqual([expect.objectContaining({ name: '荆门', later_1: null })]);
  });

  it('takes a write back to its beginning, and it is done once', async () => {
    const count = async () => Number((await database.pool.query('select sum(count) as n from attempt')).rows[0].n);
    let begun = 0;
    const write = () =>
      inTransaction(app.db, async (trx) => {
        begun++;
        const values = { key: `try ${begun}`, window_start: new Date(0), count: 1 };
        await trx.insertInto('attempt').values(values).execute();
        return units(trx, '荆门');
      });
    await times(3, write);
    await alter();
    expect(await write()).toEqual([expect.objectContaining({ name: '荆门' })]);
    expect({ begun, kept: await count() }).toEqual({ begun: 5, kept: 4 });
  });

  it('is told to those who asked in a transaction of their own, which can begin again', async () => {
    const ask = () => app.db.transaction().execute((trx) => units(trx, '荆门'));
    await times(3, ask);
    await alter();
    await expect(ask()).rejects.toThrow('cached plan must not change result type');
    expect(await ask()).toHaveLength(1);
  });
});
