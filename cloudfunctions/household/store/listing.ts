import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Home } from '../rules/homes';

/** Households that stand within a unit today, with what can be counted of them. Names and addresses are sealed. */
export async function homesWithin(db: Db, unitPath: string): Promise<Omit<Home, 'headName' | 'address'>[]> {
  const { rows } = await sql<Omit<Home, 'headName' | 'address'>>`
    select h.id as "householdId", h.number, u.name as "unitName", h.head_id as "headId",
      h.pool_agreed_at is not null as "poolAgreed",
      exists (select from household_card c where c.household_id = h.id and c.revoked_at is null) as "hasCard",
      count(r.id)::int as "memberCount",
      count(r.id) filter (where exists (select from identity i where i.resident_id = r.id))::int as "boundCount"
    from unit u join household h on h.unit_id = u.id and h.ended_on is null
    left join membership m on m.household_id = h.id and m.left_on is null
    left join resident r on r.id = m.resident_id and r.died_on is null
    where u.path like ${`${unitPath}%`}
    group by h.id, u.name`.execute(db);
  return rows;
}
