import { sql } from 'kysely';
import type { SharedRead } from '../../kit/shared-read';
import { runOn, type Statement } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { PersonRow } from '../rules/standing';

/** Residents with the membership that holds today. An `exists` of all would be answered by reading every identity there is. */
const PERSONS = `select r.id as "residentId", r.sex, r.born_on as "bornOn", r.born_precision as "bornPrecision",
           r.is_assisted as "isAssisted", r.helper_id as "helperId", r.names_shown as "namesOwn", r.names_guardian as "namesGuardian", coalesce(r.died_on, r.erased_on) as "diedOn",
           r.erased_on is not null as "isErased",
           h.id as "householdId", h.number as "householdNumber", m.relation, c.id as "communityId", c.path as "communityPath",
           u.id as "unitId", u.path as "unitPath", h.head_id as "headId", m.pool_agreed_at is not null as "poolOwn",
           m.pool_guardian_at is not null as "poolGuardian",
           (select true from identity i where i.resident_id = r.id limit 1) is not null as "isBound",
           coalesce((select json_agg(json_build_object('guardianId', g.guardian_id, 'until', g.until, 'ofChild', g.of_child,
               'isSole', g.is_sole) order by g.id)
             from guardianship g join resident who on who.id = g.guardian_id and who.died_on is null
             where g.ward_id = r.id and not exists (select from guardianship_end e where e.guardianship_id = g.id)), '[]') as guardians
         from resident r
         left join membership m on m.resident_id = r.id and m.left_on is null
         left join household h on h.id = m.household_id
         left join unit c on c.id = h.community_id
         left join unit u on u.id = h.unit_id`;
const PERSONS_BY_ID: Statement = { name: 'household-persons', text: `${PERSONS} where r.id = any ($1::uuid[])` };
/** Nearly always it is one: PostgreSQL takes a list of unknown length for ten, and plans anew each time for the one. */
const PERSON_BY_ID: Statement = { name: 'household-person', text: `${PERSONS} where r.id = $1` };
const MEMBERS: Statement = {
  name: 'household-members',
  text: `${PERSONS} where m.household_id = $1 and r.died_on is null order by r.id = h.head_id desc, r.born_on, r.id`,
};
const DEAD: Statement = {
  name: 'household-dead',
  text: `${PERSONS} where m.household_id = $1 and r.died_on is not null order by r.died_on, r.id`,
};
const MEMBER_IDS: Statement = {
  name: 'household-member-ids',
  text: `select m.household_id as "householdId", array_agg(r.id) as "residentIds"
         from membership m join resident r on r.id = m.resident_id
         where m.household_id = any ($1::uuid[]) and m.left_on is null and r.died_on is null group by m.household_id`,
};

export const PERSON: SharedRead<string, PersonRow> = {
  keyOf: (residentId) => residentId,
  read: async (run, ids) => {
    const rows = await (ids.length === 1 ? run<PersonRow>(PERSON_BY_ID, ids) : run<PersonRow>(PERSONS_BY_ID, [ids]));
    return new Map(rows.map((person) => [person.residentId, person]));
  },
};

/** Ids of a household's living members of today. */
export const MEMBERS_OF: SharedRead<string, readonly string[]> = {
  keyOf: (householdId) => householdId,
  read: async (run, ids) => {
    const rows = await run<{ householdId: string; residentIds: readonly string[] }>(MEMBER_IDS, [ids]);
    return new Map(rows.map(({ householdId, residentIds }) => [householdId, residentIds]));
  },
};

export async function personsOf(db: Db, residentIds: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  return residentIds.length === 0 ? new Map() : PERSON.read(runOn(db), residentIds);
}

export async function personOf(db: Db, residentId: string): Promise<PersonRow | null> {
  return (await personsOf(db, [residentId])).get(residentId) ?? null;
}

/** Living members of today, the head first, then the oldest. */
export async function membersOf(db: Db, householdId: string): Promise<readonly PersonRow[]> {
  return runOn(db)<PersonRow>(MEMBERS, [householdId]);
}

/** Who died in a household: what points they left its pool keeps. */
export async function deadOf(db: Db, householdId: string): Promise<readonly PersonRow[]> {
  return runOn(db)<PersonRow>(DEAD, [householdId]);
}

/** The row's lock: whoever binds this resident, or changes them, comes one after the other. */
export async function lockResident(db: Db, residentId: string): Promise<boolean> {
  const row = await db.selectFrom('resident').select('id').where('id', '=', residentId).forUpdate().executeTakeFirst();
  return row !== undefined;
}

/** Everybody in a community's households, in an order that does not hang on ids. */
export async function livingIn(db: Db, communityId: string): Promise<{ residentId: string; householdId: string }[]> {
  return db
    .selectFrom('membership as m')
    .innerJoin('household as h', 'h.id', 'm.household_id')
    .innerJoin('resident as r', 'r.id', 'm.resident_id')
    .select(['m.resident_id as residentId', 'm.household_id as householdId'])
    .where('h.community_id', '=', communityId)
    .where('m.left_on', 'is', null)
    .orderBy('h.number')
    .orderBy('r.born_on')
    .orderBy('m.relation')
    .execute();
}

/** Whether there is one person alone, whom nobody has ever been bound to. */
export async function isOnlyOne(db: Db): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select (select count(*) from resident) = 1 and not exists (select from binding_event) as only`.execute(db);
  return rows[0]?.only ?? false;
}
