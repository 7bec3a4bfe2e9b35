import { sql } from 'kysely';
import type { Db } from '../../kit/transaction';
import type { RedemptionWindow } from '../../values/windows';
import type { Ceilings, Spent } from '../rules';

export interface RedemptionRule extends Ceilings {
  readonly windows: readonly RedemptionWindow[];
}

const rules = (db: Db, unitIds: readonly string[]) =>
  db
    .selectFrom('redemption_rule')
    .select(['unit_id', 'windows', 'month_points', 'month_cents'])
    .where('unit_id', '=', sql<string>`any(${unitIds}::uuid[])`);

/** By community; of one that has set nothing there is none. */
export async function rulesOf(db: Db, unitIds: readonly string[]): Promise<Map<string, RedemptionRule>> {
  const rows = await rules(db, unitIds).execute();
  return new Map(
    rows.map((row) => [
      row.unit_id,
      {
        windows: row.windows as RedemptionWindow[],
        monthPoints: row.month_points,
        monthCents: row.month_cents,
      },
    ]),
  );
}

/** Who counts against a community's month goes one behind the other; where there is no rule there is nothing to count. */
export async function lockRule(db: Db, unitId: string): Promise<void> {
  await rules(db, [unitId]).forUpdate().execute();
}

export async function keepRule(
  db: Db,
  unitId: string,
  { windows, monthPoints, monthCents }: RedemptionRule,
  by: { readonly residentId: string; readonly nowMs: number },
): Promise<void> {
  const said = {
    windows: JSON.stringify(windows),
    month_points: monthPoints,
    month_cents: monthCents,
    set_by: by.residentId,
    set_at: new Date(by.nowMs),
  };
  await db
    .insertInto('redemption_rule')
    .values({ unit_id: unitId, ...said })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(said))
    .execute();
}

/** Moments from the first up to the second, which is not in it. */
export interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

const sums = {
  points: sql<number>`coalesce(sum(points), 0)::float8`,
  cents: sql<number>`coalesce(sum(unit_cost_cents::bigint * quantity), 0)::float8`,
};
/** Vouchers of a span that count: those given back or lapsed free what they took. */
const counted = (db: Db, { fromMs, untilMs }: Span) =>
  db
    .selectFrom('voucher')
    .innerJoin('reward', 'reward.id', 'reward_id')
    .where('state', 'in', ['issued', 'redeemed'])
    .where('issued_at', '>=', new Date(fromMs))
    .where('issued_at', '<', new Date(untilMs));

/** What went out of each community. */
export async function spentByUnits(db: Db, unitIds: readonly string[], span: Span): Promise<Map<string, Spent>> {
  if (unitIds.length === 0) return new Map();
  const rows = await counted(db, span)
    .where('voucher.unit_id', '=', sql<string>`any(${unitIds}::uuid[])`)
    .select(['voucher.unit_id as key', sums.points.as('points'), sums.cents.as('cents')])
    .groupBy('voucher.unit_id')
    .execute();
  return new Map(rows.map(({ key, ...spent }) => [key, spent]));
}

/** What went out of each line of rewards. */
export async function spentByLines(db: Db, lineIds: readonly string[], span: Span): Promise<Map<string, Spent>> {
  if (lineIds.length === 0) return new Map();
  const line = sql<string>`coalesce(first_id, reward.id)`;
  const rows = await counted(db, span)
    .where(line, '=', sql<string>`any(${lineIds}::uuid[])`)
    .select([line.as('key'), sums.points.as('points'), sums.cents.as('cents')])
    .groupBy(line)
    .execute();
  return new Map(rows.map(({ key, ...spent }) => [key, spent]));
}
