import { useEffect, useMemo, useRef } from 'react';
import { type DataOf, type Refused, type RequestFor, read } from '.';
import { type PagedName, usePages } from './use-pages';

/** Which part of an answer is its list. */
type ListIn<Name extends PagedName> = {
  [Key in keyof DataOf<Name>]: DataOf<Name>[Key] extends readonly unknown[] ? Key : never;
}[keyof DataOf<Name>];
type RowOf<Name extends PagedName, List extends ListIn<Name>> = DataOf<Name>[List] extends readonly (infer Row)[]
  ? Row
  : never;

const rowsOf = <Name extends PagedName, List extends ListIn<Name>>(pages: readonly DataOf<Name>[], list: List) =>
  pages.flatMap((page) => page[list] as unknown as RowOf<Name, List>[]);

/** All pages of a list as one. */
export async function readWhole<Name extends PagedName, List extends ListIn<Name>>(
  name: Name,
  question: RequestFor<Name>,
  list: List,
): Promise<{ ok: true; data: RowOf<Name, List>[] } | Refused> {
  const pages: DataOf<Name>[] = [];
  let cursor: string | null = null;
  do {
    const answer = await read(name, { ...question, ...(cursor && { cursor }) } as RequestFor<Name>);
    if (!answer.ok) return answer;
    pages.push(answer.data);
    cursor = answer.data.nextCursor as string | null;
  } while (cursor);
  return { ok: true, data: rowsOf<Name, List>(pages, list) };
}

/**
 * All pages, one after the other, as one list: of what is chosen from, counted or put in another order, which no page alone
 * could say. Nothing until the last has come; read again, the list stays until the new one is whole.
 */
export function useWhole<Name extends PagedName, List extends ListIn<Name>>(
  name: Name,
  question: RequestFor<Name> | null,
  list: List,
  everyMs?: number,
) {
  const { pages, ready, hasMore, more, refusal, moreRefusal, reload } = usePages(name, question, everyMs);
  const { length } = pages;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each page that has come
  useEffect(() => {
    if (hasMore) void more();
  }, [length, hasMore]);
  const isWhole = ready && !hasMore;
  const last = pages[pages.length - 1];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same pages are the same rows
  const rows = useMemo(() => (isWhole ? rowsOf<Name, List>(pages, list) : undefined), [isWhole, pages[0], last, list]);
  const key = JSON.stringify(question);
  const kept = useRef<{ key: string; rows: RowOf<Name, List>[] }>();
  if (rows) kept.current = { key, rows };
  return {
    data: rows ?? (kept.current?.key === key ? kept.current.rows : undefined),
    first: pages[0],
    refusal: moreRefusal ?? refusal,
    reload: moreRefusal ? more : reload,
  };
}
