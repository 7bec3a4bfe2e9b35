import { useState } from 'react';
import { FOUND_BY, type FoundBy } from '../../../cloudfunctions/values/activities';
import { CARD_NUMBER, understand } from '../../../cloudfunctions/values/codes';
import type { DataOf } from '../../api';
import { useWrite } from '../../api/use-write';
import { useBegun } from '../../components/leaving/use-begun';
import { useFinder } from '../../household/find/use-finder';
import type { Person } from '../../household/find/use-found-people';
import { useWork } from '../../session/use-work';

type Result = DataOf<'activity.checkInResident'>['results'][number];
/** As much as is needed of somebody to check them in. */
type Somebody = Pick<Person, 'residentId' | 'name'>;
export interface Told {
  readonly person: Somebody;
  readonly outcome: Result['outcome'];
}

interface Chosen {
  readonly person: Somebody;
  readonly how: FoundBy;
}

/** How the people on the screen were found: staff answer for it. */
function howFound(scanned: string | undefined, typed: string): FoundBy {
  if (scanned) return understand(scanned).kind === 'personalCode' ? 'personalCode' : 'card';
  return CARD_NUMBER.test(typed.replace(/\s/g, '')) ? 'card' : 'name';
}

/** Checks in those who came without a phone: by card, personal code or name, several at once. */
export function useHelp(activityId: string, onDone: () => void) {
  const { unitId } = useWork();
  const finder = useFinder(unitId, {});
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [told, setTold] = useState<readonly Told[]>([]);
  const { run, busy, refusal, clear } = useWrite('activity.checkInResident');
  useBegun(chosen.length > 0 ? `选好的 ${chosen.length} 位还没有签到。` : undefined);
  const toggle = (person: Somebody, how = howFound(finder.scanned, finder.typed)) => {
    setTold([]);
    clear();
    const without = chosen.filter((one) => one.person.residentId !== person.residentId);
    setChosen(without.length < chosen.length ? without : [...chosen, { person, how }]);
  };
  /** One call for each way in which they were found; what was told stays when a later call gets no answer. */
  const checkIn = async () => {
    for (const how of FOUND_BY) {
      const those = chosen.filter((one) => one.how === how).map(({ person }) => person);
      if (those.length === 0) continue;
      const done = await run({ activityId, residentIds: those.map(({ residentId }) => residentId), how });
      if (!done) break;
      const outcomes = new Map(done.results.map(({ residentId, outcome }) => [residentId, outcome]));
      setTold((now) => [
        ...now,
        ...those.flatMap((person) => {
          const outcome = outcomes.get(person.residentId);
          return outcome ? [{ person, outcome }] : [];
        }),
      ]);
      setChosen((now) => now.filter((one) => one.how !== how));
    }
    finder.clear();
    onDone();
  };
  return { finder, picked: chosen.map(({ person }) => person), toggle, checkIn, told, busy, refusal };
}
export type Help = ReturnType<typeof useHelp>;
