import { type Refusal, refuse } from '../../kit/refusal';
import type { BornPrecision, CorrectedField } from '../../values/people';
import { isMinor, type PersonRow } from './standing';

/** What is registered of a person, words included. */
export interface Registered {
  readonly name: string;
  readonly phone: string | null;
  readonly sex: 'female' | 'male' | null;
  readonly bornOn: string | null;
  readonly bornPrecision: BornPrecision | null;
  readonly relation: string;
}
export interface Correction {
  readonly name?: string | undefined;
  readonly phone?: string | null | undefined;
  readonly sex?: 'female' | 'male' | undefined;
  readonly born?:
    | { readonly known: 'day'; readonly on: string }
    | { readonly known: 'year'; readonly year: number }
    | undefined;
  readonly relation?: string | undefined;
}

/** Where only the year is known its last day counts, so that nobody is taken for older than they are (product.md, certain events). */
function toBorn(born: NonNullable<Correction['born']>): Pick<Registered, 'bornOn' | 'bornPrecision'> {
  return born.known === 'day'
    ? { bornOn: born.on, bornPrecision: 'day' }
    : { bornOn: `${born.year}-12-31`, bornPrecision: 'year' };
}

/** The person as they will be registered, and what of it is new. */
export function correct(
  before: Registered,
  { born, ...said }: Correction,
): { readonly after: Registered; readonly changed: readonly CorrectedField[] } {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  const after: Registered = { ...before, ...given, ...(born && toBorn(born)) };
  const isNew: Readonly<Partial<Record<CorrectedField, boolean>>> = {
    name: after.name !== before.name,
    phone: after.phone !== before.phone,
    sex: after.sex !== before.sex,
    bornOn: after.bornOn !== before.bornOn || after.bornPrecision !== before.bornPrecision,
    relation: after.relation !== before.relation,
  };
  return { after, changed: (Object.keys(isNew) as CorrectedField[]).filter((field) => isNew[field]) };
}

type Living = Pick<PersonRow, 'residentId' | 'bornOn'>;

/** Whether somebody may speak for these: one of them, and grown up where anybody is. */
export function mayLead(people: readonly Living[], headId: string, today: string): boolean {
  const grownUp = people.filter((person) => !isMinor(person, today));
  return (grownUp.length > 0 ? grownUp : people).some(({ residentId }) => residentId === headId);
}

/**
 * Who speaks for a household once some have gone. Null where nobody is left; the same head where they stay, and then
 * nobody else may be named in passing.
 */
export function decideHeadOfRest(
  rest: readonly Living[],
  headId: string | null,
  nextHeadId: string | undefined,
  today: string,
): { readonly headId: string | null; readonly isNew: boolean } | Refusal<'HEAD_NEEDED'> {
  if (rest.length === 0) return nextHeadId ? refuse('HEAD_NEEDED') : { headId, isNew: false };
  const stays = headId === null || rest.some(({ residentId }) => residentId === headId);
  if (stays) return nextHeadId && nextHeadId !== headId ? refuse('HEAD_NEEDED') : { headId, isNew: false };
  if (!nextHeadId || !mayLead(rest, nextHeadId, today)) return refuse('HEAD_NEEDED');
  return { headId: nextHeadId, isNew: true };
}

/** The one who comes as head: exactly one where they found a household, none where it has a head already. */
export function decideHeadOfComing(
  coming: readonly (Living & { readonly relation: string })[],
  hasHead: boolean,
  headWord: string,
  today: string,
): { readonly headId: string | null } | Refusal<'HEAD_NEEDED'> {
  const heads = coming.filter(({ relation }) => relation === headWord);
  if (hasHead) return heads.length === 0 ? { headId: null } : refuse('HEAD_NEEDED');
  const [head] = heads;
  if (heads.length !== 1 || !head || !mayLead(coming, head.residentId, today)) return refuse('HEAD_NEEDED');
  return { headId: head.residentId };
}

/** Of somebody of whom only the month or the year is known, the first day of it is meant. */
function firstDay(bornOn: string, precision: BornPrecision | null): string {
  if (precision === 'year') return `${bornOn.slice(0, 4)}-01-01`;
  return precision === 'month' ? `${bornOn.slice(0, 7)}-01` : bornOn;
}

export function refuseDay(
  diedOn: string,
  person: Pick<PersonRow, 'bornOn' | 'bornPrecision'>,
  today: string,
): Refusal<'DIED_ON_IMPOSSIBLE'> | null {
  const born = person.bornOn === null ? null : firstDay(person.bornOn, person.bornPrecision);
  return diedOn > today || (born !== null && diedOn < born) ? refuse('DIED_ON_IMPOSSIBLE') : null;
}
