import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { Balance } from '../rules';
import { toBalance } from '../store/accounts';

export interface BalanceDifference {
  readonly accountId: string;
  readonly stored: Balance;
  readonly computed: Balance;
}

type Sums = Record<'lifetime' | 'held' | 'redeemed' | 'wasLifetime' | 'wasHeld' | 'wasRedeemed', number> & {
  accountId: string;
};

/**
 * Recomputes every balance from the entries alone and gives the accounts whose stored balance differs. It reports and
 * does not mend: a difference means that somebody was at the tables, and a person has to look.
 */
export async function rebuildBalances(db: Db): Promise<{ accounts: number; differences: BalanceDifference[] }> {
  const { rows } = await sql<Sums>`
    select account.account_id as "accountId", account.lifetime as "wasLifetime", account.held as "wasHeld", account.redeemed as "wasRedeemed",
      coalesce(sum(points) filter (where kind = 'credit'), 0) - coalesce(sum(points) filter (where kind = 'correction'), 0) as lifetime,
      coalesce(sum(points) filter (where kind = 'hold'), 0) - coalesce(sum(points) filter (where kind in ('redeem', 'release')), 0) as held,
      coalesce(sum(points) filter (where kind = 'redeem'), 0) as redeemed
    from account left join ledger_entry on ledger_entry.account_id = account.account_id
    group by account.account_id`.execute(db);
  const differences = rows
    .map((row) => ({
      accountId: row.accountId,
      stored: toBalance({ lifetime: row.wasLifetime, held: row.wasHeld, redeemed: row.wasRedeemed }),
      computed: toBalance(row),
    }))
    .filter(
      ({ stored, computed }) =>
        stored.lifetime !== computed.lifetime || stored.held !== computed.held || stored.redeemed !== computed.redeemed,
    );
  return { accounts: rows.length, differences };
}
