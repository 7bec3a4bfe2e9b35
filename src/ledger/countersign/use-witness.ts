import { bytesToHex } from '@noble/hashes/utils.js';
import { useState } from 'react';
import { COUNTERSIGNED_AT_ONCE_MAX } from '../../../cloudfunctions/values/receipt';
import { type Refused, read } from '../../api';
import { randomBytes } from '../../api/new-id';
import { useWrite } from '../../api/use-write';
import { clock } from '../../device/clock';
import { keptByDevice } from '../../device/kept';
import type { Checkpoint } from '../receipt/check';
import { type Doubt, publicKeyOf, signed, sinceLast, toWitness, type Witness } from './witness';

const kept = keptByDevice('countersigner', toWitness);
const PAGE = 100;
const SEED_BYTES = 32;

/** From the newest day back to the one that was signed last, that one included; oldest first. */
async function readSince(unitId: string, lastDay: string | undefined) {
  const found: Checkpoint[] = [];
  for (let cursor: string | undefined; ; ) {
    const answer = await read('ledger.checkpoints', { unitId, limit: PAGE, ...(cursor && { cursor }) });
    if (!answer.ok) return answer;
    const { checkpoints, publicKey, nextCursor } = answer.data;
    found.push(...checkpoints);
    const oldest = found[found.length - 1];
    const isThere = !oldest || !nextCursor || oldest.day <= (lastDay ?? '');
    if (isThere) return { ok: true as const, checkpoints: found.reverse(), publicKey };
    cursor = nextCursor;
  }
}

export interface Looked {
  readonly operatorKey: string;
  readonly found: readonly Checkpoint[] | Doubt;
}

/** The key on this device, what is new since it signed last, and the signing. */
export function useWitness(unitId: string, onSent: () => void) {
  const [witness, setWitness] = useState(() => {
    const own = kept.read();
    return own?.unitId === unitId ? own : undefined;
  });
  const [looked, setLooked] = useState<Looked>();
  const [refusal, setRefusal] = useState<Refused>();
  const { run, busy, refusal: notTaken } = useWrite('ledger.countersign');
  const keep = (next: Witness) => {
    kept.keep(next);
    setWitness(next);
  };

  const make = async () =>
    keep({ unitId, seed: bytesToHex(await randomBytes(SEED_BYTES)), operatorKey: null, last: null, unsent: [] });

  /** False where the file is none, or of another community. */
  const open = (text: string): boolean => {
    const found = textToWitness(text);
    if (found?.unitId !== unitId) return false;
    keep(found);
    return true;
  };

  const look = async () => {
    if (!witness) return;
    setRefusal(undefined);
    const told = await readSince(unitId, witness.last?.day);
    if (!told.ok) return setRefusal(told);
    setLooked({
      operatorKey: told.publicKey,
      found: sinceLast(witness, told.checkpoints, told.publicKey),
    });
  };

  const send = async (from: Witness) => {
    let left = from;
    while (left.unsent.length > 0) {
      const days = left.unsent.slice(0, COUNTERSIGNED_AT_ONCE_MAX);
      if (!(await run({ publicKey: publicKeyOf(left), days }))) return;
      left = { ...left, unsent: left.unsent.slice(days.length) };
      keep(left);
    }
    onSent();
  };

  /** So many at once, that a slow phone answers again soon; the rest waits for the next tap. */
  const sign = async () => {
    if (!witness || !looked || 'why' in looked.found) return;
    const { operatorKey, found } = looked;
    const next = signed(witness, found.slice(0, COUNTERSIGNED_AT_ONCE_MAX), { operatorKey, nowMs: clock() });
    const rest = found.slice(COUNTERSIGNED_AT_ONCE_MAX);
    keep(next);
    setLooked(rest.length > 0 ? { operatorKey, found: rest } : undefined);
    await send(next);
  };

  return {
    ...{ witness, looked, busy, refusal: refusal ?? notTaken, make, open, look, sign },
    resend: async () => witness && send(witness),
  };
}

function textToWitness(text: string): Witness | undefined {
  try {
    return toWitness(JSON.parse(text));
  } catch {
    return undefined;
  }
}
