import { hasRight, refuseWithout } from '../../household';
import type { Call } from '../../kit/handler';
import type { Principal } from '../../kit/principal';
import { type Refusal, refuse } from '../../kit/refusal';
import { type UnitRow, unitOf } from '../../organisation';
import { type ActivityRow, activityById } from '../store/activities';

export interface Reached {
  readonly activity: ActivityRow;
  readonly unit: UnitRow;
}

/** The activity, for those who run it, or also for those who may see who came. */
export async function reachActivity(
  call: Call<Principal>,
  activityId: string,
  to: 'runActivity' | 'helpAt' | 'seeAttendance' = 'runActivity',
): Promise<Reached | Refusal<'ACTIVITY_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const activity = await activityById(call.db, activityId);
  const unit = activity && (await unitOf(call.db, activity.unitId));
  if (!activity || !unit) return refuse('ACTIVITY_NOT_FOUND');
  return refuseWithout(to, call, await targetOf(call, activity, unit)) ?? { activity, unit };
}

/** What its holder's rights are held against: the grid that holds it, or the community; and the society. */
async function targetOf({ db }: Call, { gridId, societyId }: ActivityRow, { path }: UnitRow) {
  const grid = gridId && (await unitOf(db, gridId));
  return { unitPath: grid ? grid.path : path, societyId };
}

/** Whether the caller may have the activity's key, and so could draw its code anywhere. */
export async function holdsKey(call: Call<Principal>, activity: ActivityRow): Promise<boolean> {
  if (call.caller.roles.length === 0) return false;
  const unit = await unitOf(call.db, activity.unitId);
  return unit !== null && hasRight(call, 'runActivity', await targetOf(call, activity, unit));
}

/** What the audit log says of a deed at an activity. */
export const noteOf = (
  activity: ActivityRow,
  detail: Readonly<Record<string, string | number | readonly string[]>> = {},
) => ({
  targetKind: 'activity',
  targetId: activity.activityId,
  unitId: activity.unitId,
  detail,
});
