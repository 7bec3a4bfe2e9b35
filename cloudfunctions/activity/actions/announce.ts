import { type ItemVersion, itemOn, publishedItem } from '../../catalogue';
import { refuseWithout } from '../../household';
import type { InputOf } from '../../kit/action';
import { type WriteCall, write } from '../../kit/handler';
import { newId } from '../../kit/ids';
import type { RoleHolder } from '../../kit/principal';
import { isRefusal, refuse } from '../../kit/refusal';
import { communityOf, refuseEnded, societyOf, unitOf } from '../../organisation';
import { DAY_MS } from '../../values/dates';
import * as contract from '../contract/announce';
import { activityAnnounced, activityCancelled, activityChanged, signUpChanged } from '../events';
import { changesOf, deedDateOf, movesUp, refuseChange, refuseTimes } from '../rules';
import { posterQrOf } from '../services/poster';
import { noteOf, reachActivity } from '../services/reach';
import {
  cancelActivity,
  changeActivity,
  countsOf,
  insertActivities,
  lockOutCheckIns,
  type NewActivity,
} from '../store/activities';
import { moveUp, signUpsOf } from '../store/sign-ups';

const WEEK_MS = 7 * DAY_MS;
const SHORT_ID_BYTES = 6; // eight characters: enough never to meet by chance, and no secret

/**
 * The community and its grid, when the caller may announce there: the office for all of it, a grid worker for their grid. Which
 * item a society's activity earns is the community's choice, until it delegates some to the leader.
 */
async function reachToAnnounce(call: WriteCall<RoleHolder>, { unitId, societyId }: InputOf<typeof contract.create>) {
  const asked = await unitOf(call.db, unitId);
  const unit = asked && (await communityOf(call.db, unitId));
  if (!asked || !unit) return refuse('UNIT_NOT_FOUND');
  const denial = refuseWithout('announceActivity', call, { unitPath: asked.path }) ?? refuseEnded(asked);
  if (denial) return denial;
  const society = societyId && (await societyOf(call.db, societyId));
  if (societyId && (!society || society.unitId !== unit.unitId)) return refuse('SOCIETY_NOT_FOUND');
  return { unit, gridId: asked.unitId === unit.unitId ? null : asked.unitId };
}

/** A check-in thanks a person, and at once: what is for households, or waits for a review, is awarded in other ways. */
function refuseItem(item: ItemVersion | null, unitId: string, onDay: ItemVersion | null, day: string) {
  if (!item || item.unitId !== unitId) return refuse('ITEM_NOT_FOUND');
  if (item.state !== 'published') return refuse('ITEM_NOT_PUBLISHED', { state: item.state });
  if (item.holderKind !== 'resident') return refuse('HOLDER_KIND_DIFFERS', { holderKind: item.holderKind });
  return refuseDay(onDay, day) ?? refuseReview(item);
}

/** An item counts from its first day. */
function refuseDay(onDay: ItemVersion | null, day: string) {
  return onDay?.publishedOn && day < onDay.publishedOn
    ? refuse('ITEM_BEGAN_LATER', { since: onDay.publishedOn })
    : null;
}

/** A check-in knows neither a grade nor how long. */
function refuseReview(item: ItemVersion) {
  if (item.grades.length > 0 || item.perHalfHours !== null) return refuse('NOT_BY_CHECK_IN');
  return item.needsReview || item.noticeDays > 0 ? refuse('NEEDS_REVIEW', { noticeDays: item.noticeDays }) : null;
}

async function create(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.create>) {
  const reached = await reachToAnnounce(call, input);
  if (isRefusal(reached)) return reached;
  const { unit, gridId } = reached;
  const day = deedDateOf(input, call.nowMs);
  const item = await publishedItem(call.db, input.itemId);
  const onDay = await itemOn(call.db, input.itemId, day);
  const refusal = refuseTimes(input, call.nowMs) ?? refuseItem(item, unit.unitId, onDay, day);
  if (refusal) return refusal;
  if (input.capacity !== undefined && input.signUp === 'none') return refuse('CAPACITY_WITHOUT_SIGN_UP');
  const announced = Array.from({ length: input.weeks }, (_, week) =>
    oneOf(call, { ...input, unitId: unit.unitId, gridId }, week * WEEK_MS),
  );
  await insertActivities(call.db, announced, call.nowMs);
  for (const { activityId, unitId, societyId, startsAtMs, endsAtMs } of announced) {
    call.note({ targetKind: 'activity', targetId: activityId, unitId });
    call.publish(activityAnnounced({ activityId, unitId, societyId, startsAtMs, endsAtMs }));
  }
  const [{ activityId, shortId }] = announced as [NewActivity];
  const activityIds = announced.map((one) => one.activityId);
  return { activityId, shortId, posterQr: posterQrOf(call.world, shortId), activityIds };
}

/** The one of a later week. Shanghai knows no daylight saving: a week is as long as any other. */
type Held = InputOf<typeof contract.create> & Pick<NewActivity, 'gridId'>;
function oneOf(call: WriteCall<RoleHolder>, input: Held, laterMs: number): NewActivity {
  const { societyId = null, capacity = null, startsAtMs, endsAtMs } = input;
  return {
    ...input,
    ...{ societyId, capacity, createdBy: call.caller.residentId },
    activityId: newId(call.world),
    shortId: call.world.random(SHORT_ID_BYTES).toString('base64url'),
    startsAtMs: startsAtMs + laterMs,
    endsAtMs: endsAtMs + laterMs,
  };
}

/** Under the lock that lets nobody in meanwhile: a check-in is decided by the times that stand. */
async function change(call: WriteCall<RoleHolder>, input: InputOf<typeof contract.change>) {
  const { activityId, capacity = null, ...plan } = input;
  const reached = await reachActivity(call, activityId);
  if (isRefusal(reached)) return reached;
  const activity = await lockOutCheckIns(call.db, activityId);
  const counts = (await countsOf(call.db, [activityId], null)).get(activityId);
  if (!activity || !counts) return refuse('ACTIVITY_NOT_FOUND');
  const wanted = { ...plan, capacity };
  const day = deedDateOf(wanted, call.nowMs);
  const onDay = await itemOn(call.db, activity.itemId, day);
  const refusal = refuseChange(activity, wanted, counts, call.nowMs) ?? refuseDay(onDay, day);
  if (refusal) return refusal;
  const changes = changesOf(activity, wanted);
  await changeActivity(call.db, activityId, wanted, changes, call.nowMs);
  const movedUp = plan.signUp === 'open' ? movesUp(await signUpsOf(call.db, activityId), capacity) : [];
  await moveUp(call.db, activityId, movedUp);
  call.note(noteOf(activity, { time: String(changes.time), place: String(changes.place), movedUp }));
  if (changes.time || changes.place) call.publish(activityChanged({ activityId, unitId: activity.unitId, ...changes }));
  for (const residentId of movedUp) call.publish(signUpChanged({ activityId, residentId, state: 'signedUp' }));
  return { activityId, movedUpCount: movedUp.length };
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

export const announceActions = [
  write(contract.create, create),
  write(contract.change, change),
  write(contract.cancel, cancel),
];
