import { rebuildBalances } from '../../ledger';
import { lookAtLedger } from './look';

/** `npm run rebuild`: recomputes every balance from the entries and reports what differs. It mends nothing. */
export async function rebuild(env: NodeJS.ProcessEnv): Promise<number> {
  return lookAtLedger(env, async (db) => {
    const { accounts, differences } = await rebuildBalances(db);
    for (const { accountId, stored, computed } of differences)
      console.log(`account ${accountId}: stored ${JSON.stringify(stored)}, by its entries ${JSON.stringify(computed)}`);
    console.log(`${accounts} accounts recomputed, ${differences.length} differ`);
    return differences.length > 0 ? 1 : 0;
  });
}
