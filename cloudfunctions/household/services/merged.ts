import type { Db } from '../../kit/transaction';
import { linksOf } from '../store/merging';

/** Each with all the accounts that are theirs: their own first, then those of records that were merged into them. */
export async function accountsOf(
  db: Db,
  residentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const accounts = new Map(residentIds.map((id) => [id, [id]]));
  for (const { survivorId, mergedId } of await linksOf(db, residentIds)) accounts.get(survivorId)?.push(mergedId);
  return accounts;
}

/** By record that was merged, who it is now. */
export async function survivorsOf(db: Db, residentIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map((await linksOf(db, residentIds)).map(({ mergedId, survivorId }) => [mergedId, survivorId]));
}
