import { sql } from 'kysely';
import { type Db, inTransaction } from '../transaction';
import type { PublishedEvent } from './event';
import { advancePlace, type Place } from './place';

/**
 * Gives a reader its next events, at the most `most` of them in the order of their ids, and answers how many there were.
 * `handle` writes what it makes of them in `trx`, in which the reader's place moves too: each event has its effect
 * exactly once. What it does elsewhere it may do again, after a crash. When it throws, nothing has moved, and the next
 * call gives the same events. A reader that is at work elsewhere is let be: 0. A new one begins with the oldest event.
 * An event is held back while a transaction that has published before it is still open, so keep `handle` short.
 */
export async function readEvents(
  db: Db,
  reader: string,
  most: number,
  handle: (trx: Db, events: readonly PublishedEvent[]) => Promise<void>,
): Promise<number> {
  await enter(db, reader);
  return inTransaction(db, async (trx) => {
    const newestId = await newestSeen(trx); // before this transaction writes: its own number has to come after
    const before = await lockPlace(trx, reader);
    if (!before) return 0;
    const place = advancePlace(before, { newestId, ...(await transactions(trx)) });
    const events = await eventsWithin(trx, place, most);
    if (events.length > 0) await handle(trx, events);
    const last = events.length === most ? events.at(-1) : undefined;
    await savePlace(trx, reader, { ...place, passedId: last?.id ?? Math.max(place.passedId, place.settledId) });
    return events.length;
  });
}

/** Likewise until there are no more, `most` of them in each transaction. */
export async function readAllEvents(...asked: Parameters<typeof readEvents>): Promise<void> {
  const [, , most] = asked;
  while ((await readEvents(...asked)) === most);
}

async function newestSeen(db: Db): Promise<number> {
  const row = await db
    .selectFrom('outbox')
    .select((event) => event.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** On its own: in the reader's transaction others of the same name would wait for the row instead of passing it by. */
async function enter(db: Db, name: string): Promise<void> {
  await db
    .insertInto('event_reader')
    .values({ name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function lockPlace(db: Db, name: string): Promise<Place | null> {
  const row = await db
    .selectFrom('event_reader')
    .selectAll()
    .where('name', '=', name)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  const { passed_id: passedId, settled_id: settledId, fence_id: id, fence_transaction: transaction } = row;
  return {
    passedId,
    settledId,
    fence: id === null || transaction === null ? null : { id, transaction: BigInt(transaction) },
  };
}

/**
 * This transaction's own number, and the lowest of those that have written to the outbox and not ended; its own where there
 * is none. Who writes holds a lock on the table from before an id is taken until its end: so nobody else's transaction, in
 * this database or in another one of the server, holds a reader up. Locks name a transaction by its lower 32 bits.
 */
async function transactions(db: Db): Promise<{ transaction: bigint; oldest: bigint }> {
  const { rows } = await sql<{ own: string; oldest: string }>`
    with own as (select pg_current_xact_id()::text::bigint as id),
      writing as (
        select (own.id - number.transactionid::text::bigint) & 4294967295 as before
        from own, pg_locks lock join pg_locks number on number.pid = lock.pid
        where lock.locktype = 'relation' and lock.relation = 'outbox'::regclass and lock.mode = 'RowExclusiveLock'
          and lock.database = (select oid from pg_database where datname = current_database())
          and number.locktype = 'transactionid' and number.mode = 'ExclusiveLock' and number.granted
          and lock.pid <> pg_backend_pid()
      )
    select own.id::text as own,
      (own.id - coalesce((select max(before) from writing where before < 2147483648), 0))::text as oldest
    from own`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database did not say which transaction this is');
  return { transaction: BigInt(row.own), oldest: BigInt(row.oldest) };
}

async function eventsWithin(db: Db, { passedId, settledId }: Place, most: number): Promise<PublishedEvent[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('id', '>', passedId)
    .where('id', '<=', settledId)
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id, topic, payload, created_at }) => ({ id, topic, payload, atMs: created_at.getTime() }));
}

async function savePlace(db: Db, name: string, { passedId, settledId, fence }: Place): Promise<void> {
  await db
    .updateTable('event_reader')
    .set({
      passed_id: passedId,
      settled_id: settledId,
      fence_id: fence?.id ?? null,
      fence_transaction: fence?.transaction.toString() ?? null,
    })
    .where('name', '=', name)
    .execute();
}
