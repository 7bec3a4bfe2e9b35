import type { DataOf } from '../../api';

export type Arrival = DataOf<'activity.attendance'>['arrivals'][number];

const inOrder = (a: Arrival, b: Arrival) => b.atMs - a.atMs || (a.residentId < b.residentId ? -1 : 1);

/** The newest first; one who is told twice, in answers that overlap, stands once. */
export function mergeArrivals(known: readonly Arrival[], news: readonly Arrival[]): Arrival[] {
  const fresh = new Set(news.map(({ residentId }) => residentId));
  return [...news, ...known.filter(({ residentId }) => !fresh.has(residentId))].sort(inOrder);
}
