import { ADULT_AT, birthdayAt, isUnderAge, isYoung } from '../../values/people';
import { guardiansOf } from './guardians';
import { ageOf, type PersonRow } from './standing';

/** As whom somebody agrees: for themself, for a child in their charge, for a grown-up whom they help. */
export type Capacity = 'self' | 'guardian' | 'helper';

/** Who has given their word: the person, and whoever acts for them. */
interface Words {
  readonly own: boolean;
  readonly guardian: boolean;
}
type Aged = Pick<PersonRow, 'bornOn' | 'isAssisted'> & Partial<Pick<PersonRow, 'guardians'>>;

const isSpokenFor = ({ isAssisted, bornOn, guardians = [] }: Aged, today: string): boolean =>
  isAssisted || guardiansOf({ bornOn, guardians }, today).length > 0;

/**
 * Whether consent holds on a day. Below 14 a guardian gives it; from 14 on the child is asked too; from 18 on nobody's word
 * counts but the person's, and a guardian's has ended (product.md, certain events; PIPL, article 31). For somebody grown up
 * another one speaks only while they are assisted, or have a guardian by a paper.
 */
function consentHolds({ own, guardian }: Words, person: Aged, today: string): boolean {
  const age = ageOf(person, today);
  if (isYoung(age)) return guardian;
  if (isUnderAge(age)) return own && guardian;
  return own || (isSpokenFor(person, today) && guardian);
}

/** Whose word is missing where the other's is there: only from 14 to 17. */
function missingWord({ own, guardian }: Words, person: Aged, today: string): 'self' | 'guardian' | null {
  const age = ageOf(person, today);
  if (own === guardian || isYoung(age) || !isUnderAge(age)) return null;
  return own ? 'guardian' : 'self';
}

export function capacityOf(person: Aged, isSelf: boolean, today: string): Capacity {
  if (isSelf) return 'self';
  return isUnderAge(ageOf(person, today)) ? 'guardian' : 'helper';
}

/** The first day on which a guardian's word counts no more; null for any other's, and where no birthday is known. */
export function endsOn({ bornOn }: Pick<PersonRow, 'bornOn'>, capacity: Capacity): string | null {
  return capacity === 'guardian' && bornOn !== null ? birthdayAt(ADULT_AT, bornOn) : null;
}

type Lending = Aged & Pick<PersonRow, 'poolOwn' | 'poolGuardian'>;
type Naming = Aged & Pick<PersonRow, 'namesOwn' | 'namesGuardian'>;
const poolWords = ({ poolOwn: own, poolGuardian: guardian }: Lending): Words => ({ own, guardian });

/** Whether the household may redeem with this person's points today. */
export const lendsToFamily = (person: Lending, today: string): boolean =>
  consentHolds(poolWords(person), person, today);
export const lendingWaitsFor = (person: Lending, today: string) => missingWord(poolWords(person), person, today);

const nameWords = ({ namesOwn: own, namesGuardian: guardian }: Naming): Words => ({ own, guardian });

/** Whether this person is named in full in public today. */
export const isNamedInPublic = (person: Naming, today: string): boolean =>
  consentHolds(nameWords(person), person, today);
export const namesWaitFor = (person: Naming, today: string) => missingWord(nameWords(person), person, today);

/** Whose word it takes at that age, where all of them gave it. */
export function allWords(agreed: boolean, person: Aged, today: string): Words {
  const age = ageOf(person, today);
  return { own: agreed && !isYoung(age), guardian: agreed && isUnderAge(age) };
}
