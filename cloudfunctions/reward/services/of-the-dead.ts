import { accountsOf, personChanged } from '../../household';
import type { PublishedEvent } from '../../kit/outbox/event';
import { readEvents } from '../../kit/outbox/read';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { closeAccounts } from '../../ledger';
import { unitChanged } from '../../organisation';
import { issuedOf, lockStillIssued } from '../store/reading';
import { handOverLooks } from '../store/second-looks';
import { endTogether } from './lapse';

const READER = 'reward';
const EVENTS = 100;

/**
 * Cancels what somebody who has died, or was erased, could still have used: the points are back on their account, which is
 * closed to credits; from that of the dead the family may redeem. Answers how many vouchers it was. Those of the household,
 * and of the living, stand. What a merged community's office would look at a second time is looked at by its successor's.
 */
export async function cancelOfTheDead(world: World, nowMs: number): Promise<number> {
  let ended = 0;
  const read = () =>
    readEvents(world.database.db, READER, EVENTS, async (trx, events) => {
      const gone = events.flatMap((event) => {
        const change = personChanged.read(event);
        const isGone = change?.kind === 'died' || change?.kind === 'erased';
        return isGone && change.residentId ? [change.residentId] : [];
      });
      const vouchers = gone.length > 0 ? await lockStillIssued(trx, await issuedOf(trx, gone), 'await') : [];
      ended += await endTogether(world, trx, vouchers, { state: 'cancelled', action: 'reward.cancelOfTheDead', nowMs });
      for (const event of events) await followOne(trx, event, nowMs);
    });
  while ((await read()) === EVENTS);
  return ended;
}

/** In the order in which it was said: a death that was written down wrongly is taken back after it. */
async function followOne(db: Db, event: PublishedEvent, nowMs: number): Promise<void> {
  const { kind, residentId } = personChanged.read(event) ?? {};
  const isOver = kind === 'died' || kind === 'erased';
  if (residentId && (isOver || kind === 'revived')) {
    const records = (await accountsOf(db, [residentId])).get(residentId) ?? [residentId];
    await closeAccounts(db, records, isOver ? nowMs : null);
  }
  const unit = unitChanged.read(event);
  if (unit?.kind === 'merged' && unit.toUnitId) await handOverLooks(db, unit.unitId, unit.toUnitId);
}
