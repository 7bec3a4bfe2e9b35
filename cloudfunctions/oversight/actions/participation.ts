import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { reachCommunity, reachUnit, type UnitRow, unitsBelow, unitsOf } from '../../organisation';
import { WITHOUT_POINTS } from '../../values/participation';
import { SUPERVISORS } from '../../values/roles';
import { TO_COMMUNITY } from '../../values/units';
import * as contract from '../contract/participation';
import { figuresByUnit, figuresOf, monthsUpTo, withRest } from '../rules';
import { figuresFor } from '../services/figures';
import { categoriesIn, withoutPointsIn } from '../store/community';
import { countMonth } from '../store/counts';

type Asked = InputOf<typeof contract.participation>;
const BY_UNIT = { unitId: Id };

const isMeant =
  ({ setting, stage }: Asked['only']) =>
  (unit: UnitRow) =>
    (!setting || unit.setting === setting) && (!stage || unit.stage === stage);

/** One that was merged into another is among those of the months in which it was there; a community is itself alone. */
const wasThere =
  (top: UnitRow, since: string) =>
  ({ unitId, endedOn }: UnitRow) =>
    top.level === 'community' ? unitId === top.unitId : endedOn === null || endedOn > since;

/** From the one that the page before ended with; a unit that has gone since begins anew. */
const startOf = (units: readonly UnitRow[], afterId: string | undefined) =>
  units.findIndex(({ unitId }) => unitId === afterId) + 1;

async function participation(call: Call<RoleHolder>, input: Asked) {
  const after = readCursor(BY_UNIT, input.cursor);
  if (isRefusal(after)) return after;
  const top = await reachUnit(call, input.unitId, SUPERVISORS);
  if (isRefusal(top)) return top;
  if (!TO_COMMUNITY.some((level) => level === top.level))
    return refuse('UNIT_NOT_FOUND', { levels: [...TO_COMMUNITY] });
  const asked = monthsUpTo(call.today, input.monthsBack, input.months);
  const units = (await unitsBelow(call.db, top.path, 'community'))
    .filter(isMeant(input.only))
    .filter(wasThere(top, asked[0]?.from ?? call.today));
  const unitIds = units.map(({ unitId }) => unitId);
  const { counted, months, countedAtMs } = await figuresFor(call.db, unitIds, asked, call.nowMs);
  const of = figuresByUnit(counted, months);
  const beside = units.flatMap(({ parentId, successorId }) => [parentId ?? [], successorId ?? []].flat());
  const named = await unitsOf(call.db, [...new Set(beside)]);
  const nameOf = (id: string | null) => named.get(id ?? '')?.name;
  const { page, nextCursor } = cutPage(BY_UNIT, units.slice(startOf(units, after?.unitId)), input.limit);
  return {
    units: page.map(({ unitId, parentId, successorId, code, name, setting, stage, tags, startedOn }) => ({
      ...{ unitId, code, name, above: nameOf(parentId) ?? '', setting, stage, startedOn },
      mergedInto: nameOf(successorId) ?? null,
      ...{ tags: [...tags], months: of(unitId) },
    })),
    count: units.length,
    months: figuresOf(counted, months),
    countedAtMs,
    communitiesWithPoints: units.filter(({ unitId }) => (of(unitId).slice(-1)[0]?.personTimes ?? 0) > 0).length,
    isDemo: top.isDemo,
    nextCursor,
  };
}

async function community(call: Call<RoleHolder>, { unitId, monthsBack }: InputOf<typeof contract.community>) {
  const unit = await reachCommunity(call, unitId, SUPERVISORS);
  if (isRefusal(unit)) return unit;
  const months = monthsUpTo(call.today, monthsBack, 1);
  const [month] = months;
  if (!month) throw new Error('there is always a present month');
  const [counts, categories, without] = await Promise.all([
    countMonth(call.db, [unitId], month),
    categoriesIn(call.db, unitId, month),
    withoutPointsIn(call.db, unitId, month),
  ]);
  const [counted] = figuresOf(counts, months);
  if (!counted) throw new Error('a month that was asked for was not counted');
  return {
    counted,
    ...withRest(categories, contract.CATEGORIES_MAX),
    withoutPoints: WITHOUT_POINTS.flatMap((because) => without.filter((one) => one.because === because)),
  };
}

export const participationActions = [read(contract.participation, participation), read(contract.community, community)];
