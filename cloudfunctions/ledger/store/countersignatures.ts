import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Countersignature } from '../rules';

const unhex = (text: string) => Buffer.from(text, 'hex');

/** How many of them were new. */
export async function insertCountersignatures(
  db: Db,
  countersignerId: string,
  days: readonly Omit<Countersignature, 'unitId' | 'publicKey'>[],
): Promise<number> {
  const rows = days.map(({ day, hash, signedAtMs, signature }) => ({
    ...{ countersigner_id: countersignerId, day, signed_at: new Date(signedAtMs) },
    ...{ hash: unhex(hash), signature: unhex(signature) },
  }));
  const result = await db
    .insertInto('countersignature')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(result.numInsertedOrUpdatedRows);
}

export interface CountersignatureRow extends Countersignature {
  readonly countersignerId: string;
  readonly name: string;
}

const select = (db: Db) =>
  db
    .selectFrom('countersignature as signed')
    .innerJoin('countersigner as signer', 'signer.id', 'signed.countersigner_id')
    .select(['signer.id as countersignerId', 'signer.unit_id as unitId', 'signer.name', 'signer.public_key as key'])
    .select(['signed.day', 'signed.hash', 'signed.signed_at as signedAt', 'signed.signature']);
type Raw = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;
const toRow = ({ key, hash, signedAt, signature, ...row }: Raw): CountersignatureRow => ({
  ...{ ...row, publicKey: key.toString('hex'), hash: hash.toString('hex') },
  ...{ signedAtMs: signedAt.getTime(), signature: signature.toString('hex') },
});

/** Where a page begins: behind that one. */
type Place = Pick<CountersignatureRow, 'day' | 'countersignerId' | 'hash'>;

/** Newest day first. */
export async function pageOfCountersignatures(
  db: Db,
  { unitId, day, after, limit }: { unitId: string; day: string | undefined; after: Place | null; limit: number },
): Promise<CountersignatureRow[]> {
  let query = select(db).where('signer.unit_id', '=', unitId);
  if (day) query = query.where('signed.day', '=', day);
  if (after)
    query = query.where(
      sql<boolean>`(signed.day < ${after.day} or (signed.day = ${after.day}
        and (signed.countersigner_id, signed.hash) > (${after.countersignerId}::uuid, ${unhex(after.hash)}::bytea)))`,
    );
  const rows = await query
    .orderBy('signed.day', 'desc')
    .orderBy('signer.id')
    .orderBy('signed.hash')
    .limit(limit)
    .execute();
  return rows.map(toRow);
}

/** All of them, for the walk of verify. */
export const allCountersignatures = async (db: Db): Promise<CountersignatureRow[]> =>
  (await select(db).orderBy('signed.day').orderBy('signer.id').execute()).map(toRow);
