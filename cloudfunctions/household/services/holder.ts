import type { Db } from '../../kit/transaction';
import { societyOf } from '../../organisation';
import type { HolderKind } from '../../values/awards';
import type { Target } from '../rules/access';
import type { PersonRow } from '../rules/standing';
import { type HouseholdRow, householdsOf } from '../store/households';
import { personsOf } from '../store/people';
import { accountsOf, survivorsOf } from './merged';

/** Somebody or something that holds points, as the tables know them now, and so that access can be asked about them. */
export interface HolderFacts extends Target {
  readonly kind: HolderKind;
  readonly id: string;
  readonly person: PersonRow | null;
  readonly household: HouseholdRow | null;
  readonly societyId: string | null;
  /** A resident's, or the household's own. */
  readonly householdId: string | null;
  readonly headId: string | null;
  readonly communityId: string | null;
  readonly communityPath: string | null;
  /** All that are theirs: their own, then those of records that were merged into theirs. */
  readonly accountIds: readonly string[];
  /** Dead, or ended: known, and holding nothing any more. */
  readonly isGone: boolean;
}

export async function holderFacts(db: Db, { kind, id }: Pick<HolderFacts, 'kind' | 'id'>): Promise<HolderFacts | null> {
  if (kind === 'resident') return factsOfResident(db, id);
  return kind === 'household' ? factsOfHousehold(db, id) : factsOfSociety(db, id);
}

/** An id is one holder's, of whichever kind. */
export async function holderOfId(db: Db, id: string): Promise<HolderFacts | null> {
  return (await factsOfResident(db, id)) ?? (await factsOfHousehold(db, id)) ?? factsOfSociety(db, id);
}

/** By the id of a record that was merged too: it is the one that stays. */
async function factsOfResident(db: Db, asked: string): Promise<HolderFacts | null> {
  const id = (await survivorsOf(db, [asked])).get(asked) ?? asked;
  const [persons, accounts] = await Promise.all([personsOf(db, [id]), accountsOf(db, [id])]);
  const person = persons.get(id);
  if (!person) return null;
  const accountIds = accounts.get(id) ?? [id];
  const { householdId, headId, communityId, communityPath, unitPath } = person;
  const place = { householdId, headId, communityId, communityPath, unitPath };
  const isGone = person.diedOn !== null;
  return { kind: 'resident', id, person, household: null, societyId: null, accountIds, ...place, isGone };
}

async function factsOfHousehold(db: Db, id: string): Promise<HolderFacts | null> {
  const household = (await householdsOf(db, [id])).get(id);
  if (!household) return null;
  const { householdId, headId, communityId, communityPath, unitPath, endedOn } = household;
  const place = { householdId, headId, communityId, communityPath, unitPath };
  const isGone = endedOn !== null;
  return { kind: 'household', id, person: null, household, societyId: null, accountIds: [id], ...place, isGone };
}

async function factsOfSociety(db: Db, id: string): Promise<HolderFacts | null> {
  const society = await societyOf(db, id);
  if (!society) return null;
  const place = { communityId: society.unitId, communityPath: society.unitPath, unitPath: society.unitPath };
  const none = { person: null, household: null, householdId: null, headId: null };
  return { kind: 'society', id, societyId: id, accountIds: [id], ...none, ...place, isGone: false };
}
