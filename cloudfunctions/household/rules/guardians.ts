import { type Refusal, refuse } from '../../kit/refusal';
import { addDays } from '../../values/dates';
import { ADULT_AT, birthdayAt, type GuardianPaper, PAPERS_FOR_ADULTS } from '../../values/people';
import { type Guardianship, isMinor, type PersonRow } from './standing';

type Ward = Pick<PersonRow, 'bornOn' | 'guardians'>;

/** Who is a guardian by a paper on this day: until its last one, and of a child until they are 18. */
export const guardiansOf = (ward: Ward, today: string): readonly Guardianship[] =>
  ward.guardians.filter(
    ({ until, ofChild }) => (until === null || today <= until) && (!ofChild || isMinor(ward, today)),
  );

/** A paper has put somebody in the place of head and helper. */
export const isInOtherHands = (ward: Ward, today: string): boolean =>
  guardiansOf(ward, today).some(({ isSole }) => isSole);

/** The last day on which they act: that of the paper, or for a child the one before they are 18, whichever comes first. */
export function lastDayOf(
  { until, ofChild }: Pick<Guardianship, 'until' | 'ofChild'>,
  { bornOn }: Pick<PersonRow, 'bornOn'>,
): string | null {
  const lastOfChild = ofChild && bornOn !== null ? addDays(birthdayAt(ADULT_AT, bornOn), -1) : null;
  const [first = null] = [until, lastOfChild].flatMap((day) => day ?? []).sort();
  return first;
}

interface Paper {
  readonly paper: GuardianPaper;
  readonly paperOn: string;
  readonly until: string | null;
}

/** Null where this paper makes the one the guardian of the other today. */
export function refuseGuardian(
  ward: PersonRow,
  guardian: PersonRow,
  { paper, paperOn, until }: Paper,
  today: string,
): Refusal<'GUARDIAN_UNFIT' | 'PAPER_ABOUT_CHILDREN' | 'PAPER_DAYS_IMPOSSIBLE'> | null {
  const isFit = guardian.residentId !== ward.residentId && guardian.diedOn === null && !isMinor(guardian, today);
  if (!isFit || guardiansOf(guardian, today).length > 0) return refuse('GUARDIAN_UNFIT');
  if (!isMinor(ward, today) && !PAPERS_FOR_ADULTS.includes(paper)) return refuse('PAPER_ABOUT_CHILDREN');
  return paperOn > today || (until !== null && until < today) ? refuse('PAPER_DAYS_IMPOSSIBLE') : null;
}
