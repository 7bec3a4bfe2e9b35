import { sql } from 'kysely';

/** How many rows wait, and since when the one that has waited longest; null when none does. `column` is when each began. */
export const waitingSince = (column: string) =>
  [
    sql<number>`count(*)::int`.as('count'),
    sql<number | null>`(extract(epoch from min(${sql.ref(column)})) * 1000)::bigint`.as('oldestAtMs'),
  ] as const;
