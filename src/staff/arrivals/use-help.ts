import { useState } from 'react';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { understand } from '../../pages/scan/code-text';
import { useFinder } from '../people/use-finder';
import type { Person } from '../people/use-pages';
import { useWork } from '../people/use-work';

type Result = DataOf<'activity.checkInResident'>['results'][number];
export interface Told {
  readonly person: Person;
  readonly outcome: Result['outcome'];
}

/** How the people on the screen were found: staff answer for it. */
function howFound(scanned: string | undefined, typed: string): 'personalCode' | 'card' | 'name' {
  if (scanned) return understand(scanned).kind === 'personalCode' ? 'personalCode' : 'card';
  return /^\d{10}$/.test(typed.replace(/\s/g, '')) ? 'card' : 'name';
}

/** Checks in those who came without a phone: by card, personal code or name, several at once. */
export function useHelp(activityId: string, onDone: () => void) {
  const { unitId } = useWork();
  const finder = useFinder(unitId, {});
  const [picked, setPicked] = useState<readonly Person[]>([]);
  const [told, setTold] = useState<readonly Told[]>([]);
  const { run, busy, refusal, clear } = useWrite('activity.checkInResident');
  const toggle = (person: Person) => {
    setTold([]);
    clear();
    const without = picked.filter(({ residentId }) => residentId !== person.residentId);
    setPicked(without.length < picked.length ? without : [...picked, person]);
  };
  const checkIn = async () => {
    const residentIds = picked.map(({ residentId }) => residentId);
    const done = await run({ activityId, residentIds, how: howFound(finder.scanned, finder.typed) });
    if (!done) return;
    setTold(
      done.results.flatMap(({ residentId, outcome }) => {
        const person = picked.find((one) => one.residentId === residentId);
        return person ? [{ person, outcome }] : [];
      }),
    );
    setPicked([]);
    finder.clear();
    onDone();
  };
  return { finder, picked, toggle, checkIn, told, busy, refusal };
}
export type Help = ReturnType<typeof useHelp>;
