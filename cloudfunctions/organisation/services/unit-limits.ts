import type { Db } from '../../kit/transaction';
import { tighter, UNIT_LIMIT_NAMES, UNIT_LIMITS, type UnitLimit, type UnitLimits } from '../../values/unit-limits';
import { limitsSetIn } from '../store/unit-limits';
import type { UnitRow } from '../store/units';

export interface LimitStanding {
  readonly name: UnitLimit;
  /** What holds now. */
  readonly value: number;
  /** The loosest that may be chosen here: ours, or what a unit above has drawn. */
  readonly bound: number;
  readonly isSet: boolean;
}

/** Each limit as it holds in a unit: what was set there, within what the units above allow, else the safe value. */
export async function limitsStanding(
  db: Db,
  { unitId, path }: Pick<UnitRow, 'unitId' | 'path'>,
): Promise<LimitStanding[]> {
  const set = await limitsSetIn(db, path.split('/').filter(Boolean));
  return UNIT_LIMIT_NAMES.map((name) => {
    const { normal, loosest } = UNIT_LIMITS[name];
    const own = set.find((one) => one.unitId === unitId && one.name === name)?.value;
    const bound = set
      .filter((one) => one.unitId !== unitId && one.name === name)
      .reduce<number>((so, { value }) => tighter(name, so, value), loosest);
    return { name, value: tighter(name, own ?? normal, bound), bound, isSet: own !== undefined };
  });
}

export async function limitsOf(db: Db, unit: Pick<UnitRow, 'unitId' | 'path'>): Promise<UnitLimits> {
  const standing = await limitsStanding(db, unit);
  return Object.fromEntries(standing.map(({ name, value }) => [name, value])) as Record<UnitLimit, number>;
}
