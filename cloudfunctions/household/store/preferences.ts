import type { Db } from '../../kit/transaction';

/** Whether the household may redeem with this member's points; false when they are in no household. */
export async function setMemberPool(db: Db, residentId: string, agreedAt: Date | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set({ pool_agreed_at: agreedAt })
    .where('resident_id', '=', residentId)
    .where('left_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The head's word on the household's own account. */
export async function setHouseholdPool(
  db: Db,
  householdId: string,
  headId: string,
  agreedAt: Date | null,
): Promise<void> {
  await db
    .updateTable('household')
    .set({ pool_agreed_at: agreedAt, pool_agreed_by: agreedAt ? headId : null })
    .where('id', '=', householdId)
    .execute();
}

export async function setNamesShown(db: Db, residentId: string, shown: boolean): Promise<void> {
  await db.updateTable('resident').set({ names_shown: shown }).where('id', '=', residentId).execute();
}
