import { rebuildBalances } from '../../ledger';
import { rebuildFigures } from '../../oversight';
import { lookAtLedger } from './look';

/** `npm run rebuild`: recomputes every balance from the entries and what is kept of closed months from the same, and reports what differs. It mends nothing. */
export async function rebuild(env: NodeJS.ProcessEnv): Promise<number> {
  return lookAtLedger(env, async (db) => {
    const { accounts, differences } = await rebuildBalances(db);
    for (const { accountId, stored, computed } of differences)
      console.log(`account ${accountId}: stored ${JSON.stringify(stored)}, by its entries ${JSON.stringify(computed)}`);
    console.log(`${accounts} accounts recomputed, ${differences.length} differ`);
    const months = await rebuildFigures(db);
    for (const difference of months.differences) console.log(difference);
    console.log(`${months.figures} figures of closed months counted anew, ${months.differences.length} differ`);
    return differences.length + months.differences.length > 0 ? 1 : 0;
  });
}
