import type { DataOf } from '../api';

export type Arrival = DataOf<'activity.attendance'>['arrivals'][number];

/** The newest first; one who is told twice, in answers that overlap, stands once. */
export function mergeArrivals(known: readonly Arrival[], news: readonly Arrival[]): Arrival[] {
  const fresh = new Set(news.map(({ residentId }) => residentId));
  return [...news, ...known.filter(({ residentId }) => !fresh.has(residentId))].sort((a, b) => b.atMs - a.atMs);
}
