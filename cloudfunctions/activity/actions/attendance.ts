import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal } from '../../kit/refusal';
import * as contract from '../contract/attendance';
import { reachActivity } from '../services/reach';
import { withNames } from '../services/with-names';
import { countsOf } from '../store/activities';
import { pageOfArrivals } from '../store/attendance';

/** A check-in is dated when it comes in and shows when it is posted: asked again, the last seconds are told again. */
const OVERLAP_MS = 10_000;

/** Many may have come within one millisecond. */
export const BY_ARRIVAL = { atMs: Millis, residentId: Id };

async function attendance(
  call: Call<RoleHolder>,
  { activityId, afterMs, cursor, masked }: InputOf<typeof contract.attendance>,
) {
  const behind = readCursor(BY_ARRIVAL, cursor);
  if (isRefusal(behind)) return behind;
  const reached = await reachActivity(call, activityId, 'seeAttendance');
  if (isRefusal(reached)) return reached;
  const sinceMs = afterMs === undefined ? 0 : Math.max(0, afterMs - OVERLAP_MS);
  const [found, counts] = await Promise.all([
    pageOfArrivals(call.db, activityId, { afterMs: sinceMs, behind, limit: contract.ARRIVALS_MAX + 1 }),
    countsOf(call.db, [activityId], null),
  ]);
  const { page, nextCursor } = cutPage(BY_ARRIVAL, found, contract.ARRIVALS_MAX);
  const arrivals = await withNames(call, reached, page, masked);
  const { attendedCount = 0, signedUpCount = 0, waitingCount = 0 } = counts.get(activityId) ?? {};
  return {
    ...{ attendedCount, signedUpCount, waitingCount },
    arrivals,
    nextCursor,
    serverNowMs: call.nowMs,
  };
}

export const attendanceActions = [read(contract.attendance, attendance)];
