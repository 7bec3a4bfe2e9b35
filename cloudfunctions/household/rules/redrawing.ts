import { type Refusal, refuse } from '../../kit/refusal';
import { HOME_LEVELS, type Level, MERGED_LEVELS, OF_COMMUNITY, TO_COMMUNITY } from '../../values/units';

interface Unit {
  readonly unitId: string;
  readonly level: Level;
  readonly path: string;
}
const partsOf = (path: string) => path.split('/').filter(Boolean);
/** How deep the unit is in which both have to be: a community's grids are its own; communities and streets are a district's. */
const DISTRICT = TO_COMMUNITY.indexOf('district') + 1;
const COMMUNITY = TO_COMMUNITY.length;

const share = (a: Unit, b: Unit, depth: number): boolean => {
  const [one, other] = [partsOf(a.path), partsOf(b.path)];
  return one.slice(0, depth).every((part, i) => part === other[i]);
};

/** Two of one level, near enough to each other; neither is within the other. */
export function refuseMerge(unit: Unit, into: Unit): Refusal<'UNITS_APART' | 'UNIT_NOT_FOUND'> | null {
  if (!MERGED_LEVELS.includes(unit.level)) return refuse('UNIT_NOT_FOUND', { levels: [...MERGED_LEVELS] });
  const near = share(unit, into, OF_COMMUNITY.includes(unit.level) ? COMMUNITY : DISTRICT);
  return unit.unitId !== into.unitId && unit.level === into.level && near ? null : refuse('UNITS_APART');
}

/** From any place in which households are registered to another one in the same district. */
export function refuseRedrawing(unit: Unit, into: Unit): Refusal<'UNITS_APART' | 'UNIT_NOT_FOUND'> | null {
  if (![unit, into].every(({ level }) => HOME_LEVELS.includes(level)))
    return refuse('UNIT_NOT_FOUND', { levels: [...HOME_LEVELS] });
  return unit.unitId !== into.unitId && share(unit, into, DISTRICT) ? null : refuse('UNITS_APART');
}

/** Numbers that are free stay; others get the next one that the community counts itself: N0001, N0002 … */
export function numbersFor(
  homes: readonly { readonly householdId: string; readonly number: string }[],
  taken: ReadonlySet<string>,
  last: number,
): ReadonlyMap<string, string> {
  let next = last;
  return new Map(
    homes.map(({ householdId, number }) => [householdId, taken.has(number) ? householdNumber(++next) : number]),
  );
}

export const householdNumber = (n: number): string => `N${String(n).padStart(4, '0')}`;
