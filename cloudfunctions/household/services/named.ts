import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { plainName } from '../rules/name';
import type { PersonRow } from '../rules/standing';
import { householdsNumbered } from '../store/households';
import { membersOf } from '../store/people';
import { namesOf } from './personal/read';

/** By what a roster finds somebody again. A household's number is its community's own, so two may have the same. */
export interface Named {
  readonly householdNumber: string;
  readonly communityCode?: string | undefined;
  readonly name: string;
  /** Left out only for whom no birth date is registered. */
  readonly bornOn?: string | undefined;
}

/** Living members of today to whom all of it applies: one, where it is clear who is meant. */
export async function personsNamed(world: World, db: Db, named: Named): Promise<PersonRow[]> {
  const householdIds = await householdsNumbered(db, named.householdNumber, named.communityCode);
  const members = (await Promise.all(householdIds.map((id) => membersOf(db, id)))).flat();
  const names = await namesOf(
    world,
    db,
    members.map(({ residentId }) => residentId),
  );
  return members.filter(
    ({ residentId, bornOn }) =>
      plainName(names.get(residentId) ?? '') === plainName(named.name) && bornOn === (named.bornOn ?? null),
  );
}
