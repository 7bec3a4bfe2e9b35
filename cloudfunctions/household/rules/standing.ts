import { ageOn, type BornPrecision, isUnderAge, isYoung } from '../../values/people';

/** A resident as registered, without a word: names, phones and addresses are read apart. */
export interface ResidentRow {
  readonly residentId: string;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  /** 'month', 'year': no more is known, and `bornOn` is its last day. */
  readonly bornPrecision: BornPrecision | null;
  readonly isAssisted: boolean;
  readonly helperId: string | null;
}
/** That somebody is a guardian by a paper, which nobody has ended: whether it holds on a day, rules/guardians says. */
export interface Guardianship {
  readonly guardianId: string;
  /** Its last day, where the paper names one. */
  readonly until: string | null;
  readonly ofChild: boolean;
  /** In the place of head and helper. */
  readonly isSole: boolean;
}
/** A resident as the tables know them, with household and place. */
export interface PersonRow extends ResidentRow {
  /** The day on which they died, or were erased: from then on nothing is given to them, and nobody acts for them. */
  readonly diedOn: string | null;
  readonly isErased: boolean;
  readonly householdId: string | null;
  readonly householdNumber: string | null;
  readonly relation: string | null;
  readonly communityId: string | null;
  readonly communityPath: string | null;
  /** The household's grid or group. A grid worker's reach is decided by its path, not by the community's. */
  readonly unitId: string | null;
  readonly unitPath: string | null;
  readonly headId: string | null;
  /** Who has given their word: see rules/consent, which says whether it holds. */
  readonly poolOwn: boolean;
  readonly poolGuardian: boolean;
  readonly namesOwn: boolean;
  readonly namesGuardian: boolean;
  readonly isBound: boolean;
  readonly guardians: readonly Guardianship[];
}

export function ageOf(person: Pick<PersonRow, 'bornOn'>, today: string): number | null {
  return person.bornOn === null ? null : ageOn(person.bornOn, today);
}

export function isMinor(person: Pick<PersonRow, 'bornOn'>, today: string): boolean {
  return isUnderAge(ageOf(person, today));
}

/** The age of a child for whom a guardian has to agree; null for everybody else, and where no date of birth is known. */
export function childAge(person: Pick<PersonRow, 'bornOn'>, today: string): number | null {
  const age = ageOf(person, today);
  return isYoung(age) ? age : null;
}
