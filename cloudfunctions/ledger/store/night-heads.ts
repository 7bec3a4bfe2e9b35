import type { Db } from '../../kit/transaction';
import type { NightHead } from '../rules';
import { lateColumns, lateOf } from './late';

const unhex = (text: string) => Buffer.from(text, 'hex');

/** False when somebody else signed it first. */
export async function insertNightHead(db: Db, head: NightHead, signedAtMs: number): Promise<boolean> {
  const { day, count, keyId: key_id, late } = head;
  const result = await db
    .insertInto('night_head')
    .values({
      ...{ day, count, key_id, signed_at: new Date(signedAtMs) },
      root: unhex(head.root),
      prev_hash: unhex(head.prevHash),
      hash: unhex(head.hash),
      signature: unhex(head.signature),
      ...lateColumns(late),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const select = (db: Db) => db.selectFrom('night_head').selectAll();
type Raw = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;
const toHead = (row: Raw): NightHead => ({
  day: row.day,
  count: row.count,
  root: row.root.toString('hex'),
  prevHash: row.prev_hash.toString('hex'),
  hash: row.hash.toString('hex'),
  keyId: row.key_id,
  signature: row.signature.toString('hex'),
  late: lateOf(row),
});

export async function lastNightHead(db: Db): Promise<NightHead | null> {
  const row = await select(db).orderBy('day', 'desc').limit(1).executeTakeFirst();
  return row ? toHead(row) : null;
}

/** The first that covers a day. */
export async function firstNightHeadFrom(db: Db, day: string): Promise<NightHead | null> {
  const row = await select(db).where('day', '>=', day).orderBy('day').limit(1).executeTakeFirst();
  return row ? toHead(row) : null;
}

/** Oldest first. */
export async function nightHeadsAfter(db: Db, day: string | null): Promise<NightHead[]> {
  const query = day ? select(db).where('day', '>', day) : select(db);
  return (await query.orderBy('day').execute()).map(toHead);
}

/** Newest first; `beforeDay` continues the page before. */
export async function pageOfNightHeads(db: Db, beforeDay: string | null, limit: number): Promise<NightHead[]> {
  const query = beforeDay ? select(db).where('day', '<', beforeDay) : select(db);
  return (await query.orderBy('day', 'desc').limit(limit).execute()).map(toHead);
}
