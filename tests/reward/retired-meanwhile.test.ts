import { useDatabase } from '../support/database';
import { untilWaiting } from '../support/waiting';
import { resident, type Scene, setScene } from './scene';

const database = useDatabase({ max: 10 });
let scene: Scene;
let admin: string;
beforeAll(async () => {
  scene = await setScene(database);
  admin = await scene.addStaff({ role: 'communityAdmin', unitId: scene.units.communityId });
});

async function waitingAt(lock: string, id: string, issue: () => ReturnType<Scene['ask']>) {
  const held = await database.ownerPool.connect();
  await held.query('begin');
  await held.query(lock, [id]);
  const answer = issue();
  await untilWaiting(database);
  const release = async () => {
    await held.query('rollback');
    held.release();
    return answer;
  };
  return release;
}

const LOCKS = {
  household: 'select 1 from household where id = $1 for update',
  account: 'select 1 from account where account_id = $1 for update',
  stock: 'select 1 from reward_stock where reward_id = $1 for update',
};

it.each(Object.entries(LOCKS))(
  'is not redeemed any more by somebody who waited for the %s meanwhile',
  async (what, lock) => {
    const [householdId, person = ''] = await scene.addHousehold([{}]);
    await scene.credit(20, resident(person));
    const rewardId = await scene.addReward([await scene.addProvider(`医院 ${what}`)]);
    const first = await scene.addPerson();
    await scene.credit(20, resident(first));
    await scene.must(first, 'issueVoucher', { rewardId });
    const id = { household: householdId, account: person, stock: rewardId }[what] as string;
    const release = await waitingAt(lock, id, () => scene.ask(person, 'issueVoucher', { rewardId }));
    await scene.must(admin, 'retire', { rewardId });
    expect(await release()).toMatchObject({ code: 'REWARD_RETIRED' });
    expect(await scene.balance(person)).toMatchObject({ held: 0, available: 20 });
  },
);

it('is retired after the vouchers that were being issued, and neither waits for ever', async () => {
  const rewardId = await scene.addReward([await scene.addProvider('体检中心')], { stock_per_period: 50 });
  const people = await Promise.all(Array.from({ length: 12 }, () => scene.addPerson()));
  await scene.credit(20, ...people.map(resident));
  const asked = people.map((person) => scene.ask(person, 'issueVoucher', { rewardId }));
  const retired = scene.ask(admin, 'retire', { rewardId });
  const codes = (await Promise.all(asked)).map((reply) => reply.code ?? 'ok');
  expect((await retired).ok).toBe(true);
  expect(codes.filter((code) => code !== 'ok' && code !== 'REWARD_RETIRED')).toEqual([]);
  const { rows } = await database.ownerPool.query('select count(*)::int as count from voucher where reward_id = $1', [
    rewardId,
  ]);
  expect(rows).toEqual([{ count: codes.filter((code) => code === 'ok').length }]);
});
