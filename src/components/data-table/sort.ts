export interface Order {
  key: string;
  falling: boolean;
}

type Value = string | number;

/** Numbers by size, words as a Chinese reader would look them up. */
function compare(one: Value, other: Value): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'zh-CN');
}

/** Rows that are equal keep the order they came in; without a way to sort, all of them do. */
export function sortRows<Row>(
  rows: readonly Row[],
  sortBy: ((row: Row) => Value) | undefined,
  falling: boolean,
): readonly Row[] {
  if (!sortBy) return rows;
  const sign = falling ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(sortBy(a), sortBy(b)));
}
