import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { type Checkpoint, type DayEntry, FIRST_CHECKPOINT_HASH } from '../rules';
import { lateColumns, lateOf } from './late';

const hex = (bytes: Buffer) => bytes.toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');

export interface UnitDay {
  readonly unitId: string;
  readonly day: string;
}

/**
 * Communities that have entries on a day and no checkpoint for it yet; a day later than their last checkpoint only, so
 * that nothing of the years before is read.
 */
export async function unitsWithoutCheckpoint(db: Db, untilDay: string): Promise<UnitDay[]> {
  const { rows } = await sql<UnitDay>`
    select unit.id as "unitId", fresh.day
    from unit
    cross join lateral (
      select distinct entry.posted_on as day from ledger_entry as entry
      where entry.unit_id = unit.id and entry.posted_on <= ${untilDay}
        and entry.posted_on > coalesce((select max(day) from checkpoint where unit_id = unit.id), '-infinity')
    ) as fresh
    order by fresh.day, unit.id`.execute(db);
  return rows;
}

/** Every finished day of a community that has entries and no checkpoint, oldest first; for the walk of verify, which reads all. */
export async function daysLeftUnsigned(db: Db, untilDay: string): Promise<UnitDay[]> {
  const { rows } = await sql<UnitDay>`
    select unit_id as "unitId", posted_on as day from ledger_entry where posted_on <= ${untilDay}
    except select unit_id, day from checkpoint
    order by day, "unitId"`.execute(db);
  return rows;
}

export async function dayEntries(db: Db, unitId: string, day: string): Promise<DayEntry[]> {
  return db
    .selectFrom('ledger_entry')
    .select(['account_id as accountId', 'seq', 'hash'])
    .where('unit_id', '=', unitId)
    .where('posted_on', '=', day)
    .orderBy('account_id')
    .orderBy('seq')
    .execute();
}

/** Where accounts stood at the end of a day; read from each account's end, so that years before cost nothing. */
export async function headsOn(db: Db, accountIds: readonly string[], day: string): Promise<DayEntry[]> {
  const { rows } = await sql<DayEntry>`
    select head.account_id as "accountId", head.seq, head.hash
    from unnest(${[...new Set(accountIds)]}::uuid[]) as asked (account_id)
    cross join lateral (
      select account_id, seq, hash from ledger_entry as entry
      where entry.account_id = asked.account_id and entry.posted_on <= ${day}
      order by entry.seq desc limit 1
    ) as head
    order by head.account_id`.execute(db);
  return rows;
}

export async function lastCheckpointHash(db: Db, unitId: string): Promise<string> {
  const row = await db
    .selectFrom('checkpoint')
    .select('hash')
    .where('unit_id', '=', unitId)
    .orderBy('day', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? hex(row.hash) : FIRST_CHECKPOINT_HASH;
}

/** False when somebody else signed the day first. */
export async function insertCheckpoint(db: Db, checkpoint: Checkpoint, signedAtMs: number): Promise<boolean> {
  const result = await db
    .insertInto('checkpoint')
    .values({
      unit_id: checkpoint.unitId,
      day: checkpoint.day,
      leaf_count: checkpoint.leafCount,
      root: unhex(checkpoint.root),
      prev_hash: unhex(checkpoint.prevHash),
      hash: unhex(checkpoint.hash),
      key_id: checkpoint.keyId,
      signature: unhex(checkpoint.signature),
      signed_at: new Date(signedAtMs),
      ...lateColumns(checkpoint.late),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const selectCheckpoints = (db: Db) => db.selectFrom('checkpoint').selectAll();
type Raw = Awaited<ReturnType<ReturnType<typeof selectCheckpoints>['executeTakeFirstOrThrow']>>;
const toCheckpoint = (row: Raw): Checkpoint => ({
  unitId: row.unit_id,
  day: row.day,
  leafCount: row.leaf_count,
  root: hex(row.root),
  prevHash: hex(row.prev_hash),
  hash: hex(row.hash),
  keyId: row.key_id,
  signature: hex(row.signature),
  late: lateOf(row),
});

export async function checkpointOf(db: Db, unitId: string, day: string): Promise<Checkpoint | null> {
  const row = await selectCheckpoints(db).where('unit_id', '=', unitId).where('day', '=', day).executeTakeFirst();
  return row ? toCheckpoint(row) : null;
}

/** Of some days, by day; those without one are missing. */
export async function checkpointHashesOf(
  db: Db,
  unitId: string,
  days: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const query = db.selectFrom('checkpoint').select(['day', 'hash']).where('unit_id', '=', unitId);
  const rows = await query.where('day', '=', sql<string>`any(${days}::date[])`).execute();
  return new Map(rows.map(({ day, hash }) => [day, hex(hash)]));
}

/** Newest first; `beforeDay` continues the page before. */
export async function pageOfCheckpoints(
  db: Db,
  unitId: string,
  beforeDay: string | null,
  limit: number,
): Promise<Checkpoint[]> {
  let query = selectCheckpoints(db).where('unit_id', '=', unitId);
  if (beforeDay) query = query.where('day', '<', beforeDay);
  return (await query.orderBy('day', 'desc').limit(limit).execute()).map(toCheckpoint);
}

/** All of them in the order they were signed, for the walk of verify. */
export async function allCheckpoints(db: Db): Promise<Checkpoint[]> {
  return (await selectCheckpoints(db).orderBy('unit_id').orderBy('day').execute()).map(toCheckpoint);
}

/** After a day (null: all) up to another one, with its end: what a head covers, in the order in which it does. */
export async function checkpointHashes(db: Db, afterDay: string | null, untilDay: string): Promise<string[]> {
  let query = db.selectFrom('checkpoint').select('hash').where('day', '<=', untilDay);
  if (afterDay) query = query.where('day', '>', afterDay);
  return (await query.orderBy('day').orderBy('unit_id').execute()).map(({ hash }) => hex(hash));
}

/** The day of the oldest checkpoint later than a day (null: of all). */
export async function firstCheckpointAfter(db: Db, afterDay: string | null): Promise<string | null> {
  let query = db.selectFrom('checkpoint').select('day');
  if (afterDay) query = query.where('day', '>', afterDay);
  return (await query.orderBy('day').limit(1).executeTakeFirst())?.day ?? null;
}

export async function newestCheckpointDay(db: Db): Promise<string | null> {
  const newest = db.selectFrom('checkpoint').select('day').orderBy('day', 'desc').limit(1);
  return (await newest.executeTakeFirst())?.day ?? null;
}
