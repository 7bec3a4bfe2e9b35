import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** Living members below the unit at that path, by tokens of a whole name, of a phone or of its last four digits. */
export async function calledWithin(
  db: Db,
  unitPath: string,
  tokens: readonly Buffer[],
): Promise<{ token: Buffer; residentId: string }[]> {
  if (tokens.length === 0) return [];
  const { rows } = await sql<{ token: Buffer; residentId: string }>`
    select distinct i.token, m.resident_id as "residentId"
    from personal_index i join membership m on m.resident_id = i.subject_id and m.left_on is null
    join household h on h.id = m.household_id join unit u on u.id = h.unit_id
    join resident r on r.id = m.resident_id and r.died_on is null
    where i.token = any(${tokens}::bytea[]) and i.kind in ('name', 'phone', 'phoneTail')
      and u.path like ${`${unitPath}%`}`.execute(db);
  return rows;
}
