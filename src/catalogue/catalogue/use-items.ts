import type { RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import type { Item } from './item-words';

type State = NonNullable<RequestFor<'catalogue.items'>['state']>;

/** The items in one state: the first hundred at once, more when asked for. */
export function useItems(unitId: string | undefined, state: State) {
  const { pages, ...list } = usePages('catalogue.items', unitId ? { unitId, state, limit: 100 } : null);
  const items: readonly Item[] | undefined = list.ready ? pages.flatMap((page) => page.items) : undefined;
  return { items, ...list };
}
