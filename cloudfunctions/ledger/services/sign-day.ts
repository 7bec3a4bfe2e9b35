import { sql } from 'kysely';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import type { LateMark } from '../../values/receipt';
import { FIRST_HEAD_HASH, makeCheckpoint, makeNightHead } from '../rules';
import { merkleTree } from '../rules/merkle';
import { checkpointHashes, insertCheckpoint, lastCheckpointHash, type UnitDay } from '../store/checkpoints';
import { insertNightHead, lastNightHead } from '../store/night-heads';
import { insertTree } from '../store/trees';
import { leavesOfDay } from './leaves-of-day';

const lock = (db: Db, what: string) => sql`select pg_advisory_xact_lock(hashtextextended(${what}, 0))`.execute(db); // each names the one before

/** Signs a community's day. False when somebody else was quicker. */
export function signDay(
  world: World,
  { unitId, day }: UnitDay,
  nowMs: number,
  late: LateMark | null,
): Promise<boolean> {
  return inTransaction(world.database.db, async (trx) => {
    await lock(trx, `checkpoint ${unitId}`);
    const leaves = await leavesOfDay(trx, unitId, day);
    const prevHash = await lastCheckpointHash(trx, unitId);
    const checkpoint = makeCheckpoint({ unitId, day, leaves, prevHash, late }, world.keys);
    if (!(await insertCheckpoint(trx, checkpoint, nowMs))) return false;
    await insertTree(trx, checkpoint, merkleTree(leaves));
    return true;
  });
}

/** Signs the head of a night over all checkpoints up to its day that no head covers yet. */
export function signHead(world: World, day: string, nowMs: number, late: LateMark | null): Promise<boolean> {
  return inTransaction(world.database.db, async (trx) => {
    await lock(trx, 'night head');
    const last = await lastNightHead(trx);
    if (last && last.day >= day) return false;
    const hashes = await checkpointHashes(trx, last?.day ?? null, day);
    const head = makeNightHead({ day, hashes, prevHash: last?.hash ?? FIRST_HEAD_HASH, late }, world.keys);
    return insertNightHead(trx, head, nowMs);
  });
}
