import { type Checkpoint, coversAll, FIRST_HEAD_HASH, isHeadSigned, type NightHead } from '../../rules';
import type { HeadFault, LedgerFault } from './fault';

export interface Signed {
  readonly checkpoints: readonly Checkpoint[];
  /** Oldest first. */
  readonly heads: readonly NightHead[];
}

const byDay = (a: Checkpoint, b: Checkpoint) => (`${a.day} ${a.unitId}` < `${b.day} ${b.unitId}` ? -1 : 1);

/**
 * Each night's head: signed, hung on the one before, and of exactly the checkpoints that stand there. With `dueDay` it also
 * says when the newest is older than that: the newest nights of all communities together may have been cut off.
 */
export function walkHeads(
  { checkpoints, heads }: Signed,
  publicKey: Buffer,
  dueDay: string | null,
): LedgerFault | null {
  const left = [...checkpoints].sort(byDay);
  let prevHash = FIRST_HEAD_HASH;
  for (const head of heads) {
    const end = left.findIndex(({ day }) => day > head.day);
    const covered = left.splice(0, end < 0 ? left.length : end);
    const fault = headFault(head, prevHash, covered, publicKey);
    if (fault) return { what: 'head', day: head.day, fault };
    prevHash = head.hash;
  }
  const isDue = heads.length + checkpoints.length > 0 && dueDay !== null && (heads.at(-1)?.day ?? '') < dueDay;
  return isDue ? { what: 'head', day: dueDay, fault: 'unsigned' } : null;
}

function headFault(
  head: NightHead,
  prevHash: string,
  covered: readonly Checkpoint[],
  publicKey: Buffer,
): HeadFault | null {
  if (!isHeadSigned(head, publicKey)) return 'notSigned';
  if (head.prevHash !== prevHash) return 'chainBroken';
  const hashes = covered.map(({ hash }) => hash);
  return coversAll(head, hashes) ? null : 'checkpointsDiffer';
}
