import type { Keys } from '../../kit/keys';
import type { Db } from '../../kit/transaction';
import type { Checkpoint, NightHead } from '../rules';
import { allCheckpoints, daysLeftUnsigned } from '../store/checkpoints';
import { nightHeadsAfter } from '../store/night-heads';
import { lastFinishedDay } from './signing-state';
import { walkChains } from './verify/chains';
import { walkCheckpoints } from './verify/checkpoints';
import { type CountersignedBy, walkCountersignatures } from './verify/countersigned';
import type { LedgerFault } from './verify/fault';
import { walkHeads } from './verify/heads';
import { comparePublished, type Published } from './verify/published';

export type { LedgerFault } from './verify/fault';

export interface Walk {
  readonly accounts: number;
  readonly entries: number;
  readonly checkpoints: number;
  readonly heads: number;
  /** Signed later than in its night, by a person's word. */
  readonly late: readonly (Checkpoint | NightHead)[];
  /** By keys from outside, each in a line. */
  readonly countersigned: readonly CountersignedBy[];
  /** The first thing that is wrong, or null. */
  readonly fault: LedgerFault | null;
}

export interface Asked {
  /** Days that should be signed by then are named when they are not; without it, those up to the newest head. */
  readonly nowMs?: number;
  /** Kept elsewhere: finds also what somebody with every key in hand could have rewritten. */
  readonly published?: Published;
  /** What is not signed yet is what one is about to sign. */
  readonly isBeforeSigning?: boolean;
}

/** The job comes by every hour, and once more where something failed. */
const SIGNED_BY_MS = 3 * 3_600_000;

/** Walks every account from its first entry, then every day, on one unmoving picture of the database. */
export async function verifyLedger(
  db: Db,
  keys: Pick<Keys, 'signingPublicKey'>,
  { nowMs, published = { checkpoints: [], heads: [] }, isBeforeSigning = false }: Asked = {},
): Promise<Walk> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const chains = await walkChains(trx);
      if (chains.fault) return { ...chains, checkpoints: 0, heads: 0, late: [], countersigned: [] };
      const stored = { checkpoints: await allCheckpoints(trx), heads: await nightHeadsAfter(trx, null) };
      const dueDay = nowMs === undefined ? null : lastFinishedDay(nowMs - SIGNED_BY_MS);
      const fault =
        (isBeforeSigning ? null : await firstUnsigned(trx, dueDay ?? stored.heads.at(-1)?.day)) ??
        (await walkCheckpoints(trx, stored.checkpoints, keys.signingPublicKey)) ??
        walkHeads(stored, keys.signingPublicKey, dueDay) ??
        comparePublished(stored, published);
      const outside = await walkCountersignatures(trx, stored, published);
      const late = [...stored.checkpoints, ...stored.heads].filter((signed) => signed.late !== null);
      const counts = { checkpoints: stored.checkpoints.length, heads: stored.heads.length };
      return { ...chains, ...counts, late, countersigned: outside.countersigned, fault: fault ?? outside.fault };
    });
}

/** The oldest finished day of a community that has entries, and of which nothing was signed, or not any more. */
async function firstUnsigned(db: Db, untilDay: string | undefined): Promise<LedgerFault | null> {
  const [first] = untilDay ? await daysLeftUnsigned(db, untilDay) : [];
  return first ? { what: 'checkpoint', ...first, fault: 'unsigned' } : null;
}
