import { lapseVouchers } from '../../cloudfunctions/reward';
import { resident, type Scene, setScene, type VoucherSeen } from '../reward/scene';
import { useDatabase } from '../support/database';

/** Few enough that none waits long for a connection, however busy the machine. */
const AT_ONCE = 20;

const database = useDatabase({ max: 12 });
let scene: Scene;
let providerId: string;
let creator: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  creator = await scene.addPerson();
});
beforeEach(() => {
  scene.nowMs = Date.parse('2026-11-23T12:00:00+08:00');
});

const errors = () => scene.logLines.filter((line) => line.includes('"level":50'));
const addReward = (values: Parameters<Scene['addReward']>[1]) => scene.addReward([providerId], values, creator);

async function issue(count: number, values: Parameters<Scene['addReward']>[1] = {}) {
  const rewardId = await addReward({ cost: 3, valid_days: 1, stock_per_period: 999, ...values });
  const holders: string[] = [];
  const vouchers: VoucherSeen[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from) }, () => scene.addPerson()));
    await scene.credit(10, ...some.map(resident));
    vouchers.push(
      ...(await Promise.all(some.map((who) => scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId })))),
    );
    holders.push(...some);
  }
  scene.nowMs = (vouchers[0] as VoucherSeen).expiresAtMs + 1;
  return { rewardId, holders, vouchers };
}
const taken = async (rewardId: string) =>
  (
    await database.db
      .selectFrom('reward_stock')
      .select('taken')
      .where('reward_id', '=', rewardId)
      .executeTakeFirstOrThrow()
  ).taken;

it('gives back points and stock of more vouchers than one batch holds, and each once', async () => {
  const { rewardId, holders, vouchers } = await issue(230);
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(230);
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(0);
  expect(await taken(rewardId)).toBe(0);
  for (const holder of [holders[0], holders[229]] as string[])
    expect(await scene.balance(holder)).toEqual({ lifetime: 10, held: 0, redeemed: 0, available: 10 });
  const released = await database.db
    .selectFrom('ledger_entry')
    .select('source_id')
    .where('kind', '=', 'release')
    .execute();
  expect(released.map((row) => row.source_id).sort()).toEqual(vouchers.map((voucher) => voucher.voucherId).sort());
  const noted = await database.db
    .selectFrom('audit_log')
    .select('target_id')
    .where('action', '=', 'reward.lapse')
    .execute();
  expect(noted).toHaveLength(230);
});

it('is safe when several run at once', async () => {
  const { rewardId, holders } = await issue(40);
  const counts = await Promise.all([1, 2, 3, 4].map(() => lapseVouchers(scene.world, scene.nowMs)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
  expect(errors()).toEqual([]);
  expect(await taken(rewardId)).toBe(0);
  expect(await scene.balance(holders[7] as string)).toMatchObject({ held: 0, lifetime: 10 });
});

it('does not wait for a voucher that somebody is working on: the next run takes it', async () => {
  const { vouchers } = await issue(3);
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query('select from voucher where id = $1 for update', [vouchers[0]?.voucherId]);
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(2);
  expect(errors()).toEqual([]);
  await client.query('rollback');
  client.release();
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(1);
});

it('leaves vouchers that were redeemed, given back, or still hold', async () => {
  const { holders, vouchers } = await issue(3);
  scene.nowMs -= 1;
  const [used, given] = vouchers as [VoucherSeen, VoucherSeen, VoucherSeen];
  await scene.must(await scene.clerkOf(providerId), 'redeemVoucher', { code: used.qr });
  await scene.must(holders[1] as string, 'cancelVoucher', { voucherId: given.voucherId });
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(0);
  scene.nowMs += 1;
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(1);
  expect(await scene.balance(holders[0] as string)).toMatchObject({ redeemed: 3, held: 0 });
});

it('puts nothing back into the stock of a period that is over', async () => {
  scene.nowMs = Date.parse('2026-11-30T12:00:00+08:00');
  const { rewardId } = await issue(2, { period: 'month', valid_days: 3 });
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(2);
  expect(await taken(rewardId)).toBe(2);
});

it('ends all the others when one cannot be ended, and says which in the log', async () => {
  const { vouchers, holders } = await issue(5);
  const { voucherId } = vouchers[2] as VoucherSeen;
  await database.db.updateTable('voucher_draw').set({ points: 9 }).where('voucher_id', '=', voucherId).execute();
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(4);
  expect(await scene.balance(holders[4] as string)).toMatchObject({ held: 0 });
  expect(scene.logLines.join('\n')).toContain(voucherId);
  await database.db.updateTable('voucher_draw').set({ points: 3 }).where('voucher_id', '=', voucherId).execute();
  expect(await lapseVouchers(scene.world, scene.nowMs)).toBe(1);
});

it('and a clerk who verifies at the very end: the points go one way only', async () => {
  const { vouchers, holders } = await issue(20);
  const clerk = await scene.clerkOf(providerId);
  const lastMs = scene.nowMs - 1;
  const later = scene.nowMs;
  scene.nowMs = lastMs;
  const [, ...replies] = await Promise.all([
    lapseVouchers(scene.world, later),
    ...vouchers.map((voucher) => scene.ask(clerk, 'redeemVoucher', { code: voucher.qr })),
  ]);
  for (const [i, reply] of replies.entries())
    expect(await scene.balance(holders[i] as string)).toMatchObject({
      held: 0,
      redeemed: reply.ok ? 3 : 0,
      lifetime: 10,
    });
});
