import type { Call, WriteCall } from '../../kit/handler';
import type { ResidentCaller, RoleHolder } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import type { Db } from '../../kit/transaction';
import {
  communityOf,
  lockUnits,
  pathAround,
  refuseBelow,
  refuseEnded,
  type UnitRow,
  unitsOf,
} from '../../organisation';
import type { Role } from '../../values/roles';
import { TOLD_BY_NAME } from '../contract/redrawing';
import { numbersFor } from '../rules/redrawing';
import { type PlacedHome, placeHouseholds } from '../store/moving';
import { countPeople, type Home, homesWithin, numbersIn } from '../store/redrawing';
import { keepChanges } from './mend';
import { namesOf } from './personal/read';

interface Ask {
  readonly unitId: string;
  readonly intoUnitId: string;
  readonly householdIds?: readonly string[] | undefined;
}
export interface Units {
  readonly unit: UnitRow;
  readonly into: UnitRow;
  /** The one of `into`; null where it is a street, whose communities keep their households. */
  readonly community: UnitRow | null;
}

/** Both as they are, for a caller who stands above both. */
export async function reachUnits(
  call: Call<RoleHolder>,
  { unitId, intoUnitId }: Ask,
  refuseApart: (unit: UnitRow, into: UnitRow) => Refusal<'UNITS_APART' | 'UNIT_NOT_FOUND'> | null,
): Promise<Units | Refusal<'UNIT_NOT_FOUND' | 'UNITS_APART' | 'NOT_ALLOWED'>> {
  const found = await unitsOf(call.db, [unitId, intoUnitId]);
  const [unit, into] = [found.get(unitId), found.get(intoUnitId)];
  if (!unit || !into) return refuse('UNIT_NOT_FOUND');
  const denial =
    refuseBelow(call.caller, pathAround(unit.path, into.path)) ??
    refuseEnded(unit) ??
    refuseEnded(into) ??
    refuseApart(unit, into);
  if (denial) return denial;
  return { unit, into, community: await communityOf(call.db, into.unitId) };
}

const cameBetween = () => Object.assign(new Error('somebody was quicker'), { code: '40001' });

/**
 * Under the locks of the households and then of both units: what was decided of them before stays true, or is decided again
 * from the start.
 */
export async function lockBoth(call: WriteCall, { unit, into }: Units, homes: readonly Home[]): Promise<void> {
  const now = await lockUnits(call.db, [unit.unitId, into.unitId]);
  const isAsItWas = [unit, into].every((one, i) => now[i]?.path === one.path && now[i]?.endedOn === null);
  const known = new Set(homes.map(({ householdId }) => householdId));
  const there = await homesWithin(call.db, unit.path, false);
  if (!isAsItWas || there.some(({ householdId }) => !known.has(householdId))) throw cameBetween();
}

/** Those that would go over: not who is there already. */
export function choose(
  homes: readonly Home[],
  { into }: Units,
  householdIds: readonly string[] | undefined,
): readonly Home[] | Refusal<'HOUSEHOLD_NOT_FOUND'> {
  const wanted = householdIds && new Set(householdIds);
  const going = homes.filter(({ householdId, unitId }) => unitId !== into.unitId && (wanted?.has(householdId) ?? true));
  const known = new Set(homes.map(({ householdId }) => householdId));
  return householdIds?.some((id) => !known.has(id)) ? refuse('HOUSEHOLD_NOT_FOUND') : going;
}

/** Where each of them will be. `unitOfHome` says in which grid or group; with a street all stay where they are. */
export async function placesFor(
  db: Db,
  homes: readonly Home[],
  { community }: Pick<Units, 'community'>,
  unitOfHome: (home: Home) => string,
): Promise<readonly PlacedHome[]> {
  if (!community) return homes;
  const communityId = community.unitId;
  const coming = homes.filter((home) => home.communityId !== communityId);
  const from = [...new Set(coming.map((home) => home.communityId))];
  const { taken, last } = await numbersIn(
    db,
    from,
    communityId,
    coming.map(({ number }) => number),
  );
  const numbers = numbersFor(coming, taken, last);
  return homes.map((home) => ({
    ...{ householdId: home.householdId, communityId, unitId: unitOfHome(home) },
    number: numbers.get(home.householdId) ?? home.number,
  }));
}

export async function moveHomes(
  call: WriteCall<ResidentCaller>,
  homes: readonly Home[],
  places: readonly PlacedHome[],
  { changeId, fromOn }: { readonly changeId: string; readonly fromOn: string },
): Promise<void> {
  if (homes.length === 0) return;
  await placeHouseholds(call.db, places, fromOn);
  const told = homes.flatMap(({ householdId, endedOn }) =>
    endedOn ? [] : [{ kind: 'redrawn' as const, residentId: null, householdId, unitChangeId: changeId }],
  );
  await keepChanges(call, told);
}

export const living = (homes: readonly Home[]) => homes.filter(({ endedOn }) => endedOn === null);

const NOTHING_ELSE = { ended: [], carried: [], renamed: [], applications: 0 };
export interface Else {
  readonly ended: readonly unknown[];
  readonly carried: readonly { readonly residentId: string; readonly role: Role }[];
  readonly renamed: readonly { readonly before: string; readonly name: string }[];
  readonly applications: number;
}

export async function describeOutcome(
  call: Call,
  homes: readonly Home[],
  places: readonly PlacedHome[],
  { ended, carried, renamed, applications }: Else = NOTHING_ELSE,
) {
  const there = living(homes);
  const numbers = new Map(places.map(({ householdId, number }) => [householdId, number]));
  const told = carried.slice(0, TOLD_BY_NAME);
  const names = await namesOf(
    call.world,
    call.db,
    told.map(({ residentId }) => residentId),
  );
  return {
    households: there.length,
    people: await countPeople(
      call.db,
      there.map(({ householdId }) => householdId),
    ),
    renumbered: there.filter(({ householdId, number }) => numbers.get(householdId) !== number).length,
    carried: told.map(({ residentId, role }) => ({ residentId, name: names.get(residentId) ?? '', role })),
    rolesEnded: ended.length,
    renamed: renamed.slice(0, TOLD_BY_NAME).map(({ before, name }) => ({ before, name })),
    applications,
  };
}
