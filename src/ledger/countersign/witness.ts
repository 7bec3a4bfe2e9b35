import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import nacl from 'tweetnacl';
import { BYTES_32, countersignText } from '../../../cloudfunctions/values/receipt';
import type { RequestFor } from '../../api';
import { type Checkpoint, isSignedBy } from '../receipt/check';
import { hashOf } from '../receipt/outside';
import { utf8 } from '../receipt/utf8';

const FIRST = '0'.repeat(64);
export type SignedDay = RequestFor<'ledger.countersign'>['days'][number];

/** What stays with whoever signs from outside: on their device and in the file that they save of it. */
export interface Witness {
  readonly unitId: string;
  /** 32 bytes, from which the key is made. */
  readonly seed: string;
  /** The key that signs this community's days, as it was first seen. */
  readonly operatorKey: string | null;
  readonly last: { readonly day: string; readonly hash: string } | null;
  /** Signed, and not taken yet. */
  readonly unsent: readonly SignedDay[];
}

const isText = (one: unknown): one is string => typeof one === 'string';
const isHex = (one: unknown): one is string => isText(one) && BYTES_32.test(one);

/** From the device or from a saved file; undefined where it is none. */
export function toWitness(stored: unknown): Witness | undefined {
  const { unitId, seed, operatorKey, last, unsent } = (stored ?? {}) as Partial<Witness>;
  const isWhole =
    isText(unitId) && isHex(seed) && (operatorKey === null || isHex(operatorKey)) && Array.isArray(unsent);
  if (!isWhole || (last !== null && !(isText(last?.day) && isHex(last?.hash)))) return undefined;
  return { unitId, seed, operatorKey, last: last ?? null, unsent };
}

const pairOf = ({ seed }: Pick<Witness, 'seed'>) => nacl.sign.keyPair.fromSeed(hexToBytes(seed));
export const publicKeyOf = (witness: Pick<Witness, 'seed'>): string => bytesToHex(pairOf(witness).publicKey);

/** Why nothing is signed: another key; a day that was signed and is another one now, or gone; one that does not hang on the one before. */
export type Doubt = { readonly why: 'otherKey' | 'rewritten' | 'broken'; readonly day: string };

/** The first day that is not what it says, or does not hang on the one before. */
function firstBroken({ unitId, last }: Witness, fresh: readonly Checkpoint[]): Checkpoint | undefined {
  let [prevHash, before] = [last?.hash ?? FIRST, last?.day ?? ''];
  return fresh.find((one) => {
    const isNext = one.unitId === unitId && one.prevHash === prevHash && one.day > before;
    [prevHash, before] = [one.hash, one.day];
    return !isNext || one.hash !== hashOf(one);
  });
}

/**
 * The days since the last one, oldest first, when that one stands as it was signed and each hangs on the one before; else
 * why not. Given: all from that one on. Each names the hash of the one before, so the newest one's signature is for all.
 */
export function sinceLast(
  witness: Witness,
  checkpoints: readonly Checkpoint[],
  publicKey: string,
): readonly Checkpoint[] | Doubt {
  const { operatorKey, last } = witness;
  if (operatorKey !== null && operatorKey !== publicKey) return { why: 'otherKey', day: last?.day ?? '' };
  if (last && !checkpoints.some(({ day, hash }) => day === last.day && hash === last.hash))
    return { why: 'rewritten', day: last.day };
  const fresh = checkpoints.filter(({ day }) => day > (last?.day ?? ''));
  const newest = fresh[fresh.length - 1];
  const broken = firstBroken(witness, fresh) ?? (newest && !isSignedBy(newest, publicKey) ? newest : undefined);
  return broken ? { why: 'broken', day: broken.day } : fresh;
}

/** As it is once these are signed. Kept before anything is sent: what was sent and forgotten could be denied. */
export function signed(
  witness: Witness,
  fresh: readonly Checkpoint[],
  { operatorKey, nowMs }: { operatorKey: string; nowMs: number },
): Witness {
  const { secretKey } = pairOf(witness);
  const days = fresh.map(({ day, hash }) => {
    const text = countersignText({ unitId: witness.unitId, day, hash, signedAtMs: nowMs });
    return { day, hash, signedAtMs: nowMs, signature: bytesToHex(nacl.sign.detached(utf8(text), secretKey)) };
  });
  const newest = fresh[fresh.length - 1];
  const last = newest ? { day: newest.day, hash: newest.hash } : witness.last;
  return { ...witness, operatorKey, last, unsent: [...witness.unsent, ...days] };
}
