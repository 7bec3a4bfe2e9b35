import { randomUUID } from 'node:crypto';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import type { World } from '../../cloudfunctions/kit/world';
import { append, type Holder, lockAccounts, signCheckpoints } from '../../cloudfunctions/ledger';
import { useDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

const database = useDatabase();
const world = testWorld(database);
const DAY_MS = 86_400_000;

async function credit(unitId: string, postedAtMs: number): Promise<void> {
  const holder: Holder = { kind: 'resident', id: randomUUID() };
  await inTransaction(database.db, async (trx) => {
    const accounts = await lockAccounts(runOn(trx), [holder], postedAtMs);
    const draft = { accountId: holder.id, kind: 'credit' as const, points: 5, title: '清洁家园', unitId };
    const source = { source: 'give' as const, sourceId: randomUUID(), deedDate: '2026-11-23', postedAtMs };
    await append(runOn(trx), accounts, [{ ...draft, ...source, itemId: null, itemVersion: null, correctsSeq: null }]);
  });
}

/** The key gives no signature for what names this community. */
const withoutKeyFor = (unitId: string): World => ({
  ...world,
  keys: Object.create(world.keys, {
    sign: {
      value: (message: Buffer) => {
        if (message.includes(unitId)) throw new Error('the key is away');
        return world.keys.sign(message);
      },
    },
  }),
});

it('signs the day of every other community when one fails, says so, and makes up for it within the day', async () => {
  const [stuck, sound] = [(await insertUnits(database.db)).communityId, (await insertUnits(database.db)).communityId];
  for (const unitId of [stuck, sound]) await credit(unitId, TEST_NOW_MS);
  const signedDays = async (unitId: string) =>
    (await database.db.selectFrom('checkpoint').select('day').where('unit_id', '=', unitId).orderBy('day').execute())
      .length;
  const heads = async () =>
    (await database.db.selectFrom('night_head').select('count').execute()).map(({ count }) => count);
  const afterwardsMs = TEST_NOW_MS + DAY_MS;

  await expect(signCheckpoints(withoutKeyFor(stuck), afterwardsMs)).rejects.toThrow('wait for a checkpoint: 1');
  expect([await signedDays(stuck), await signedDays(sound), await heads()]).toEqual([0, 1, []]);
  expect(await signCheckpoints(world, afterwardsMs)).toBe(1);
  expect([await signedDays(stuck), await signedDays(sound), await heads()]).toEqual([1, 1, [2]]);
  expect(await signCheckpoints(world, afterwardsMs)).toBe(0);
});

it('signs a night of which two processes make the head at once, and one in which nothing was entered', async () => {
  const nightMs = TEST_NOW_MS + 2 * DAY_MS;
  await Promise.all([signCheckpoints(world, nightMs), signCheckpoints(world, nightMs)]);
  const heads = await database.db.selectFrom('night_head').select(['day', 'count']).orderBy('day').execute();
  expect(heads.map(({ count }) => count)).toEqual([2, 0]);
});

it('tells an entry of a day that is closed apart from any other fault, also where the community had none in it', async () => {
  const elsewhere = (await insertUnits(database.db)).communityId;
  await expect(credit(elsewhere, TEST_NOW_MS + DAY_MS)).rejects.toMatchObject({ code: 'BB001' });
  await credit(elsewhere, TEST_NOW_MS + 2 * DAY_MS);
});
