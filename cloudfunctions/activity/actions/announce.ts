import { type ItemVersion, itemOn, publishedItem } from '../../catalogue';
import { refuseWithout } from '../../household';
import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { societyOf, unitOf } from '../../organisation';
import * as contract from '../contract/announce';
import { activityAnnounced, activityCancelled } from '../events';
import { deedDateOf, refuseTimes } from '../rules';
import { posterQrOf } from '../services/poster';
import { noteOf, reachActivity } from '../services/reach';
import { cancelActivity, insertActivities, lockOutCheckIns } from '../store/activities';

const SHORT_ID_BYTES = 6; // eight characters: enough never to meet by chance, and no secret

/** The unit, when the caller may announce there: its staff; or the leader, for their own society only. */
async function reachToAnnounce(call: WriteCall<RoleHolder>, { unitId, societyId }: InputOf<typeof contract.create>) {
  const unit = await unitOf(call.db, unitId);
  if (unit?.level !== 'community') return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('runActivity', call, { unitPath: unit.path, societyId: societyId ?? null });
  if (denial) return denial;
  const society = societyId && (await societyOf(call.db, societyId));
  if (societyId && (!society || society.unitId !== unitId)) return refuse('SOCIETY_NOT_FOUND');
  return unit;
}

/** A check-in thanks a person, and at once: what is for households, or waits for a review, is awarded in other ways. */
function refuseItem(item: ItemVersion | null, unitId: string, onDay: ItemVersion | null, day: string) {
  if (!item || item.unitId !== unitId) return refuse('ITEM_NOT_FOUND');
  if (item.state !== 'published') return refuse('ITEM_NOT_PUBLISHED', { state: item.state });
  if (item.holderKind !== 'resident') return refuse('HOLDER_KIND_DIFFERS', { holderKind: item.holderKind });
  if (onDay?.publishedOn && day < onDay.publishedOn) return refuse('ITEM_BEGAN_LATER', { since: onDay.publishedOn });
  return item.needsReview || item.noticeDays > 0 ? refuse('NEEDS_REVIEW', { noticeDays: item.noticeDays }) : null;
}

async function create(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.create>) {
  const unit = await reachToAnnounce(call, input);
  if (isRefusal(unit)) return unit;
  const day = deedDateOf(input, call.nowMs);
  const item = await publishedItem(call.db, input.itemId);
  const onDay = await itemOn(call.db, input.itemId, day);
  const refusal = refuseTimes(input, call.nowMs) ?? refuseItem(item, unit.unitId, onDay, day);
  if (refusal) return refusal;
  if (input.capacity !== undefined && input.signUp === 'none') return refuse('CAPACITY_WITHOUT_SIGN_UP');
  const { societyId = null, capacity = null } = input;
  const activityId = newId(call.world);
  const shortId = call.world.random(SHORT_ID_BYTES).toString('base64url');
  const createdBy = call.caller.residentId;
  await insertActivities(call.db, [{ ...input, activityId, shortId, societyId, capacity, createdBy }], call.nowMs);
  call.note({ targetKind: 'activity', targetId: activityId, unitId: unit.unitId });
  const { startsAtMs, endsAtMs } = input;
  call.publish(activityAnnounced({ activityId, unitId: unit.unitId, societyId, startsAtMs, endsAtMs }));
  return { activityId, shortId, posterQr: posterQrOf(call.world, shortId) };
}

async function cancel(call: WriteCall<RoleHolder>, { activityId }: InputOf<typeof contract.cancel>) {
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const activity = await lockOutCheckIns(call.db, activityId);
  if (!activity) return refuse('ACTIVITY_NOT_FOUND');
  if (activity.isCancelled) return refuse('ACTIVITY_CANCELLED');
  if (call.nowMs >= activity.endsAtMs) return refuse('ACTIVITY_OVER', { closedAtMs: activity.endsAtMs });
  await cancelActivity(call.db, activityId, call.nowMs);
  call.note(noteOf(activity));
  call.publish(activityCancelled({ activityId, unitId: activity.unitId }));
  return { activityId };
}

export const announceActions = [write(contract.create, create), write(contract.cancel, cancel)];
