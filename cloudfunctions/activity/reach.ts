import type { Call } from '../kit/handler';
import { leadsSociety, type Principal } from '../kit/principal';
import { type Refusal, refuse } from '../kit/refusal';
import { type UnitRow, unitOf } from '../organisation';
import { isStaffOf } from './rules';
import { type ActivityRow, activityById } from './store/activities';

export interface Reached {
  readonly activity: ActivityRow;
  readonly unit: UnitRow;
}

/** The activity, for those who run it: its community's staff and the leader of its society. */
export async function reachActivity(
  call: Call<Principal>,
  activityId: string,
  alsoFor: (caller: Principal, communityPath: string) => boolean = () => false,
): Promise<Reached | Refusal<'ACTIVITY_NOT_FOUND' | 'NOT_ALLOWED'>> {
  const activity = await activityById(call.db, activityId);
  const unit = activity && (await unitOf(call.db, activity.unitId));
  if (!activity || !unit) return refuse('ACTIVITY_NOT_FOUND');
  const { caller } = call;
  if (!runs(caller, activity, unit) && !alsoFor(caller, unit.path))
    return refuse('NOT_ALLOWED', { because: 'outOfReach' });
  return { activity, unit };
}

const runs = (caller: Principal, { societyId }: ActivityRow, { path }: UnitRow) =>
  isStaffOf(caller, path) || leadsSociety(caller, societyId);

/** Whether the caller may have the activity's key, and so could draw its code anywhere. */
export async function holdsKey(call: Call<Principal>, activity: ActivityRow): Promise<boolean> {
  const unit = await unitOf(call.db, activity.unitId);
  return unit !== null && runs(call.caller, activity, unit);
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
