import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import { MINUTE_MS } from '../../values/dates';
import * as contract from '../contract/attendance';
import { hintsFor, keyVersionAt } from '../rules';
import { type Reached, reachActivity } from '../services/reach';
import { withNames } from '../services/with-names';
import { countsOf } from '../store/activities';
import { arrivedSince, pacePerMinute, walkIns } from '../store/arriving';
import { pageOfArrivals } from '../store/attendance';
import { renewalsOf } from '../store/keys';

/** A check-in is dated when it comes in and shows when it is posted: asked again, the last seconds are told again. */
const OVERLAP_MS = 10_000;

/** What is longer ago nobody at the door can look at any more. */
const LATELY_MS = 15 * MINUTE_MS;

/** Many may have come within one millisecond. */
export const BY_ARRIVAL = { atMs: Millis, residentId: Id };

/** What the host sees of the door beside the list. */
async function atTheDoor({ db, nowMs }: Call<RoleHolder>, { activity, unit }: Reached) {
  const { activityId, checkIn } = activity;
  const takesSignUp = activity.signUp === 'open';
  const [renewedAtMs, perMinute, lately, walkInCount] = await Promise.all([
    renewalsOf(db, activityId),
    pacePerMinute(db, activityId, nowMs),
    arrivedSince(db, activityId, unit.path, nowMs - LATELY_MS),
    takesSignUp ? walkIns(db, activityId) : 0,
  ]);
  const hints = hintsFor(lately, takesSignUp);
  return { checkIn, keyVersion: keyVersionAt(renewedAtMs, nowMs), perMinute, hints, walkInCount };
}

async function attendance(
  call: Call<RoleHolder>,
  { activityId, afterMs, cursor, masked }: InputOf<typeof contract.attendance>,
) {
  const behind = readCursor(BY_ARRIVAL, cursor);
  if (isRefusal(behind)) return behind;
  const reached = await reachActivity(call, activityId, 'seeAttendance');
  if (isRefusal(reached)) return reached;
  const sinceMs = afterMs === undefined ? 0 : Math.max(0, afterMs - OVERLAP_MS);
  const [found, counts, door] = await Promise.all([
    pageOfArrivals(call.db, activityId, { afterMs: sinceMs, behind, limit: contract.ARRIVALS_MAX + 1 }),
    countsOf(call.db, [activityId], null),
    atTheDoor(call, reached),
  ]);
  const { page, nextCursor } = cutPage(BY_ARRIVAL, found, contract.ARRIVALS_MAX);
  const arrivals = await withNames(call, reached, page, masked);
  const { attendedCount = 0, signedUpCount = 0, waitingCount = 0 } = counts.get(activityId) ?? {};
  return {
    ...{ attendedCount, signedUpCount, waitingCount },
    ...door,
    arrivals,
    nextCursor,
    serverNowMs: call.nowMs,
  };
}

export const attendanceActions = [read(contract.attendance, attendance)];
