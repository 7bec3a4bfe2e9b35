import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import nacl from 'tweetnacl';
import {
  checkpointText,
  climb,
  entryText,
  HEX,
  keyIdOf,
  LEAF_MARK,
  NODE_MARK,
} from '../../../cloudfunctions/values/receipt';
import type { DataOf } from '../../api';
import { utf8 } from './utf8';

export type Receipt = NonNullable<DataOf<'ledger.receipt'>['receipt']>;
export type Checkpoint = Receipt['checkpoint'];

/** hash = SHA-256(previous hash ‖ text of the entry). */
const hashEntry = ({ entry, prevHash }: Receipt) => sha256(concatBytes(hexToBytes(prevHash), utf8(entryText(entry))));
const marked = (mark: number, ...parts: Uint8Array[]) => sha256(concatBytes(Uint8Array.of(mark), ...parts));

function rootFrom(hash: Uint8Array, path: Receipt['path']): string {
  const steps = path.map((step) => ({ side: step.side, hash: hexToBytes(step.hash) }));
  return bytesToHex(climb(marked(LEAF_MARK, hash), steps, (left, right) => marked(NODE_MARK, left, right)));
}

const isHex = (text: string, bytes: number) => text.length === 2 * bytes && HEX.test(text);

/** Whether everything that is reckoned with has its length; what has not is no receipt of ours. */
function isWhole({ prevHash, path, checkpoint }: Receipt, publicKey: string): boolean {
  const hashes = [prevHash, publicKey, ...path.map((step) => step.hash)];
  return hashes.every((hash) => isHex(hash, 32)) && isHex(checkpoint.signature, 64);
}

/** Whether this key signed the checkpoint, and is the one that it names. */
export const isSignedBy = (checkpoint: Checkpoint, publicKey: string): boolean =>
  checkpoint.keyId === keyIdOf(publicKey) &&
  nacl.sign.detached.verify(utf8(checkpointText(checkpoint)), hexToBytes(checkpoint.signature), hexToBytes(publicKey));

/** Checks a receipt on the device, without asking anybody: the same steps as the server's (values/receipt). */
export function isGenuine(receipt: Receipt, publicKey: string): boolean {
  if (!isWhole(receipt, publicKey)) return false;
  const hash = hashEntry(receipt);
  const { unitId, root } = receipt.checkpoint;
  if (bytesToHex(hash) !== receipt.hash || receipt.entry.unitId !== unitId) return false;
  return rootFrom(hash, receipt.path) === root && isSignedBy(receipt.checkpoint, publicKey);
}
