import { namesOf, personsOf } from '../../household';
import type { Call } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { holdersOf } from '../../organisation';
import { OFFICE } from '../../values/roles';
import { SIGNERS_TOLD } from '../contract/give';
import type { Proposal } from '../post';

export interface Signers {
  readonly names: string[];
  readonly count: number;
}

/** Who of the office could sign as the second one: whoever gives it does not, and nobody at whose home it arrives. */
export async function signersFor(
  call: Call<RoleHolder>,
  unitId: string,
  claims: readonly Proposal[],
): Promise<Signers> {
  const office = await holdersOf(call.db, unitId, OFFICE, call.today);
  const persons = await personsOf(call.db, office);
  const homes = new Set(claims.flatMap(({ householdId }) => householdId ?? []));
  const outside = office.filter(
    (id) => id !== call.caller.residentId && !homes.has(persons.get(id)?.householdId ?? ''),
  );
  const told = outside.slice(0, SIGNERS_TOLD);
  const names = await namesOf(call.world, call.db, told);
  return { names: told.map((id) => names.get(id) ?? ''), count: outside.length };
}
