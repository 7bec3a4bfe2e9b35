import { maskName, namesOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import { isRefusal } from '../../kit/refusal';
import { attendance } from '../contract';
import { noteOf, reachActivity } from '../reach';
import { isStaffOf, supervises } from '../rules';
import { countsOf } from '../store/activities';
import { arrivalsAfter } from '../store/attendance';

/** A check-in is dated when it comes in and shows when it is posted: asked again, the last seconds are told again. */
const OVERLAP_MS = 10_000;
const ARRIVALS_MAX = 500;

async function listArrivals(call: Call, { activityId, afterMs, masked }: InputOf<typeof attendance>) {
  const reached = await reachActivity(call, activityId, supervises);
  if (isRefusal(reached)) return reached;
  const { activity, unit, caller } = reached;
  const inFull = !masked && isStaffOf(caller, unit.path);
  const sinceMs = afterMs === undefined ? 0 : Math.max(0, afterMs - OVERLAP_MS);
  const [arrivals, counts] = await Promise.all([
    arrivalsAfter(call.db, activityId, sinceMs, ARRIVALS_MAX),
    countsOf(call.db, [activityId], null),
  ]);
  const names = await namesOf(
    call.world,
    call.db,
    arrivals.map((arrival) => arrival.residentId),
  );
  if (inFull) call.note(noteOf(activity, { names: arrivals.length }));
  const nameOf = (residentId: string) => {
    const name = names.get(residentId) ?? '';
    return inFull ? name : maskName(name);
  };
  const { attendedCount = 0, signedUpCount = 0, waitingCount = 0 } = counts.get(activityId) ?? {};
  return {
    ...{ attendedCount, signedUpCount, waitingCount },
    arrivals: arrivals.map((arrival) => ({ ...arrival, name: nameOf(arrival.residentId) })),
    serverNowMs: call.nowMs,
  };
}

export const attendanceActions = [read(attendance, listArrivals)];
