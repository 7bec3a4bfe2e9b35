import { type Refusal, refuse } from '../../../kit/refusal';
import { hasMoved, isChanged, type KeptField, keptFieldsOf } from './learn';
import { HEAD_RELATION, SOME_MEMBER } from './line';
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
} from './match';
import type { RosterHousehold } from './understand';

export interface Plan {
  readonly newHouseholds: readonly RosterHousehold[];
  readonly newMembers: readonly { readonly householdId: string; readonly person: Person }[];
  readonly changes: readonly { readonly known: KnownPerson; readonly person: Person }[];
  /** Households that moved to another address or unit of the tree. */
  readonly moves: readonly { readonly known: KnownHousehold; readonly household: RosterHousehold }[];
  readonly unchanged: number;
  /** Rows of which a person must say who is meant: they stay out. */
  readonly unclear: readonly Unclear[];
  /** Cells of decided rows that say otherwise than the register, which stays as it is. */
  readonly kept: readonly KeptField[];
}
export interface Unclear {
  readonly person: Person;
  readonly number: string;
  readonly match: Match & { kind: 'unclear' };
}
/** What a person said of unclear rows: which resident is meant, or null for somebody new. */
export type Decisions = ReadonlyMap<number, string | null>;
/** Those that no row has asked for yet. */
type Unspent = Map<number, string | null>;

type Growing<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer One)[] ? One[] : T[K] };
type NotPossible = Refusal<'DECISION_NOT_POSSIBLE'>;

/**
 * Holds a roster against what is registered: by household number, name and birthday. Whoever could be somebody who is
 * here already is left to a person; whoever is not in the file stays: a file ends nobody. A decision
 * about a row that asks nothing is refused: the person saw another file, or somebody changed the register meanwhile.
 */
export function planRoster(
  households: readonly RosterHousehold[],
  known: RegisteredPeople,
  decisions: Decisions = new Map(),
): Plan | NotPossible {
  const plan: Growing<Plan> = {
    newHouseholds: [],
    newMembers: [],
    changes: [],
    moves: [],
    unchanged: 0,
    unclear: [],
    kept: [],
  };
  const unspent: Unspent = new Map(decisions);
  for (const household of households) {
    const registered = known.households.get(household.number);
    const wrongRow = registered
      ? planRegistered(plan, household, registered, known, unspent)
      : planNew(plan, household, known, unspent);
    if (wrongRow !== null) return refuse('DECISION_NOT_POSSIBLE', { row: wrongRow });
  }
  for (const row of unspent.keys()) return refuse('DECISION_NOT_POSSIBLE', { row });
  return plan;
}

/** The row whose decision cannot be: who was chosen is not among those who could be meant. */
type WrongRow = number | null;

/** What a person decided, put in the place of what was unclear; with it the decision is spent. */
function decided(person: Person, match: Match, unspent: Unspent): Match | { kind: 'same'; residentId: string } {
  const decision = unspent.get(person.row);
  if (match.kind !== 'unclear' || decision === undefined || match.because === 'headUnclear') return match;
  unspent.delete(person.row);
  return decision === null ? { kind: 'new' } : { kind: 'same', residentId: decision };
}

/** Whether a resident is one of those who could be meant. */
const isAmong = (match: Match, residentId: string) =>
  match.kind === 'unclear' && match.candidateIds.includes(residentId);

/** Who is clear by themself waits for the head of their household. */
const whyUnclear = (match: Match) => (match.kind === 'unclear' ? match : unclear('headUnclear'));

/** A household with a head of whom it is not clear who they are does not come in without them. */
function planNew(plan: Growing<Plan>, household: RosterHousehold, known: RegisteredPeople, unspent: Unspent): WrongRow {
  const met = household.people.map((person) => {
    const match = matchNewcomer(person, known);
    return { person, match, outcome: decided(person, match, unspent) };
  });
  const isHeadMissing = met.some(({ person, outcome }) => person.relation === HEAD_RELATION && outcome.kind !== 'new');
  const people: Person[] = [];
  for (const { person, match, outcome } of met) {
    if (outcome.kind === 'same' && !isAmong(match, outcome.residentId)) return person.row;
    if (outcome.kind === 'same')
      plan.unchanged++; // registered where they live: a list moves nobody
    else if (outcome.kind === 'new' && !isHeadMissing) people.push(person);
    else plan.unclear.push({ person, number: household.number, match: whyUnclear(match) });
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
  for (const [i, match] of matchHousehold(household, registered, known).entries()) {
    const person = household.people[i] as Person;
    const outcome = decided(person, match, unspent);
    if (outcome.kind === 'same') {
      const { residentId } = outcome;
      if (!isAmong(match, residentId) || meant.has(residentId)) return person.row; // one resident is meant by one row
      meant.add(residentId);
      planSame(plan, registered, person, residentId);
    } else if (outcome.kind === 'known') planKnown(plan, outcome.known, person);
    else if (outcome.kind === 'new')
      plan.newMembers.push({ householdId: registered.householdId, person: asMember(person) });
    else plan.unclear.push({ person, number: household.number, match: outcome });
  }
  return null;
}

function planMove(plan: Growing<Plan>, known: KnownHousehold, household: RosterHousehold): void {
  if (isSameHousehold(known, household.people) && hasMoved(known, household)) plan.moves.push({ known, household });
}

/** The person at the screen has said who it is. */
function planSame(plan: Growing<Plan>, registered: KnownHousehold, person: Person, meantId: string): void {
  const one = registered.people.find(({ residentId }) => residentId === meantId);
  if (one) plan.kept.push(...keptFieldsOf(one, person));
  planKnown(plan, one, person);
}

/** Undefined: registered in another household, where they stay. */
function planKnown(plan: Growing<Plan>, known: KnownPerson | undefined, person: Person): void {
  if (known && isChanged(known, person)) plan.changes.push({ known, person });
  else plan.unchanged++;
}

/** A list does not change the head of a household that is registered. */
const asMember = (person: Person): Person =>
  person.relation === HEAD_RELATION ? { ...person, relation: SOME_MEMBER } : person;
