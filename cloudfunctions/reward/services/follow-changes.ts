import { accountsOf, goneBy, personChanged } from '../../household';
import type { PublishedEvent } from '../../kit/outbox/event';
import { readAllEvents } from '../../kit/outbox/read';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { closeAccounts } from '../../ledger';
import { unitChanged } from '../../organisation';
import { issuedOf, lockStillIssued } from '../store/reading';
import { handOverLooks } from '../store/second-looks';
import { endTogether } from './lapse';
import { nameApart } from './name-apart';

const READER = 'reward';
const EVENTS = 100;

/**
 * Cancels what somebody who has died, or was erased, could still have used: the points are back on their account, which is
 * closed to credits; from that of the dead the family may redeem. Answers how many vouchers it was. Those of the household,
 * and of the living, stand. What a merged community's office would look at a second time is looked at by its successor's,
 * on whose shelf its goods stand from then on.
 */
export async function followChangesInReward(world: World, nowMs: number): Promise<number> {
  let ended = 0;
  await readAllEvents(world.database.db, READER, EVENTS, async (trx, events) => {
    const gone = events.flatMap((event) => goneBy(event) ?? []);
    const vouchers = gone.length > 0 ? await lockStillIssued(trx, await issuedOf(trx, gone), 'await') : [];
    ended += await endTogether(world, trx, vouchers, { state: 'cancelled', action: 'reward.followChanges', nowMs });
    for (const event of events) await followOne(world, trx, event, nowMs);
  });
  return ended;
}

/** In the order in which it was said: a death that was written down wrongly is taken back after it. */
async function followOne(world: World, db: Db, event: PublishedEvent, nowMs: number): Promise<void> {
  const goneId = goneBy(event);
  const change = personChanged.read(event);
  const residentId = goneId ?? (change?.kind === 'revived' ? change.residentId : null);
  if (residentId) {
    const records = (await accountsOf(db, [residentId])).get(residentId) ?? [residentId];
    await closeAccounts(db, records, goneId ? nowMs : null);
  }
  const unit = unitChanged.read(event);
  if (unit?.kind !== 'merged' || !unit.toUnitId) return;
  await handOverLooks(db, unit.unitId, unit.toUnitId);
  await nameApart(world, db, { changeId: unit.changeId, unitId: unit.unitId, toUnitId: unit.toUnitId }, nowMs);
}
