import { useState } from 'react';
import { type DataOf, type Refused, type RequestFor, read } from '../../api';
import { useRead } from '../../api/use-read';
import type { Item } from './item-words';

type Answer = DataOf<'catalogue.items'>;
type State = NonNullable<RequestFor<'catalogue.items'>['state']>;

/** The items in one state: the first hundred at once, more when asked for. Read again, it begins anew. */
export function useItems(unitId: string | undefined, state: State) {
  const question = unitId ? { unitId, state, limit: 100 } : null;
  const { data: first, refusal, reload } = useRead('catalogue.items', question);
  const [older, setOlder] = useState<{ behind: Answer | undefined; pages: readonly Answer[] }>();
  const [busy, setBusy] = useState(false);
  const [moreRefusal, setMoreRefusal] = useState<Refused>();
  const known = first && older?.behind === first ? older.pages : [];
  const pages = first ? [first, ...known] : undefined;
  const items: readonly Item[] | undefined = pages?.flatMap((page) => page.items);
  const cursor = pages?.at(-1)?.nextCursor ?? null;
  const more = async () => {
    if (!cursor || !question || busy) return;
    setBusy(true);
    const result = await read('catalogue.items', { ...question, cursor });
    setBusy(false);
    setMoreRefusal(result.ok ? undefined : result);
    if (result.ok) setOlder({ behind: first, pages: [...known, result.data] });
  };
  return { items, refusal, reload, ...{ hasMore: cursor !== null, more, busy, moreRefusal } };
}
