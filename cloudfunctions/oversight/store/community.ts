import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { addDays } from '../../values/dates';
import { MOVED_IN_DAYS, NEWCOMER_DAYS, OLD_AT, type WithoutPoints } from '../../values/participation';
import type { CategorySum, Month } from '../rules';
import { done, onRosterAt } from './credits';

/** What people of a community did in a month, by category, the most frequent first. */
export async function categoriesIn(db: Db, unitId: string, month: Month): Promise<CategorySum[]> {
  const { rows } = await sql<CategorySum>`
    with ${done([unitId], month)}
    select item.category, count(*)::int as "personTimes", sum(done.points)::float8 as points
    from done join item_version as item on item.item_id = done.item_id and item.version = done.item_version
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

export interface Without {
  readonly because: WithoutPoints;
  readonly households: number;
}

/** Households on the roster of the month's last day without a credit in it, each under the first reason that is so. */
export async function withoutPointsIn(db: Db, unitId: string, month: Month): Promise<Without[]> {
  const { from, until } = month;
  const { rows } = await sql<Without>`
    with ${done([unitId], month)},
      home as (
        select person.household_id, min(person.joined_on) as from_on, min(min(person.joined_on)) over () as began_on,
          count(*) filter (where ${onRosterAt(until)}) as people,
          min(person.born_on) filter (where ${onRosterAt(until)}) as born_on
        from person_term as person where person.community_id = ${unitId} group by 1)
    select because, count(*)::int as households from (
      select case
        when home.from_on > ${addDays(until, -NEWCOMER_DAYS)}::date then 'newcomer'
        when home.from_on > ${addDays(until, -MOVED_IN_DAYS)}::date and home.from_on > began_on + ${NEWCOMER_DAYS}::int
          then 'movedIn'
        when not reach.is_bound and not reach.has_card then 'outOfReach'
        when home.people = 1 and home.born_on <= ${until}::date - make_interval(years => ${OLD_AT}) then 'oldAlone'
        when exists (select from standing_award as credit
          where credit.household_id = home.household_id and credit.deed_date < ${from}::date) then 'earlier'
        else 'other' end as because
      from home join household_reach as reach on reach.household_id = home.household_id
      where home.people > 0
        and not exists (select from done where done.household_id = home.household_id)
    ) as quiet group by 1`.execute(db);
  return rows;
}
