import type { Db } from '../../kit/transaction';
import { type Counted, type Month, untilKept } from '../rules';
import { countMonth } from '../store/counts';
import { keptFigures, keptMonths } from '../store/kept';

export interface Told {
  /** As they were counted: each up to the day on which that was done. */
  readonly months: readonly Month[];
  /** One of each community and month. */
  readonly counted: readonly Counted[];
  /** Every entry up to here is in all of it. */
  readonly countedAtMs: number;
}

/** What is kept of communities in some months; what is not is counted now. */
export async function figuresFor(
  db: Db,
  unitIds: readonly string[],
  asked: readonly Month[],
  nowMs: number,
): Promise<Told> {
  const known = await keptMonths(db, asked);
  const keys = known.map(({ month }) => month);
  const kept = await keptFigures(db, unitIds, keys);
  const months = untilKept(asked, known);
  const counted = [...kept];
  for (const month of months) {
    const there = new Set(kept.filter((one) => one.month === month.key).map(({ unitId }) => unitId));
    const missing = unitIds.filter((unitId) => !there.has(unitId));
    if (missing.length > 0) counted.push(...(await countMonth(db, missing, month)));
  }
  return { months, counted, countedAtMs: Math.min(nowMs, ...known.map((one) => one.countedAtMs)) };
}
