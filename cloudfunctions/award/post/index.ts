import type { Database } from '../../database/connect';
import { Batcher } from '../../kit/batcher';
import { isDatabaseLost } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { postBatch } from './batch';
import type { PostCommand, Posted } from './command';

export type { AwardOutcome, PostCommand, Posted, Precondition, Proposal, SideWrite } from './command';

/** So many requests share one commit at the most: more made a batch longer without posting more (docs/performance.md). */
const BATCH_LIMIT = 256;
const batchers = new WeakMap<Database, Batcher<PostCommand, Posted>>();

/** A batcher of its own, for the benchmark, which compares batch limits. */
export function openBatcher(world: World, batchLimit: number): Batcher<PostCommand, Posted> {
  return new Batcher((batch) => postBatch(world, batch), batchLimit, { isShared: isDatabaseLost });
}

/**
 * All points enter here. Callers within the same few milliseconds share one transaction: locks in one order for
 * everyone, then what is already there, then each decided in turn, then one multi-row statement per table. One
 * caller's refusal never touches another's post. An answer means: it is on disk.
 */
export function postAwards(world: World, command: PostCommand): Promise<Posted> {
  const batcher = batchers.get(world.database) ?? openBatcher(world, BATCH_LIMIT);
  batchers.set(world.database, batcher);
  return batcher.add(command);
}
