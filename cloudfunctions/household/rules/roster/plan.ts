import { type Refusal, refuse } from '../../../kit/refusal';
import type { RosterHousehold } from './household';
import { type KeptField, keptFieldsOf, learn, learnedFieldsOf, movedFieldsOf } from './learn';
import { HEAD_RELATION, keyOf, type Place, SOME_MEMBER } from './line';
import {
  isSameHousehold,
  type KnownHousehold,
  type KnownPerson,
  type Match,
  matchHousehold,
  matchNewcomer,
  type Person,
  type RegisteredPeople,
  unclear,
  unlessGone,
} from './match';

export interface Plan {
  readonly newHouseholds: readonly RosterHousehold[];
  readonly newMembers: readonly { readonly householdId: string; readonly person: Person }[];
  readonly changes: readonly { readonly known: KnownPerson; readonly person: Person }[];
  /** Households that moved to another address or unit of the tree. */
  readonly moves: readonly { readonly known: KnownHousehold; readonly household: RosterHousehold }[];
  readonly unchanged: number;
  /** Rows of which a person must say who is meant: they stay out. */
  readonly unclear: readonly Unclear[];
  /** Of those who go in or are there already: how many have no birth date, and how many not the day of it. */
  readonly births: { readonly none: number; readonly vague: number };
  /** Cells of decided rows that say otherwise than the register, which stays as it is. */
  readonly kept: readonly KeptField[];
}
export interface Unclear {
  readonly person: Person;
  readonly number: string;
  readonly match: Match & { kind: 'unclear' };
}
/** What a person said of unclear rows: which resident is meant, or null for somebody new. */
export interface Decision extends Place {
  readonly residentId: string | null;
}
/** Those that no row has asked for yet, by `keyOf`. */
type Unspent = Map<string, Decision>;

type Growing<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] extends object ? Growing<T[K]> : T[K];
};
type NotPossible = Refusal<'DECISION_NOT_POSSIBLE'>;

/**
 * Holds a roster against what is registered: by household number, name and birthday. Whoever could be somebody who is
 * here already is left to a person; whoever is not in the file stays: a file ends nobody. A decision
 * about a row that asks nothing is refused: the person saw another file, or somebody changed the register meanwhile.
 */
export function planRoster(
  households: readonly RosterHousehold[],
  known: RegisteredPeople,
  decisions: readonly Decision[] = [],
): Plan | NotPossible {
  const plan: Growing<Plan> = {
    newHouseholds: [],
    newMembers: [],
    changes: [],
    moves: [],
    unchanged: 0,
    unclear: [],
    births: { none: 0, vague: 0 },
    kept: [],
  };
  const unspent: Unspent = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  for (const household of households) {
    const registered = known.households.get(household.number);
    const wrongRow = registered
      ? planRegistered(plan, household, registered, known, unspent)
      : planNew(plan, household, known, unspent);
    if (wrongRow !== null) return notPossible(wrongRow);
  }
  for (const decision of unspent.values()) return notPossible(decision);
  return plan;
}

/** The row whose decision cannot be: who was chosen is not among those who could be meant. */
type WrongRow = Place | null;
export const notPossible = ({ sheet, row }: Place): NotPossible => refuse('DECISION_NOT_POSSIBLE', { sheet, row });

type Outcome = Match | { readonly kind: 'same'; readonly residentId: string };

/** What a person decided, put in the place of what was unclear; with it the decision is spent. */
function decided(person: Person, match: Match, unspent: Unspent): Outcome {
  const decision = unspent.get(keyOf(person));
  if (match.kind !== 'unclear' || decision === undefined || match.because === 'headUnclear') return match;
  unspent.delete(keyOf(person));
  if (match.because === 'saysGone') return decision.residentId === null ? match.otherwise : WRONG;
  return decision.residentId === null ? { kind: 'new' } : { kind: 'same', residentId: decision.residentId };
}

/** Nobody has that id: of a row that says somebody is gone a person can say that they are here, and not who they are. */
const WRONG = { kind: 'same', residentId: '' } as const;

/** Whether a resident is one of those who could be meant. */
const isAmong = (match: Match, residentId: string) =>
  match.kind === 'unclear' && match.candidateIds.includes(residentId);

/** Who is clear by themself waits for the head of their household. */
const whyUnclear = (outcome: Outcome, match: Match) =>
  outcome.kind === 'unclear' ? outcome : match.kind === 'unclear' ? match : unclear('headUnclear');

/** A household with a head of whom it is not clear who they are does not come in without them. */
function planNew(plan: Growing<Plan>, household: RosterHousehold, known: RegisteredPeople, unspent: Unspent): WrongRow {
  const met = household.people.map((person) => {
    const match = unlessGone(person, matchNewcomer(person, known));
    return { person, match, outcome: decided(person, match, unspent) };
  });
  const isHeadMissing = met.some(({ person, outcome }) => person.relation === HEAD_RELATION && outcome.kind !== 'new');
  const people: Person[] = [];
  for (const { person, match, outcome } of met) {
    if (outcome.kind === 'same' && !isAmong(match, outcome.residentId)) return person;
    if (outcome.kind === 'same')
      plan.unchanged++; // registered where they live: a list moves nobody
    else if (outcome.kind === 'new' && !isHeadMissing) {
      people.push(person);
      countBirth(plan, person);
    } else plan.unclear.push({ person, number: household.number, match: whyUnclear(outcome, match) });
  }
  if (people.length > 0) plan.newHouseholds.push({ ...household, people });
  return null;
}

function planRegistered(
  plan: Growing<Plan>,
  household: RosterHousehold,
  registered: KnownHousehold,
  known: RegisteredPeople,
  unspent: Unspent,
): WrongRow {
  planMove(plan, registered, household);
  const meant = new Set<string>();
  for (const [i, found] of matchHousehold(household, registered, known).entries()) {
    const person = household.people[i] as Person;
    const match = unlessGone(person, found);
    const outcome = decided(person, match, unspent);
    if (outcome.kind === 'same') {
      const { residentId } = outcome;
      if (!isAmong(match, residentId) || meant.has(residentId)) return person; // one resident is meant by one row
      meant.add(residentId);
      planSame(plan, registered, person, residentId);
    } else if (outcome.kind === 'known') planKnown(plan, outcome.known, person);
    else if (outcome.kind === 'new') {
      plan.newMembers.push({ householdId: registered.householdId, person: asMember(person) });
      countBirth(plan, person);
    } else plan.unclear.push({ person, number: household.number, match: outcome });
  }
  return null;
}

function planMove(plan: Growing<Plan>, known: KnownHousehold, household: RosterHousehold): void {
  if (isSameHousehold(known, household.people) && movedFieldsOf(known, household).length > 0)
    plan.moves.push({ known, household });
}

/** The person at the screen has said who it is. */
function planSame(plan: Growing<Plan>, registered: KnownHousehold, person: Person, meantId: string): void {
  const one = registered.people.find(({ residentId }) => residentId === meantId);
  if (one) plan.kept.push(...keptFieldsOf(one, person));
  planKnown(plan, one, person);
}

function countBirth({ births }: Growing<Plan>, { bornPrecision }: Pick<Person, 'bornPrecision'>): void {
  if (bornPrecision === null) births.none++;
  else if (bornPrecision !== 'day') births.vague++;
}

/** Undefined: registered in another household, where they stay. */
function planKnown(plan: Growing<Plan>, known: KnownPerson | undefined, person: Person): void {
  countBirth(plan, known ? learn(known, person) : person);
  if (known && learnedFieldsOf(known, person).length > 0) plan.changes.push({ known, person });
  else plan.unchanged++;
}

/** A list does not change the head of a household that is registered. */
const asMember = (person: Person): Person =>
  person.relation === HEAD_RELATION ? { ...person, relation: SOME_MEMBER } : person;
