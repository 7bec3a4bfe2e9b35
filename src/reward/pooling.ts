import { missingTo, payersFor } from '../../cloudfunctions/values/pooling';
import type { Reward } from './reward-words';

type Mine = Reward['mine'];

/** What can be paid with the points of those who are ticked, own first: by the rule by which the server decides. */
function paying(mine: Mine, ticked: readonly string[]): readonly number[] {
  const own = { ...mine.holder, available: mine.available };
  const agreed = mine.pool.map(({ holder, available }) => ({ ...holder, available }));
  return payersFor(own, ticked, agreed).map(({ available }) => available);
}

/** What is missing still to so many points. */
export const missingOf = (points: number, mine: Mine, ticked: readonly string[]): number =>
  missingTo(points, paying(mine, ticked));

export const missingWith = ({ cost, mine }: Pick<Reward, 'cost' | 'mine'>, ticked: readonly string[]): number =>
  missingOf(cost, mine, ticked);

export const payable = (mine: Mine, ticked: readonly string[]): number =>
  paying(mine, ticked).reduce((sum, points) => sum + Math.max(0, points), 0);
