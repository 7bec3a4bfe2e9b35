import { BY_RANK } from '../../../cloudfunctions/values/roles';
import { type Level, TO_COMMUNITY } from '../../../cloudfunctions/values/units';
import type { DataOf } from '../../api';
import { ROLE_WORDS } from '../../session/work';
import { dayWords, fullDayWords } from '../../words/dates';
import type { Unit } from '../units/use-units';
import { byId, chainOf, placeName } from './places';
import { mayGive, type Position } from './positions';

export type Held = DataOf<'organisation.roles'>['roles'][number];
export interface Section {
  readonly unit: Unit;
  readonly held: readonly Held[];
}

const IN_COMMUNITIES: readonly Level[] = ['community', 'grid'];
/**
 * Who holds what, in the order of the units: an admin's by the community and its grids, a supervisor's by the communities
 * and what stands above them.
 */
export function sectionsOf(held: readonly Held[], ordered: readonly Unit[], position: Position): Section[] {
  const heads = position.role === 'communityAdmin' ? IN_COMMUNITIES : TO_COMMUNITY;
  const units = byId(ordered);
  const at = new Map(ordered.map(({ unitId }, index) => [unitId, index]));
  const rank = (one: Held) => (at.get(one.unitId) ?? 0) * BY_RANK.length + BY_RANK.indexOf(one.role);
  const headOf = (one: Held) => chainOf(one.unitId, units).find(({ level }) => heads.includes(level))?.unitId;
  const sorted = [...held].sort((a, b) => rank(a) - rank(b));
  return ordered
    .map((unit) => ({ unit, held: sorted.filter((one) => headOf(one) === unit.unitId) }))
    .filter((section) => section.held.length > 0);
}

/** 核销员 · 东门书店; 小组长 · 6组: the role, with what it is for where the heading does not say it. */
export function dutyWords(held: Held, section: Unit, units: ReadonlyMap<string, Unit>, partner: string | undefined) {
  const where = held.unitId === section.unitId ? '' : nameWithin(held.unitId, section, units);
  return [ROLE_WORDS[held.role], partner, where].filter(Boolean).join(' · ');
}

const nameWithin = (unitId: string, section: Unit, units: ReadonlyMap<string, Unit>) =>
  section.level === 'grid' ? (units.get(unitId)?.name ?? '') : placeName(unitId, units);

const near = (date: string, today: string) =>
  date.slice(0, 4) === today.slice(0, 4) ? dayWords(date) : fullDayWords(date);

/** 从 3月5日 起; 从 3月5日 起，到 12月31日 止. Days of another year are told with it. */
export function termWords({ validFrom, validUntil }: Pick<Held, 'validFrom' | 'validUntil'>, today: string): string {
  const from = `从 ${near(validFrom, today)} 起`;
  return validUntil ? `${from}，到 ${near(validUntil, today)} 止` : from;
}

/** Listed, but not yet in force. */
export const isAhead = ({ validFrom }: Pick<Held, 'validFrom'>, today: string) => validFrom > today;
/** The server decides again; here only so that nobody is offered what it will refuse. */
export const mayEnd = (position: Position, { role }: Pick<Held, 'role'>) => mayGive(position, role);

/** One who holds a role, as it is told. */
export interface Line {
  readonly held: Held;
  readonly roleId: string;
  readonly name: string;
  readonly duty: string;
  readonly place: string;
  readonly term: string;
  readonly ahead: boolean;
  readonly own: boolean;
}
interface Known {
  readonly names: { readonly nameOf: (id: string | null) => string | undefined };
  readonly unitsById: ReadonlyMap<string, Unit>;
}

export function lineOf(
  held: Held,
  section: Unit,
  { names, unitsById }: Known,
  { own, today }: { own: string | undefined; today: string },
): Line {
  return {
    ...{ held, roleId: held.roleId, place: section.name, own: held.residentId === own },
    name: names.nameOf(held.residentId) ?? '一位居民',
    duty: dutyWords(held, section, unitsById, names.nameOf(held.providerId ?? held.societyId)),
    ...{ term: termWords(held, today), ahead: isAhead(held, today) },
  };
}
