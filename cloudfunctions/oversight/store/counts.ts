import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Counted, Month } from '../rules';
import { done, onRosterAt, ownCredits } from './credits';

/** So many communities at a time: each statement is over in a second, also on a machine that has much else to do. */
const AT_A_TIME = 8;

/** Counts communities in a month, from entries and roster. One in which nobody lives and nothing was done has no row. */
async function countSome(db: Db, unitIds: readonly string[], month: Month): Promise<Counted[]> {
  const ofThem = sql`any(${unitIds}::uuid[])`;
  const { rows } = await sql<Counted>`
    with ${done(unitIds, month)},
      home_done as (select unit_id, household_id, count(*) as times from done group by 1, 2),
      lived as materialized (
        select person.community_id as unit_id, person.household_id, person.resident_id from person_term as person
        where person.community_id = ${ofThem} and ${onRosterAt(month.until)}),
      home_lived as (select unit_id, household_id, count(*) as people from lived group by 1, 2),
      took_part as (
        select lived.unit_id, lived.resident_id
        from lived join standing_award as award on award.account_id = lived.resident_id where ${ownCredits(month)}
        union select lived.unit_id, lived.resident_id from lived join merged using (resident_id))
    select unit_id as "unitId", ${month.key}::text as month,
      coalesce(homes, 0)::int as "homesOnRoster", coalesce(people, 0)::int as "peopleOnRoster",
      coalesce(homes_done, 0)::int as "homesWithPoints", coalesce(people_done, 0)::int as "peopleWithPoints",
      coalesce(times, 0)::int as "personTimes"
    from (select unit_id, count(*) as homes, sum(people) as people, count(home_done.household_id) as homes_done
      from home_lived left join home_done using (unit_id, household_id) group by 1) as roster
    full join (select unit_id, sum(times) as times from home_done group by 1) as deeds using (unit_id)
    full join (select unit_id, count(*) as people_done from took_part group by 1) as people_deeds using (unit_id)`.execute(
    db,
  );
  return rows;
}

/** One row for each community, also where there is nothing to count. */
export async function countMonth(db: Db, unitIds: readonly string[], month: Month): Promise<Counted[]> {
  const found = new Map<string, Counted>();
  for (let at = 0; at < unitIds.length; at += AT_A_TIME)
    for (const counted of await countSome(db, unitIds.slice(at, at + AT_A_TIME), month))
      found.set(counted.unitId, counted);
  const nothing = { homesOnRoster: 0, peopleOnRoster: 0, homesWithPoints: 0, peopleWithPoints: 0, personTimes: 0 };
  return unitIds.map((unitId) => found.get(unitId) ?? { unitId, month: month.key, ...nothing });
}
