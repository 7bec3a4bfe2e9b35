import { type RawBuilder, sql } from 'kysely';
import type { Month } from '../rules';

type Days = Pick<Month, 'from' | 'until'>;

const within = ({ from, until }: Days) => sql`award.deed_date between ${from}::date and ${until}::date`;

/** What stands of a month for whom it was given to, but for records that are somebody else's by now. */
export const ownCredits = (month: Days): RawBuilder<unknown> => sql`
  ${within(month)} and award.holder_kind <> 'society'
  and not exists (select from merged_record as one where one.merged_id = award.account_id)`;

/**
 * What stands of a month under records that were merged into another: the survivor's, and of the household in which the
 * survivor lived on the day of the deed; where they lived in none, of that in which it was written down.
 */
const mergedCredits = (month: Days): RawBuilder<unknown> => sql`
  select one.survivor_id as resident_id, coalesce(lived.household_id, award.household_id) as household_id,
    award.unit_id, award.item_id, award.item_version, award.points, award.deed_date
  from merged_record as one join standing_award as award on award.account_id = one.merged_id
  left join lateral (select household_id from person_term as person
    where person.resident_id = one.survivor_id and person.from_on <= award.deed_date
      and (person.until_on is null or person.until_on > award.deed_date)
    order by person.from_on desc limit 1) as lived on true
  where ${within(month)}`;

/** On the roster of a day are those who are in a household on it. */
export const onRosterAt = (day: string): RawBuilder<boolean> =>
  sql`person.from_on <= ${day}::date and (person.until_on is null or person.until_on > ${day}::date)`;

const wasThere = (day: RawBuilder<unknown>) => sql`place.from_on <= ${day} and ${day} < place.until_on`;

/**
 * What was done in a month in some communities: `merged`, of all records that were merged into another, and `done`. Deeds
 * count for the household of their day; who was in none counts where it was done. Each branch stands by itself, so that
 * one community is looked up and a city is read through.
 */
export function done(unitIds: readonly string[], month: Days): RawBuilder<unknown> {
  const ofThem = sql`any(${unitIds}::uuid[])`;
  return sql`
    merged as materialized (${mergedCredits(month)}),
    done as (
      select place.community_id as unit_id, place.household_id, award.item_id, award.item_version, award.points
      from household_place as place join standing_award as award on award.household_id = place.household_id
        and ${wasThere(sql`award.deed_date`)}
      where place.community_id = ${ofThem} and ${ownCredits(month)}
      union all
      select award.unit_id, null, award.item_id, award.item_version, award.points from standing_award as award
      where award.household_id is null and award.unit_id = ${ofThem} and ${ownCredits(month)}
      union all
      select coalesce(place.community_id, merged.unit_id), merged.household_id, merged.item_id, merged.item_version,
        merged.points
      from merged left join household_place as place on place.household_id = merged.household_id
        and ${wasThere(sql`merged.deed_date`)}
      where coalesce(place.community_id, merged.unit_id) = ${ofThem})`;
}
