import { randomUUID } from 'node:crypto';
import { Client, type PoolClient } from 'pg';
import * as z from 'zod';
import { Id } from '../../cloudfunctions/kit/fields';
import { defineEvent, type PublishedEvent } from '../../cloudfunctions/kit/outbox/event';
import { advancePlace, type Place } from '../../cloudfunctions/kit/outbox/place';
import { publishEvents } from '../../cloudfunctions/kit/outbox/publish';
import { readEvents } from '../../cloudfunctions/kit/outbox/read';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';

const boxPut = defineEvent('boxPut', { boxId: Id, size: z.int() });
const lidShut = defineEvent('lidShut', { boxId: Id });
const BOX = '00000000-0000-4000-8000-0000000000b0';
const database = useDatabase();

beforeEach(async () => {
  await database.ownerPool.query('truncate outbox; truncate event_reader; truncate job_lease');
});

const put = (...sizes: number[]) =>
  publishEvents(
    runOn(database.db),
    sizes.map((size) => ({ event: boxPut({ boxId: BOX, size }), atMs: TEST_NOW_MS + size })),
  );
const sizeOf = (event: PublishedEvent) => boxPut.read(event)?.size;

/** Reads up to `most` events and gives their sizes. */
async function sizesFor(reader: string, most = 100): Promise<(number | undefined)[]> {
  const sizes: (number | undefined)[] = [];
  const read = await readEvents(database.db, reader, most, async (_trx, events) => {
    sizes.push(...events.map(sizeOf));
  });
  expect(read).toBe(sizes.length);
  return sizes;
}

/** The next `count` of them, in as many readings as it takes. */
async function nextFor(reader: string, count: number, most = 100): Promise<(number | undefined)[]> {
  const sizes: (number | undefined)[] = [];
  while (sizes.length < count) sizes.push(...(await sizesFor(reader, Math.min(most, count - sizes.length))));
  return sizes;
}

/** A transaction that stays open until it is told to end. */
async function openTransaction(): Promise<PoolClient> {
  const client = await database.pool.connect();
  await client.query('begin');
  return client;
}
const putOn = (client: PoolClient, size: number) =>
  client.query('insert into outbox (topic, payload, created_at) values ($1, $2, now())', [
    'boxPut',
    JSON.stringify({ boxId: BOX, size }),
  ]);
async function end(client: PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  await client.query(how);
  client.release();
}

/** Reads while one has taken a number and its row, which would give its transaction one too, is not yet written. */
async function sizesWhenLate(): Promise<(number | undefined)[]> {
  const [gate, writer] = [await openTransaction(), await openTransaction()];
  await gate.query('select pg_advisory_xact_lock(4711)');
  const writing = writer.query(
    `insert into outbox (topic, payload, created_at) values
      ('boxPut', jsonb_build_object('boxId', $1::text, 'size', 1, 'gate', pg_advisory_xact_lock(4711)) - 'gate', now())`,
    [BOX],
  );
  const waiting = `select from pg_locks where locktype = 'advisory' and not granted
    and database = (select oid from pg_database where datname = current_database())`;
  while (!(await database.ownerPool.query(waiting)).rowCount) await new Promise(setImmediate);
  await put(2);
  const early: (number | undefined)[] = [];
  for (let tries = 0; early.length === 0 && tries < 20; tries++) early.push(...(await sizesFor('inbox')));
  await end(gate, 'commit');
  await writing;
  await end(writer, 'commit');
  return [...early, ...(await nextFor('inbox', early.length > 0 ? 0 : 2))];
}

describe('readers', () => {
  it('read every event once, in order and in batches, each from a place of its own', async () => {
    await put(1, 2, 3, 4, 5);
    expect(await nextFor('inbox', 2)).toEqual([1, 2]);
    expect(await nextFor('oversight', 4)).toEqual([1, 2, 3, 4]);
    expect(await nextFor('inbox', 2)).toEqual([3, 4]);
    await put(6);
    expect(await nextFor('oversight', 2)).toEqual([5, 6]);
    expect(await nextFor('inbox', 2, 1)).toEqual([5, 6]);
    expect(await sizesFor('inbox')).toEqual([]);
  });

  it('are given topic, payload and time, and tell the kinds of event apart', async () => {
    const events = [boxPut({ boxId: BOX, size: 7 }), lidShut({ boxId: BOX })];
    await publishEvents(
      runOn(database.db),
      events.map((event) => ({ event, atMs: TEST_NOW_MS })),
    );
    let seen: readonly PublishedEvent[] = [];
    while (seen.length < 2)
      await readEvents(database.db, 'inbox', 10, async (_trx, given) => {
        seen = [...seen, ...given];
      });
    expect(seen).toMatchObject(events.map((event) => ({ ...event, atMs: TEST_NOW_MS })));
    expect(seen.map((event) => boxPut.read(event))).toEqual([{ boxId: BOX, size: 7 }, null]);
    expect(seen.map((event) => lidShut.read(event))).toEqual([null, { boxId: BOX }]);
  });

  it('are never two at work under one name, and another is not held up', async () => {
    await put(1, 2);
    let meanwhile: [(number | undefined)[], (number | undefined)[]] = [[], []];
    let read = 0;
    while (read === 0)
      read = await readEvents(database.db, 'inbox', 1, async () => {
        meanwhile = [await sizesFor('inbox'), await sizesFor('oversight', 1)];
      });
    const [own, other] = meanwhile;
    expect(own).toEqual([]);
    expect(await nextFor('inbox', 1)).toEqual([2]);
    expect([...other, ...(await nextFor('oversight', 2 - other.length))]).toEqual([1, 2]);
  });

  it('begin again from the first event when their place is set back', async () => {
    await put(1, 2, 3);
    expect(await nextFor('oversight', 3)).toEqual([1, 2, 3]);
    await database.db.deleteFrom('event_reader').where('name', '=', 'oversight').execute();
    expect(await nextFor('oversight', 3)).toEqual([1, 2, 3]);
  });
});

describe('an effect in the transaction of the reader', () => {
  /** Reads until there was something to read. */
  async function readSome(handle: ReturnType<typeof keepWith>): Promise<number> {
    for (;;) {
      const read = await readEvents(database.db, 'oversight', 2, handle);
      if (read > 0) return read;
    }
  }
  const keep = (holder: string) => readSome(keepWith(holder));
  const keepWith =
    (holder: string, spoil: (sizes: number[]) => void = () => {}) =>
    async (trx: Parameters<Parameters<typeof readEvents>[3]>[0], events: readonly PublishedEvent[]) => {
      const sizes = events.map((event) => sizeOf(event) as number);
      const rows = sizes.map((size) => ({ job: `${size} ${randomUUID()}`, holder, until: new Date(0) }));
      await trx.insertInto('job_lease').values(rows).execute();
      spoil(sizes);
    };
  const kept = async () =>
    (await database.db.selectFrom('job_lease').select('job').orderBy('job').execute()).map(({ job }) => Number(job[0]));

  it('is there exactly once, though the reader broke down in the middle', async () => {
    await put(1, 2, 3, 4);
    expect(await keep('first')).toBe(2);
    const breaking = keepWith('broken', () => {
      throw new Error('the reader broke');
    });
    await expect(readSome(breaking)).rejects.toThrow('the reader broke');
    expect(await kept()).toEqual([1, 2]);
    expect(await keep('again')).toBe(2);
    expect(await sizesFor('oversight')).toEqual([]);
    expect(await kept()).toEqual([1, 2, 3, 4]);
  });

  it('is there exactly once, though the connection was cut before the commit', async () => {
    await put(1, 2);
    const cut = readSome(async (trx, events) => {
      await keepWith('cut')(trx, events);
      await database.ownerPool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'",
      );
      await trx.selectFrom('outbox').select('id').execute();
    });
    await expect(cut).rejects.toThrow();
    expect(await kept()).toEqual([]);
    expect(await keep('again')).toBe(2);
    expect(await kept()).toEqual([1, 2]);
  });
});

describe('an event that is committed late', () => {
  it('is not passed by, though one with a higher number was there before it', async () => {
    const late = await openTransaction();
    await putOn(late, 1);
    await put(2); // its number is higher, and it is committed first
    expect(await sizesFor('inbox')).toEqual([]);
    await end(late, 'commit');
    expect(await nextFor('inbox', 2)).toEqual([1, 2]);
  });

  it('holds the others up for no longer than it takes, and not at all when it is undone', async () => {
    const undone = await openTransaction();
    await putOn(undone, 1);
    await put(2);
    expect(await sizesFor('inbox')).toEqual([]);
    await end(undone, 'rollback');
    await put(3);
    expect(await nextFor('inbox', 2)).toEqual([2, 3]);
  });

  it('holds up nobody for ever, though there is always some transaction open', async () => {
    const read: (number | undefined)[] = [];
    let open = await openTransaction();
    await putOn(open, 1);
    for (let size = 2; size <= 6; size++) {
      const next = await openTransaction();
      await putOn(next, size);
      await end(open, 'commit');
      open = next;
      read.push(...(await sizesFor('inbox')));
    }
    read.push(...(await nextFor('inbox', 4 - read.length)));
    expect(read).toEqual([1, 2, 3, 4]);
    await end(open, 'commit');
    expect(await nextFor('inbox', 2)).toEqual([5, 6]);
  });

  it('is waited for from the moment its number was taken, and without the trigger it would be lost', async () => {
    expect(await sizesWhenLate()).toEqual([1, 2]);
    await database.ownerPool.query('alter table outbox disable trigger outbox_numbered');
    // A number that is taken right after a checkpoint is logged, which would give its transaction one too; and a database
    // that is dropped beside this one makes a checkpoint.
    await database.ownerPool.query('alter sequence outbox_id_seq set unlogged');
    try {
      expect(await sizesWhenLate()).toEqual([2]);
    } finally {
      await database.ownerPool.query('alter sequence outbox_id_seq set logged');
      await database.ownerPool.query('alter table outbox enable trigger outbox_numbered');
    }
  });
});

describe('a transaction that publishes nothing', () => {
  it('holds nobody up, in this database or in another one of the server', async () => {
    const beside = await openTransaction();
    await beside.query("insert into job_lease (job, holder, until) values ('beside', 'other', now())");
    const elsewhere = new Client({ connectionString: process.env.TEST_SERVER_URL });
    await elsewhere.connect();
    await elsewhere.query('begin');
    await elsewhere.query('select pg_current_xact_id()');
    await put(1, 2);
    expect(await sizesFor('inbox')).toEqual([1, 2]);
    await elsewhere.end();
    await end(beside, 'rollback');
  });
});

describe('the place of a reader', () => {
  const at = (place: Partial<Place>): Place => ({ passedId: 0, settledId: 0, fence: null, ...place });

  it('is settled up to the newest event when nobody else is writing', () => {
    expect(advancePlace(at({}), { newestId: 9, transaction: 100n, oldest: 100n })).toEqual(at({ settledId: 9 }));
  });

  it('keeps its fence until whoever stood before it has ended, and then sets the next', () => {
    const first = advancePlace(at({}), { newestId: 9, transaction: 100n, oldest: 90n });
    expect(first).toEqual(at({ fence: { id: 9, transaction: 100n } }));
    const still = advancePlace(first, { newestId: 20, transaction: 200n, oldest: 99n });
    expect(still).toEqual(first);
    const next = advancePlace(still, { newestId: 30, transaction: 300n, oldest: 100n });
    expect(next).toEqual(at({ settledId: 9, fence: { id: 30, transaction: 300n } }));
  });

  it('drops a fence that another server set: a copy of the database was restored on a younger one', async () => {
    const restored = at({ settledId: 5, passedId: 5, fence: { id: 9, transaction: 1_000_000n } });
    expect(advancePlace(restored, { newestId: 9, transaction: 100n, oldest: 90n })).toEqual(
      at({ settledId: 5, passedId: 5, fence: { id: 9, transaction: 100n } }),
    );
    await put(1, 2);
    await database.ownerPool.query(
      "insert into event_reader (name, fence_id, fence_transaction) values ('inbox', 1, '9000000000000')",
    );
    expect(await nextFor('inbox', 2)).toEqual([1, 2]);
  });
});

it('is gone with the transaction that published it', async () => {
  const undone = inTransaction(database.db, async (trx) => {
    await publishEvents(runOn(trx), [{ event: lidShut({ boxId: BOX }), atMs: TEST_NOW_MS }]);
    throw new Error('no');
  });
  await expect(undone).rejects.toThrow('no');
  expect(await database.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});
