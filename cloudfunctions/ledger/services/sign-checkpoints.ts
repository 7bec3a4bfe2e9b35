import { sql } from 'kysely';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { addDays, businessDate, MINUTE_MS } from '../../values/dates';
import { makeCheckpoint } from '../rules';
import { merkleTree } from '../rules/merkle';
import { insertCheckpoint, lastCheckpointHash, unitsWithoutCheckpoint } from '../store/checkpoints';
import { insertTree } from '../store/trees';
import { leavesOfDay } from './leaves-of-day';

/** A posting that began before midnight has long been committed by then. */
export const CHECKPOINT_AFTER_MIDNIGHT_MS = 10 * MINUTE_MS;

/**
 * Signs every day that is over and has no checkpoint, community by community, oldest first. Safe to repeat and to run
 * twice at once. Gives the number of checkpoints it made. A day that fails waits with those after it, which name it; the
 * other communities have theirs, and then it throws what went wrong.
 */
export async function signCheckpoints(world: World, nowMs: number): Promise<number> {
  const lastDay = addDays(businessDate(nowMs - CHECKPOINT_AFTER_MIDNIGHT_MS), -1);
  const faults = new Map<string, unknown>();
  let signed = 0;
  for (const { unitId, day } of await unitsWithoutCheckpoint(world.database.db, lastDay)) {
    if (faults.has(unitId)) continue;
    try {
      if (await inTransaction(world.database.db, (trx) => signDay(world, trx, unitId, day, nowMs))) signed++;
    } catch (fault) {
      faults.set(unitId, fault);
    }
  }
  const [first] = faults.values();
  if (first) throw new Error(`communities that wait for a checkpoint: ${faults.size}`, { cause: first });
  return signed;
}

async function signDay(world: World, db: Db, unitId: string, day: string, nowMs: number): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('checkpoint ' || ${unitId}, 0))`.execute(db); // each names the one before
  const leaves = await leavesOfDay(db, unitId, day);
  const prevHash = await lastCheckpointHash(db, unitId);
  const checkpoint = makeCheckpoint({ unitId, day, leaves, prevHash }, world.keys);
  if (!(await insertCheckpoint(db, checkpoint, nowMs))) return false;
  await insertTree(db, checkpoint, merkleTree(leaves));
  return true;
}
