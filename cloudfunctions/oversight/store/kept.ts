import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Counted, Month } from '../rules';

export interface KeptMonth {
  readonly month: string;
  readonly until: string;
  readonly countedAtMs: number;
}

const keysOf = (months: readonly Month[]) => sql`${months.map(({ key }) => key)}::text[]`;
const untilsOf = (months: readonly Month[]) => sql`${months.map(({ until }) => until)}::date[]`;
const asked = (months: readonly Month[]) =>
  sql`unnest(${keysOf(months)}, ${untilsOf(months)}) as asked (month, until_on)`;

/** Those of the months that were counted, none beyond its last day or today. */
export async function keptMonths(db: Db, months: readonly Month[]): Promise<KeptMonth[]> {
  const { rows } = await sql<KeptMonth>`
    select month, kept.until_on as until, (extract(epoch from counted_at) * 1000)::bigint as "countedAtMs"
    from ${asked(months)} join kept_month as kept using (month)
    where kept.counted_at is not null and kept.until_on <= asked.until_on`.execute(db);
  return rows;
}

export async function keptFigures(db: Db, unitIds: readonly string[], months: readonly string[]): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select community_id as "unitId", month, homes_on_roster as "homesOnRoster", people_on_roster as "peopleOnRoster",
      homes_with_points as "homesWithPoints", people_with_points as "peopleWithPoints", person_times as "personTimes"
    from kept_figure where community_id = any(${unitIds}::uuid[]) and month = any(${months}::text[])`.execute(db);
  return rows;
}

/** One at a time counts and takes note; whoever reads waits for nobody. To be the first thing of a transaction. */
export const lockKept = (db: Db) => sql`lock table kept_month in share row exclusive mode`.execute(db);

/**
 * For so many days after its last one a month is counted like the present one: an entry that is late by the clock is in
 * it. It is closed when it was counted after them, however long nobody counted meanwhile.
 */
const OPEN_DAYS = 3;
const isClosed = sql`kept.counted_at >= (kept.until_on + ${sql.lit(1 + OPEN_DAYS)})::timestamp at time zone 'Asia/Shanghai'`;

/**
 * Notes which months are to be counted anew: those about which anything has changed, those that are not closed or have
 * gone on since. Takes away what was noted for it; the others' figures hold up to `nowMs`. Answers with those to count,
 * the newest first.
 */
export async function noteChanged(db: Db, months: readonly Month[], nowMs: number): Promise<string[]> {
  await sql`insert into kept_month (month, until_on, changed) select month, until_on, true from ${asked(months)}
    on conflict do nothing`.execute(db);
  await sql`
    with noted as (delete from figure_change returning from_on, until_on)
    update kept_month as kept set changed = true
    where exists (select from noted where noted.from_on <= kept.until_on
      and noted.until_on >= to_date(kept.month, 'YYYY-MM'))`.execute(db);
  await sql`update kept_month as kept set changed = true from ${asked(months)}
    where kept.month = asked.month and not kept.changed
      and (kept.until_on <> asked.until_on or not (${isClosed}))`.execute(db);
  await sql`update kept_month set counted_at = ${new Date(nowMs)} where not changed`.execute(db);
  const { rows } = await sql<{ month: string }>`
    select month from kept_month where changed and month = any(${keysOf(months)}) order by month desc`.execute(db);
  return rows.map(({ month }) => month);
}

export async function communityIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from community order by id`.execute(db);
  return rows.map(({ id }) => id);
}

/** Months that are kept, with the communities that came later than they were counted. */
export async function withoutFigure(db: Db): Promise<{ month: string; until: string; unitIds: string[] }[]> {
  const { rows } = await sql<{ month: string; until: string; unitIds: string[] }>`
    select kept.month, kept.until_on as until, array_agg(community.id) as "unitIds" from kept_month as kept
    cross join community where not kept.changed and not exists (
      select from kept_figure as figure where figure.month = kept.month and figure.community_id = community.id)
    group by 1`.execute(db);
  return rows;
}

export async function addFigures(db: Db, counted: readonly Counted[]): Promise<void> {
  await sql`
    insert into kept_figure (month, community_id, homes_on_roster, people_on_roster, homes_with_points,
      people_with_points, person_times)
    select month, "unitId", "homesOnRoster", "peopleOnRoster", "homesWithPoints", "peopleWithPoints", "personTimes"
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as counted (month text, "unitId" uuid,
      "homesOnRoster" int, "peopleOnRoster" int, "homesWithPoints" int, "peopleWithPoints" int,
      "personTimes" int)`.execute(db);
}

export async function saveMonth(
  db: Db,
  { key, until }: Month,
  counted: readonly Counted[],
  nowMs: number,
): Promise<void> {
  await sql`delete from kept_figure where month = ${key}`.execute(db);
  await addFigures(db, counted);
  await sql`update kept_month set until_on = ${until}::date, counted_at = ${new Date(nowMs)}, changed = false
    where month = ${key}`.execute(db);
}

/** Closed months whose figures are said to hold, as far as nothing waits to be noted. */
export async function settledMonths(db: Db): Promise<{ month: string; until: string }[]> {
  const { rows } = await sql<{ month: string; until: string }>`
    select month, until_on as until from kept_month as kept
    where not changed and until_on = to_date(month, 'YYYY-MM') + interval '1 month' - interval '1 day' and ${isClosed}
      and not exists (select from figure_change as noted where noted.from_on <= kept.until_on
        and noted.until_on >= to_date(kept.month, 'YYYY-MM'))
    order by month`.execute(db);
  return rows;
}
