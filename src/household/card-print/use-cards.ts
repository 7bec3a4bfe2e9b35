import { useState } from 'react';
import { CARDS_AT_ONCE } from '../../../cloudfunctions/values/limits';
import { useWrite } from '../../api/use-write';
import type { AskedCards } from './asked-cards';
import { type Card, inOrder, partsOf } from './sheets';

interface Made {
  readonly cards: readonly Card[];
  readonly made: number;
  readonly passedOver: number;
}

/** As many requests as it takes, one after the other; where one is not answered, those before it are not asked again. */
export function useCards({ of, ids }: AskedCards) {
  const { run, refusal, busy } = useWrite('household.printCards');
  const [answers, setAnswers] = useState<readonly Made[]>([]);
  const parts = partsOf(ids, CARDS_AT_ONCE);
  const make = async () => {
    const all = [...answers];
    for (const part of parts.slice(all.length)) {
      const answer = await run(of === 'householdIds' ? { householdIds: part } : { residentIds: part });
      if (!answer) break;
      all.push(answer);
    }
    setAnswers(all);
  };
  const isWhole = answers.length === parts.length;
  const sum = (count: (one: Made) => number) => answers.reduce((so, one) => so + count(one), 0);
  return {
    ...{ busy, refusal, make: () => void make() },
    done: isWhole
      ? {
          cards: inOrder(answers.flatMap(({ cards }) => cards)),
          made: sum(({ made }) => made),
          passedOver: sum(({ passedOver }) => passedOver),
        }
      : undefined,
  };
}
