import { sql } from 'kysely';
import { standsIn } from '../../kit/stands-in';
import type { Db } from '../../kit/transaction';
import type { HolderKind } from '../../values/awards';
import { STANDS } from './awards';

/** Whose, where, from when on. */
interface Mine {
  readonly unitId: string;
  readonly givenBy: string;
  readonly since: Date;
}

export interface GivenAward {
  readonly accountId: string;
  readonly holderKind: HolderKind;
  readonly entrySeq: number;
  readonly sourceId: string;
  readonly itemName: string;
  readonly grade: string | null;
  readonly halfHours: number | null;
  readonly points: number;
  readonly deedDate: string;
  readonly postedAtMs: number;
}

const posted = (db: Db, { unitId, givenBy: by, since }: Mine) =>
  db
    .selectFrom('award')
    .where('award.given_by', '=', by)
    .where(standsIn(sql.ref('award.unit_id'), unitId))
    .where('award.created_at', '>=', since)
    .where('award.state', '=', 'posted');

/** A page of them, newest first. */
export async function givenBy(
  db: Db,
  mine: Mine,
  after: Pick<GivenAward, 'postedAtMs' | 'accountId' | 'entrySeq'> | null,
  limit: number,
): Promise<GivenAward[]> {
  let found = posted(db, mine)
    .innerJoin('item_version as version', (join) =>
      join.onRef('version.item_id', '=', 'award.item_id').onRef('version.version', '=', 'award.item_version'),
    )
    .select(['award.account_id as accountId', 'award.holder_kind as holderKind', 'award.source_id as sourceId'])
    .select(['award.grade', 'award.half_hours as halfHours', 'award.points', 'award.deed_date as deedDate'])
    .select(['version.name as itemName', 'award.created_at', sql<number>`award.entry_seq`.as('entrySeq')]);
  if (after)
    found = found.where(
      sql<boolean>`(award.created_at, award.account_id, award.entry_seq) < (${new Date(after.postedAtMs)}, ${after.accountId}::uuid, ${after.entrySeq}::int)`,
    );
  const rows = await found
    .orderBy('award.created_at', 'desc')
    .orderBy('award.account_id', 'desc')
    .orderBy('award.entry_seq', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ created_at, ...row }) => ({ ...row, postedAtMs: created_at.getTime() }));
}

/** What stands of the whole day. */
export async function sumGiven(db: Db, mine: Mine): Promise<{ deeds: number; count: number; points: number }> {
  const sum = await posted(db, mine)
    .where(sql.raw<boolean>(STANDS))
    .select((eb) => [
      sql<number>`count(distinct award.source_id)::int`.as('deeds'),
      sql<number>`count(*)::int`.as('count'),
      eb.fn.coalesce(sql<number>`sum(award.points)::float8`, eb.lit(0)).as('points'),
    ])
    .executeTakeFirstOrThrow();
  return { ...sum, points: Number(sum.points) };
}

/** The award of an entry, and by whom. */
export async function givenAt(db: Db, accountId: string, entrySeq: number) {
  const row = await db
    .selectFrom('award')
    .select(['given_by as givenBy', 'unit_id as unitId', 'created_at'])
    .where('account_id', '=', accountId)
    .where('entry_seq', '=', entrySeq)
    .executeTakeFirst();
  return row ? { givenBy: row.givenBy, unitId: row.unitId, postedAtMs: row.created_at.getTime() } : null;
}
