import { type Level, UNIT_CODE_MAX } from '../../../cloudfunctions/values/units';
import type { Unit } from '../units/use-units';

/** How what stands below a unit is called in front of people. */
export const BELOW_WORDS: Readonly<Record<Level, string>> = {
  city: '区',
  district: '街道或镇',
  street: '社区或村',
  community: '网格',
  grid: '小组',
  group: '',
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
    if (!taken.has(code.toUpperCase())) return code.slice(0, UNIT_CODE_MAX);
  }
}
