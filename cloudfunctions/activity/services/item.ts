import { type ItemVersion, itemDayKey, itemsOn } from '../../catalogue';
import type { Db } from '../../kit/transaction';
import { deedDateOf } from '../rules';
import type { ActivityRow } from '../store/activities';

/**
 * What a check-in earns, by activity: the item's version of the deed's day (product.md, which day counts), the newest for
 * residents by then: a version for households or societies thanks nobody here. What is retired since was promised all the
 * same, and counts.
 */
export async function itemsEarnedAt(
  db: Db,
  activities: readonly ActivityRow[],
  nowMs: number,
): Promise<Map<string, ItemVersion>> {
  const wanted = activities.map((activity) => ({ itemId: activity.itemId, day: deedDateOf(activity, nowMs) }));
  const distinct = [...new Map(wanted.map((one) => [itemDayKey(one), one])).values()];
  const found = await itemsOn(db, distinct, 'resident');
  return new Map(
    activities.map(({ activityId }, i) => [
      activityId,
      found.get(itemDayKey(wanted[i] as (typeof wanted)[0])) as ItemVersion,
    ]),
  );
}

export async function itemEarnedAt(db: Db, activity: ActivityRow, nowMs: number): Promise<ItemVersion> {
  const items = await itemsEarnedAt(db, [activity], nowMs);
  return items.get(activity.activityId) as ItemVersion;
}
