import { missingTo, payersFor } from '../../cloudfunctions/values/pooling';
import type { Reward } from './reward-words';

/** What is missing still, with the points of those who are ticked: by the rule by which the server decides. */
export function missingWith({ cost, mine }: Pick<Reward, 'cost' | 'mine'>, ticked: readonly string[]): number {
  const own = { ...mine.holder, available: mine.available };
  const agreed = mine.pool.map(({ holder, available }) => ({ ...holder, available }));
  return missingTo(
    cost,
    payersFor(own, ticked, agreed).map(({ available }) => available),
  );
}
