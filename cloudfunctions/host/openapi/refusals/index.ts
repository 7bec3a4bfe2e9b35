import type * as award from '../../../award/contract';
import type * as reward from '../../../reward/contract';
import type { ActionName, Actions } from '../../../rooms/actions';
import { OF_PEOPLE } from './of-people';
import { OF_POINTS } from './of-points';
import { OF_REWARDS } from './of-rewards';
import { OF_THE_WAY } from './of-the-way';
import type { Said } from './said';

type InAnswers = (typeof award.AwardRefusal.options)[number] | (typeof reward.Obstacle.options)[number];

/** Every code that may come over HTTP. One that is new in a contract and has no sentence here does not compile. */
export const REFUSALS: Readonly<
  Record<Actions[ActionName]['refusals'][number] | InAnswers | keyof typeof OF_THE_WAY, Said>
> = {
  ...OF_THE_WAY,
  ...OF_PEOPLE,
  ...OF_POINTS,
  ...OF_REWARDS,
};

export function meaningOf(code: string): Said {
  const said = (REFUSALS as Readonly<Record<string, Said>>)[code];
  if (!said) throw new Error(`the refusal ${code} has no sentence`);
  return said;
}
