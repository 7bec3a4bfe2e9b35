import { useState } from 'react';
import { type DataOf, type Refused, type RequestFor, read } from '../../api';
import { useRead } from '../../api/use-read';

type Found = DataOf<'household.find'>;
export type Person = Found['people'][number];

/** Residents found, the first page at once and more when asked for. A null question waits. */
export function usePages(question: RequestFor<'household.find'> | null) {
  const first = useRead('household.find', question);
  const [older, setOlder] = useState<{ behind: Found | undefined; pages: readonly Found[] }>({
    behind: undefined,
    pages: [],
  });
  const [busy, setBusy] = useState(false);
  const [moreRefusal, setMoreRefusal] = useState<Refused>();
  const known = older.behind === first.data ? older.pages : []; // another question begins anew
  const pages = first.data ? [first.data, ...known] : [];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = async () => {
    if (!cursor || !question || busy) return;
    setBusy(true);
    const result = await read('household.find', { ...question, cursor });
    setBusy(false);
    setMoreRefusal(result.ok ? undefined : result);
    if (result.ok) setOlder({ behind: first.data, pages: [...known, result.data] });
  };
  return {
    people: pages.flatMap(({ people }) => people),
    ready: first.data !== undefined,
    refusal: first.refusal ?? moreRefusal,
    reload: first.reload,
    hasMore: cursor !== null,
    more,
    busy,
  };
}
