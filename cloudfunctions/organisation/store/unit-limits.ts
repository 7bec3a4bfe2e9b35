import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { UnitLimit } from '../../values/unit-limits';

export interface SetLimit {
  readonly unitId: string;
  readonly name: UnitLimit;
  readonly value: number;
}

/** What was set in these units. */
export function limitsSetIn(db: Db, unitIds: readonly string[]): Promise<SetLimit[]> {
  return db
    .selectFrom('unit_limit')
    .select(['unit_id as unitId', sql<UnitLimit>`name`.as('name'), 'value'])
    .where('unit_id', '=', sql<string>`any(${unitIds})`)
    .execute();
}

export async function keepLimit(db: Db, { unitId, name, value }: SetLimit, by: string, nowMs: number): Promise<void> {
  const said = { value, set_by: by, set_at: new Date(nowMs) };
  await db
    .insertInto('unit_limit')
    .values({ unit_id: unitId, name, ...said })
    .onConflict((conflict) => conflict.columns(['unit_id', 'name']).doUpdateSet(said))
    .execute();
}
