import { createHash, createPublicKey, verify } from 'node:crypto';
import type * as z from 'zod';
import { checkpointText, keyIdOf, type LateMark } from '../../values/receipt';
import type { Checkpoint as CheckpointSchema, Receipt as ReceiptSchema } from '../contract';
import { hashEntry } from './entry';
import { merklePath, merkleRoot, type PathStep, rootFromPath } from './merkle';

export type Checkpoint = z.output<typeof CheckpointSchema>;
export type Receipt = z.output<typeof ReceiptSchema>;

/** An entry's place in its day: enough to make the leaves of a community's checkpoint. */
export interface DayEntry {
  readonly accountId: string;
  readonly seq: number;
  readonly hash: Buffer;
}
/** Where an account stood at the end of the day, entries of other communities included. */
export type DayHead = DayEntry;

const hex = (bytes: Buffer) => bytes.toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');
export const FIRST_CHECKPOINT_HASH = '00'.repeat(32);

/**
 * The leaves of a day: per account, sorted, its entries' hashes and then its sequence and head. The head binds what
 * came before, so that a cut-off tail or a rewritten chain no longer fits a published checkpoint.
 */
export function dayLeaves(entries: readonly DayEntry[], heads: readonly DayHead[]): Buffer[] {
  const headOf = new Map(heads.map((head) => [head.accountId, head]));
  const sorted = [...entries].sort((a, b) =>
    a.accountId === b.accountId ? a.seq - b.seq : a.accountId < b.accountId ? -1 : 1,
  );
  return sorted.flatMap((entry, i) => {
    if (sorted[i + 1]?.accountId === entry.accountId) return [entry.hash];
    const head = headOf.get(entry.accountId);
    if (!head) throw new Error(`account ${entry.accountId} has entries on the day and no head`);
    return [entry.hash, Buffer.from(JSON.stringify(['head', head.accountId, head.seq, hex(head.hash)]))];
  });
}

type Unsigned = Pick<Checkpoint, 'unitId' | 'day' | 'leafCount' | 'root' | 'prevHash' | 'late'>;

/** The bytes that are signed. */
const canonicalCheckpoint = (checkpoint: Unsigned): Buffer => Buffer.from(checkpointText(checkpoint));
export const hashCheckpoint = (checkpoint: Unsigned): string =>
  createHash('sha256').update(canonicalCheckpoint(checkpoint)).digest('hex');

export interface Signer {
  sign(message: Buffer): Buffer;
  readonly signingKeyId: string;
}

interface DayToSign {
  readonly unitId: string;
  readonly day: string;
  readonly leaves: readonly Buffer[];
  readonly prevHash: string;
  readonly late?: LateMark | null;
}

export function makeCheckpoint({ unitId, day, leaves, prevHash, late = null }: DayToSign, signer: Signer): Checkpoint {
  const unsigned = { unitId, day, leafCount: leaves.length, root: hex(merkleRoot(leaves)), prevHash, late };
  const signature = hex(signer.sign(canonicalCheckpoint(unsigned)));
  return { ...unsigned, hash: hashCheckpoint(unsigned), keyId: signer.signingKeyId, signature };
}

const SPKI_HEAD = unhex('302a300506032b6570032100');

/** Whether the key signed exactly these bytes. */
export function isSignature(publicKey: Buffer, message: Buffer, signature: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI_HEAD, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
}

/** Likewise, and is the one that is named. */
export const isSignedBy = (
  publicKey: Buffer,
  message: Buffer,
  { keyId, signature }: Pick<Checkpoint, 'keyId' | 'signature'>,
): boolean => keyId === keyIdOf(hex(publicKey)) && isSignature(publicKey, message, unhex(signature));

/** Whether the operator's key signed exactly this checkpoint. */
export function isSigned(checkpoint: Checkpoint, publicKey: Buffer): boolean {
  const sameHash = checkpoint.hash === hashCheckpoint(checkpoint);
  return sameHash && isSignedBy(publicKey, canonicalCheckpoint(checkpoint), checkpoint);
}

export function makeReceipt(
  entry: Receipt['entry'],
  hashes: { readonly prevHash: Buffer; readonly hash: Buffer },
  path: readonly PathStep[],
  checkpoint: Checkpoint,
): Receipt {
  const steps = path.map(({ side, hash }) => ({ side, hash: hex(hash) }));
  return { version: 1, entry, prevHash: hex(hashes.prevHash), hash: hex(hashes.hash), path: steps, checkpoint };
}

/** The path of an entry among the leaves of its day. */
export function pathAmong(leaves: readonly Buffer[], { accountId, seq, hash }: DayEntry): PathStep[] {
  const index = leaves.findIndex((leaf) => leaf.equals(hash));
  if (index < 0) throw new Error(`entry ${accountId}/${seq} is not among the leaves of its day`);
  return merklePath(leaves, index);
}

/** Entry → hash → path → root → signature; anything altered anywhere breaks it. Whether it is *published* is another question. */
export function isGenuine(receipt: Receipt, publicKey: Buffer): boolean {
  const hash = hashEntry(unhex(receipt.prevHash), receipt.entry);
  if (hex(hash) !== receipt.hash || receipt.entry.unitId !== receipt.checkpoint.unitId) return false;
  const path = receipt.path.map((step) => ({ side: step.side, hash: unhex(step.hash) }));
  return hex(rootFromPath(hash, path)) === receipt.checkpoint.root && isSigned(receipt.checkpoint, publicKey);
}
