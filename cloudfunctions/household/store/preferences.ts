import type { Db } from '../../kit/transaction';
import type { Purpose } from './bindings';

/** Whose word it is: the person's own, or that of whoever acts for them. */
export type Word = 'own' | 'guardian';

/** Lets the household redeem with this member's points; false when they are in no household. */
export async function lendToFamily(db: Db, residentId: string, word: Word, agreedAt: Date): Promise<boolean> {
  return setLending(db, residentId, word === 'own' ? { pool_agreed_at: agreedAt } : { pool_guardian_at: agreedAt });
}

/** Whoever of the two ends it, it has ended. */
export const endLending = (db: Db, residentId: string): Promise<boolean> =>
  setLending(db, residentId, { pool_agreed_at: null, pool_guardian_at: null });

async function setLending(
  db: Db,
  residentId: string,
  to: { readonly pool_agreed_at?: Date | null; readonly pool_guardian_at?: Date | null },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('membership')
    .set(to)
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

/** What others said for somebody; their own word stays. */
export async function endWordsOfOthers(db: Db, residentId: string, purposes: readonly Purpose[]): Promise<void> {
  if (purposes.includes('pooling')) await setLending(db, residentId, { pool_guardian_at: null });
  if (purposes.includes('shownByName'))
    await db.updateTable('resident').set({ names_guardian: false }).where('id', '=', residentId).execute();
}

export async function setNamesShown(db: Db, residentId: string, word: Word, shown: boolean): Promise<void> {
  const ended = { names_shown: false, names_guardian: false };
  const to = !shown ? ended : word === 'own' ? { names_shown: true } : { names_guardian: true };
  await db.updateTable('resident').set(to).where('id', '=', residentId).execute();
}
