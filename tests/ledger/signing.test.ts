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

it('signs the days of every other community when one fails, says so, and makes up for it when it can', async () => {
  const [stuck, sound] = [(await insertUnits(database.db)).communityId, (await insertUnits(database.db)).communityId];
  for (const unitId of [stuck, sound])
    for (const postedAtMs of [TEST_NOW_MS, TEST_NOW_MS + DAY_MS]) await credit(unitId, postedAtMs);
  const signedDays = async (unitId: string) =>
    (await database.db.selectFrom('checkpoint').select('day').where('unit_id', '=', unitId).orderBy('day').execute())
      .length;
  const afterwardsMs = TEST_NOW_MS + 2 * DAY_MS;

  await expect(signCheckpoints(withoutKeyFor(stuck), afterwardsMs)).rejects.toThrow('wait for a checkpoint: 1');
  expect([await signedDays(stuck), await signedDays(sound)]).toEqual([0, 2]);
  expect(await signCheckpoints(world, afterwardsMs)).toBe(2);
  expect([await signedDays(stuck), await signedDays(sound)]).toEqual([2, 2]);
});
