import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** Nothing of them is known any more, and they help nobody; what they applied for says no birthday. */
export async function forgetPeople(db: Db, residentIds: readonly string[], erasedOn: string): Promise<void> {
  const ids = sql`${residentIds}::uuid[]`;
  await sql`update resident set erased_on = ${erasedOn}, sex = null, born_on = null, born_precision = null, is_assisted = false,
      helper_id = null, names_shown = false, names_guardian = false where id = any(${ids})`.execute(db);
  await sql`update resident set helper_id = null where helper_id = any(${ids})`.execute(db);
  await sql`update bind_application set born_on = null, sex = null where resident_id = any(${ids})`.execute(db);
}
