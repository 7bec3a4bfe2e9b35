import { type RawBuilder, sql } from 'kysely';

/**
 * What was written under a unit, or under one that was merged into it: rows keep the unit of their day, and stand where it
 * stands now. For every store whose table names a unit; `unit` is organisation's view.
 */
export const standsIn = (column: RawBuilder<unknown>, unitId: string) =>
  sql<boolean>`${column} in (select id from unit where ${unitId}::uuid in (id, successor_id))`;
