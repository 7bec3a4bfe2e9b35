import { createHash } from 'node:crypto';

export interface PathStep {
  readonly side: 'left' | 'right';
  readonly hash: Buffer;
}

const sha256 = (...parts: readonly Buffer[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.from([0]); // leaves and nodes are marked, so that neither passes for the other
const NODE = Buffer.from([1]);

const leafHash = (data: Buffer): Buffer => sha256(LEAF, data);
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

/** The root over leaf data; there is at least one leaf. */
export function merkleRoot(leaves: readonly Buffer[]): Buffer {
  let row = leaves.map(leafHash);
  while (row.length > 1) row = rowAbove(row);
  return row[0] as Buffer;
}

/** From the leaf at `index` up to the root. */
export function merklePath(leaves: readonly Buffer[], index: number): PathStep[] {
  const path: PathStep[] = [];
  let row = leaves.map(leafHash);
  for (let at = index; row.length > 1; at = at >> 1) {
    const sibling = row[at ^ 1];
    if (sibling) path.push({ side: at % 2 === 0 ? 'right' : 'left', hash: sibling });
    row = rowAbove(row);
  }
  return path;
}

export function rootFromPath(leaf: Buffer, path: readonly PathStep[]): Buffer {
  return path.reduce(
    (hash, step) => (step.side === 'right' ? nodeHash(hash, step.hash) : nodeHash(step.hash, hash)),
    leafHash(leaf),
  );
}
