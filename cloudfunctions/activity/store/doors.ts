import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { AT_ONE_DOOR_MS } from '../../values/activities';

export interface Door {
  readonly activityTitle: string;
  readonly atMs: number;
}

/**
 * What is shown at a door is there from now on, in one order for everyone; and where it was a moment ago that is another door:
 * of two at once one comes first.
 */
export async function showAtDoor(
  db: Db,
  activityId: string,
  shown: readonly string[],
  nowMs: number,
): Promise<Map<string, Door>> {
  if (shown.length === 0) return new Map();
  const now = new Date(nowMs);
  const { rows: taken } = await sql<{ shown: string }>`
    insert into shown_at_door as door (shown, activity_id, at)
    select one, ${activityId}, ${now} from unnest(${shown}::uuid[]) as one order by one
    on conflict (shown) do update set activity_id = excluded.activity_id, at = greatest(door.at, excluded.at)
      where door.activity_id = excluded.activity_id or door.at <= ${new Date(nowMs - AT_ONE_DOOR_MS)}
    returning shown`.execute(db);
  const here = new Set(taken.map((row) => row.shown));
  const elsewhere = shown.filter((one) => !here.has(one));
  return elsewhere.length === 0 ? new Map() : doorsOf(db, elsewhere);
}

async function doorsOf(db: Db, shown: readonly string[]): Promise<Map<string, Door>> {
  const rows = await db
    .selectFrom('shown_at_door as door')
    .innerJoin('activity', 'activity.id', 'door.activity_id')
    .select(['door.shown', 'activity.title', 'door.at'])
    .where('door.shown', '=', sql<string>`any(${shown})`)
    .execute();
  return new Map(rows.map((row) => [row.shown, { activityTitle: row.title, atMs: row.at.getTime() }]));
}
