import { refuseWithout } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor, sortedBy } from '../../kit/cursor';
import { type Call, read } from '../../kit/handler';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf, societiesOf } from '../../organisation';
import { addDays, startOfDayMs } from '../../values/dates';
import * as contract from '../contract/held';
import { countHeld, heldActivities } from '../store/held';

async function held(call: Call<RoleHolder>, { query, sort, only, limit, ...input }: InputOf<typeof contract.held>) {
  const keys = sortedBy(sort, 'activityId');
  const last = readCursor(keys, input.cursor);
  if (isRefusal(last)) return last;
  const community = await communityOf(call.db, input.unitId);
  if (!community) return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('seeAttendance', call, { unitPath: community.path });
  if (denial) return denial;
  const today = { fromMs: startOfDayMs(call.today), untilMs: startOfDayMs(addDays(call.today, 1)) };
  const ask = { unitId: community.unitId, query, only, nowMs: call.nowMs, today };
  const found = await heldActivities(call.db, ask, { sort, behindId: last?.activityId, limit: limit + 1 });
  const { page, nextCursor } = cutPage(
    keys,
    found.map((row) => ({ ...row, ...sort })),
    limit,
  );
  const societies = await societiesOf(call.db, [...new Set(page.flatMap(({ societyId }) => societyId ?? []))]);
  const activities = page.map(({ by: _, falling: __, societyId, ...activity }) => ({
    ...activity,
    societyName: societyId ? (societies.get(societyId)?.name ?? null) : null,
  }));
  return { activities, count: await countHeld(call.db, ask), nextCursor };
}

export const heldActions = [read(contract.held, held)];
