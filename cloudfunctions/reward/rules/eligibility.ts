import type * as z from 'zod';
import { type Refusal, refuse } from '../../kit/refusal';
import type { HolderKind } from '../../values/awards';
import { ADULT_AT, ageOn } from '../../values/people';
import type { RewardKind } from '../../values/rewards';
import type { Obstacle as ObstacleSchema } from '../contract';
import type { Holder } from './draws';
import { nextPeriodOn, type Period } from './period';
import { nextChance, type Redemption, refuseTime, type TimeObstacle, timeObstacles } from './redemption';

export type Obstacle = z.output<typeof ObstacleSchema>;

/** What a reward asks for. */
export interface Terms {
  readonly kind: RewardKind;
  /** Of the unit that offers it; everything whose path starts with it may have it. */
  readonly unitPath: string;
  readonly cost: number;
  readonly unitCostCents: number;
  readonly holderKind: HolderKind;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly ruralOnly: boolean;
  readonly leastLifetime: number;
  readonly period: Period;
  readonly limitHolder: number;
  readonly limitHousehold: number | null;
}

/** How a holder stands to a reward at a moment. */
export interface Standing {
  readonly holder: Holder;
  readonly bornOn: string | null;
  readonly isBornYearOnly: boolean;
  /** Null for somebody who lives in no household of ours today. */
  readonly communityPath: string | null;
  readonly isRural: boolean;
  readonly lifetime: number;
  readonly available: number;
  readonly poolAvailable: number;
  /** Vouchers of this reward and period that are issued or redeemed; cancelled and lapsed ones free the limit. */
  readonly takenByHolder: number;
  readonly takenByHousehold: number;
  readonly stockLeft: number;
  /** Of goods: what stands on the shelf and is not promised to a voucher. Null for what is on no shelf. */
  readonly shelfLeft: number | null;
  readonly redemption: Redemption;
}

const CHILD_AGE_MAX = ADULT_AT - 1;

/** Whole years on a business day. Where only the year of birth is known, 31 December counts. */
export function ageForRules(standing: Pick<Standing, 'bornOn' | 'isBornYearOnly'>, today: string): number | null {
  if (!standing.bornOn) return null;
  return ageOn(standing.isBornYearOnly ? `${standing.bornOn.slice(0, 4)}-12-31` : standing.bornOn, today);
}

/** After-school care is for children, whatever else a community writes into it. */
function ageLimits({ kind, ageMin, ageMax }: Terms): { least: number | null; most: number | null } {
  if (kind !== 'afterSchool') return { least: ageMin, most: ageMax };
  return { least: ageMin, most: Math.min(ageMax ?? CHILD_AGE_MAX, CHILD_AGE_MAX) };
}

function ageObstacle(terms: Terms, standing: Standing, today: string): Obstacle | null {
  const { least, most } = ageLimits(terms);
  if (standing.holder.kind !== 'resident' || (least === null && most === null)) return null;
  const age = ageForRules(standing, today);
  if (age === null) return 'BIRTH_DATE_UNKNOWN';
  if (least !== null && age < least) return 'TOO_YOUNG';
  return most !== null && age > most ? 'TOO_OLD' : null;
}

/** Whether it matters where the holder lives, in town or in the country. */
export const needsRural = (terms: Terms) => terms.ruralOnly || terms.kind === 'agriculture';
const isWithin = (path: string | null, unitPath: string) => path?.startsWith(unitPath) ?? false;

/** So many may be had, or more are asked for. */
function countObstacles(terms: Terms, standing: Standing, quantity: number): (Obstacle | null)[] {
  const { takenByHolder, takenByHousehold, shelfLeft } = standing;
  const household = terms.limitHousehold ?? Number.POSITIVE_INFINITY;
  return [
    takenByHolder + quantity > terms.limitHolder ? 'LIMIT_REACHED' : null,
    takenByHousehold + quantity > household ? 'HOUSEHOLD_LIMIT_REACHED' : null,
    standing.stockLeft < quantity ? 'OUT_OF_STOCK' : null,
    shelfLeft !== null && shelfLeft < quantity ? 'SHELF_EMPTY' : null,
  ];
}

/** Everything that stands between a holder and a reward but the points, the first to mend first. */
function conditionObstacles(terms: Terms, standing: Standing, today: string, quantity: number): Obstacle[] {
  const found: (Obstacle | null)[] = [
    ageObstacle(terms, standing, today),
    standing.holder.kind === terms.holderKind ? null : 'HOLDER_KIND_DIFFERS',
    needsRural(terms) && !standing.isRural ? 'ONLY_RURAL' : null,
    isWithin(standing.communityPath, terms.unitPath) ? null : 'OTHER_COMMUNITY',
    standing.lifetime < terms.leastLifetime ? 'LIFETIME_TOO_LOW' : null,
    ...countObstacles(terms, standing, quantity),
    ...timeObstacles(standing.redemption, {
      points: terms.cost * quantity,
      cents: terms.unitCostCents * quantity,
    }),
  ];
  return found.filter((obstacle) => obstacle !== null);
}

/** Lists show these; issuing refuses with the first of them. Points are short only when pooling would not help either. */
export function obstacles(terms: Terms, standing: Standing, today: string, quantity = 1): readonly Obstacle[] {
  const found = conditionObstacles(terms, standing, today, quantity);
  return standing.available + standing.poolAvailable < terms.cost * quantity
    ? [...found, 'POINTS_INSUFFICIENT']
    : found;
}

/** When it can be had next, where only the hour or the month is in the way. */
export function nextFor({ redemption }: Standing, found: readonly Obstacle[]) {
  const inTheWay = found.find((obstacle): obstacle is TimeObstacle => TIME.some((one) => one === obstacle));
  return inTheWay ? nextChance(redemption, inTheWay) : null;
}
const TIME: readonly Obstacle[] = ['MONTH_SPENT', 'WINDOW_CLOSED'];

/** With the numbers a sentence needs. Nothing about the person: it is kept with the answer. */
export function refuseFor(
  terms: Terms,
  standing: Standing,
  obstacle: Obstacle,
  today: string,
  quantity = 1,
): Refusal<Obstacle> {
  const { least, most } = ageLimits(terms);
  const span = { period: terms.period, againOn: nextPeriodOn(terms.period, today) };
  switch (obstacle) {
    case 'TOO_YOUNG':
      return refuse(obstacle, { ageMin: least ?? 0 });
    case 'TOO_OLD':
      return refuse(obstacle, { ageMax: most ?? 0 });
    case 'HOLDER_KIND_DIFFERS':
      return refuse(obstacle, { holderKind: terms.holderKind });
    case 'LIFETIME_TOO_LOW': {
      const { leastLifetime } = terms;
      return refuse(obstacle, { leastLifetime, missing: leastLifetime - standing.lifetime });
    }
    case 'LIMIT_REACHED':
      return refuse(obstacle, { limit: terms.limitHolder, ...span });
    case 'HOUSEHOLD_LIMIT_REACHED':
      return refuse(obstacle, { limit: terms.limitHousehold ?? 0, ...span });
    case 'OUT_OF_STOCK':
      return refuse(obstacle, span);
    case 'SHELF_EMPTY':
      return refuse(obstacle, { left: standing.shelfLeft ?? 0 });
    case 'MONTH_SPENT':
    case 'WINDOW_CLOSED':
      return refuseTime(standing.redemption, obstacle);
    case 'POINTS_INSUFFICIENT':
      return refuse(obstacle, { missing: terms.cost * quantity - standing.available - standing.poolAvailable });
    default:
      return refuse(obstacle);
  }
}
