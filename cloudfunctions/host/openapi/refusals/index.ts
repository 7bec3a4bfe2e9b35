import type * as activity from '../../../activity/contract';
import type * as award from '../../../award/contract';
import type * as catalogue from '../../../catalogue/contract';
import type * as household from '../../../household/contract';
import type { Action } from '../../../kit/action';
import type * as ledger from '../../../ledger/contract';
import type * as organisation from '../../../organisation/contract';
import type * as reward from '../../../reward/contract';
import { OF_PEOPLE } from './of-people';
import { OF_POINTS } from './of-points';
import { OF_REWARDS } from './of-rewards';
import { OF_THE_WAY } from './of-the-way';
import type { Said } from './said';

type Rooms =
  | typeof activity
  | typeof award
  | typeof catalogue
  | typeof household
  | typeof ledger
  | typeof organisation
  | typeof reward;
type RefusalsIn<Room> = Room extends unknown ? Extract<Room[keyof Room], Action>['refusals'][number] : never;
type InAnswers = (typeof award.AwardRefusal.options)[number] | (typeof reward.Obstacle.options)[number];

/** Every code that may come over HTTP. One that is new in a contract and has no sentence here does not compile. */
export const REFUSALS: Readonly<Record<RefusalsIn<Rooms> | InAnswers | keyof typeof OF_THE_WAY, Said>> = {
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
