import { addDays } from '../../values/dates';
import { ADULT_AT, birthdayAt, CONSENT_BELOW, type NewsLead } from '../../values/people';
import { guardiansOf, lastDayOf } from './guardians';
import type { PersonRow } from './standing';

/** So long before are those told who decide until then (product.md, certain events). */
export const TOLD_DAYS_BEFORE = 30;

export interface Coming {
  readonly residentId: string;
  /** asked14: a child is asked too from this day on; own18: decides alone; guardianEnds: the first day without the paper. */
  readonly what: 'asked14' | 'own18' | 'guardianEnds';
  readonly on: string;
}

type Person = Pick<PersonRow, 'residentId' | 'bornOn' | 'bornPrecision' | 'guardians'>;

function birthdays({ residentId, bornOn, bornPrecision }: Person): Coming[] {
  if (bornOn === null || bornPrecision !== 'day') return [];
  return [
    { residentId, what: 'asked14', on: birthdayAt(CONSENT_BELOW, bornOn) },
    { residentId, what: 'own18', on: birthdayAt(ADULT_AT, bornOn) },
  ];
}

function papers(person: Person, today: string): Coming[] {
  const { residentId, bornOn } = person;
  const ends = guardiansOf(person, today).flatMap((one) => (one.until === null ? [] : (lastDayOf(one, person) ?? [])));
  const grownUp = bornOn === null ? null : birthdayAt(ADULT_AT, bornOn);
  return [...new Set(ends)]
    .map((last): Coming => ({ residentId, what: 'guardianEnds', on: addDays(last, 1) }))
    .filter(({ on }) => on !== grownUp); // told as that
}

/** What changes soon about who decides for these people, the nearest first. */
export function comingUp(people: readonly Person[], today: string): Coming[] {
  const last = addDays(today, TOLD_DAYS_BEFORE);
  return people
    .flatMap((person) => [...birthdays(person), ...papers(person, today)])
    .filter(({ on }) => today < on && on <= last)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Who reads, and those of whom they are told beside their household. */
interface Reading {
  readonly residentId: string;
  readonly householdId: string | null;
  /** Of other households, or of none. */
  readonly wardIds: readonly string[];
  /** For whom they may say something else: they themself, and those for whom they act. */
  readonly actsForIds: readonly string[];
}
/** What was told, of whom; of nobody where it is a household. */
interface Told {
  readonly kind: string;
  readonly residentId: string | null;
}

const ABOUT_CONSENT: Readonly<Record<string, NewsLead>> = {
  asked14: 'pooling',
  own18: 'pooling',
  poolingAgreed: 'pooling',
  poolingEnded: 'pooling',
  namingAgreed: 'naming',
  namingEnded: 'naming',
};

/** Where what was told leads: never to what the reader may not open. */
export function leadOf(
  { kind, residentId: about }: Told,
  { residentId, householdId, wardIds, actsForIds }: Reading,
): { readonly what: NewsLead; readonly holderId: string } | null {
  const what = about !== null && actsForIds.includes(about) ? ABOUT_CONSENT[kind] : undefined;
  if (about !== null && wardIds.includes(about)) return { what: 'ward', holderId: about };
  if (householdId === null) return about === residentId ? { what: 'passbook', holderId: about } : null;
  return what && about !== null ? { what, holderId: about } : { what: 'family', holderId: householdId };
}
