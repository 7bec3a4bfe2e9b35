import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** Whom the news are for, and about whom they are. */
export interface Reader {
  readonly residentId: string;
  readonly householdId: string | null;
  /** They themself, those who live with them, their wards. */
  readonly peopleIds: readonly string[];
  /** They themself, and their wards: told of wherever it was done. */
  readonly ownIds: readonly string[];
}
export interface NewsRow {
  readonly newsId: string;
  readonly about: 'change' | 'bound' | 'unbound';
  readonly residentId: string | null;
  readonly byResidentId: string | null;
  readonly atMs: number;
}

/** What others did; of those one lives with, since one has lived there. Who binds themself knows it. */
const newsOf = ({ residentId, householdId, peopleIds, ownIds }: Reader) => sql`
  with home as (select m.joined_on::timestamp at time zone 'Asia/Shanghai' as since from membership m
    where m.resident_id = ${residentId} and m.left_on is null)
  select c.id, 'change' as about, c.resident_id, c.by_resident_id, c.at from person_change c
  where c.by_resident_id <> ${residentId} and (c.resident_id = any(${ownIds}::uuid[]) or c.guardian_id = ${residentId}
    or ((c.household_id = ${householdId}::uuid or c.to_household_id = ${householdId}::uuid)
      and c.at >= (select since from home)))
  union all
  select b.id, case b.kind when 'unbound' then 'unbound' else 'bound' end, b.resident_id, b.by_resident_id, b.at
  from binding_event b
  where b.resident_id = any(${peopleIds}::uuid[]) and b.by_resident_id <> ${residentId} and b.kind <> 'boundByMerge'
    and not (b.resident_id = ${residentId} and b.kind <> 'unbound')
    and (b.resident_id = any(${ownIds}::uuid[]) or b.at >= (select since from home))`;

/** Newest first, after the one that ended the page before. */
export async function pageOfNews(
  db: Db,
  reader: Reader,
  after: { readonly atMs: number; readonly newsId: string } | null,
  limit: number,
): Promise<NewsRow[]> {
  const { rows } = await sql<NewsRow>`
    select id as "newsId", about, resident_id as "residentId", by_resident_id as "byResidentId",
      (extract(epoch from at) * 1000)::bigint as "atMs"
    from (${newsOf(reader)}) as news
    ${after ? sql`where (at, id) < (${new Date(after.atMs)}, ${after.newsId}::uuid)` : sql``}
    order by at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** How many there are since a moment, as far as one counts. */
export async function countNews(db: Db, reader: Reader, sinceMs: number, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from (${newsOf(reader)}) as news where at > ${new Date(sinceMs)} limit ${most}) as unread`.execute(db);
  return rows[0]?.count ?? 0;
}

export async function seenUpTo(db: Db, residentId: string): Promise<number | null> {
  const row = await db.selectFrom('news_seen').select('up_to').where('resident_id', '=', residentId).executeTakeFirst();
  return row?.up_to.getTime() ?? null;
}

/** It never goes back. */
export async function markSeen(db: Db, residentId: string, upToMs: number): Promise<void> {
  await sql`insert into news_seen (resident_id, up_to) values (${residentId}, ${new Date(upToMs)})
    on conflict (resident_id) do update set up_to = greatest(news_seen.up_to, excluded.up_to)`.execute(db);
}
