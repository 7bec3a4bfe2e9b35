import { type Db, inTransaction } from '../../kit/transaction';
import type { World } from '../../kit/world';
import { deleteFiles, lockExpired } from '../store/files';
import { partsInDatabase } from '../store/parts';

/** At most 80 MB of parts in one statement. */
const BATCH = 20;

/** Parts, then key and row; the rows are locked by whoever calls. */
export async function removeFiles(db: Db, fileIds: readonly string[]): Promise<void> {
  await partsInDatabase(db).forget(fileIds);
  await deleteFiles(db, fileIds);
}

/** Removes the files whose day is over. May be repeated, and run by two at once. Answers how many went. */
export async function forgetFiles({ database }: World, nowMs: number): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const gone = await inTransaction(database.db, async (trx) => {
      const fileIds = await lockExpired(trx, new Date(nowMs), BATCH);
      await removeFiles(trx, fileIds);
      return fileIds.length;
    });
    forgotten += gone;
    if (gone < BATCH) return forgotten;
  }
}
