import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { AT_ONE_DOOR_MS, PACE_MINUTES } from '../../values/activities';
import { MINUTE_MS } from '../../values/dates';
import type { Lately } from '../rules';

/** How many came in each of the last minutes, the current one last. */
export async function pacePerMinute(db: Db, activityId: string, nowMs: number): Promise<number[]> {
  const now = new Date(nowMs);
  const { rows } = await sql<{ ago: number; people: number }>`
    select floor(extract(epoch from ${now}::timestamptz - at) / 60)::int as ago, count(*)::int as people from attendance
    where activity_id = ${activityId} and at > ${new Date(nowMs - PACE_MINUTES * MINUTE_MS)} and at <= ${now}
    group by 1`.execute(db);
  const pace = Array.from({ length: PACE_MINUTES }, () => 0);
  for (const { ago, people } of rows) pace[PACE_MINUTES - 1 - ago] = people;
  return pace;
}

/** How many have come who had not signed up. */
export async function walkIns(db: Db, activityId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from attendance a where a.activity_id = ${activityId} and not exists (
      select from sign_up s
      where s.activity_id = a.activity_id and s.resident_id = a.resident_id and s.state <> 'cancelled')`.execute(db);
  return rows[0]?.people ?? 0;
}

/** Of who came since a moment: those who scanned or typed for themselves, whom they brought, who was at another door. */
export async function arrivedSince(db: Db, activityId: string, unitPath: string, sinceMs: number): Promise<Lately> {
  const besideMs = `${AT_ONE_DOOR_MS} milliseconds`;
  const { rows } = await sql<Lately>`
    with came as (
      select a.resident_id, a.recorded_by, a.how, a.at, a.how in ('scan', 'typed') as "isSelf",
        exists (select from attendance b
          where b.resident_id = a.resident_id and b.activity_id <> a.activity_id and b.how <> 'name'
            and b.at between a.at - ${besideMs}::interval and a.at + ${besideMs}::interval) as "isAtTwo"
      from attendance a where a.activity_id = ${activityId} and a.at > ${new Date(sinceMs)} and a.how <> 'name'
    )
    select count(*) filter (where "isSelf")::int as "bySelf",
      count(*) filter (where "isSelf" and not exists (select from sign_up s where s.activity_id = ${activityId}
        and s.resident_id = came.resident_id and s.state <> 'cancelled'))::int as "bySelfNotSignedUp",
      count(*) filter (where "isSelf" and exists (select from resident_home h
        where h.resident_id = came.resident_id and h.path <> ${unitPath}))::int as "bySelfElsewhere",
      count(*) filter (where "isAtTwo")::int as "atTwoDoors",
      coalesce((select max(n) from (select count(*)::int as n from came where "isSelf" group by date_trunc('minute', at)) m), 0)
        as "bySelfInAMinute",
      coalesce((select max(n) from (select count(*)::int as n from came where how = 'brought' group by recorded_by) b), 0)
        as "broughtByOne"
    from came`.execute(db);
  return rows[0] as Lately;
}
