import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import type { World } from '../../cloudfunctions/kit/world';
import { append, type Holder, lockAccounts, signCheckpoints } from '../../cloudfunctions/ledger';
import { allCheckpoints } from '../../cloudfunctions/ledger/store/checkpoints';
import { businessDate } from '../../cloudfunctions/values/dates';
import { employ, insertNeighbourhood } from '../household/neighbourhood';
import { type BookAccount, type BookEntry, copyBook, overwrite, readBook } from '../reliability/tampering/book';
import { resign, rewriteFrom } from '../reliability/tampering/rewrite';
import type { TestDatabase } from '../support/database';
import { TEST_NOW_MS, testWorld } from '../support/world';

const DAY_MS = 86_400_000;
export const FIRST = businessDate(TEST_NOW_MS);

/** A community of which days are signed, each with an entry; an admin, and a supervisor above. The clock stands after the last one. */
export async function setThreeDays(database: TestDatabase) {
  let days = 0;
  const world = testWorld(database, { clock: () => TEST_NOW_MS + days * DAY_MS });
  const hood = await insertNeighbourhood(world);
  const unitId = hood.here.communityId;
  const holder: Holder = { kind: 'resident', id: hood.staff.residentId };
  const addDay = async () => {
    const [postedAtMs, sourceId] = [world.clock(), `deed ${days}`];
    await inTransaction(database.db, async (trx) => {
      const accounts = await lockAccounts(runOn(trx), [holder], postedAtMs);
      const deed = { accountId: holder.id, kind: 'credit' as const, points: 3, title: '清洁家园', unitId, postedAtMs };
      const rest = { source: 'give' as const, sourceId, deedDate: FIRST, itemId: null, itemVersion: null };
      await append(runOn(trx), accounts, [{ ...deed, ...rest, correctsSeq: null }]);
    });
    days += 1;
    await signCheckpoints(world, world.clock());
  };
  for (const _day of [1, 2, 3]) await addDay();
  return {
    ...{ world, hood, unitId, addDay, checkpoints: await allCheckpoints(database.db) },
    admin: await employ(world, hood.here, 'communityAdmin', unitId, '管理员'),
    district: await employ(world, hood.here, 'districtSupervisor', hood.here.districtId, '主管'),
  };
}

/**
 * By whoever has the database and the operator's key: 500 more in the first entry; chain, account, checkpoints and heads made
 * and signed anew.
 */
export async function rewriteHistory(database: TestDatabase, { keys }: World): Promise<void> {
  const book = copyBook(await readBook(database));
  const account = book.accounts[0] as BookAccount;
  (account.entries[0] as BookEntry).points += 500;
  rewriteFrom(account, 0);
  resign(book, { unitId: '', day: '' }, keys);
  await overwrite(database, book);
}
