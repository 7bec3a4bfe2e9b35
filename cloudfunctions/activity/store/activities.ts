import { type Selectable, sql } from 'kysely';
import type { Tables } from '../../database/tables';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { CheckInWay } from '../../values/activities';

export const ACTIVITY_COLUMNS = [
  'id',
  'short_id',
  'unit_id',
  'grid_id',
  'society_id',
  'item_id',
  'title',
  'about',
  'place',
  'bring',
  'starts_at',
  'ends_at',
  'sign_up',
  'capacity',
  'check_in',
  'created_by',
  'cancelled_at',
  'time_changed_at',
  'place_changed_at',
] as const;
export type ActivityTable = Pick<Selectable<Tables['activity']>, (typeof ACTIVITY_COLUMNS)[number]>;

export interface ActivityRow {
  readonly activityId: string;
  readonly shortId: string;
  /** A community. */
  readonly unitId: string;
  /** The grid or group of it that holds it; null: the whole community. */
  readonly gridId: string | null;
  readonly societyId: string | null;
  readonly itemId: string;
  readonly title: string;
  readonly about: string;
  readonly place: string;
  readonly bring: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly signUp: 'none' | 'open';
  readonly capacity: number | null;
  readonly checkIn: CheckInWay;
  readonly createdBy: string;
  readonly isCancelled: boolean;
  /** When what was announced was last changed; null where it never was. */
  readonly timeChangedAtMs: number | null;
  readonly placeChangedAtMs: number | null;
}

export const toActivity = (row: ActivityTable): ActivityRow => ({
  activityId: row.id,
  shortId: row.short_id,
  unitId: row.unit_id,
  gridId: row.grid_id,
  societyId: row.society_id,
  itemId: row.item_id,
  title: row.title,
  about: row.about,
  place: row.place,
  bring: row.bring,
  startsAtMs: row.starts_at.getTime(),
  endsAtMs: row.ends_at.getTime(),
  signUp: row.sign_up,
  capacity: row.capacity,
  checkIn: row.check_in,
  createdBy: row.created_by,
  isCancelled: row.cancelled_at !== null,
  timeChangedAtMs: row.time_changed_at?.getTime() ?? null,
  placeChangedAtMs: row.place_changed_at?.getTime() ?? null,
});

export type NewActivity = Omit<ActivityRow, 'checkIn' | 'isCancelled' | 'timeChangedAtMs' | 'placeChangedAtMs'>;

export async function insertActivities(db: Db, activities: readonly NewActivity[], nowMs: number): Promise<void> {
  if (activities.length === 0) return;
  await db
    .insertInto('activity')
    .values(
      activities.map((activity) => ({
        id: activity.activityId,
        short_id: activity.shortId,
        unit_id: activity.unitId,
        grid_id: activity.gridId,
        society_id: activity.societyId,
        item_id: activity.itemId,
        title: activity.title,
        about: activity.about,
        place: activity.place,
        bring: activity.bring,
        starts_at: new Date(activity.startsAtMs),
        ends_at: new Date(activity.endsAtMs),
        sign_up: activity.signUp,
        capacity: activity.capacity,
        created_by: activity.createdBy,
        created_at: new Date(nowMs),
      })),
    )
    .execute();
}

export const activities = (db: Db) => db.selectFrom('activity').select(ACTIVITY_COLUMNS);

export async function activityById(db: Db, activityId: string): Promise<ActivityRow | null> {
  const row = await activities(db).where('id', '=', activityId).executeTakeFirst();
  return row ? toActivity(row) : null;
}

/** Sign-ups of one activity come one after the other; its check-ins need not wait for them. */
export async function lockActivity(db: Db, activityId: string): Promise<ActivityRow | null> {
  const row = await activities(db).where('id', '=', activityId).forNoKeyUpdate().executeTakeFirst();
  return row ? toActivity(row) : null;
}

/** The same for cancelling, which waits for check-ins that are being posted and lets none in till it is done. */
export async function lockOutCheckIns(db: Db, activityId: string): Promise<ActivityRow | null> {
  const row = await activities(db).where('id', '=', activityId).forUpdate().executeTakeFirst();
  return row ? toActivity(row) : null;
}

const LOCK_HELD: Statement = {
  name: 'activity-lock-held',
  text: 'select id, cancelled_at is null as "isHeld" from activity where id = any ($1::uuid[]) order by id for key share',
};

/** Those among activities that are not cancelled, and cannot be before the transaction ends: an arrival's own lock, taken earlier. */
export async function lockHeld(run: Run, activityIds: readonly string[]): Promise<Set<string>> {
  const rows = await run<{ id: string; isHeld: boolean }>(LOCK_HELD, [activityIds]);
  return new Set(rows.flatMap(({ id, isHeld }) => (isHeld ? [id] : [])));
}

export interface SpanQuery {
  readonly fromMs: number;
  readonly untilMs: number;
  /** None lasts longer. */
  readonly longestMs: number;
  /** The one that the page before ended with. */
  readonly after: Pick<ActivityRow, 'startsAtMs' | 'activityId'> | null;
  readonly limit: number;
}

/** What takes place in a span of time, begun before it or not, by time. */
export async function activitiesWithin(
  db: Db,
  unitId: string,
  { fromMs, untilMs, longestMs, after, limit }: SpanQuery,
): Promise<ActivityRow[]> {
  let found = activities(db)
    .where('unit_id', '=', unitId)
    .where('starts_at', '>=', new Date(fromMs - longestMs)) // so that the index is read from there on
    .where('ends_at', '>', new Date(fromMs))
    .where('starts_at', '<', new Date(untilMs));
  if (after)
    found = found.where(sql<boolean>`(starts_at, id) > (${new Date(after.startsAtMs)}, ${after.activityId}::uuid)`);
  const rows = await found.orderBy('starts_at').orderBy('id').limit(limit).execute();
  return rows.map(toActivity);
}

export async function changeActivity(
  db: Db,
  activityId: string,
  mended: Pick<ActivityRow, 'title' | 'about' | 'place' | 'bring' | 'startsAtMs' | 'endsAtMs' | 'signUp' | 'capacity'>,
  changed: { readonly time: boolean; readonly place: boolean },
  nowMs: number,
): Promise<void> {
  const { title, about, place, bring, startsAtMs, endsAtMs, signUp, capacity } = mended;
  const at = new Date(nowMs);
  await db
    .updateTable('activity')
    .set({
      ...{ title, about, place, bring, capacity },
      starts_at: new Date(startsAtMs),
      ends_at: new Date(endsAtMs),
      sign_up: signUp,
      ...(changed.time && { time_changed_at: at }),
      ...(changed.place && { place_changed_at: at }),
    })
    .where('id', '=', activityId)
    .execute();
}

export async function changeCheckIn(db: Db, activityId: string, checkIn: CheckInWay): Promise<void> {
  await db.updateTable('activity').set({ check_in: checkIn }).where('id', '=', activityId).execute();
}

export async function cancelActivity(db: Db, activityId: string, nowMs: number): Promise<void> {
  await db
    .updateTable('activity')
    .set({ cancelled_at: new Date(nowMs) })
    .where('id', '=', activityId)
    .execute();
}

/** What is not over is the successor's from now on; how many that were. */
export async function handOverActivities(db: Db, fromId: string, toId: string, nowMs: number): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('activity')
    .set({ unit_id: toId })
    .where('unit_id', '=', fromId)
    .where('ends_at', '>', new Date(nowMs))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface Counts {
  readonly signedUpCount: number;
  readonly waitingCount: number;
  readonly attendedCount: number;
  /** Of one resident. */
  readonly mySignUp: 'none' | 'signedUp' | 'waiting';
  readonly iAttended: boolean;
}

/** How many signed up and came, and how it stands with one resident, for each of some activities. */
export async function countsOf(
  db: Db,
  activityIds: readonly string[],
  residentId: string | null,
): Promise<Map<string, Counts>> {
  const { rows } = await sql<Counts & { activityId: string }>`
    select wanted.id as "activityId",
      (select count(*) from sign_up s where s.activity_id = wanted.id and s.state = 'signedUp') as "signedUpCount",
      (select count(*) from sign_up s where s.activity_id = wanted.id and s.state = 'waiting') as "waitingCount",
      coalesce((select people from attended where activity_id = wanted.id), 0) as "attendedCount",
      coalesce((select nullif(s.state, 'cancelled') from sign_up s
        where s.activity_id = wanted.id and s.resident_id = ${residentId}), 'none') as "mySignUp",
      exists (select from attendance a where a.activity_id = wanted.id and a.resident_id = ${residentId}) as "iAttended"
    from unnest(${activityIds}::uuid[]) as wanted (id)`.execute(db);
  return new Map(rows.map(({ activityId, ...counts }) => [activityId, counts]));
}
