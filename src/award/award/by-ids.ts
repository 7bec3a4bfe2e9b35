import { useCallback, useEffect, useRef, useState } from 'react';
import { type Refused, read } from '../../api';
import type { Person } from '../../household/find/use-found-people';

/** So many ids one question holds. */
const IDS_AT_ONCE = 100;

async function readPeople(unitId: string, ids: readonly string[]): Promise<readonly Person[] | Refused> {
  const people: Person[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE);
    const found = await read('household.find', { unitId, residentIds: some });
    if (!found.ok) return found;
    people.push(...found.data.people);
  }
  return people;
}

interface Known {
  readonly key: string;
  readonly people: readonly Person[] | undefined;
  readonly refusal: Refused | undefined;
}

/** Those whose ids are held already, in their order; who is not of the unit is left out. Undefined ids wait. */
export function usePeopleByIds(unitId: string | undefined, ids: readonly string[] | undefined) {
  const key = unitId && ids ? [unitId, ...ids].join(' ') : '';
  const [known, setKnown] = useState<Known>();
  const newest = useRef(key);
  newest.current = key;
  const load = useCallback(async () => {
    const [unit, ...all] = key.split(' ');
    if (!unit) return;
    const found = await readPeople(unit, all);
    if (newest.current !== key) return;
    const isRefused = 'code' in found;
    setKnown({ key, people: isRefused ? undefined : found, refusal: isRefused ? found : undefined });
  }, [key]);
  useEffect(() => void load(), [load]);
  const mine = known?.key === key ? known : undefined;
  return { people: mine?.people, refusal: mine?.refusal, reload: load };
}
