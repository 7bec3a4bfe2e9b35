import { usePages } from '../../api/use-pages';
import { useRead } from '../../api/use-read';

/** The newest page comes with the screen; older ones are added below when asked for. */
export function usePassbook(holderId: string | undefined) {
  const ofHolder = holderId ? { holderId } : {};
  const { pages, ...list } = usePages('ledger.passbook', { ...ofHolder, limit: 30 });
  const balance = useRead('ledger.balance', ofHolder);
  return {
    /** Undefined until the first page is here. */
    data: list.ready ? pages.flatMap(({ entries }) => entries) : undefined,
    sums: pages.flatMap(({ months }) => months),
    balance: balance.data?.balance,
    ...list,
  };
}
