import { generateKeyPairSync, sign } from 'node:crypto';
import { checkpoints, confirmCountersigner, countersign, nameCountersigner } from '../../ledger/contract';
import { addDays } from '../../values/dates';
import { countersignText } from '../../values/receipt';
import { at, type Stage } from './acting';
import type { SeededTown } from './seed-town';

const COMMITTEE = '居务监督委员会';

/**
 * 浏河's committee signs the last month's days a second time, each on the morning after. Its key is made here and
 * forgotten: as outside, nobody of the demo holds it, and what comes later waits for a key that its reader makes.
 */
export async function signFromOutside(stage: Stage, { unitId, identityOf, startedOn }: SeededTown): Promise<void> {
  const nowMs = stage.outsideNowMs();
  const liuhe = unitId('liuhe');
  const admin = identityOf('admin');
  const { publicKey: key, privateKey } = generateKeyPairSync('ed25519');
  const publicKey = key.export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  stage.setTime(at(addDays(startedOn, 1), '10:00'));
  const named = { unitId: liuhe, name: COMMITTEE, publicKey };
  const { countersignerId } = await stage.act(admin, nameCountersigner, named);
  await stage.act(identityOf('district'), confirmCountersigner, { countersignerId });
  stage.setTime(nowMs);
  const signed = await stage.act(admin, checkpoints, { unitId: liuhe });
  const days = signed.checkpoints
    .map(({ day, hash }) => ({ day, hash, signedAtMs: at(addDays(day, 1), '08:30') }))
    .filter(({ signedAtMs }) => signedAtMs <= nowMs)
    .map((day) => {
      const text = Buffer.from(countersignText({ unitId: liuhe, ...day }));
      return { ...day, signature: sign(null, text, privateKey).toString('hex') };
    });
  await stage.act(admin, countersign, { publicKey, days });
}
