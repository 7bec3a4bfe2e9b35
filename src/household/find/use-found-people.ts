import type { DataOf, RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';

export type Person = DataOf<'household.find'>['people'][number];

/** Residents found, the first page at once and more when asked for. A null question waits. */
export function useFoundPeople(question: RequestFor<'household.find'> | null) {
  const { pages, ...list } = usePages('household.find', question);
  return { people: pages.flatMap(({ people }) => people), count: pages[0]?.count ?? 0, ...list };
}
