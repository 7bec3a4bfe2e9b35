import { ITEM_FOR_RESIDENTS, type ItemVersion, itemDayKey, itemsOn } from '../../catalogue';
import { readShared } from '../../kit/shared-read';
import type { Db } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { deedDateOf } from '../rules';
import type { ActivityRow } from '../store/activities';

/**
 * What a check-in earns, by activity: the item's version of the deed's day (the day on which the deed was done decides), the newest for
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
  const found = await itemsOn(db, distinct, ITEM_FOR_RESIDENTS);
  return new Map(
    activities.map(({ activityId }, i) => [
      activityId,
      found.get(itemDayKey(wanted[i] as (typeof wanted)[0])) as ItemVersion,
    ]),
  );
}

/** The same for one of those that many come to at once. */
export async function itemEarnedAt({ database }: World, activity: ActivityRow, nowMs: number): Promise<ItemVersion> {
  const wanted = { itemId: activity.itemId, day: deedDateOf(activity, nowMs) };
  return (await readShared(database, ITEM_FOR_RESIDENTS, wanted)) as ItemVersion;
}
