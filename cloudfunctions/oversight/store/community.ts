import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { addDays } from '../../values/dates';
import { NEWCOMER_DAYS, OLD_AT, type WithoutPoints } from '../../values/participation';
import type { CategorySum, Month } from '../rules';

/** What people of a community did in a month, by category, the most frequent first. */
export async function categoriesIn(db: Db, unitId: string, { from, until }: Month): Promise<CategorySum[]> {
  const { rows } = await sql<CategorySum>`
    select item.category, count(*)::int as "personTimes", sum(credit.points)::float8 as points
    from standing_award as credit
    join item_version as item on item.item_id = credit.item_id and item.version = credit.item_version
    left join household_term as home on home.household_id = credit.household_id
    where credit.deed_date between ${from}::date and ${until}::date and credit.holder_kind <> 'society'
      and coalesce(home.community_id, credit.unit_id) = ${unitId}
    group by 1 order by 2 desc, 1`.execute(db);
  return rows;
}

export interface Without {
  readonly because: WithoutPoints;
  readonly households: number;
}

/** Households on the roster of the month's last day without a credit in it, each under the first reason that is so. */
export async function withoutPointsIn(db: Db, unitId: string, { from, until }: Month): Promise<Without[]> {
  const { rows } = await sql<Without>`
    select because, count(*)::int as households from (
      select case
        when home.from_on > ${addDays(until, -NEWCOMER_DAYS)}::date then 'newcomer'
        when not reach.is_bound and not reach.has_card then 'outOfReach'
        when lives.people = 1 and lives.born_on <= ${until}::date - make_interval(years => ${OLD_AT}) then 'oldAlone'
        when exists (select from standing_award as credit
          where credit.household_id = home.household_id and credit.deed_date < ${from}::date) then 'earlier'
        else 'other' end as because
      from household_term as home
      join household_reach as reach on reach.household_id = home.household_id
      cross join lateral (
        select count(*) as people, min(person.born_on) as born_on from person_term as person
        where person.household_id = home.household_id and person.from_on <= ${until}::date
          and (person.until_on is null or person.until_on > ${until}::date)) as lives
      where home.community_id = ${unitId} and home.from_on <= ${until}::date
        and (home.until_on is null or home.until_on > ${until}::date)
        and not exists (select from standing_award as credit
          where credit.household_id = home.household_id and credit.deed_date between ${from}::date and ${until}::date)
    ) as quiet group by 1`.execute(db);
  return rows;
}
