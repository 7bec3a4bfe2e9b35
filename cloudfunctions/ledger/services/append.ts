import type { Run } from '../../kit/statement';
import { applyEntry, type Balance, type ChainedEntry, chain, type DraftEntry, type Head } from '../rules';
import { type AccountAfter, appendEntries } from '../store/entries';

/** An account while entries are being hung on it. */
export interface AccountState {
  readonly accountId: string;
  readonly head: Head;
  readonly balance: Balance;
}

/** Hangs drafts on their accounts, in their order. Throws where points are not there: callers decide before they append. */
export function appendToChain(
  accounts: ReadonlyMap<string, AccountState>,
  drafts: readonly DraftEntry[],
): { readonly entries: readonly ChainedEntry[]; readonly after: readonly AccountAfter[] } {
  const after = new Map<string, AccountState>();
  const entries = drafts.map((draft) => {
    const account = after.get(draft.accountId) ?? accounts.get(draft.accountId);
    if (!account) throw new Error(`account ${draft.accountId} is not locked`);
    const applied = applyEntry(account.balance, draft.kind, draft.points);
    if (!applied.ok) throw new Error(`${draft.kind} of ${draft.points} on ${draft.accountId}: points are not there`);
    const chained = chain(account.head, [draft]);
    after.set(draft.accountId, { accountId: draft.accountId, head: chained.head, balance: applied.balance });
    return chained.entries[0] as ChainedEntry;
  });
  return { entries, after: [...after.values()] };
}

/** Hangs and writes. The accounts are locked by the caller's transaction. */
export async function append(
  run: Run,
  accounts: ReadonlyMap<string, AccountState>,
  drafts: readonly DraftEntry[],
): Promise<readonly ChainedEntry[]> {
  const { entries, after } = appendToChain(accounts, drafts);
  if (entries.length > 0) await appendEntries(run, entries, after);
  return entries;
}
