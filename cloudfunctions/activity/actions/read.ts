import type { ItemVersion } from '../../catalogue';
import type { InputOf, OutputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import { isRefusal, refuse } from '../../kit/refusal';
import { readShared } from '../../kit/shared-read';
import { communityOf, societiesOf, unitsOf } from '../../organisation';
import { addDays, startOfDayMs } from '../../values/dates';
import * as contract from '../contract/read';
import { LONGEST_MS } from '../rules';
import { itemsEarnedAt } from '../services/item';
import { posterQrOf } from '../services/poster';
import { type ActivityRow, activitiesWithin, activityById, countsOf } from '../store/activities';
import { ACTIVITY_BY_SHORT_ID } from '../store/keys';

type Shown = OutputOf<typeof contract.get>;

/** Activities as everybody sees them: with names, what they earn, and how it stands with the caller. */
async function show(call: Call, activities: readonly ActivityRow[]): Promise<Shown[]> {
  const ids = <T>(pick: (activity: ActivityRow) => T | null) =>
    [...new Set(activities.map(pick))].filter((id): id is NonNullable<typeof id> => id !== null);
  const [units, societies, items, counts] = await Promise.all([
    unitsOf(
      call.db,
      ids((activity) => activity.unitId),
    ),
    societiesOf(
      call.db,
      ids((activity) => activity.societyId),
    ),
    itemsEarnedAt(call.db, activities, call.nowMs),
    countsOf(
      call.db,
      ids((activity) => activity.activityId),
      call.caller?.residentId ?? null,
    ),
  ]);
  return activities.map(({ createdBy: _host, gridId: _grid, societyId, ...activity }) => {
    const { name, category, points } = items.get(activity.activityId) as ItemVersion;
    const { waitingCount: _waiting, ...counted } = counts.get(activity.activityId) ?? NOBODY;
    return {
      ...activity,
      ...counted,
      posterQr: posterQrOf(call.world, activity.shortId),
      unitName: units.get(activity.unitId)?.name ?? '',
      societyName: societyId ? (societies.get(societyId)?.name ?? null) : null,
      itemName: name,
      category,
      points,
    };
  });
}
const NOBODY = { signedUpCount: 0, waitingCount: 0, attendedCount: 0, mySignUp: 'none', iAttended: false } as const;

const BY_TIME = { startsAtMs: Millis, activityId: Id };

async function list(call: Call, input: InputOf<typeof contract.list>) {
  const after = readCursor(BY_TIME, input.cursor);
  if (isRefusal(after)) return after;
  const community = await communityOf(call.db, input.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const fromDate = input.fromDate ?? call.today;
  const span = { fromMs: startOfDayMs(fromDate), untilMs: startOfDayMs(addDays(fromDate, input.days)) };
  const wanted = { ...span, longestMs: LONGEST_MS, after, limit: input.limit + 1 };
  const found = await activitiesWithin(call.db, community.unitId, wanted);
  const { page, nextCursor } = cutPage(BY_TIME, found, input.limit);
  return { today: call.today, activities: await show(call, page), nextCursor };
}

async function byShortId({ world }: Call, shortId: string): Promise<ActivityRow | null> {
  const found = await readShared(world.database, ACTIVITY_BY_SHORT_ID, shortId);
  if (!found) return null;
  const { renewedAtMs: _renewed, ...activity } = found;
  return activity;
}

async function get(call: Call, input: InputOf<typeof contract.get>) {
  const found =
    'activityId' in input ? await activityById(call.db, input.activityId) : await byShortId(call, input.shortId);
  if (!found) return refuse('ACTIVITY_NOT_FOUND');
  const [shown] = await show(call, [found]);
  return shown as Shown;
}

export const readActions = [read(contract.list, list), read(contract.get, get)];
