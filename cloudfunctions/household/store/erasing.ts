import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';

/** Nothing of them is known any more, and they help nobody; what they applied for and what was corrected says no birthday. */
export async function forgetPeople(db: Db, residentIds: readonly string[], erasedOn: string): Promise<void> {
  const ids = sql`${residentIds}::uuid[]`;
  await sql`update resident set erased_on = ${erasedOn}, sex = null, born_on = null, born_precision = null, is_assisted = false,
      helper_id = null, names_shown = false, names_guardian = false where id = any(${ids})`.execute(db);
  await sql`update resident set helper_id = null where helper_id = any(${ids})`.execute(db);
  await sql`update person_change set born_before = null, born_after = null
    where resident_id = any(${ids}) and num_nonnulls(born_before, born_after) > 0`.execute(db);
  // also what they asked for in vain before somebody let them in
  await sql`update bind_application set born_on = null, sex = null where resident_id = any(${ids})
    or identity_id in (select identity_id from binding_event where resident_id = any(${ids}))`.execute(db);
}
