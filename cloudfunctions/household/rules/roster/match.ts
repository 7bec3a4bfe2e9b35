import type * as z from 'zod';
import type { BornPrecision } from '../../../values/people';
import type { UnclearRow } from '../../contract';
import { plainName } from '../name';
import type { PersonalData } from '../personal-data';
import { partOf } from './born';
import type { Finding } from './finding';
import type { RosterHousehold } from './household';
import type { Place } from './line';

export type Person = RosterHousehold['people'][number];

/** A member of a registered household, with their personal data. */
export interface KnownPerson {
  readonly residentId: string;
  readonly householdId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  readonly relation: string;
  readonly personal: PersonalData;
}
export interface KnownHousehold {
  readonly householdId: string;
  readonly unitId: string;
  readonly headId: string | null;
  readonly address: string | null;
  readonly people: readonly KnownPerson[];
}
export interface RegisteredPeople {
  /** By number. */
  readonly households: ReadonlyMap<string, KnownHousehold>;
  /** Residents of the community by `identityKey`, whichever household they are in. */
  readonly byIdentity: ReadonlyMap<string, readonly string[]>;
}

type Because = Exclude<z.output<typeof UnclearRow>['because'], 'saysGone'>;

/** Who a row means. Of an unclear one, whoever could be meant: a person says which of them it is, or that it is none. */
export type Match =
  | { readonly kind: 'known'; readonly known: KnownPerson }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'unclear';
      readonly because: Because;
      readonly candidateIds: readonly string[];
    }
  | {
      readonly kind: 'unclear';
      readonly because: 'saysGone';
      readonly candidateIds: readonly string[];
      /** Who they are once a person has said that they are here. */
      readonly otherwise: Match;
    };

const NEW: Match = { kind: 'new' };

/** Name and birthday together; null where the day is not known, since a year is shared by too many. */
export function identityKey(name: string, bornOn: string | null, precision: BornPrecision | null): string | null {
  return bornOn !== null && precision === 'day' ? `${plainName(name)} ${bornOn}` : null;
}

/** The people of a household in the file, each held against the household that is registered under its number. */
export function matchHousehold(
  { people }: RosterHousehold,
  registered: KnownHousehold,
  known: RegisteredPeople,
): Match[] {
  if (!isSameHousehold(registered, people)) {
    const ids = registered.people.map((one) => one.residentId);
    return people.map((person) => unclear('otherHousehold', [...ids, ...livingElsewhere(person, registered, known)]));
  }
  const matches = people.map((person) => matchPerson(person, registered, people, known));
  const found = new Set(matches.flatMap((match) => (match.kind === 'known' ? match.known.residentId : [])));
  return matches.map((match) =>
    match.kind === 'unclear' && match.because !== 'saysGone'
      ? { ...match, candidateIds: match.candidateIds.filter((residentId) => !found.has(residentId)) }
      : match,
  );
}

/** Somebody of a household whose number nobody has yet. */
export function matchNewcomer(person: Person, known: RegisteredPeople): Match {
  const elsewhere = livingElsewhere(person, null, known);
  return elsewhere.length > 0 ? unclear('livesElsewhere', elsewhere) : NEW;
}

export const unclear = (because: Because, candidateIds: readonly string[] = []): Match & { kind: 'unclear' } => ({
  kind: 'unclear',
  because,
  candidateIds,
});

/** Somebody of whom the file says that they died or went away stays out, and as they were, until a person says otherwise. */
export const unlessGone = ({ saysGone }: Person, match: Match): Match =>
  saysGone === null ? match : { kind: 'unclear', because: 'saysGone', candidateIds: [], otherwise: match };

/** The number alone is not enough: somebody in the file, if only the head that it names, must be a member. */
export function isSameHousehold(registered: KnownHousehold, people: readonly Person[]): boolean {
  const names = new Set(registered.people.map((one) => plainName(one.personal.name ?? '')));
  return (
    names.size === 0 || people.some((one) => names.has(plainName(one.name)) || names.has(plainName(one.headName ?? '')))
  );
}

function matchPerson(
  person: Person,
  household: KnownHousehold,
  people: readonly Person[],
  known: RegisteredPeople,
): Match {
  const isNamesake = (name: string) => plainName(name) === plainName(person.name);
  const named = household.people.filter((one) => isNamesake(one.personal.name ?? ''));
  const same = named.filter((one) => isSameBirth(one, person));
  if (same.length === 1 && same[0]) return { kind: 'known', known: same[0] };
  const [only] = named;
  const isAlone = named.length === 1 && people.filter((one) => isNamesake(one.name)).length === 1;
  // a list without birthdays is no reason to ask of everybody: household and name agree, and nobody else has them
  if (only && isAlone && (only.bornOn === null || person.bornOn === null)) return { kind: 'known', known: only };
  const elsewhere = livingElsewhere(person, household, known);
  const ids = [...named.map((one) => one.residentId), ...elsewhere];
  if (named.length > 0) return unclear('birthDiffers', ids);
  return elsewhere.length > 0 ? unclear('livesElsewhere', ids) : NEW;
}

type Born = Pick<KnownPerson, 'bornOn' | 'bornPrecision'>;
/** The same day; or what the vaguer of the two knows agrees, and a year that was reckoned from an age may be off by one. */
function isSameBirth(one: Born, other: Born & { readonly isBornRough?: boolean }): boolean {
  if (one.bornOn === null || other.bornOn === null) return one.bornOn === other.bornOn;
  if (other.isBornRough) return Math.abs(Number(one.bornOn.slice(0, 4)) - Number(other.bornOn.slice(0, 4))) <= 1;
  const vaguer = VAGUENESS.find((precision) => precision === one.bornPrecision || precision === other.bornPrecision);
  return partOf(one.bornOn, vaguer ?? 'day') === partOf(other.bornOn, vaguer ?? 'day');
}
const VAGUENESS: readonly BornPrecision[] = ['year', 'month', 'day'];

/** People of that name and birthday who are registered in other households: moved, most likely. */
function livingElsewhere(person: Person, household: KnownHousehold | null, known: RegisteredPeople): readonly string[] {
  const key = identityKey(person.name, person.bornOn, person.bornPrecision);
  const ids = key === null ? [] : (known.byIdentity.get(key) ?? []);
  return ids.filter((residentId) => !household?.people.some((one) => one.residentId === residentId));
}

/** Why a row waits for a person, as a finding on it. */
export const toWaiting = ({ sheet, row }: Place, saysGone: string | null): Finding => ({
  ...{ sheet, row, effect: 'rowRefused', said: saysGone, as: saysGone },
  ...(saysGone === null ? { field: '姓名', kind: 'unclearMatch' } : { field: '备注', kind: 'saysGone' }),
});
