import { PAGE_MAX } from '../../../cloudfunctions/values/limits';
import type { RequestFor } from '../../api';
import { usePages } from '../../api/use-pages';
import type { Item } from './item-words';

type State = NonNullable<RequestFor<'catalogue.items'>['state']>;

/** The items in one state: the first hundred at once, more when asked for. */
export function useItems(unitId: string, state: State) {
  const { pages, ...list } = usePages('catalogue.items', { unitId, state, limit: PAGE_MAX });
  const data: readonly Item[] | undefined = list.ready ? pages.flatMap((page) => page.items) : undefined;
  return { data, ...list };
}
