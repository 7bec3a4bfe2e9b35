import type { Database } from '../../database/connect';
import type { Tables } from '../../database/tables';
import { readShared, type SharedRead } from '../../kit/shared-read';
import type { Run, Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';

export type How = Tables['attendance']['how'];
export interface AttendanceRow {
  readonly activityId: string;
  readonly residentId: string;
  readonly how: How;
  readonly recordedBy: string;
  readonly atMs: number;
  readonly awardId: string;
}

const WRITE_ATTENDANCE: Statement = {
  name: 'activity-write-attendance',
  text: `insert into attendance (activity_id, resident_id, how, recorded_by, at, award_id)
         select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[], $6::uuid[])`,
};

/** Goes along with the awards, in their transaction: who is in the list has the points, and the other way round. */
export async function writeAttendance(run: Run, rows: readonly AttendanceRow[]): Promise<void> {
  await run(WRITE_ATTENDANCE, [
    rows.map((row) => row.activityId),
    rows.map((row) => row.residentId),
    rows.map((row) => row.how),
    rows.map((row) => row.recordedBy),
    rows.map((row) => new Date(row.atMs)),
    rows.map((row) => row.awardId),
  ]);
}

const ARRIVALS_AT: Statement = {
  name: 'activity-arrivals-at',
  text: `select asked.short_id as "shortId", asked.resident_id as "residentId", came.how, came.at
         from unnest($1::text[], $2::uuid[]) as asked (short_id, resident_id) join activity using (short_id)
         cross join lateral (
           select how, at from attendance where activity_id = activity.id and resident_id = asked.resident_id limit 1) as came`,
};
const ATTENDED: Statement = {
  name: 'activity-attended',
  text: 'select activity_id as "activityId", people from attended where activity_id = any ($1::uuid[])',
};

interface AtActivity {
  readonly shortId: string;
  readonly residentId: string;
}
/** A code names its activity by the short id, so that this need not wait until the activity is known. */
const placeKey = ({ shortId, residentId }: AtActivity) => `${shortId} ${residentId}`;
type Counted = Pick<Arrival, 'how' | 'atMs'>;
const COUNTED: SharedRead<AtActivity, Counted> = {
  keyOf: placeKey,
  read: async (run, keys) => {
    const columns = [keys.map((key) => key.shortId), keys.map((key) => key.residentId)];
    const rows = await run<AtActivity & { how: How; at: Date }>(ARRIVALS_AT, columns);
    return new Map(rows.map((row) => [placeKey(row), { how: row.how, atMs: row.at.getTime() }]));
  },
};
const PEOPLE: SharedRead<string, number> = {
  keyOf: (activityId) => activityId,
  read: async (run, ids) => {
    const rows = await run<{ activityId: string; people: number }>(ATTENDED, [ids]);
    return new Map(rows.map(({ activityId, people }) => [activityId, people]));
  },
};

/** How and since when a resident has been counted; null for who has not. */
export const attendanceOf = (database: Database, shortId: string, residentId: string): Promise<Counted | null> =>
  readShared(database, COUNTED, { shortId, residentId });

export const attendedCount = async (database: Database, activityId: string): Promise<number> =>
  (await readShared(database, PEOPLE, activityId)) ?? 0;

export interface Arrival {
  readonly residentId: string;
  readonly how: How;
  readonly atMs: number;
}

/** Where somebody stands in the list of arrivals; many may have come within one millisecond. */
type PlaceInArrivals = Pick<Arrival, 'atMs' | 'residentId'>;

/** Newest first: those who came after a moment, and stand behind a place. */
export async function pageOfArrivals(
  db: Db,
  activityId: string,
  {
    afterMs,
    behind,
    limit,
  }: { readonly afterMs: number; readonly behind: PlaceInArrivals | null; readonly limit: number },
): Promise<Arrival[]> {
  let asked = db
    .selectFrom('attendance')
    .select(['resident_id', 'how', 'at'])
    .where('activity_id', '=', activityId)
    .where('at', '>', new Date(afterMs));
  if (behind) {
    const at = new Date(behind.atMs);
    asked = asked
      .where('at', '<=', at) // so that the index is read from there on
      .where((is) => is.or([is('at', '<', at), is('resident_id', '>', behind.residentId)]));
  }
  const rows = await asked.orderBy('at', 'desc').orderBy('resident_id').limit(limit).execute();
  return rows.map((row) => ({ residentId: row.resident_id, how: row.how, atMs: row.at.getTime() }));
}
