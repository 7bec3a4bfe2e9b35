import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { World } from '../../../cloudfunctions/kit/world';
import { FIRST_CHECKPOINT_HASH, makeCheckpoint } from '../../../cloudfunctions/ledger/rules';
import { insertCheckpoint } from '../../../cloudfunctions/ledger/store/checkpoints';
import { countersignText } from '../../../cloudfunctions/values/receipt';
import type { Role } from '../../../cloudfunctions/values/roles';
import type { Somebody } from '../../household/neighbourhood';
import type { Desk } from './desk';

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
  let prevHash = FIRST_CHECKPOINT_HASH;
  for (const day of ['2020-01-01', '2020-01-02']) {
    const checkpoint = makeCheckpoint({ unitId, day, leaves: [Buffer.from(day)], prevHash }, world.keys);
    await insertCheckpoint(world.database.db, checkpoint, world.clock());
    days.push(countersigned(checkpoint, world.clock(), privateKey));
    prevHash = checkpoint.hash;
  }
  await desk.must(admin, 'ledger.countersign', { publicKey, days });
  const [waiting, mistaken] = [await name(makeKey().publicKey), await name(makeKey().publicKey)];
  return { publicKey, days, waitingId: waiting.countersignerId, mistakenId: mistaken.countersignerId };
}
