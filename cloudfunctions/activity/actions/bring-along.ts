import { type AwardOutcome, postAwards } from '../../award';
import type { PersonRow } from '../../household';
import type { InputOf, OutputOf } from '../../kit/action';
import { type SharedWriteCall, sharedWrite } from '../../kit/handler';
import type { ResidentCaller } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import * as contract from '../contract/bring-along';
import { refuseAtTheDoor, refuseBringing } from '../rules';
import { familyOf, lifetimeAfter, membersAtHome, readLifetimes, readPeople } from '../services/family';
import { itemEarnedAt } from '../services/item';
import { attendanceFor, proposalFor, toAwarded, unlessCancelled } from '../services/proposal';
import { noteOf } from '../services/reach';
import { activityById } from '../store/activities';
import { attendanceOf } from '../store/attendance';
import { shownCodeOf } from '../store/shown-codes';

type Brought = OutputOf<typeof contract.bringAlong>;

async function gather(
  call: SharedWriteCall<ResidentCaller>,
  { activityId, alongIds }: InputOf<typeof contract.bringAlong>,
) {
  const { residentId } = call.caller;
  const activity = await activityById(call.db, activityId);
  if (!activity) return refuse('ACTIVITY_NOT_FOUND');
  if (activity.isCancelled) return refuse('ACTIVITY_CANCELLED');
  const atTheDoor = refuseAtTheDoor(activity);
  if (atTheDoor) return atTheDoor;
  const counted = await attendanceOf(call.world.database, activity.shortId, residentId);
  const own = counted ?? (await shownCodeOf(call.db, activityId, residentId));
  const refusal = refuseBringing(own, call.nowMs);
  if (refusal) return refusal;
  const family = familyOf(call, await readPeople(call, alongIds), alongIds);
  return isRefusal(family) ? family : { activity, self: family[0], along: family.slice(1) };
}

/** The code was shown once, for the caller's own check-in: what follows within minutes leans on that. */
async function bringAlong(call: SharedWriteCall<ResidentCaller>, input: InputOf<typeof contract.bringAlong>) {
  const gathered = await gather(call, input);
  if (isRefusal(gathered)) return gathered;
  const { activity, self, along } = gathered;
  const { caller, nowMs, request, traceId, addressHash } = call;
  const { activityId } = activity;
  const atHome = await membersAtHome(call);
  const [item, lifetimes] = await Promise.all([itemEarnedAt(call.world, activity, nowMs), readLifetimes(call, atHome)]);
  const by = { givenBy: null, isOwnHousehold: false, givingLimits: null };
  const people = along.map(({ residentId }) => residentId);
  const answer = (outcomes: readonly AwardOutcome[]): Brought => ({
    activityId,
    along: outcomes.map((outcome, i) => toAwarded(along[i] as PersonRow, outcome)),
    householdLifetime: lifetimeAfter(lifetimes, along, outcomes),
  });
  return postAwards(call.world, {
    ...{ request, caller, addressHash, traceId, nowMs, answer },
    precondition: unlessCancelled(activity),
    claims: along.map((person) => proposalFor(activity, item, person, by, nowMs)),
    notes: [noteOf(activity, { how: 'brought', people })],
    sideWrites: attendanceFor(
      people.map((residentId) => ({ residentId, how: 'brought' })),
      { activityId, recordedBy: self.residentId, atMs: nowMs },
    ),
  });
}

export const bringAlongActions = [sharedWrite(contract.bringAlong, bringAlong)];
