import { useRef } from 'react';
import { CANDIDATES_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { useRead } from '../../api/use-read';
import { useRested } from '../../components/form/use-rested';
import { whoAmong } from '../../household/find/person-words';
import { type Person, useFoundPeople } from '../../household/find/use-found-people';
import { type Foreseen, type Item, type Preview, timesWords, whyWords } from './award-words';

/** Somebody who can be given points: a person, a household, a society. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  /** Of a person: whose limits they share, and what a desk's table shows. */
  readonly householdId?: string;
  readonly age?: number | null;
  readonly address?: string;
  readonly place?: string;
}

function toResidents(people: readonly Person[]): Candidate[] {
  const who = whoAmong(people);
  return people.map((person) => {
    const { residentId: id, name, householdId, age, address, unitName: place } = person;
    return { id, name, note: who(person), householdId, age, address, place };
  });
}

/** Each household once, by whoever of it was found. */
function toHouseholds(people: readonly Person[]): Candidate[] {
  const byId = new Map<string, Person>();
  for (const person of people) {
    const known = byId.get(person.householdId);
    if (!known || person.isHead) byId.set(person.householdId, person);
  }
  return [...byId.values()].map(({ householdId, name, householdNumber, address, unitName: place }) => ({
    ...{ id: householdId, name: `${name}家`, address, place },
    note: [householdNumber, address].filter(Boolean).join(' · '),
  }));
}

export const toCandidates = (kind: Item['holderKind'], people: readonly Person[]): Candidate[] =>
  kind === 'household' ? toHouseholds(people) : toResidents(people);

export type Source = 'regular' | 'recent' | 'activity' | 'list' | 'all';

/** Whom one awards most often: found by their ids, so that nobody has to search. */
export function useFamiliar(unitId: string | undefined, ids: readonly string[] | undefined) {
  return useFoundPeople(unitId && ids && ids.length > 0 ? { unitId, residentIds: [...ids] } : null);
}

/** What was answered about an item and a day stays known while people come and go in the list. */
function useKnown(about: string, preview: Preview | undefined) {
  const nothing = { about, byHolder: new Map<string, Foreseen>(), points: preview?.points };
  const known = useRef(nothing);
  if (known.current.about !== about) known.current = nothing;
  if (preview) known.current.points = preview.points;
  for (const one of preview?.results ?? []) known.current.byHolder.set(one.holder.id, one);
  return known.current;
}

/** Which grade, or how long: what an item asks besides the people. */
export interface Said {
  readonly grade?: string;
  readonly halfHours?: number;
}

export interface Deed {
  readonly item: Item | undefined;
  readonly deedDate: string | undefined;
  readonly said: Said;
}

/** Each as if alone: why some of those on the screen cannot be given it now, and how often it has counted. The server decides again when it is given. */
export function useStandings({ item, deedDate, said }: Deed, candidates: readonly Candidate[]) {
  const holders = candidates.slice(-CANDIDATES_AT_ONCE).map(({ id }) => ({ kind: item?.holderKind ?? 'resident', id }));
  const { data, reload } = useRead(
    'award.preview',
    item && holders.length > 0
      ? { itemId: item.itemId, holders, alone: true, ...said, ...(deedDate && { deedDate }) }
      : null,
  );
  const known = useKnown(`${item?.itemId} ${deedDate} ${said.grade} ${said.halfHours}`, data);
  const whyOf = (id: string): string | undefined => {
    const { refusal, cap = null, leftPoints = null } = known.byHolder.get(id) ?? {};
    return refusal ? whyWords(refusal, cap, !deedDate, leftPoints) : undefined;
  };
  const timesOf = (id: string): string => {
    const one = known.byHolder.get(id);
    return one ? timesWords(one, !deedDate) : '';
  };
  return { byHolder: known.byHolder, whyOf, timesOf, reload, points: known.points };
}
export type Standings = ReturnType<typeof useStandings>;

/** Those who are ticked, together: what would become of each. Asked once the fingers rest. */
export function useForeseen({ item, deedDate, said }: Deed, picked: readonly Candidate[], isAsked: boolean) {
  const holders = picked.slice(0, CANDIDATES_AT_ONCE).map(({ id }) => ({ kind: item?.holderKind ?? 'resident', id }));
  const asks = item && isAsked && holders.length > 0;
  const question = asks ? { itemId: item.itemId, holders, ...said, ...(deedDate && { deedDate }) } : null;
  const rested = useRested(JSON.stringify(question));
  const isNewest = rested === JSON.stringify(question);
  const { data, refusal, reload } = useRead('award.preview', isNewest ? question : null);
  return { data: isNewest ? data : undefined, refusal, reload };
}
