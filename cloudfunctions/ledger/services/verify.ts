import type { Keys } from '../../kit/keys';
import type { Db } from '../../kit/transaction';
import { businessDate } from '../../values/dates';
import {
  type ChainFault,
  type Checkpoint,
  checkChain,
  FIRST_CHECKPOINT_HASH,
  hashCheckpoint,
  isSigned,
} from '../rules';
import { merkleTree, rootOf } from '../rules/merkle';
import { pageOfAccounts } from '../store/accounts';
import { allCheckpoints } from '../store/checkpoints';
import { chainsOf, firstWithoutAccount, type StoredEntry } from '../store/entries';
import { treeOf } from '../store/trees';
import { leavesOfDay } from './leaves-of-day';

export type CheckpointFault =
  | 'notSigned'
  | 'chainBroken'
  | 'entriesDiffer'
  | 'treeDiffers'
  | 'notAsPublished'
  | 'missing';
export type EntryFault = ChainFault | 'dayDiffers' | 'accountMissing';
export type LedgerFault =
  | { readonly what: 'entry'; readonly accountId: string; readonly seq: number; readonly fault: EntryFault }
  | { readonly what: 'checkpoint'; readonly unitId: string; readonly day: string; readonly fault: CheckpointFault };

export interface Walk {
  readonly accounts: number;
  readonly entries: number;
  readonly checkpoints: number;
  /** The first thing that is wrong, or null. */
  readonly fault: LedgerFault | null;
}

const PAGE = 200;

/**
 * Walks every account from its first entry, then every checkpoint, on one unmoving picture of the database. With
 * `published`, checkpoints kept elsewhere, it also finds what somebody with every key in hand could have rewritten.
 */
export async function verifyLedger(
  db: Db,
  keys: Pick<Keys, 'signingPublicKey'>,
  published: readonly Checkpoint[] = [],
): Promise<Walk> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      const chains = await walkChains(trx);
      if (chains.fault) return { ...chains, checkpoints: 0 };
      const stored = await allCheckpoints(trx);
      const fault =
        (await walkCheckpoints(trx, stored, keys.signingPublicKey)) ?? compareWithPublished(stored, published);
      return { ...chains, checkpoints: stored.length, fault };
    });
}

async function walkChains(db: Db): Promise<Omit<Walk, 'checkpoints'>> {
  let [accounts, entries] = [0, 0];
  for (let after: string | null = null; ; ) {
    const page = await pageOfAccounts(db, after, PAGE);
    const chains = await chainsOf(
      db,
      page.map(({ accountId }) => accountId),
    );
    for (const account of page) {
      const chain = chains.get(account.accountId) ?? [];
      const bad = checkChain(chain, { ...account.head, balance: account.balance }) ?? misdated(chain);
      if (bad) return { accounts, entries, fault: { what: 'entry', accountId: account.accountId, ...bad } };
      accounts++;
      entries += chain.length;
    }
    after = page.at(-1)?.accountId ?? null;
    if (page.length < PAGE) return { accounts, entries, fault: await orphaned(db) };
  }
}

/** The day is no part of the hash, it follows from the moment; set otherwise, no checkpoint would ever cover the entry. */
function misdated(chain: readonly StoredEntry[]): { seq: number; fault: EntryFault } | null {
  const entry = chain.find(({ postedOn, postedAtMs }) => postedOn !== businessDate(postedAtMs));
  return entry ? { seq: entry.seq, fault: 'dayDiffers' } : null;
}

/** Entries whose account's row is gone: the walk by accounts passes them by. */
async function orphaned(db: Db): Promise<LedgerFault | null> {
  const entry = await firstWithoutAccount(db);
  return entry && { what: 'entry', ...entry, fault: 'accountMissing' };
}

async function walkCheckpoints(
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

function compareWithPublished(stored: readonly Checkpoint[], published: readonly Checkpoint[]): LedgerFault | null {
  const hashes = new Map(stored.map(({ unitId, day, hash }) => [`${unitId} ${day}`, hash]));
  for (const { unitId, day, ...rest } of published) {
    const hash = hashes.get(`${unitId} ${day}`);
    if (hash === undefined) return { what: 'checkpoint', unitId, day, fault: 'missing' };
    if (hash !== hashCheckpoint({ unitId, day, ...rest }))
      return { what: 'checkpoint', unitId, day, fault: 'notAsPublished' };
  }
  return null;
}
