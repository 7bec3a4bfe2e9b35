import type { InputOf } from '../../kit/action';
import { type Call, read, write } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { foreseeMerge, keepUnitChanges, mergeUnit, refuseChangeDay } from '../../organisation';
import * as contract from '../contract/redrawing';
import { refuseMerge, refuseRedrawing } from '../rules/redrawing';
import { keepChanges, type Mending } from '../services/mend';
import {
  choose,
  describeOutcome,
  living,
  lockBoth,
  moveHomes,
  placesFor,
  reachUnits,
  type Units,
} from '../services/redraw';
import { lockRoster } from '../store/numbers';
import { countApplications, type Home, handOverWaiting, homesWithin } from '../store/redrawing';

type Foreseen = Awaited<ReturnType<typeof foreseeMerge>>;

/** In a grid or group of a merged community they stay: it goes over with them. */
const unitAfterMerge =
  ({ unit, into }: Units) =>
  ({ unitId }: Home) =>
    unitId === unit.unitId ? into.unitId : unitId;

const renamedOf = ({ units, societies, providers }: Pick<Foreseen, 'units' | 'societies' | 'providers'>) => [
  ...units,
  ...societies,
  ...providers,
];

async function foreseeUnits(call: Call<RoleHolder>, input: InputOf<typeof contract.foreseeUnits>) {
  const isMerge = input.kind === 'merged';
  const units = await reachUnits(call, input, isMerge ? refuseMerge : refuseRedrawing);
  if (isRefusal(units)) return units;
  const homes = await homesWithin(call.db, units.unit.path, false);
  if (!isMerge) {
    const going = choose(homes, units, input.householdIds);
    if (isRefusal(going)) return going;
    return describeOutcome(call, going, await placesFor(call.db, going, units, () => units.into.unitId));
  }
  const foreseen = await foreseeMerge(call, units);
  const applications = await countApplications(call.db, units.unit.unitId);
  const places = await placesFor(call.db, homes, units, unitAfterMerge(units));
  return describeOutcome(call, homes, places, { ...foreseen, renamed: renamedOf(foreseen), applications });
}

/** All who live there, under their locks and then those of both units; numbers are given out in one community at a time. */
async function lockHomes(call: Mending, units: Units): Promise<readonly Home[]> {
  if (units.community) await lockRoster(call.db, units.community.unitId);
  const homes = await homesWithin(call.db, units.unit.path, units.community !== null);
  await lockBoth(call, units, homes);
  return homes;
}

async function mergeUnits(
  call: Mending,
  { fromOn = call.today, because, ...ask }: InputOf<typeof contract.mergeUnits>,
) {
  const units = await reachUnits(call, ask, refuseMerge);
  if (isRefusal(units)) return units;
  const late = refuseChangeDay(fromOn, call.today);
  if (late) return late;
  const { unit, into } = units;
  const homes = await lockHomes(call, units);
  const applications = await countApplications(call.db, unit.unitId);
  const places = await placesFor(call.db, homes, units, unitAfterMerge(units));
  const merged = await mergeUnit(call, { unit, into, households: living(homes).length, fromOn, because });
  if (units.community) await moveHomes(call, homes, places, { changeId: merged.changeId, fromOn });
  await handOverWaiting(call.db, unit.unitId, into.unitId);
  await tellCarried(call, merged.carried, merged.changeId);
  return describeOutcome(call, homes, places, { ...merged, renamed: renamedOf(merged), applications });
}

/** Whose post it is now in the successor reads so, beside what their own household is told. */
async function tellCarried(call: Mending, carried: Foreseen['carried'], unitChangeId: string): Promise<void> {
  const ids = [...new Set(carried.map(({ residentId }) => residentId))];
  await keepChanges(
    call,
    ids.map((residentId) => ({ kind: 'roleCarried', residentId, householdId: null, unitChangeId })),
  );
}

async function redrawUnit(
  call: Mending,
  { fromOn = call.today, because, householdIds, ...ask }: InputOf<typeof contract.redrawUnit>,
) {
  const units = await reachUnits(call, ask, refuseRedrawing);
  if (isRefusal(units)) return units;
  const late = refuseChangeDay(fromOn, call.today);
  if (late) return late;
  const { unit, into } = units;
  const homes = await lockHomes(call, units);
  const going = choose(homes, units, householdIds);
  if (isRefusal(going)) return going;
  const places = await placesFor(call.db, going, units, () => into.unitId);
  const households = living(going).length;
  const change = { kind: 'redrawn' as const, unit, toUnitId: into.unitId, households, fromOn, because };
  const [changeId = ''] = await keepUnitChanges(call, [change]);
  await moveHomes(call, going, places, { changeId, fromOn });
  return describeOutcome(call, going, places);
}

export const redrawingActions = [
  read(contract.foreseeUnits, foreseeUnits),
  write(contract.mergeUnits, mergeUnits),
  write(contract.redrawUnit, redrawUnit),
];
