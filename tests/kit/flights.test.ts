import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { allOf, BEGIN, withPipeline } from '../../cloudfunctions/kit/pipeline';
import { runOn, runWithTheNext } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Traffic, watching } from '../support/traffic';
import { testWorld } from '../support/world';
import { type Ask, openShelf } from './shelf';

const traffic = new Traffic();
let database: TestDatabase;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase({ max: 1, Client: watching(traffic) });
  ask = openShelf(testWorld(database));
});
afterAll(() => database.close());

const put = (label: string, requestId = randomUUID()) => ask('put', { input: { label, size: 3 }, requestId });
const MARK = { name: 'mark', text: 'insert into attempt (key, window_start, count) values ($1, now(), $2)' };
const marks = async () => (await database.ownerPool.query('select key, count from attempt order by key')).rows;

it('a write needs a flight before what its handler does and one after it', async () => {
  expect(await put('a box')).toMatchObject({ ok: true });
  traffic.clear();
  expect(await put('another box')).toMatchObject({ ok: true });
  expect(traffic.flights).toBe(3); // the handler's own is one
  expect(
    traffic.sent.map(({ text }) =>
      text
        .trim()
        .split(/[\s(]+/, 3)
        .join(' '),
    ),
  ).toEqual([
    'begin',
    'insert into request_log',
    'savepoint "work"',
    'insert into "job_lease"',
    'release "work"',
    'insert into outbox',
    'insert into audit_log',
    'update request_log set',
    'commit',
  ]);
});

it('so does one that is refused, and the refusal is kept', async () => {
  const requestId = randomUUID();
  traffic.clear();
  const first = await put('full', requestId);
  expect(first).toMatchObject({ ok: false, code: 'SHELF_FULL' });
  expect(traffic.flights).toBe(3);
  expect(await put('full', requestId)).toMatchObject({ ok: false, code: 'SHELF_FULL' });
});

it('what went out with the commit and failed leaves nothing, and can be sent again', async () => {
  const requestId = randomUUID();
  const boxes = async () => (await database.ownerPool.query('select from job_lease')).rowCount;
  const before = await boxes();
  await database.ownerPool.query('alter table outbox add constraint shut check (false) not valid');
  expect(await put('unheard of', requestId)).toMatchObject({ ok: false, code: 'FAULT' });
  await database.ownerPool.query('alter table outbox drop constraint shut');
  expect(await boxes()).toBe(before);
  expect(await put('unheard of', requestId)).toMatchObject({ ok: true });
  expect(await boxes()).toBe(Number(before) + 1);
});

it('what goes with the next statement comes before it, and its fault is that one’s', async () => {
  const done = inTransaction(database.db, async (trx) => {
    await runWithTheNext(trx)(MARK, ['first', 1]);
    await runWithTheNext(trx)(MARK, ['second', 2]);
    return runOn(trx)({ name: 'marks', text: 'select count(*)::int as n from attempt where count < $1' }, [9]);
  });
  expect(await done).toEqual([{ n: 2 }]);
  const failed = inTransaction(database.db, async (trx) => {
    await runWithTheNext(trx)(MARK, ['third', 3]);
    await runWithTheNext(trx)(MARK, ['first', 'one']);
    await runOn(trx)(MARK, ['fourth', 4]);
  });
  await expect(failed).rejects.toThrow('invalid input syntax for type integer: "one"');
  expect(await marks()).toEqual([
    { key: 'first', count: 1 },
    { key: 'second', count: 2 },
  ]);
});

it('what comes after the commit that it should go along with is refused: it would stand by itself', async () => {
  const late = withPipeline(database.pool, async ({ run, commit }) => {
    const writes = async () => {
      await run(MARK, ['in time', 6]);
      await run(MARK, ['too late', 7]);
    };
    await allOf([run(BEGIN, []), writes(), commit()]);
  });
  await expect(late).rejects.toThrow('mark came after the commit: it would stand by itself');
  expect((await marks()).map(({ key }) => key)).not.toContain('too late');
});

it('what was left behind on a connection is nobody else’s', async () => {
  await database.db.connection().execute((db) => db.executeQuery(CompiledQuery.raw('begin')));
  await runOn(database.db)(MARK, ['by itself', 5]);
  expect(await marks()).toContainEqual({ key: 'by itself', count: 5 });
});
