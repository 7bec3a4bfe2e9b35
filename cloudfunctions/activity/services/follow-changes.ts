import { handOverWaiting } from '../../award';
import { goneBy } from '../../household';
import { writeAudit } from '../../kit/audit';
import { newId } from '../../kit/ids';
import type { PublishedEvent } from '../../kit/outbox/event';
import { publishEvents } from '../../kit/outbox/publish';
import { readAllEvents } from '../../kit/outbox/read';
import { runOn } from '../../kit/statement';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { unitChanged } from '../../organisation';
import { handOverActivities, lockActivity } from '../store/activities';
import { openSignUpsOf } from '../store/sign-ups';
import { changePlace } from './change-place';

const READER = 'activity';
const EVENTS = 100;

/**
 * Whoever has died or was erased comes to nothing any more: their places go to those who wait. What a community that was
 * merged has announced, and is not over, is its successor's, and so are awards that wait there. Answers how many it was.
 */
export async function followChangesInActivity(world: World, nowMs: number): Promise<number> {
  let done = 0;
  await readAllEvents(world.database.db, READER, EVENTS, async (trx, events) => {
    for (const event of events) done += await followOne(world, trx, event, nowMs);
  });
  return done;
}

async function followOne(world: World, db: Db, event: PublishedEvent, nowMs: number): Promise<number> {
  const goneId = goneBy(event);
  if (goneId) return giveUpPlaces(world, db, goneId, nowMs);
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
  const { note, told } = await changePlace(db, activity, { residentId, coming: false, nowMs });
  if (told.length === 0) return;
  const run = runOn(db);
  const nobody = { caller: null, addressHash: null, traceId: newId(world) };
  await writeAudit(run, [{ action: 'activity.followChanges', outcome: 'ok', ...nobody, atMs: nowMs, notes: [note] }]);
  await publishEvents(
    run,
    told.map((event) => ({ event, atMs: nowMs })),
  );
}
