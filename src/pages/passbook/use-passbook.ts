import { useState } from 'react';
import { type DataOf, type Refused, read } from '../../api';
import { useRead } from '../../api/use-read';

type Book = DataOf<'ledger.passbook'>;
const PAGE = 30;

/** The newest page comes with the screen; older ones are added below when asked for. */
export function usePassbook(holderId: string | undefined) {
  const ofHolder = holderId ? { holderId } : {};
  const first = useRead('ledger.passbook', { ...ofHolder, limit: PAGE });
  const balance = useRead('ledger.balance', ofHolder);
  const [older, setOlder] = useState<{ behind: Book | undefined; pages: readonly Book[] }>({
    behind: undefined,
    pages: [],
  });
  const [busy, setBusy] = useState(false);
  const [olderRefusal, setOlderRefusal] = useState<Refused>();
  const known = older.behind === first.data ? older.pages : []; // a newer first page begins anew
  const pages = first.data ? [first.data, ...known] : [];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = async () => {
    if (!cursor || busy) return;
    setBusy(true);
    const result = await read('ledger.passbook', { ...ofHolder, cursor, limit: PAGE });
    setBusy(false);
    setOlderRefusal(result.ok ? undefined : result);
    if (result.ok) setOlder({ behind: first.data, pages: [...known, result.data] });
  };
  return {
    entries: pages.flatMap(({ entries }) => entries),
    sums: pages.flatMap(({ months }) => months),
    balance: balance.data?.balance,
    ready: first.data !== undefined,
    refusal: first.refusal,
    reload: first.reload,
    hasMore: cursor !== null,
    more,
    busy,
    olderRefusal,
  };
}
