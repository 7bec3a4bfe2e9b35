import * as z from 'zod';
import { mayActFor, personsOf } from '../../household';
import type { InputOf } from '../../kit/action';
import { cutPage, readCursor } from '../../kit/cursor';
import { Id, Millis } from '../../kit/fields';
import { type Call, read, type WriteCall, write } from '../../kit/handler';
import type { ResidentCaller, RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/sign-up';
import { applySignUp, signUpState } from '../rules';
import { changePlace } from '../services/change-place';
import { reachActivity } from '../services/reach';
import { withNames } from '../services/with-names';
import { withPhones } from '../services/with-phones';
import { type ActivityRow, lockActivity } from '../store/activities';
import { countSignUps, pageOfSignUps } from '../store/sign-ups';

function refuseSignUp(activity: ActivityRow, nowMs: number) {
  if (activity.isCancelled) return refuse('ACTIVITY_CANCELLED');
  if (nowMs >= activity.endsAtMs) return refuse('ACTIVITY_OVER', { closedAtMs: activity.endsAtMs });
  return activity.signUp === 'none' ? refuse('SIGN_UP_NOT_NEEDED') : null;
}

/** Under the activity's lock, so that the last place goes to one person however many ask at once. */
async function signUp(
  call: WriteCall<ResidentCaller>,
  { activityId, residentId, coming }: InputOf<typeof contract.signUp>,
) {
  const { caller } = call;
  const who = residentId ?? caller.residentId;
  const person = (await personsOf(call.db, [who])).get(who);
  if (!person || !mayActFor(call, person)) return refuse('RESIDENT_NOT_FOUND');
  const activity = await lockActivity(call.db, activityId);
  if (!activity) return refuse('ACTIVITY_NOT_FOUND');
  const refusal = refuseSignUp(activity, call.nowMs);
  if (refusal) return refusal;
  const { nowMs } = call;
  const { listed, change, note, told } = await changePlace(call.db, activity, { residentId: who, coming, nowMs });
  call.note(note);
  for (const event of told) call.publish(event);
  return signUpState(applySignUp(listed, who, change), who);
}

/** Those with a place before those who wait; several may have come within one millisecond. */
const BY_PLACE = { state: z.enum(['signedUp', 'waiting']), atMs: Millis, residentId: Id };

async function signedUp(call: Call<RoleHolder>, input: InputOf<typeof contract.signedUp>) {
  const { activityId, masked, notArrived, cursor, limit } = input;
  const behind = readCursor(BY_PLACE, cursor);
  if (isRefusal(behind)) return behind;
  const reached = await reachActivity(call, activityId, 'seeAttendance');
  if (isRefusal(reached)) return reached;
  const found = await pageOfSignUps(call.db, activityId, { notArrived, behind, limit: limit + 1 });
  const { page, nextCursor } = cutPage(BY_PLACE, found, limit);
  const named = await withNames(call, reached, page, masked);
  const people = await withPhones(call, reached, named, input.withPhones && !masked);
  return { people, count: await countSignUps(call.db, activityId, notArrived), nextCursor };
}

export const signUpActions = [write(contract.signUp, signUp), read(contract.signedUp, signedUp)];
