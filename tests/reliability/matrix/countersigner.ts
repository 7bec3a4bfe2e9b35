import { generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { runOn } from '../../../cloudfunctions/kit/statement';
import { inTransaction } from '../../../cloudfunctions/kit/transaction';
import type { World } from '../../../cloudfunctions/kit/world';
import { append, type Holder, lockAccounts } from '../../../cloudfunctions/ledger';
import { signDay } from '../../../cloudfunctions/ledger/services/sign-day';
import { lastCheckpointHash } from '../../../cloudfunctions/ledger/store/checkpoints';
import { startOfDayMs } from '../../../cloudfunctions/values/dates';
import { countersignText } from '../../../cloudfunctions/values/receipt';
import type { Role } from '../../../cloudfunctions/values/roles';
import type { Somebody } from '../../household/neighbourhood';
import { insertResident } from '../../support/rows';
import type { Desk } from './desk';

const NOON_MS = 12 * 3_600_000;

export const makeKey = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex') };
};

interface Seen {
  readonly unitId: string;
  readonly day: string;
  readonly hash: string;
}
/** What the holder of a key sends of a day. */
export function countersigned({ unitId, day, hash }: Seen, signedAtMs: number, privateKey: KeyObject) {
  const text = countersignText({ unitId, day, hash, signedAtMs });
  return { day, hash, signedAtMs, signature: sign(null, Buffer.from(text), privateKey).toString('hex') };
}

/** An entry of that day's noon. */
async function thank({ database }: World, holder: Holder, unitId: string, deedDate: string) {
  const postedAtMs = startOfDayMs(deedDate) + NOON_MS;
  const deed = { accountId: holder.id, kind: 'credit' as const, points: 3, title: '清洁家园', unitId, postedAtMs };
  const rest = { source: 'give' as const, sourceId: randomUUID(), deedDate, itemId: null, itemVersion: null };
  await inTransaction(database.db, async (trx) => {
    const accounts = await lockAccounts(runOn(trx), [holder], postedAtMs);
    await append(runOn(trx), accounts, [{ ...deed, ...rest, correctsSeq: null }]);
  });
}

/** Two days of long before that are signed, a key from outside that has signed them too, one that waits, and one named by mistake. */
export async function setCountersigner(world: World, desk: Desk, unitId: string, people: Record<Role, Somebody>) {
  const [admin, district] = [people.communityAdmin.identity, people.districtSupervisor.identity];
  const name = (publicKey: string) =>
    desk.must<{ countersignerId: string }>(district, 'ledger.nameCountersigner', {
      ...{ unitId, name: '村务监督委员会', publicKey },
    });
  const { publicKey, privateKey } = makeKey();
  const { countersignerId } = await name(publicKey);
  await desk.must(admin, 'ledger.confirmCountersigner', { countersignerId });
  const days = [];
  const holder: Holder = { kind: 'resident', id: await insertResident(world.database.db) };
  for (const day of ['2020-01-01', '2020-01-02']) {
    await thank(world, holder, unitId, day);
    await signDay(world, { unitId, day }, world.clock(), null);
    days.push(
      countersigned(
        { unitId, day, hash: await lastCheckpointHash(world.database.db, unitId) },
        world.clock(),
        privateKey,
      ),
    );
  }
  await desk.must(admin, 'ledger.countersign', { publicKey, days });
  const [waiting, mistaken] = [await name(makeKey().publicKey), await name(makeKey().publicKey)];
  return { publicKey, days, waitingId: waiting.countersignerId, mistakenId: mistaken.countersignerId };
}
