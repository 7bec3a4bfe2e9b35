import type { Db } from '../../../kit/transaction';
import { type Checkpoint, FIRST_CHECKPOINT_HASH, isSigned } from '../../rules';
import { merkleTree, rootOf } from '../../rules/merkle';
import { treeOf } from '../../store/trees';
import { leavesOfDay } from '../leaves-of-day';
import type { CheckpointFault, LedgerFault } from './fault';

/** Each community's, in their order: signed, hung on the one before, and of what its day holds now. */
export async function walkCheckpoints(
  db: Db,
  checkpoints: readonly Checkpoint[],
  publicKey: Buffer,
): Promise<LedgerFault | null> {
  let before: Checkpoint | undefined;
  for (const checkpoint of checkpoints) {
    const { unitId, day } = checkpoint;
    const prevHash = before?.unitId === unitId ? before.hash : FIRST_CHECKPOINT_HASH;
    const fail = (fault: CheckpointFault): LedgerFault => ({ what: 'checkpoint', unitId, day, fault });
    if (!isSigned(checkpoint, publicKey)) return fail('notSigned');
    if (checkpoint.prevHash !== prevHash) return fail('chainBroken');
    const differs = await compareWithDay(db, checkpoint);
    if (differs) return fail(differs);
    before = checkpoint;
  }
  return null;
}

async function compareWithDay(db: Db, checkpoint: Checkpoint): Promise<CheckpointFault | null> {
  const { unitId, day, leafCount, root } = checkpoint;
  const leaves = await leavesOfDay(db, unitId, day);
  if (leaves.length !== leafCount) return 'entriesDiffer';
  const tree = merkleTree(leaves);
  if (rootOf(tree).toString('hex') !== root) return 'entriesDiffer';
  const kept = await treeOf(db, checkpoint);
  return kept && !kept.equals(tree) ? 'treeDiffers' : null;
}
