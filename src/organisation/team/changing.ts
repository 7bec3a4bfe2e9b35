import { APPOINTERS } from '../../../cloudfunctions/values/roles';
import { HOME_LEVELS, MERGED_LEVELS, OF_COMMUNITY, type UnitChangeKind } from '../../../cloudfunctions/values/units';
import type { DataOf } from '../../api';
import { isWritten, type Problems, unless } from '../../components/form/checks';
import type { Unit } from '../units/use-units';
import type { Position } from './positions';

export type What = 'rename' | 'merge' | 'redraw';
export type Foreseen = DataOf<'household.foreseeUnits'>;

export const WHATS: readonly { key: What; word: string }[] = [
  { key: 'rename', word: '改名' },
  { key: 'merge', word: '并到别处' },
  { key: 'redraw', word: '划出住户' },
];

/** What it is called in the history of units. */
export const BECOMES = { rename: 'renamed', merge: 'merged', redraw: 'redrawn' } as const satisfies Record<
  What,
  UnitChangeKind
>;

/** A change of units as it is filled in; each kind looks at its own fields. */
export interface Changing {
  readonly what: What;
  readonly unitId?: string | undefined;
  readonly intoId?: string | undefined;
  /** None: all of them. */
  readonly householdIds?: readonly string[] | undefined;
  readonly name: string;
  readonly fromOn: string;
  readonly because: string;
}

/** A post is below what it stands in: nobody changes their own unit, but for the city, above which nobody is. */
const isBelow = ({ unitId }: Position, unit: Unit) => unit.unitId !== unitId;
const mayMerge = ({ level }: Unit) => MERGED_LEVELS.includes(level);
const hasHomes = ({ level }: Unit) => HOME_LEVELS.includes(level);

export function changeable(what: What, position: Position, units: readonly Unit[]): Unit[] {
  if (what === 'redraw') return units.filter(hasHomes);
  const below = units.filter((unit) => isBelow(position, unit) || unit.level === 'city');
  return what === 'rename' ? below : below.filter(mayMerge);
}

const aboveOf = (unit: Unit, level: Unit['level'], units: readonly Unit[]): string | undefined => {
  if (unit.level === level) return unit.unitId;
  const parent = units.find(({ unitId }) => unitId === unit.parentId);
  return parent && aboveOf(parent, level, units);
};

/** Where it can go: to another of its level near enough, or for some households to any place in the district. */
export function targetsFor(what: What, unit: Unit, units: readonly Unit[]): Unit[] {
  const around = what === 'merge' && OF_COMMUNITY.includes(unit.level) ? 'community' : 'district';
  const place = aboveOf(unit, around, units);
  return units.filter(
    (other) =>
      other.unitId !== unit.unitId &&
      (what === 'redraw' ? hasHomes(other) : other.level === unit.level) &&
      aboveOf(other, around, units) === place,
  );
}

export function problemsIn({
  what,
  unitId,
  intoId,
  householdIds,
  name,
  fromOn,
  because,
}: Changing): Problems<Changing> {
  return {
    unitId: unless(unitId !== undefined, '先选是哪一个'),
    ...(what === 'rename' && { name: unless(isWritten(name), '再写新的名称') }),
    ...(what !== 'rename' && { intoId: unless(intoId !== undefined, '再选到哪里去') }),
    householdIds: unless(householdIds?.length !== 0, '挑出要划的住户，或者选全部'),
    fromOn: unless(fromOn !== '', '再选从哪天起'),
    because: unless(isWritten(because), '再写文号，或者为什么'),
  };
}

/** Staff read the list of their households; whoever stands above redraws all of a grid. */
export const mayChoose = ({ role }: Position): boolean => role === APPOINTERS[0];
