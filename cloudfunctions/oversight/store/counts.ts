import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import { addDays } from '../../values/dates';
import type { Counts, Month, Tally, Term } from '../rules';

/** Which communities, which months: each statement answers for all of them at once. */
export interface Asked {
  readonly unitIds: readonly string[];
  readonly months: readonly Month[];
}

/** The days on which the months are over: before it somebody was on the roster of the month's last day. */
const overOn = ({ months }: Asked) => sql`${months.map(({ until }) => addDays(until, 1))}::date[]`;
const lastDays = ({ months }: Asked) => sql`${months.map(({ until }) => until)}::date[]`;
const firstDays = ({ months }: Asked) => sql`${months.map(({ from }) => from)}::date[]`;
const unitsOf = ({ unitIds }: Asked) => sql`any(${unitIds}::uuid[])`;
/** What stands and was done in the months, with the place of its month, counted from 1. */
const credits = (asked: Asked) => sql`
  select award.*, width_bucket(award.deed_date, ${firstDays(asked)}) as month from standing_award as award
  where award.deed_date between ${asked.months[0]?.from}::date and ${asked.months.slice(-1)[0]?.until}::date`;
const covers = (asked: Asked, term: 'home' | 'person') => sql`
  ${sql.ref(`${term}.from_on`)} <= (${lastDays(asked)})[credit.month]
  and (${sql.ref(`${term}.until_on`)} is null or ${sql.ref(`${term}.until_on`)} > (${lastDays(asked)})[credit.month])`;

/** How many came and went between the ends of the months, and not who: as many rows for a village as for a town. */
async function rosterOf(db: Db, asked: Asked, terms: 'household_term' | 'person_term'): Promise<Term[]> {
  const { rows } = await sql<Term>`
    select community_id as "unitId", width_bucket(from_on, ${overOn(asked)}) as "fromAt",
      coalesce(width_bucket(until_on, ${overOn(asked)}), ${asked.months.length}) as "untilAt", count(*)::int as count
    from ${sql.table(terms)} where community_id = ${unitsOf(asked)} group by 1, 2, 3`.execute(db);
  return rows;
}

async function homesWithPoints(db: Db, asked: Asked): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select home.community_id as "unitId", credit.month - 1 as at, count(distinct credit.household_id)::int as count
    from (${credits(asked)}) as credit join household_term as home on home.household_id = credit.household_id
    where home.community_id = ${unitsOf(asked)} and ${covers(asked, 'home')} group by 1, 2`.execute(db);
  return rows;
}

async function peopleWithPoints(db: Db, asked: Asked): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select person.community_id as "unitId", credit.month - 1 as at, count(distinct credit.account_id)::int as count
    from (${credits(asked)}) as credit join person_term as person on person.resident_id = credit.account_id
    where credit.holder_kind = 'resident' and person.community_id = ${unitsOf(asked)} and ${covers(asked, 'person')}
    group by 1, 2`.execute(db);
  return rows;
}

/** Where they lived on the deed's day; who was in no household counts where the deed was done. */
const DONE_IN = sql.raw('coalesce(home.community_id, credit.unit_id)');

async function personTimes(db: Db, asked: Asked): Promise<Tally[]> {
  const { rows } = await sql<Tally>`
    select ${DONE_IN} as "unitId", credit.month - 1 as at, count(*)::int as count
    from (${credits(asked)}) as credit left join household_term as home on home.household_id = credit.household_id
    where credit.holder_kind <> 'society' and ${DONE_IN} = ${unitsOf(asked)} group by 1, 2`.execute(db);
  return rows;
}

/** Five statements, for one community as for all of a city. */
export async function countsOf(db: Db, asked: Asked): Promise<Counts> {
  const [homesOnRoster, peopleOnRoster, homes, people, times] = await Promise.all([
    rosterOf(db, asked, 'household_term'),
    rosterOf(db, asked, 'person_term'),
    homesWithPoints(db, asked),
    peopleWithPoints(db, asked),
    personTimes(db, asked),
  ]);
  return { homesOnRoster, peopleOnRoster, homesWithPoints: homes, peopleWithPoints: people, personTimes: times };
}
