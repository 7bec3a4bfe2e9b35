import type * as z from 'zod';
import type { UnclearRow } from '../../contract';
import { plainName } from '../name';
import type { PersonalData } from '../personal-data';
import type { Finding } from './finding';
import type { RosterHousehold } from './understand';

export type Person = RosterHousehold['people'][number];

/** A member of a registered household, with their personal data. */
export interface KnownPerson {
  readonly residentId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: 'day' | 'year' | null;
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

/** Who a row means. Of an unclear one, whoever could be meant: a person says which of them it is, or that it is none. */
export type Match =
  | { readonly kind: 'known'; readonly known: KnownPerson }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'unclear';
      readonly because: z.output<typeof UnclearRow>['because'];
      readonly candidateIds: readonly string[];
    };

const NEW: Match = { kind: 'new' };

/** Name and birthday together; null where the day is not known, since a year is shared by too many. */
export function identityKey(name: string, bornOn: string | null, precision: 'day' | 'year' | null): string | null {
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
  const matches = people.map((person) => matchPerson(person, registered, known));
  const found = new Set(matches.flatMap((match) => (match.kind === 'known' ? match.known.residentId : [])));
  return matches.map((match) =>
    match.kind === 'unclear'
      ? { ...match, candidateIds: match.candidateIds.filter((residentId) => !found.has(residentId)) }
      : match,
  );
}

/** Somebody of a household whose number nobody has yet. */
export function matchNewcomer(person: Person, known: RegisteredPeople): Match {
  const elsewhere = livingElsewhere(person, null, known);
  return elsewhere.length > 0 ? unclear('livesElsewhere', elsewhere) : NEW;
}

export const unclear = (
  because: z.output<typeof UnclearRow>['because'],
  candidateIds: readonly string[] = [],
): Match & { kind: 'unclear' } => ({ kind: 'unclear', because, candidateIds });

/** The number alone is not enough: somebody in the file, if only the head that it names, must be a member. */
export function isSameHousehold(registered: KnownHousehold, people: readonly Person[]): boolean {
  const names = new Set(registered.people.map((one) => plainName(one.personal.name ?? '')));
  return (
    names.size === 0 || people.some((one) => names.has(plainName(one.name)) || names.has(plainName(one.headName ?? '')))
  );
}

function matchPerson(person: Person, household: KnownHousehold, known: RegisteredPeople): Match {
  const named = household.people.filter((one) => plainName(one.personal.name ?? '') === plainName(person.name));
  const same = named.filter((one) => isSameBirth(one, person));
  if (same.length === 1 && same[0]) return { kind: 'known', known: same[0] };
  const elsewhere = livingElsewhere(person, household, known);
  const ids = [...named.map((one) => one.residentId), ...elsewhere];
  if (named.length > 0) return unclear('birthDiffers', ids); // the name agrees, the birthday does not or is not known
  return elsewhere.length > 0 ? unclear('livesElsewhere', ids) : NEW;
}

type Born = Pick<KnownPerson, 'bornOn' | 'bornPrecision'>;
/** The same day; or one side knows only the year, and it agrees. */
function isSameBirth(one: Born, other: Born): boolean {
  if (one.bornOn === other.bornOn) return true;
  const isYearOnly = one.bornPrecision === 'year' || other.bornPrecision === 'year';
  return isYearOnly && one.bornOn?.slice(0, 4) === other.bornOn?.slice(0, 4);
}

/** People of that name and birthday who are registered in other households: moved, most likely. */
function livingElsewhere(person: Person, household: KnownHousehold | null, known: RegisteredPeople): readonly string[] {
  const key = identityKey(person.name, person.bornOn, person.bornPrecision);
  const ids = key === null ? [] : (known.byIdentity.get(key) ?? []);
  return ids.filter((residentId) => !household?.people.some((one) => one.residentId === residentId));
}

export const toUnclear = ({ row }: { readonly row: number }): Finding => ({
  row,
  field: '姓名',
  kind: 'unclearMatch',
  effect: 'rowRefused',
  as: null,
});
