import { useState } from 'react';
import type { Order } from './sort';

/**
 * A list that the server sorts: `sort` goes into the question, `sorting` to the DataTable. Each order is a list of its own
 * and begins at its first page.
 */
export function useSorting<Key extends string>(first: Key, falling = false) {
  const [order, setOrder] = useState<Order>({ key: first, falling });
  return {
    sort: { by: order.key as Key, falling: order.falling },
    sorting: { order, onSort: setOrder },
  };
}
