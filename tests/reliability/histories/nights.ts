import { sql } from 'kysely';
import { runOn } from '../../../cloudfunctions/kit/statement';
import { inTransaction } from '../../../cloudfunctions/kit/transaction';
import type { World } from '../../../cloudfunctions/kit/world';
import { append, lockAccounts, signCheckpoints } from '../../../cloudfunctions/ledger';
import { addDays, businessDate, startOfDayMs } from '../../../cloudfunctions/values/dates';
import { insertUnits } from '../../support/rows';

const MINUTE_MS = 60_000;

/**
 * A day of another community that was left out, long before. While it waits for a person's word no head closes a night:
 * all histories of a chapter begin on the same day.
 */
export async function leaveOutOneNight(
  { database: { db } }: World,
  atMs: number,
  source: 'opening' | 'give' = 'opening',
): Promise<void> {
  const { communityId: unitId } = await insertUnits(db);
  const holder = { kind: 'household' as const, id: unitId };
  await inTransaction(db, async (trx) => {
    const accounts = await lockAccounts(runOn(trx), [holder], atMs);
    const deed = {
      kind: 'credit' as const,
      points: 1,
      title: '清洁家园',
      source,
      sourceId: 'before',
    };
    const when = { deedDate: businessDate(atMs), postedAtMs: atMs, itemId: null, itemVersion: null, correctsSeq: null };
    await append(runOn(trx), accounts, [{ ...deed, ...when, accountId: holder.id, unitId }]);
  });
}

/** The job in each night up to a moment that has something to sign, but for the one that was left out. */
export async function signNights(world: World, nowMs: number): Promise<number> {
  const { rows } = await sql<{ day: string }>`
    select distinct posted_on as day from ledger_entry as entry
    where source <> 'opening' and not exists (
      select from checkpoint where unit_id = entry.unit_id and day = entry.posted_on)
    order by day`.execute(world.database.db);
  let signed = 0;
  for (const { day } of rows) {
    const nightMs = startOfDayMs(addDays(day, 1)) + 10 * MINUTE_MS;
    if (nightMs <= nowMs) signed += await signCheckpoints(world, nightMs);
  }
  return signed;
}
