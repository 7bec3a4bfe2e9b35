import { handOverWaiting } from '../../award';
import { personChanged } from '../../household';
import { writeAudit } from '../../kit/audit';
import { newId } from '../../kit/ids';
import type { PublishedEvent } from '../../kit/outbox/event';
import { publishEvents } from '../../kit/outbox/publish';
import { readEvents } from '../../kit/outbox/read';
import { runOn } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { unitChanged } from '../../organisation';
import { signUpChanged } from '../events';
import { decideSignUp } from '../rules';
import { handOverActivities, lockActivity } from '../store/activities';
import { moveUp, openSignUpsOf, saveSignUp, signUpsOf } from '../store/sign-ups';
import { noteOf } from './reach';

const READER = 'activity';
const EVENTS = 100;

/**
 * Whoever has died or was erased comes to nothing any more: their places go to those who wait. What a community that was
 * merged has announced, and is not over, is its successor's, and so are awards that wait there. Answers how many it was.
 */
export async function followChanges(world: World, nowMs: number): Promise<number> {
  let done = 0;
  const read = () =>
    readEvents(world.database.db, READER, EVENTS, async (trx, events) => {
      for (const event of events) done += await followOne(world, trx, event, nowMs);
    });
  while ((await read()) === EVENTS);
  return done;
}

async function followOne(world: World, db: Db, event: PublishedEvent, nowMs: number): Promise<number> {
  const person = personChanged.read(event);
  const isGone = person?.kind === 'died' || person?.kind === 'erased';
  if (isGone && person.residentId) return giveUpPlaces(world, db, person.residentId, nowMs);
  const unit = unitChanged.read(event);
  const successorId = unit?.kind === 'merged' ? unit.toUnitId : null;
  if (!unit || !successorId) return 0;
  const activities = await handOverActivities(db, unit.unitId, successorId, nowMs);
  return activities + (await handOverWaiting(db, unit.unitId, successorId));
}

async function giveUpPlaces(world: World, db: Db, residentId: string, nowMs: number): Promise<number> {
  const activityIds = await openSignUpsOf(db, residentId, nowMs);
  for (const activityId of activityIds) await giveUpPlace(world, db, { activityId, residentId, nowMs });
  return activityIds.length;
}

async function giveUpPlace(
  world: World,
  db: Db,
  {
    activityId,
    residentId,
    nowMs,
  }: { readonly activityId: string; readonly residentId: string; readonly nowMs: number },
): Promise<void> {
  const activity = await lockActivity(db, activityId);
  if (!activity) return;
  const change = decideSignUp(await signUpsOf(db, activityId), activity.capacity, residentId, false, nowMs);
  if (!change.own) return;
  await saveSignUp(db, activityId, { residentId, state: change.own, atMs: change.atMs });
  await moveUp(db, activityId, change.movedUp);
  await writeAudit(db, {
    ...{ action: 'activity.followChanges', outcome: 'ok', caller: null, addressHash: null, traceId: newId(world) },
    ...{ atMs: nowMs, notes: [noteOf(activity, { residentId, coming: 'false', movedUp: change.movedUp })] },
  });
  const told = [
    { residentId, state: change.own },
    ...change.movedUp.map((movedUp) => ({ residentId: movedUp, state: 'signedUp' as const })),
  ];
  await publishEvents(
    runOn(db),
    told.map((one) => ({ event: signUpChanged({ activityId, ...one }), atMs: nowMs })),
  );
}
