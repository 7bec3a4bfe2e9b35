/** By what they have in common, each group and its rows in the order in which they come; `make` says what becomes of a row. */
export function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]>;
export function groupedBy<Row, One>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  make: (row: Row) => One,
): Map<string, One[]>;
export function groupedBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  make: (row: Row) => unknown = (row) => row,
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(make(row));
    else groups.set(key, [make(row)]);
  }
  return groups;
}
