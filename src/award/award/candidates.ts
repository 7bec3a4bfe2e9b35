import { useRef } from 'react';
import { CANDIDATES_AT_ONCE } from '../../../cloudfunctions/values/limits';
import type { DataOf } from '../../api';
import { useRead } from '../../api/use-read';
import { whoAmong } from '../../household/find/person-words';
import { type Person, useFoundPeople } from '../../household/find/use-found-people';
import { type Item, whyWords } from './award-words';

/** Somebody who can be given points: a person, a household, a society. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly note: string;
}

function toResidents(people: readonly Person[]): Candidate[] {
  const who = whoAmong(people);
  return people.map((person) => ({ id: person.residentId, name: person.name, note: who(person) }));
}

/** Each household once, by whoever of it was found. */
function toHouseholds(people: readonly Person[]): Candidate[] {
  const byId = new Map<string, Person>();
  for (const person of people) {
    const known = byId.get(person.householdId);
    if (!known || person.isHead) byId.set(person.householdId, person);
  }
  return [...byId.values()].map(({ householdId, name, householdNumber, address }) => ({
    id: householdId,
    name: `${name}家`,
    note: [householdNumber, address].filter(Boolean).join(' · '),
  }));
}

export const toCandidates = (kind: Item['holderKind'], people: readonly Person[]): Candidate[] =>
  kind === 'household' ? toHouseholds(people) : toResidents(people);

export type Source = 'regular' | 'recent' | 'all';

/** Whom one awards most often: found by their ids, so that nobody has to search. */
export function useFamiliar(unitId: string | undefined, ids: readonly string[] | undefined) {
  return useFoundPeople(unitId && ids && ids.length > 0 ? { unitId, residentIds: [...ids] } : null);
}

type Preview = DataOf<'award.preview'>;

/** What was answered about an item and a day stays known while people come and go in the list. */
function useKnown(about: string, preview: Preview | undefined) {
  const nothing = { about, byHolder: new Map<string, Preview['results'][number]>(), points: preview?.points };
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

/** What the item is worth on that day, and why some of those on the screen cannot be given it now. The server decides again when it is given. */
export function useBlocked(
  item: Item | undefined,
  candidates: readonly Candidate[],
  deedDate: string | undefined,
  said: Said,
) {
  const holders = candidates.slice(-CANDIDATES_AT_ONCE).map(({ id }) => ({ kind: item?.holderKind ?? 'resident', id }));
  const { data, reload } = useRead(
    'award.preview',
    item && holders.length > 0 ? { itemId: item.itemId, holders, ...said, ...(deedDate && { deedDate }) } : null,
  );
  const why = new Map<string, string>();
  const known = useKnown(`${item?.itemId} ${deedDate} ${said.grade} ${said.halfHours}`, data);
  for (const { id } of candidates) {
    const { refusal, cap = null, leftPoints = null } = known.byHolder.get(id) ?? {};
    if (refusal) why.set(id, whyWords(refusal, cap, !deedDate, leftPoints));
  }
  return { why, reload, points: known.points };
}
