import { plainName } from '../name';
import type { Words } from '../words';
import type { Finding } from './finding';
import { HEAD_RELATION, type Line, SOME_MEMBER } from './line';
import type { RosterHousehold } from './understand';

type Person = RosterHousehold['people'][number];

/** A member of a registered household, with their words. */
export interface KnownPerson {
  readonly residentId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: 'day' | 'year' | null;
  readonly relation: string;
  readonly words: Words;
}
export interface KnownHousehold {
  readonly householdId: string;
  readonly unitId: string;
  readonly headId: string | null;
  readonly address: string | null;
  readonly people: readonly KnownPerson[];
}
export interface Known {
  /** By number. */
  readonly households: ReadonlyMap<string, KnownHousehold>;
  /** Residents of the community by `identityKey`, whichever household they are in. */
  readonly byIdentity: ReadonlyMap<string, string>;
}

/** Name and birthday together; null where the day is not known, since a year is shared by too many. */
export function identityKey(name: string, bornOn: string | null, precision: 'day' | 'year' | null): string | null {
  return bornOn !== null && precision === 'day' ? `${plainName(name)} ${bornOn}` : null;
}

export interface Change {
  readonly known: KnownPerson;
  readonly person: Person;
}
export interface Plan {
  readonly newHouseholds: readonly RosterHousehold[];
  readonly newMembers: readonly { readonly householdId: string; readonly person: Person }[];
  readonly changes: readonly Change[];
  /** Households that moved to another address or unit of the tree. */
  readonly moves: readonly { readonly known: KnownHousehold; readonly household: RosterHousehold }[];
  readonly unchanged: number;
  /** Rows of which a person must say who is meant. */
  readonly unclear: readonly Person[];
}

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] };

/**
 * Holds a roster against what is registered: by household number, name and birthday. Whoever could be somebody who is
 * here already is left to a person; whoever is not in the file stays (product.md: "a roster is imported again").
 */
export function planRoster(households: readonly RosterHousehold[], known: Known): Plan {
  const plan: Growing<Plan> = { newHouseholds: [], newMembers: [], changes: [], moves: [], unchanged: 0, unclear: [] };
  for (const household of households) {
    const registered = known.households.get(household.number);
    if (registered) planRegistered(plan, household, registered, known);
    else planNew(plan, household, known);
  }
  return plan;
}

/** A household with a head of whom it is not clear who they are does not come in without them. */
function planNew(plan: Growing<Plan>, household: RosterHousehold, known: Known): void {
  const isUnclear = (person: Person) => livesElsewhere(person, null, known);
  const isHeadUnclear = household.people.some((person) => person.relation === HEAD_RELATION && isUnclear(person));
  const people = household.people.filter((person) => !isHeadUnclear && !isUnclear(person));
  plan.unclear.push(...household.people.filter((person) => isHeadUnclear || isUnclear(person)));
  if (people.length > 0) plan.newHouseholds.push({ ...household, people });
}

function planRegistered(
  plan: Growing<Plan>,
  household: RosterHousehold,
  registered: KnownHousehold,
  known: Known,
): void {
  if (!isSameHousehold(registered, household)) {
    plan.unclear.push(...household.people);
    return;
  }
  if (hasMoved(registered, household)) plan.moves.push({ known: registered, household });
  for (const person of household.people) {
    const match = matchPerson(person, registered, known);
    if (match === 'unclear') plan.unclear.push(person);
    else if (match === 'new') plan.newMembers.push({ householdId: registered.householdId, person: asMember(person) });
    else if (isChanged(match, person)) plan.changes.push({ known: match, person });
    else plan.unchanged++;
  }
}

/** The number alone is not enough: somebody in the file, if only the head that it names, must be a member. */
function isSameHousehold(registered: KnownHousehold, { people }: RosterHousehold): boolean {
  const names = new Set(registered.people.map((one) => plainName(one.words.name ?? '')));
  return (
    names.size === 0 || people.some((one) => names.has(plainName(one.name)) || names.has(plainName(one.headName ?? '')))
  );
}

/** A list does not change the head of a household that is registered. */
const asMember = (person: Person): Person =>
  person.relation === HEAD_RELATION ? { ...person, relation: SOME_MEMBER } : person;

function matchPerson(person: Person, household: KnownHousehold, known: Known): KnownPerson | 'new' | 'unclear' {
  const named = household.people.filter((one) => plainName(one.words.name ?? '') === plainName(person.name));
  const same = named.filter((one) => isSameBirth(one, person));
  if (same.length === 1 && same[0]) return same[0];
  if (named.length > 0) return 'unclear'; // the name agrees, the birthday does not or is not known
  return livesElsewhere(person, household, known) ? 'unclear' : 'new';
}

/** The same day; or one side knows only the year, and it agrees. */
function isSameBirth(
  one: Pick<KnownPerson, 'bornOn' | 'bornPrecision'>,
  other: Pick<KnownPerson, 'bornOn' | 'bornPrecision'>,
): boolean {
  if (one.bornOn === other.bornOn) return true;
  const isYearOnly = one.bornPrecision === 'year' || other.bornPrecision === 'year';
  return isYearOnly && one.bornOn?.slice(0, 4) === other.bornOn?.slice(0, 4);
}

/** Somebody of that name and birthday is registered in another household: moved, most likely. */
function livesElsewhere(
  person: Line & { readonly name: string },
  household: KnownHousehold | null,
  known: Known,
): boolean {
  const key = identityKey(person.name, person.bornOn, person.bornPrecision);
  const residentId = key === null ? undefined : known.byIdentity.get(key);
  return residentId !== undefined && !household?.people.some((one) => one.residentId === residentId);
}

/** What the file knows better. An empty cell takes nothing away. */
export function learn(known: KnownPerson, person: Person) {
  const isFinerBirth = known.bornPrecision !== 'day' && person.bornPrecision === 'day';
  return {
    sex: person.sex ?? known.sex,
    bornOn: isFinerBirth ? person.bornOn : known.bornOn,
    bornPrecision: isFinerBirth ? person.bornPrecision : known.bornPrecision,
    // who is the head is not decided by a list
    relation: known.relation === HEAD_RELATION || person.relation === HEAD_RELATION ? known.relation : person.relation,
    words: {
      ...known.words,
      phone: person.phone ?? known.words.phone ?? null,
      idTail: person.idTail ?? known.words.idTail ?? null,
      note: person.note ?? known.words.note ?? null,
    },
  };
}

function isChanged(known: KnownPerson, person: Person): boolean {
  const { words, ...fields } = learn(known, person);
  const plain = { sex: known.sex, bornOn: known.bornOn, bornPrecision: known.bornPrecision, relation: known.relation };
  return hasChangedWords(known.words, words) || JSON.stringify(plain) !== JSON.stringify(fields);
}

export function hasChangedWords(before: Words, after: Words): boolean {
  return (['phone', 'idTail', 'note'] as const).some((field) => (before[field] ?? null) !== (after[field] ?? null));
}

function hasMoved(known: KnownHousehold, household: RosterHousehold): boolean {
  const isElsewhere = household.address !== null && household.address !== known.address;
  return isElsewhere || (household.unitId !== null && household.unitId !== known.unitId);
}

export const toUnclear = ({ row }: { readonly row: number }): Finding => ({
  row,
  field: '姓名',
  kind: 'unclearMatch',
  effect: 'rowRefused',
  as: null,
});
