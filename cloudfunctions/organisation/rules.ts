import type { HeldRole, Principal } from '../kit/principal';
import { type Refusal, refuse } from '../kit/refusal';
import { addDays } from '../values/dates';
import { GRANTERS, type Role } from '../values/roles';
import { FITTING_LEVELS, type Level, UNIT_CHANGE_DAYS } from '../values/units';

/** The caller's role by which they may give or end `role` in the unit at `unitPath`; null when there is none. */
export function grantingRole(caller: Pick<Principal, 'roles'>, role: Role, unitPath: string): HeldRole | null {
  const may: readonly Role[] = GRANTERS[role];
  return caller.roles.find((held) => may.includes(held.role) && unitPath.startsWith(held.unitPath)) ?? null;
}

/** A role to be given, with what the database knows of the unit, provider and society that the caller named. */
export interface GrantAsk {
  readonly residentId: string;
  readonly role: Role;
  readonly unit: { readonly unitId: string; readonly level: Level; readonly path: string };
  readonly provider: { readonly isNamed: boolean; readonly unitPath: string | null };
  readonly society: { readonly isNamed: boolean; readonly unitId: string | null };
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly today: string;
}

export type GrantRefusal =
  | 'NOT_ALLOWED'
  | 'INVALID_INPUT'
  | 'ROLE_NEEDS_OTHER_LEVEL'
  | 'PROVIDER_NOT_FOUND'
  | 'SOCIETY_NOT_FOUND'
  | 'DATES_REVERSED';

/** The role under which the caller gives this one, or why not. Dates are Asia/Shanghai; the last one still counts. */
export function decideGrant(caller: Principal, ask: GrantAsk): HeldRole | Refusal<GrantRefusal> {
  const by = grantingRole(caller, ask.role, ask.unit.path);
  if (!by) return refuse('NOT_ALLOWED', { because: 'notAbove', role: ask.role });
  if (caller.residentId === ask.residentId) return refuse('NOT_ALLOWED', { because: 'self' });
  const fitting = FITTING_LEVELS[ask.role];
  if (!fitting.includes(ask.unit.level)) return refuse('ROLE_NEEDS_OTHER_LEVEL', { levels: fitting });
  return refuseWrongProvider(ask) ?? refuseWrongSociety(ask) ?? refuseWrongDates(ask) ?? by;
}

/** A clerk verifies for one provider, who must stand in the unit itself or above it. */
function refuseWrongProvider({ role, provider, unit }: GrantAsk) {
  if (role !== 'providerClerk') return provider.isNamed ? notFor('providerId', role) : null;
  const reachesUnit = provider.unitPath !== null && unit.path.startsWith(provider.unitPath);
  return reachesUnit ? null : refuse('PROVIDER_NOT_FOUND');
}

function refuseWrongSociety({ role, society, unit }: GrantAsk) {
  if (role !== 'societyLeader') return society.isNamed ? notFor('societyId', role) : null;
  return society.unitId === unit.unitId ? null : refuse('SOCIETY_NOT_FOUND');
}

/** A role that would be over before it begins is a slip of the pen too. */
function refuseWrongDates({ validFrom, validUntil, today }: GrantAsk) {
  if (validUntil === null || (validUntil >= validFrom && validUntil >= today)) return null;
  return refuse('DATES_REVERSED', { validFrom, validUntil, today });
}

const notFor = (field: string, role: Role) =>
  refuse('INVALID_INPUT', { fields: [`input.${field}`], why: [`not for ${role}`] });

interface Placed {
  readonly level: Level;
  readonly path: string;
}
/** Where somebody must hold a role to say what a unit is: right above it; a city has nobody above. */
export const pathAbove = ({ level, path }: Placed): string =>
  level === 'city' ? path : path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);

/** The lowest unit in which both are, itself one of the two where the other stands below it. */
export function pathAround(a: string, b: string): string {
  const [one, other] = [a.split('/'), b.split('/')];
  const apart = one.findIndex((part, i) => part !== other[i]);
  return apart < 0 ? a : `${one.slice(0, apart).join('/')}/`;
}

/** A document comes first and is entered later. */
export function refuseChangeDay(fromOn: string, today: string): Refusal<'UNIT_CHANGE_DAY'> | null {
  const oldest = addDays(today, -UNIT_CHANGE_DAYS);
  return fromOn < oldest || fromOn > today ? refuse('UNIT_CHANGE_DAY', { oldest, newest: today }) : null;
}

interface Called {
  readonly id: string;
  readonly name: string;
}
/**
 * Who comes to stand beside others of the same name is called after where they come from: 第一网格 becomes 六合村第一网格.
 * Answers with those that have to be renamed, each with its new name, at most `longest` characters.
 */
export function renamedBeside(
  coming: readonly Called[],
  there: readonly string[],
  from: string,
  longest: number,
): readonly Called[] {
  const taken = new Set([...there, ...coming.map(({ name }) => name)]);
  return coming.flatMap(({ id, name }) => {
    if (!there.includes(name)) return [];
    const free = freeName(`${from}${name}`, taken, longest);
    taken.add(free);
    return { id, name: free };
  });
}

function freeName(wanted: string, taken: ReadonlySet<string>, longest: number): string {
  for (let n = 1; ; n++) {
    const ending = n === 1 ? '' : `（${n}）`;
    const name = `${[...wanted].slice(0, longest - ending.length).join('')}${ending}`;
    if (!taken.has(name)) return name;
  }
}
