import { maskName, namesOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, type Refusal, refuse } from '../../kit/refusal';
import { attendance } from '../contract';
import { noteOf, reachActivity } from '../reach';
import { isStaffOf, supervises } from '../rules';
import { countsOf } from '../store/activities';
import { type Arrival, type PlaceInArrivals, pageOfArrivals } from '../store/attendance';

/** A check-in is dated when it comes in and shows when it is posted: asked again, the last seconds are told again. */
const OVERLAP_MS = 10_000;
const ARRIVALS_MAX = 500;

const CURSOR = /^(\d{1,16})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const writeCursor = ({ atMs, residentId }: Arrival) => `${atMs}.${residentId}`;

function readCursor(text: string | undefined): PlaceInArrivals | null | Refusal<'INVALID_INPUT'> {
  if (text === undefined) return null;
  const [, ms, residentId] = CURSOR.exec(text) ?? [];
  const isPlace = ms !== undefined && residentId !== undefined && Number(ms) <= 8_640_000_000_000_000;
  if (!isPlace) return refuse('INVALID_INPUT', { fields: ['input.cursor'], why: ['not one that was given out'] });
  return { atMs: Number(ms), residentId };
}

async function listArrivals(
  call: Call<RoleHolder>,
  { activityId, afterMs, cursor, masked }: InputOf<typeof attendance>,
) {
  const behind = readCursor(cursor);
  if (isRefusal(behind)) return behind;
  const reached = await reachActivity(call, activityId, supervises);
  if (isRefusal(reached)) return reached;
  const { activity, unit } = reached;
  const inFull = !masked && isStaffOf(call.caller, unit.path);
  const sinceMs = afterMs === undefined ? 0 : Math.max(0, afterMs - OVERLAP_MS);
  const [found, counts] = await Promise.all([
    pageOfArrivals(call.db, activityId, { afterMs: sinceMs, behind, limit: ARRIVALS_MAX + 1 }),
    countsOf(call.db, [activityId], null),
  ]);
  const arrivals = found.slice(0, ARRIVALS_MAX);
  const last = found.length > ARRIVALS_MAX ? arrivals.at(-1) : undefined;
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
    nextCursor: last ? writeCursor(last) : null,
    serverNowMs: call.nowMs,
  };
}

export const attendanceActions = [read(attendance, listArrivals)];
