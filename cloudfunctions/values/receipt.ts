/**
 * How a receipt is checked, by the server and by a phone without a network: the entry gives its hash, the path leads from it
 * to the day's root, and the operator's key signed that root. Each side hashes and verifies with its own means; what is
 * hashed, in which order, stands here.
 */

/** Bytes as text, in lower case. */
export const HEX = /^[0-9a-f]+$/;

/** What of an entry is hashed. */
export interface HashedEntry {
  readonly accountId: string;
  readonly seq: number;
  readonly kind: string;
  readonly points: number;
  readonly title: string;
  readonly source: string;
  readonly sourceId: string;
  readonly unitId: string;
  readonly itemId: string | null;
  readonly itemVersion: number | null;
  readonly deedDate: string;
  readonly postedAtMs: number;
  readonly correctsSeq: number | null;
}

/** A JSON array in a fixed order, so that any language can make the same bytes; the hash is SHA-256 of the one before and this. */
export function entryText(entry: HashedEntry): string {
  const { accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate } = entry;
  const fields = [accountId, seq, kind, points, title, source, sourceId, unitId, itemId, itemVersion, deedDate];
  return JSON.stringify(['behaviour-bank entry v1', ...fields, entry.postedAtMs, entry.correctsSeq]);
}

/** What of a checkpoint is signed. */
export interface SignedDay {
  readonly unitId: string;
  readonly day: string;
  readonly leafCount: number;
  readonly root: string;
  readonly prevHash: string;
}

export const checkpointText = ({ unitId, day, leafCount, root, prevHash }: SignedDay): string =>
  JSON.stringify(['behaviour-bank checkpoint v1', unitId, day, leafCount, root, prevHash]);

/** The byte before what is hashed: leaves and nodes are marked, so that neither passes for the other. */
export const LEAF_MARK = 0;
export const NODE_MARK = 1;

/** From the hash of a leaf up to the root; `side` says where the sibling stands. */
export function climb<Hash>(
  leaf: Hash,
  path: readonly { readonly side: 'left' | 'right'; readonly hash: Hash }[],
  nodeOf: (left: Hash, right: Hash) => Hash,
): Hash {
  return path.reduce((at, { side, hash }) => (side === 'right' ? nodeOf(at, hash) : nodeOf(hash, at)), leaf);
}
