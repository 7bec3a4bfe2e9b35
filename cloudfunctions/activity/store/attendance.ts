import { sql } from 'kysely';
import type { Tables } from '../../database/tables';
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

/** How and since when a resident has been counted; null for who has not. */
export async function attendanceOf(
  db: Db,
  activityId: string,
  residentId: string,
): Promise<{ readonly how: How; readonly atMs: number } | null> {
  const row = await db
    .selectFrom('attendance')
    .select(['how', 'at'])
    .where('activity_id', '=', activityId)
    .where('resident_id', '=', residentId)
    .executeTakeFirst();
  return row ? { how: row.how, atMs: row.at.getTime() } : null;
}

export async function attendedCount(db: Db, activityId: string): Promise<number> {
  const row = await db
    .selectFrom('attendance')
    .select(sql<number>`count(*)`.as('count'))
    .where('activity_id', '=', activityId)
    .executeTakeFirstOrThrow();
  return row.count;
}

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
