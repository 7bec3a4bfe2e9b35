import { verifyLedger } from '../../cloudfunctions/ledger';
import { useDatabase } from '../support/database';
import { resident, type Scene, setScene } from './scene';

/** reliability.md, tests 3 and 4. `RACE_SCALE=20` is the figure before a release. */
const SCALE = Number(process.env.RACE_SCALE ?? 1);
const ROUNDS = 50 * SCALE;
const CALLERS = 100;
const PAIRS = 200 * SCALE;

/** On an idle machine a third of it; the two cores may be shared. */
jest.setTimeout(180_000 * SCALE);

const database = useDatabase({ max: 12 });
let scene: Scene;
let providerId: string;
let creator: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  creator = await scene.addPerson();
});

const addReward = (values: Parameters<Scene['addReward']>[1]) => scene.addReward([providerId], values, creator);
const people = (count: number) => Promise.all(Array.from({ length: count }, () => scene.addPerson()));

async function overspent(): Promise<unknown[]> {
  const { rows } = await database.pool.query(
    `select account_id from account a where lifetime - held - redeemed < 0
       or held <> (select coalesce(sum(d.points), 0) from voucher_draw d join voucher v on v.id = d.voucher_id
                   where d.account_id = a.account_id and v.state = 'issued')`,
  );
  return rows;
}

it(`lets exactly one of ${CALLERS} callers take the last one, ${ROUNDS} times`, async () => {
  const callers = await people(CALLERS);
  const early = await scene.addPerson();
  await scene.credit(100 * SCALE, ...[early, ...callers].map(resident));
  for (let round = 0; round < ROUNDS; round++) {
    const isFirstTaken = round % 2 === 1; // then the period's stock is known already; else the callers open it
    const rewardId = await addReward({ cost: 1, stock_per_period: isFirstTaken ? 2 : 1 });
    if (isFirstTaken) await scene.must(early, 'issueVoucher', { rewardId });
    const replies = await Promise.all(callers.map((who) => scene.ask(who, 'issueVoucher', { rewardId })));
    const codes = replies.map((reply) => reply.code ?? 'ok').sort();
    expect(codes).toEqual([...Array.from({ length: CALLERS - 1 }, () => 'OUT_OF_STOCK'), 'ok']);
  }
  const taken = await database.db.selectFrom('reward_stock').select(['taken', 'total']).execute();
  expect(taken.every((stock) => stock.taken === stock.total)).toBe(true);
  expect(await overspent()).toEqual([]);
});

it(`never spends the same points twice: two vouchers, points for one, ${PAIRS} times`, async () => {
  const rewards = [
    await addReward({ cost: 10, stock_per_period: 9999 }),
    await addReward({ cost: 7, stock_per_period: 9999 }),
  ];
  const callers = await people(PAIRS);
  await scene.credit(10, ...callers.map(resident));
  for (let from = 0; from < PAIRS; from += 10) {
    const pairs = await Promise.all(
      callers
        .slice(from, from + 10)
        .map((who) => Promise.all(rewards.map((rewardId) => scene.ask(who, 'issueVoucher', { rewardId })))),
    );
    for (const pair of pairs)
      expect(pair.map((reply) => reply.code ?? 'ok').sort()).toEqual(['POINTS_INSUFFICIENT', 'ok']);
  }
  expect(await overspent()).toEqual([]);
});

it('never spends them twice where two of a household pool with each other at the same moment', async () => {
  const rewardId = await addReward({ cost: 16, stock_per_period: 9999, limit_holder: 9 });
  const homes = await Promise.all(
    Array.from({ length: 30 }, () => scene.addHousehold([{ poolAgreed: true }, { poolAgreed: true }])),
  );
  const couples = homes.map(([, a = '', b = '']) => [a, b] as const);
  await scene.credit(10, ...couples.flat().map(resident));
  const replies = await Promise.all(
    couples.map(([a, b]) =>
      Promise.all([
        scene.ask(a, 'issueVoucher', { rewardId, pool: [b] }),
        scene.ask(b, 'issueVoucher', { rewardId, pool: [a] }),
      ]),
    ),
  );
  for (const pair of replies)
    expect(pair.map((reply) => reply.code ?? 'ok').sort()).toEqual(['POINTS_INSUFFICIENT', 'ok']);
  expect(await overspent()).toEqual([]);
});

it('leaves a ledger whose every chain verifies', async () => {
  expect(await verifyLedger(database.db, scene.world.keys)).toMatchObject({ fault: null });
});
