import { sql } from 'kysely';

/** How many rows wait, and since when each of the first ones, the oldest first. */
export const waitingTimes = (column: string, most: number) =>
  [
    sql<number>`count(*)::int`.as('count'),
    sql<
      number[]
    >`coalesce((array_agg((extract(epoch from ${sql.ref(column)}) * 1000)::float8 order by ${sql.ref(column)}))[1:${sql.lit(most)}], '{}')`.as(
      'sinceMs',
    ),
  ] as const;

/** Since when so many wait. */
export interface WaitingTimes {
  readonly count: number;
  readonly sinceMs: readonly number[];
}
