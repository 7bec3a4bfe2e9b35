import type { Db } from '../../../kit/transaction';
import { businessDate } from '../../../values/dates';
import { checkChain } from '../../rules';
import { pageOfAccounts } from '../../store/accounts';
import { chainsOf, firstWithoutAccount, type StoredEntry } from '../../store/entries';
import type { EntryFault, LedgerFault } from './fault';

const PAGE = 200;

export interface ChainWalk {
  readonly accounts: number;
  readonly entries: number;
  readonly fault: LedgerFault | null;
}

/** Every account from its first entry. */
export async function walkChains(db: Db): Promise<ChainWalk> {
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
