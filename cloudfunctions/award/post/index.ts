import type { Database } from '../../database/connect';
import { Batcher } from '../../kit/batcher';
import { isDatabaseLost } from '../../kit/transaction';
import type { World } from '../../kit/world';
import type { PostAsk, Posted } from './ask';
import { postBatch } from './batch';

export type { Alongside, AwardOutcome, PostAsk, Posted, Proposal, Proviso } from './ask';

/** So many requests share one commit at the most: more made a batch longer without posting more (docs/performance.md). */
const BATCH_LIMIT = 256;
const lanes = new WeakMap<Database, Batcher<PostAsk, Posted>>();

/** A lane of its own, for the benchmark, which compares batch limits. */
export function openLane(world: World, batchLimit: number): Batcher<PostAsk, Posted> {
  return new Batcher((batch) => postBatch(world, batch), batchLimit, { isShared: isDatabaseLost });
}

/**
 * All points enter here. Callers within the same few milliseconds share one transaction: locks in one order for
 * everyone, then what is already there, then each decided in turn, then one multi-row statement per table. One
 * caller's refusal never touches another's post. An answer means: it is on disk.
 */
export function postAwards(world: World, ask: PostAsk): Promise<Posted> {
  const lane = lanes.get(world.database) ?? openLane(world, BATCH_LIMIT);
  lanes.set(world.database, lane);
  return lane.add(ask);
}
