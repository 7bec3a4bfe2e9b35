/** Whole years reached on `on`; someone born on 29 February turns a year older on 1 March. */
export function ageOn(bornOn: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return on.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** The day on which someone is so old for the first time; of 29 February, in a year without one, 1 March. */
export function birthdayAt(age: number, bornOn: string): string {
  const year = Number(bornOn.slice(0, 4)) + age;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return bornOn.endsWith('-02-29') && !isLeap ? `${year}-03-01` : `${year}${bornOn.slice(4)}`;
}

/** What the head is to the household; to the head everybody else is something. */
export const HEAD = '户主';

/** How exactly a birthday is known, the finest first. Of a month or a year its last day stands for it. */
export const BORN_PRECISIONS = ['day', 'month', 'year'] as const;
export type BornPrecision = (typeof BORN_PRECISIONS)[number];

/** Who acts for themselves and spends what a household has in common. */
export const ADULT_AT = 18;
/** Below it a guardian's consent is recorded before a child takes part (PIPL, article 31). */
export const CONSENT_BELOW = 14;

/** In whole years, null where no date of birth is known: then somebody counts as grown up. */
type Age = number | null;
export const isUnderAge = (age: Age): boolean => age !== null && age < ADULT_AT;
/** So young that a guardian has to agree. */
export const isYoung = (age: Age): age is number => age !== null && age < CONSENT_BELOW;

/** What is mended about people and households. */
export const CHANGE_KINDS = [
  'corrected',
  'moved',
  'left',
  'died',
  'revived',
  'becameHead',
  'houseMoved',
  'merged',
  'parted',
  'guardianNamed',
  'guardianEnded',
  'added',
  'cardMade',
  'cardReplaced',
  'cardStopped',
  'poolingAgreed',
  'poolingEnded',
  'namingAgreed',
  'namingEnded',
  'familyPoolAgreed',
  'familyPoolEnded',
  'erased',
  'redrawn',
  'roleCarried',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Why: somebody wrote it down wrong, it stands so on a paper that was shown, the person or their family came to say so. */
export const CHANGE_REASONS = [
  'wroteWrong',
  'showedPaper',
  'toldUs',
  'movedHouse',
  'married',
  'livesApart',
  'cameBack',
] as const;
export type ChangeReason = (typeof CHANGE_REASONS)[number];
/** As it stands in the history: a list of residents may have said so, too. */
export const TRAIL_REASONS = [...CHANGE_REASONS, 'roster'] as const;
export type TrailReason = (typeof TRAIL_REASONS)[number];
/** How it is known that something was registered wrongly: of a person, or that two records are one. */
export const MEND_REASONS = ['wroteWrong', 'showedPaper', 'toldUs'] as const;
export type MendReason = (typeof MEND_REASONS)[number];
export const isMendReason = (reason: string): reason is MendReason =>
  (MEND_REASONS as readonly string[]).includes(reason);
/** By which paper somebody is a guardian. */
export const GUARDIAN_PAPERS = ['register', 'birthPaper', 'adoption', 'ruling', 'appointment', 'agreement'] as const;
export type GuardianPaper = (typeof GUARDIAN_PAPERS)[number];
/** Those that say it of a grown-up too; the others say whose child somebody is. */
export const PAPERS_FOR_ADULTS: readonly GuardianPaper[] = ['ruling', 'appointment', 'agreement'];
/** What of a person or household was corrected. */
export const CORRECTED_FIELDS = [
  'name',
  'phone',
  'sex',
  'bornOn',
  'relation',
  'idTail',
  'note',
  'address',
  'unit',
] as const;
export type CorrectedField = (typeof CORRECTED_FIELDS)[number];
/** Where news lead: what can be seen, or done, about them. */
export const NEWS_LEADS = ['family', 'ward', 'passbook', 'pooling', 'naming'] as const;
export type NewsLead = (typeof NEWS_LEADS)[number];
/** What one was told and has not seen is counted so far. */
export const UNSEEN_MAX = 99;
/** People who move together. */
export const MOVED_AT_ONCE = 20;

/** By what the list of people is put in order, the usual one first. */
export const PEOPLE_SORTS = ['name', 'age', 'household', 'address', 'unit'] as const;
/** Likewise where what each has is known too. */
export const REGISTER_SORTS = [...PEOPLE_SORTS, 'available', 'lifetime', 'newest'] as const;
/** What the list of people is sifted by: how somebody is reached, and what is not known of their birth. */
export const REACHES = ['bound', 'assisted', 'unbound'] as const;
export const BIRTHS = ['unknown', 'yearOnly'] as const;

/** By what the list of households is put in order, the usual one first. */
export const HOUSEHOLD_SORTS = ['number', 'address', 'unit', 'head', 'size'] as const;
/** Grids and groups that it is sifted by at once. */
export const PLACES_MAX = 20;
