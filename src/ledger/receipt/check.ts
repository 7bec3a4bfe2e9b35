import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import nacl from 'tweetnacl';
import type { DataOf } from '../../api';
import { utf8 } from './utf8';

export type Receipt = NonNullable<DataOf<'ledger.receipt'>['receipt']>;

const bytesOf = (value: unknown) => utf8(JSON.stringify(value));

/** hash = SHA-256(previous hash ‖ entry as a JSON array in a fixed order). */
function hashEntry({ entry, prevHash }: Receipt): Uint8Array {
  const { accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate, postedAtMs } =
    entry;
  const fields = [accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate];
  return sha256(
    concatBytes(hexToBytes(prevHash), bytesOf(['behaviour-bank entry v1', ...fields, postedAtMs, entry.correctsSeq])),
  );
}

function rootFrom(hash: Uint8Array, path: Receipt['path']): string {
  let at = sha256(concatBytes(new Uint8Array([0]), hash));
  for (const step of path) {
    const sibling = hexToBytes(step.hash);
    const pair = step.side === 'right' ? [at, sibling] : [sibling, at];
    at = sha256(concatBytes(new Uint8Array([1]), ...pair));
  }
  return bytesToHex(at);
}

const isHex = (text: string, bytes: number) => text.length === 2 * bytes && /^[0-9a-f]+$/.test(text);

/** Whether everything that is reckoned with has its length; what has not is no receipt of ours. */
function isWhole({ prevHash, path, checkpoint }: Receipt, publicKey: string): boolean {
  const hashes = [prevHash, publicKey, ...path.map((step) => step.hash)];
  return hashes.every((hash) => isHex(hash, 32)) && isHex(checkpoint.signature, 64);
}

/**
 * Checks a receipt on the device, without asking anybody: the entry gives its hash, the path leads from it to the day's
 * root, and the operator's key signed that root. The same steps as the server's (ledger/rules/checkpoint).
 */
export function isGenuine(receipt: Receipt, publicKey: string): boolean {
  if (!isWhole(receipt, publicKey)) return false;
  const hash = hashEntry(receipt);
  const { unitId, day, leafCount, root, prevHash, signature } = receipt.checkpoint;
  if (bytesToHex(hash) !== receipt.hash || receipt.entry.unitId !== unitId) return false;
  if (rootFrom(hash, receipt.path) !== root) return false;
  const signed = bytesOf(['behaviour-bank checkpoint v1', unitId, day, leafCount, root, prevHash]);
  return nacl.sign.detached.verify(signed, hexToBytes(signature), hexToBytes(publicKey));
}
