import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Words } from '../rules';

export interface Countersigner {
  readonly countersignerId: string;
  readonly unitId: string;
  readonly name: string;
  readonly publicKey: string;
}

export interface CountersignerRow extends Countersigner, Words {
  /** Who has said so, oldest first. */
  readonly beginners: readonly string[];
  readonly enders: readonly string[];
  readonly lastSaidAtMs: number;
}

/** False where the key is known: a key begins once. */
export async function insertCountersigner(db: Db, one: Countersigner): Promise<boolean> {
  const { countersignerId: id, unitId: unit_id, name, publicKey } = one;
  const result = await db
    .insertInto('countersigner')
    .values({ id, unit_id, name, public_key: Buffer.from(publicKey, 'hex') })
    .onConflict((conflict) => conflict.column('public_key').doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export interface Word {
  readonly countersignerId: string;
  readonly what: 'begin' | 'end';
  readonly by: string;
  readonly atMs: number;
}

/** Said twice by the same person, it was said once. */
export async function insertWord(db: Db, { countersignerId, what, by, atMs }: Word): Promise<void> {
  await db
    .insertInto('countersigner_word')
    .values({ countersigner_id: countersignerId, what, said_by: by, said_at: new Date(atMs) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

interface Raw extends Pick<CountersignerRow, 'countersignerId' | 'unitId' | 'name' | 'beginners' | 'enders'> {
  readonly key: Buffer;
  readonly lastSaidAt: Date;
}

async function findCountersigners(db: Db, where: ReturnType<typeof sql>): Promise<CountersignerRow[]> {
  const { rows } = await sql<Raw>`
    select signer.id as "countersignerId", signer.unit_id as "unitId", signer.name, signer.public_key as key,
      coalesce(array_agg(said_by order by said_at) filter (where what = 'begin'), '{}') as beginners,
      coalesce(array_agg(said_by order by said_at) filter (where what = 'end'), '{}') as enders,
      max(said_at) as "lastSaidAt"
    from countersigner as signer join countersigner_word as word on word.countersigner_id = signer.id
    where ${where}
    group by signer.id order by min(said_at), signer.id`.execute(db);
  return rows.map(({ key, lastSaidAt, ...row }) => ({
    ...{ ...row, publicKey: key.toString('hex'), lastSaidAtMs: lastSaidAt.getTime() },
    ...{ begins: row.beginners.length, ends: row.enders.length },
  }));
}

export const countersignersOf = (db: Db, unitId: string) => findCountersigners(db, sql`signer.unit_id = ${unitId}`);
export const countersignerOf = async (db: Db, id: string) =>
  (await findCountersigners(db, sql`signer.id = ${id}`))[0] ?? null;
export const countersignerWithKey = async (db: Db, publicKey: string) =>
  (await findCountersigners(db, sql`signer.public_key = ${Buffer.from(publicKey, 'hex')}`))[0] ?? null;
export const allCountersigners = (db: Db) => findCountersigners(db, sql`true`);

/** How many communities have a key in force that has not signed a day which was signed here, up to and with that day. */
export async function countSilent(db: Db, upTo: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with word as (select countersigner_id, count(*) filter (where what = 'begin') as begins, count(*) filter (where what = 'end') as ends,
        (max(said_at) filter (where what = 'begin') at time zone 'Asia/Shanghai')::date as began
      from countersigner_word group by countersigner_id)
    select count(distinct signer.unit_id)::int as count
    from countersigner as signer join word on word.countersigner_id = signer.id and word.begins >= 2 and word.ends < 2
    where exists (select from checkpoint as c where c.unit_id = signer.unit_id and c.day <= ${upTo}
      and c.day > coalesce((select max(s.day) from countersignature as s where s.countersigner_id = signer.id), word.began - 1))`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}
