import type { Role } from '../../../cloudfunctions/values/roles';
import type { Unit } from '../units/use-units';

export type Level = Unit['level'];

/** Where a role makes sense, as the server decides it (organisation/rules). */
export const LEVELS_OF: Readonly<Record<Role, readonly Level[]>> = {
  citySupervisor: ['city'],
  districtSupervisor: ['district'],
  communityAdmin: ['community'],
  communityStaff: ['community'],
  gridWorker: ['grid', 'community'],
  groupLeader: ['group'],
  societyLeader: ['community'],
  providerClerk: ['community', 'street', 'district', 'city'],
};

/** What a unit can have below it, and how that is called in front of people. */
export const BELOW: Readonly<Record<Level, { readonly level: Level; readonly word: string } | null>> = {
  city: { level: 'district', word: '区' },
  district: { level: 'street', word: '街道或镇' },
  street: { level: 'community', word: '社区或村' },
  community: { level: 'grid', word: '网格' },
  grid: { level: 'group', word: '小组' },
  group: null,
};

/** Every unit right before what stands below it; beside each other they keep the order in which they came, by code. */
export function inOrder(units: readonly Unit[]): Unit[] {
  const known = new Set(units.map(({ unitId }) => unitId));
  const below = (parentId: string): Unit[] =>
    units.filter((unit) => unit.parentId === parentId).flatMap((unit) => [unit, ...below(unit.unitId)]);
  const tops = units.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return tops.flatMap((top) => [top, ...below(top.unitId)]);
}

/** The unit and what stands above it, nearest first. */
export function chainOf(unitId: string, units: ReadonlyMap<string, Unit>): Unit[] {
  const unit = units.get(unitId);
  if (!unit) return [];
  return [unit, ...(unit.parentId ? chainOf(unit.parentId, units) : [])];
}

export const byId = (units: readonly Unit[]): ReadonlyMap<string, Unit> =>
  new Map(units.map((unit) => [unit.unitId, unit]));

/** 第一网格6组: a group is known by its grid, since every grid has a 6组. */
export function placeName(unitId: string, units: ReadonlyMap<string, Unit>): string {
  const [unit, above] = chainOf(unitId, units);
  if (!unit) return '';
  return unit.level === 'group' && above ? `${above.name}${unit.name}` : unit.name;
}

/** Where a unit is, for somebody who chooses among many: 东门街道 of 浏河社区. Nothing right below the `top` one looks after. */
export function whereabouts(unit: Unit, units: ReadonlyMap<string, Unit>, top: string | undefined): string {
  const [, ...above] = chainOf(unit.unitId, units);
  const [next] = unit.level === 'group' ? above.slice(1) : above;
  return next && next.unitId !== top ? next.name : '';
}

/** The next free code below a unit, as the codes beside it are written: 420001-01-02 after 420001-01-01. */
export function nextCode(parent: Unit, units: readonly Unit[]): string {
  const taken = new Set(units.map(({ code }) => code.toUpperCase()));
  const beside = units.filter(({ parentId }) => parentId === parent.unitId).length;
  for (let n = beside + 1; ; n++) {
    const code = `${parent.code}-${String(n).padStart(2, '0')}`;
    if (!taken.has(code.toUpperCase())) return code.slice(0, 30);
  }
}
