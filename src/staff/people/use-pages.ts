import { useState } from 'react';
import { type DataOf, type Refused, type RequestFor, read } from '../../api';
import { useRead } from '../../api/use-read';

type Found = DataOf<'household.find'>;
export type Person = Found['people'][number];

/** What was asked for after a first page, and holds only as long as that page stands. */
interface Older {
  readonly behind: Found | undefined;
  readonly pages: readonly Found[];
  readonly refusal?: Refused;
}

/** Residents found, the first page at once and more when asked for. A null question waits. */
export function usePages(question: RequestFor<'household.find'> | null) {
  const first = useRead('household.find', question);
  const [newest, setOlder] = useState<Older>();
  const [busy, setBusy] = useState(false);
  const older: Older = newest && newest.behind === first.data ? newest : { behind: first.data, pages: [] };
  const pages = first.data ? [first.data, ...older.pages] : [];
  const cursor = pages.at(-1)?.nextCursor ?? null;
  const more = async () => {
    if (!cursor || !question || busy) return;
    setBusy(true);
    const result = await read('household.find', { ...question, cursor });
    setBusy(false);
    const { behind, pages: known } = older;
    setOlder(result.ok ? { behind, pages: [...known, result.data] } : { behind, pages: known, refusal: result });
  };
  return {
    people: pages.flatMap(({ people }) => people),
    ready: first.data !== undefined,
    refusal: first.refusal ?? older.refusal,
    reload: first.reload,
    hasMore: cursor !== null,
    more,
    busy,
  };
}
