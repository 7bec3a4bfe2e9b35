import { createHash } from 'node:crypto';
import { climb, LEAF_MARK, NODE_MARK } from '../../values/receipt';

export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: Buffer;
}

const sha256 = (...parts: readonly Buffer[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.from([LEAF_MARK]);
const NODE = Buffer.from([NODE_MARK]);

export const leafHash = (data: Buffer): Buffer => sha256(LEAF, data);
const nodeHash = (left: Buffer, right: Buffer): Buffer => sha256(NODE, left, right);

/** The next row up; a hash without a neighbour goes up unchanged. */
function rowAbove(row: readonly Buffer[]): Buffer[] {
  const above: Buffer[] = [];
  for (let i = 0; i < row.length; i += 2) {
    const [left, right] = [row[i] as Buffer, row[i + 1]];
    above.push(right ? nodeHash(left, right) : left);
  }
  return above;
}

/** Of a node, in bytes. */
export const NODE_BYTES = 32;

/** Every row, one behind the other: from the leaves' hashes up to the root. There is at least one leaf. */
export function merkleTree(leaves: readonly Buffer[]): Buffer {
  let row = leaves.map(leafHash);
  const rows = [row];
  while (row.length > 1) {
    row = rowAbove(row);
    rows.push(row);
  }
  return Buffer.concat(rows.flat());
}

export const rootOf = (tree: Buffer): Buffer => tree.subarray(-NODE_BYTES);
export const merkleRoot = (leaves: readonly Buffer[]): Buffer => rootOf(merkleTree(leaves));

/** From the leaf at `index` up to the root: where among the tree's nodes each sibling stands, and on which side. */
export function siblingsOf(leafCount: number, index: number): { side: PathStep['side']; node: number }[] {
  const steps: { side: PathStep['side']; node: number }[] = [];
  let [first, at] = [0, index];
  for (let length = leafCount; length > 1; length = Math.ceil(length / 2)) {
    const sibling = at ^ 1;
    if (sibling < length) steps.push({ side: at % 2 === 0 ? 'right' : 'left', node: first + sibling });
    first += length;
    at >>= 1;
  }
  return steps;
}

/** From the leaf at `index` up to the root. */
export function merklePath(leaves: readonly Buffer[], index: number): PathStep[] {
  const tree = merkleTree(leaves);
  return siblingsOf(leaves.length, index).map(({ side, node }) => ({
    side,
    hash: tree.subarray(node * NODE_BYTES, (node + 1) * NODE_BYTES),
  }));
}

export function rootFromPath(leaf: Buffer, path: readonly PathStep[]): Buffer {
  return climb(leafHash(leaf), path, nodeHash);
}
