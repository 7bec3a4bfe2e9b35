import { type SqlBool, sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { ACTIVITY_SORTS } from '../../values/activities';

export interface HeldRow {
  readonly activityId: string;
  readonly title: string;
  readonly place: string;
  readonly societyId: string | null;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly signUp: 'none' | 'open';
  readonly capacity: number | null;
  readonly signedUpCount: number;
  readonly waitingCount: number;
  readonly attendedCount: number;
  readonly isCancelled: boolean;
}

/** What is asked for; what is left out asks for nothing. */
export interface HeldAsk {
  readonly unitId: string;
  readonly query: string | undefined;
  readonly only: {
    readonly when?: 'over' | 'today' | 'coming' | undefined;
    readonly cancelled?: boolean | undefined;
    readonly signUp?: boolean | undefined;
    readonly bySociety?: boolean | undefined;
  };
  readonly nowMs: number;
  /** The business day. */
  readonly today: { readonly fromMs: number; readonly untilMs: number };
}

const SIGNED_UP = sql<number>`(select count(*)::int from sign_up s where s.activity_id = a.id and s.state = 'signedUp')`;
const ATTENDED = sql<number>`coalesce((select people::int from attended where activity_id = a.id), 0)`;
/** What is over stands behind what is not, and the latest of it first. */
const near = (nowMs: number) =>
  sql`case when a.ends_at > ${new Date(nowMs)} then extract(epoch from a.starts_at) else 1e11 - extract(epoch from a.starts_at) end`;
const sortedBy = (nowMs: number) => ({
  near: near(nowMs),
  time: sql`a.starts_at`,
  title: sql`a.title collate "zh-x-icu"`,
  place: sql`a.place collate "zh-x-icu"`,
  signedUp: SIGNED_UP,
  attended: ATTENDED,
});
type SortKey = (typeof ACTIVITY_SORTS)[number];

export interface HeldPage {
  readonly sort: { readonly by: SortKey; readonly falling: boolean };
  /** The one that the page before ended with. */
  readonly behindId: string | undefined;
  readonly limit: number;
}

function isMeant({ unitId, query, only, nowMs, today }: HeldAsk) {
  const { when, cancelled, signUp, bySociety } = only;
  const now = new Date(nowMs);
  const conditions = [
    sql<SqlBool>`a.unit_id = ${unitId}`,
    ...(query ? [sql<SqlBool>`strpos(lower(a.title || ' ' || a.place), lower(${query})) > 0`] : []),
    ...(when === 'over' ? [sql<SqlBool>`a.ends_at <= ${now}`] : []),
    ...(when === 'coming' ? [sql<SqlBool>`a.starts_at > ${now}`] : []),
    ...(when === 'today'
      ? [sql<SqlBool>`a.starts_at < ${new Date(today.untilMs)} and a.ends_at > ${new Date(today.fromMs)}`]
      : []),
    ...(cancelled === undefined ? [] : [sql<SqlBool>`(a.cancelled_at is not null) = ${cancelled}`]),
    ...(signUp === undefined ? [] : [sql<SqlBool>`(a.sign_up = 'open') = ${signUp}`]),
    ...(bySociety === undefined ? [] : [sql<SqlBool>`(a.society_id is not null) = ${bySociety}`]),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Sorted and sifted; those that agree by their id, so that it is the same on every page. */
export async function heldActivities(db: Db, ask: HeldAsk, { sort, behindId, limit }: HeldPage): Promise<HeldRow[]> {
  const value = sortedBy(ask.nowMs)[sort.by];
  const way = sort.falling ? sql`desc` : sql`asc`;
  const place = sql`${value}, a.id`;
  const last = sql`(select ${place} from activity a where a.id = ${behindId}::uuid)`;
  const isBehind = behindId
    ? sort.falling
      ? sql<SqlBool>`(${place}) < ${last}`
      : sql<SqlBool>`(${place}) > ${last}`
    : sql<SqlBool>`true`;
  const { rows } = await sql<Omit<HeldRow, 'startsAtMs' | 'endsAtMs'> & { startsAt: Date; endsAt: Date }>`
    select a.id as "activityId", a.title, a.place, a.society_id as "societyId", a.starts_at as "startsAt",
      a.ends_at as "endsAt", a.sign_up as "signUp", a.capacity, a.cancelled_at is not null as "isCancelled",
      ${SIGNED_UP} as "signedUpCount", ${ATTENDED} as "attendedCount",
      (select count(*)::int from sign_up s where s.activity_id = a.id and s.state = 'waiting') as "waitingCount"
    from activity a where ${isMeant(ask)} and ${isBehind}
    order by ${value} ${way}, a.id ${way} limit ${limit}`.execute(db);
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...{ ...row, startsAtMs: startsAt.getTime(), endsAtMs: endsAt.getTime() },
  }));
}

/** How many there are in all. */
export async function countHeld(db: Db, ask: HeldAsk): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from activity a where ${isMeant(ask)}`.execute(db);
  return rows[0]?.count ?? 0;
}
