import { sql } from 'kysely';
import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { businessDate } from '../../values/dates';
import { MONTHS_BACK_MAX, MONTHS_SHOWN } from '../../values/participation';
import { type Month, monthOf, monthsUpTo } from '../rules';
import { countMonth } from '../store/counts';
import {
  addFigures,
  communityIds,
  keptFigures,
  lockKept,
  noteChanged,
  saveMonth,
  settledMonths,
  withoutFigure,
} from '../store/kept';

/** A first time has years to count: that much at once, the rest next time. */
const MONTHS_AT_ONCE = 6;

/**
 * Counts anew what has changed, the newest month first; answers how many figures of a community in a month that were. Each
 * month is counted from one moment of the database, so that its figures fit together.
 */
export async function keepFigures({ database: { db } }: World, nowMs: number): Promise<number> {
  const today = businessDate(nowMs);
  const months = monthsUpTo(today, 0, MONTHS_BACK_MAX + MONTHS_SHOWN);
  const changed = await inTransaction(db, async (trx) => {
    await lockKept(trx);
    return noteChanged(trx, months, nowMs);
  });
  let figures = 0;
  for (const key of changed.slice(0, MONTHS_AT_ONCE))
    figures += await keepMonth(db, months.find((month) => month.key === key) as Month, nowMs);
  return figures + (await keepNewCommunities(db));
}

/** Holds off whoever counts as well, then looks at one moment of the database. */
const fromOneMoment = (db: Db, work: (trx: Db) => Promise<number>) =>
  inTransaction(db, async (trx) => {
    await sql`set transaction isolation level repeatable read`.execute(trx);
    await lockKept(trx);
    return work(trx);
  });

const keepMonth = (db: Db, month: Month, nowMs: number) =>
  fromOneMoment(db, async (trx) => {
    const counted = await countMonth(trx, await communityIds(trx), month);
    await saveMonth(trx, month, counted, nowMs);
    return counted.length;
  });

const keepNewCommunities = (db: Db) =>
  fromOneMoment(db, async (trx) => {
    let figures = 0;
    for (const { month, until, unitIds } of await withoutFigure(trx)) {
      await addFigures(trx, await countMonth(trx, unitIds, monthOf(month, until)));
      figures += unitIds.length;
    }
    return figures;
  });

/**
 * For `npm run rebuild`: counts each closed month anew beside what is kept of it, from one moment of the database.
 * Changes nothing.
 */
export async function rebuildFigures(db: Db): Promise<{ figures: number; differences: readonly string[] }> {
  return inTransaction(db, async (trx) => {
    await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    const unitIds = await communityIds(trx);
    const differences: string[] = [];
    let figures = 0;
    for (const { month: key, until } of await settledMonths(trx)) {
      const kept = await keptFigures(trx, unitIds, [key]);
      const counted = new Map((await countMonth(trx, unitIds, monthOf(key, until))).map((one) => [one.unitId, one]));
      figures += kept.length;
      for (const one of kept) {
        const [is, shouldBe] = [JSON.stringify(one), JSON.stringify(counted.get(one.unitId))];
        if (is !== shouldBe)
          differences.push(`${key}, community ${one.unitId}: kept ${is}, by its entries ${shouldBe}`);
      }
    }
    return { figures, differences };
  });
}
