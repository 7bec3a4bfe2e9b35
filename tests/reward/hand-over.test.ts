import { momentOf } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';
import { type ShelfScene, setShelf } from './shelf';

const database = useDatabase({ max: 12 });
let scene: Scene;
let shelf: ShelfScene;
beforeAll(async () => {
  scene = await setScene(database);
  shelf = await setShelf(scene);
});

describe('the counter', () => {
  it('hands over several things at once: points are used and the shelf is emptied in one step', async () => {
    const [rice, oil] = [await shelf.addThing('大米', 5), await shelf.addThing('油', 5)];
    const lines = [
      { rewardId: await shelf.open(rice), quantity: 2 },
      { rewardId: await shelf.open(oil, { cost: 7 }), quantity: 1 },
    ];
    const who = await scene.withPoints(100);
    const told = await shelf.handOver(who, lines);
    expect(told).toMatchObject({ ok: true, data: { points: 27, availableLeft: 73 } });
    expect(await scene.balance(who)).toMatchObject({ lifetime: 100, available: 73, held: 0, redeemed: 27 });
    expect([await shelf.onShelf(rice), await shelf.onShelf(oil)]).toEqual([
      [3, 0],
      [4, 0],
    ]);
    expect(await scene.must(who, 'vouchers', { state: 'redeemed' })).toMatchObject({
      vouchers: expect.arrayContaining([expect.objectContaining({ quantity: 2, points: 20 })]),
    });
  });

  it('hands over all of it or nothing, and says what is missing', async () => {
    const [rice, oil] = [await shelf.addThing('香米', 5), await shelf.addThing('香油', 1)];
    const lines = [
      { rewardId: await shelf.open(rice), quantity: 1 },
      { rewardId: await shelf.open(oil), quantity: 2 },
    ];
    const who = await scene.withPoints(100);
    expect(await shelf.handOver(who, lines)).toMatchObject({ code: 'SHELF_EMPTY', detail: { left: 1 } });
    expect(await scene.balance(who)).toMatchObject({ available: 100 });
    expect(await shelf.onShelf(rice)).toEqual([5, 0]);
    const poor = await scene.withPoints(15);
    const two = [{ ...lines[0], quantity: 2 }];
    expect(await shelf.handOver(poor, two)).toMatchObject({ code: 'POINTS_INSUFFICIENT', detail: { missing: 5 } });
  });

  it('meets windows, limits and one’s own family as the desk does', async () => {
    const goodsId = await shelf.addThing('面粉', 50);
    const windows = [{ days: { every: 'month', nth: 1, weekday: 6 }, from: '08:30', until: '11:30' }];
    const closed = await shelf.open(goodsId, { windows });
    const few = await shelf.open(goodsId, { title: '面粉，少拿', limitHolder: 2 });
    const who = await scene.withPoints(100);
    expect(await shelf.handOver(who, [{ rewardId: closed, quantity: 1 }])).toMatchObject({
      code: 'WINDOW_CLOSED',
      detail: { fromMs: momentOf('2026-12-05', '08:30') },
    });
    expect(await shelf.handOver(who, [{ rewardId: few, quantity: 3 }])).toMatchObject({ code: 'LIMIT_REACHED' });
    const own = await shelf.handOver(shelf.counting, [{ rewardId: few, quantity: 1 }]);
    expect(own).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    const check = await scene.addReward([shelf.providerId], { cost: 1 });
    expect(await shelf.handOver(who, [{ rewardId: check, quantity: 1 }])).toMatchObject({ code: 'NOT_ON_SHELF' });
  });

  it('uses what the family lends over several things, own points first, as the desk does', async () => {
    const [rice, oil] = [await shelf.addThing('东北米', 5), await shelf.addThing('豆油', 5)];
    const [home, who = '', lender = '', other = ''] = await scene.addHousehold(
      [{ bornOn: '1980-01-01' }, { poolAgreed: true }, {}],
      { poolAgreed: true },
    );
    await scene.credit(15, resident(who));
    await scene.credit(20, resident(lender));
    await scene.credit(10, { kind: 'household', id: home });
    const lines = [
      { rewardId: await shelf.open(rice), quantity: 2 },
      { rewardId: await shelf.open(oil), quantity: 2 },
    ];
    const asked = { holder: resident(who), lines };
    expect(await scene.ask(shelf.counting, 'handOver', asked)).toMatchObject({ code: 'POINTS_INSUFFICIENT' });
    expect(await scene.ask(shelf.counting, 'handOver', { ...asked, pool: [other] })).toMatchObject({
      code: 'POOL_NOT_AGREED',
    });
    expect(await scene.must(shelf.counting, 'handOver', { ...asked, pool: [lender] })).toMatchObject({
      ...{ points: 40, availableLeft: 0 },
    });
    expect(await scene.balance(lender)).toMatchObject({ available: 0, redeemed: 20 });
    expect(await scene.balance(home)).toMatchObject({ available: 5, redeemed: 5 });
  });

  it('never hands the last one to two who ask at once, from phones and at counters', async () => {
    const goodsId = await shelf.addThing('最后一袋', 2);
    const rewards = [await shelf.open(goodsId), await shelf.open(goodsId, { title: '最后一袋，另一样' })];
    const people = await Promise.all(Array.from({ length: 6 }, () => scene.withPoints(10)));
    const told = await Promise.all(
      people.map((who, i) => {
        const rewardId = rewards[i % 2] as string;
        return i < 3 ? scene.issue(who, rewardId) : shelf.handOver(who, [{ rewardId, quantity: 1 }]);
      }),
    );
    const codes = told.map(({ code }) => code ?? 'ok').sort();
    expect(codes).toEqual(['SHELF_EMPTY', 'SHELF_EMPTY', 'SHELF_EMPTY', 'SHELF_EMPTY', 'ok', 'ok']);
    const [there = 0, promised = 0] = await shelf.onShelf(goodsId);
    expect(there).toBe(promised);
  });
});

describe('a voucher for goods', () => {
  it('promises them until it is used, and lets go of them when it is given back or lapses', async () => {
    const goodsId = await shelf.addThing('纸巾', 2);
    const rewardId = await shelf.open(goodsId, { validDays: 1 });
    const who = await scene.withPoints(100);
    const first = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    const second = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    expect(await shelf.onShelf(goodsId)).toEqual([2, 2]);
    expect(await scene.issue(who, rewardId)).toMatchObject({ code: 'SHELF_EMPTY', detail: { left: 0 } });
    await scene.must(who, 'cancelVoucher', { voucherId: first.voucherId });
    expect(await shelf.onShelf(goodsId)).toEqual([2, 1]);
    scene.nowMs = second.expiresAtMs + 1;
    expect(await shelf.onShelf(goodsId)).toEqual([2, 0]);
  });

  it('is fetched once, at the counter or from the provider’s clerk, and then they leave the shelf', async () => {
    const goodsId = await shelf.addThing('雨伞', 3);
    const rewardId = await shelf.open(goodsId);
    const who = await scene.withPoints(100);
    const clerk = await scene.clerkOf(shelf.providerId);
    const [a, b] = [
      await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId }),
      await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId }),
    ];
    const out = (voucherId: string) => scene.ask(shelf.counting, 'handOutVoucher', { voucherId });
    expect(await out(a.voucherId)).toMatchObject({ ok: true, data: { quantity: 1 } });
    expect(await out(a.voucherId)).toMatchObject({ code: 'VOUCHER_REDEEMED' });
    expect((await scene.ask(clerk, 'redeemVoucher', { code: b.code })).ok).toBe(true);
    expect(await out(b.voucherId)).toMatchObject({ code: 'VOUCHER_REDEEMED' });
    expect(await shelf.onShelf(goodsId)).toEqual([1, 0]);
  });

  it('is not handed out by who lives with its holder', async () => {
    const goodsId = await shelf.addThing('毛巾', 1);
    const rewardId = await shelf.open(goodsId);
    const [, me = '', mother = ''] = await scene.addHousehold([{}, {}]);
    await scene.grant(me, { role: 'communityStaff', unitId: shelf.unitId });
    await scene.credit(50, resident(mother));
    const { voucherId } = await scene.must<VoucherSeen>(mother, 'issueVoucher', { rewardId });
    expect(await scene.ask(me, 'handOutVoucher', { voucherId })).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    expect(await shelf.onShelf(goodsId)).toEqual([1, 1]);
  });

  it('is not used for what a stock take has found missing', async () => {
    const goodsId = await shelf.addThing('杯子', 1);
    const rewardId = await shelf.open(goodsId);
    const who = await scene.withPoints(100);
    const { code, voucherId } = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    const { data } = await shelf.count({ kind: 'counted', goodsId, quantity: 0 });
    await shelf.watch(data?.slipId);
    const clerk = await scene.clerkOf(shelf.providerId);
    expect(await scene.ask(clerk, 'redeemVoucher', { code })).toMatchObject({ code: 'SHELF_EMPTY' });
    expect(await scene.must(who, 'vouchers', { voucherId })).toMatchObject({ vouchers: [{ state: 'issued' }] });
  });
});

it('opens goods only with a thing of the shelf, and nothing else with one', async () => {
  const goodsId = await shelf.addThing('手套', 1);
  const providerId = await scene.addProvider('另一处');
  const failing = async (changed: object) => {
    const asked = await shelf.open(goodsId, { title: '手套', ...changed }).catch((fault: Error) => fault.message);
    return asked.split(' ')[1];
  };
  expect(await failing({ goodsId: undefined })).toBe('GOODS_NEEDED');
  expect(await failing({ kind: 'healthCard', kindId: undefined })).toBe('GOODS_NEEDED');
  expect(await failing({ goodsId: shelf.kindId })).toBe('GOODS_NOT_FOUND');
  expect(await failing({ providerIds: [shelf.providerId, providerId] })).toBe('INVALID_INPUT');
});
