import { personChanged } from '../../household';
import { readEvents } from '../../kit/outbox/read';
import type { World } from '../../kit/world';
import { issuedOf, lockStillIssued } from '../store/reading';
import { endTogether } from './lapse';

const READER = 'reward';
const EVENTS = 100;

/**
 * Cancels what somebody who has died, or was erased, could still have used: the points are back on their account; from that of
 * the dead the family may redeem. Answers how many vouchers it was. Those of the household, and of the living, stand.
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
    });
  while ((await read()) === EVENTS);
  return ended;
}
