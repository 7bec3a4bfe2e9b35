import { useMemo, useState } from 'react';
import { type DataOf, type ReadName, type Refused, type RequestFor, read } from '.';
import { useRead } from './use-read';

/** What answers page by page. */
export type PagedName = {
  [Name in ReadName]: DataOf<Name> extends { readonly nextCursor: string | null } ? Name : never;
}[ReadName];

export interface Pages<Name extends PagedName> {
  /** In their order; none while there is nothing to show yet (`ready`). */
  readonly pages: readonly DataOf<Name>[];
  readonly ready: boolean;
  readonly refusal: Refused | undefined;
  /** Why the page that was asked for last did not come; those that are there stay. */
  readonly moreRefusal: Refused | undefined;
  readonly reload: () => Promise<void>;
  readonly hasMore: boolean;
  readonly more: () => Promise<void>;
  readonly busy: boolean;
}

/** What was asked for after a first page, and holds only as long as that page stands. */
interface Older<Name extends PagedName> {
  readonly behind: DataOf<Name> | undefined;
  readonly pages: readonly DataOf<Name>[];
  readonly refusal?: Refused;
}

const isSame = (one: unknown, other: unknown) => one === other || JSON.stringify(one) === JSON.stringify(other);

/**
 * The first page at once and more when asked for. Read again, as on the way back from a row, what was added stays as long as
 * the first page is the same; else it begins anew. A null question waits.
 */
export function usePages<Name extends PagedName>(
  name: Name,
  question: RequestFor<Name> | null,
  everyMs?: number,
): Pages<Name> {
  const { data: first, refusal, reload } = useRead(name, question, everyMs);
  const [newest, setOlder] = useState<Older<Name>>();
  const [busy, setBusy] = useState(false);
  const stands = useMemo(() => newest !== undefined && isSame(newest.behind, first), [newest, first]);
  const older = stands ? newest : undefined;
  const known = older?.pages ?? [];
  const pages = first ? [first, ...known] : [];
  const cursor = pages[pages.length - 1]?.nextCursor ?? null;
  const more = async () => {
    if (!cursor || busy) return;
    setBusy(true);
    const result = await read(name, { ...question, cursor } as RequestFor<Name>);
    setBusy(false);
    setOlder(
      result.ok ? { behind: first, pages: [...known, result.data] } : { behind: first, pages: known, refusal: result },
    );
  };
  const moreRefusal = older?.refusal;
  return { pages, ready: first !== undefined, refusal, moreRefusal, reload, hasMore: cursor !== null, more, busy };
}
