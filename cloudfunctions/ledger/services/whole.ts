import { accountsOf } from '../../household';
import type { Call } from '../../kit/handler';
import { type Balance, NO_POINTS, sumBalances } from '../rules';
import { balancesOf } from '../store/accounts';

/** What each has in all: of records that are one person together. */
export async function wholeBalances({ db }: Pick<Call, 'db'>, ids: readonly string[]): Promise<Map<string, Balance>> {
  const accounts = await accountsOf(db, ids);
  const balances = await balancesOf(db, [...new Set([...accounts.values()].flat())]);
  const of = (id: string) => balances.get(id) ?? NO_POINTS;
  return new Map([...accounts].map(([id, all]) => [id, sumBalances(all.map(of))]));
}
