import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { type LateMark, nightHeadText } from '../../values/receipt';
import type { NightHead as NightHeadSchema } from '../contract';
import { isSignedBy, type Signer } from './checkpoint';
import { merkleRoot } from './merkle';

export type NightHead = z.output<typeof NightHeadSchema>;
type Unsigned = Pick<NightHead, 'day' | 'count' | 'root' | 'prevHash' | 'late'>;

export const FIRST_HEAD_HASH = '00'.repeat(32);
const NOTHING = '00'.repeat(32);

/** Of checkpoints, by their hashes in the order of day and community. */
const rootOfHashes = (hashes: readonly string[]): string =>
  hashes.length === 0 ? NOTHING : merkleRoot(hashes.map((hash) => Buffer.from(hash, 'hex'))).toString('hex');

const canonicalHead = (head: Unsigned): Buffer => Buffer.from(nightHeadText(head));
export const hashNightHead = (head: Unsigned): string => createHash('sha256').update(canonicalHead(head)).digest('hex');

export function makeNightHead(
  of: {
    readonly day: string;
    readonly hashes: readonly string[];
    readonly prevHash: string;
    readonly late: LateMark | null;
  },
  signer: Signer,
): NightHead {
  const { day, hashes, prevHash, late } = of;
  const unsigned = { day, count: hashes.length, root: rootOfHashes(hashes), prevHash, late };
  const signature = signer.sign(canonicalHead(unsigned)).toString('hex');
  return { ...unsigned, hash: hashNightHead(unsigned), keyId: signer.signingKeyId, signature };
}

export const isHeadSigned = (head: NightHead, publicKey: Buffer): boolean =>
  head.hash === hashNightHead(head) && isSignedBy(publicKey, canonicalHead(head), head);

/** Whether the head holds exactly these checkpoints. */
export const coversAll = ({ count, root }: NightHead, hashes: readonly string[]): boolean =>
  count === hashes.length && root === rootOfHashes(hashes);
