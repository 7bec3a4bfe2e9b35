import { businessDate, DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { type Scene, setScene } from './scene';
import { type ShelfScene, setShelf } from './shelf';

const database = useDatabase();
let scene: Scene;
let shelf: ShelfScene;
beforeAll(async () => {
  scene = await setScene(database);
  shelf = await setShelf(scene);
});

interface Moved {
  readonly goodsId: string;
  readonly seq: number;
  readonly kind: string;
  readonly quantity: number;
  readonly onShelf: number;
}
const book = async (goodsId: string) =>
  (await scene.must<{ movements: Moved[] }>(shelf.counting, 'goodsMovements', { unitId: shelf.unitId, goodsId }))
    .movements;
const bought = (goodsId: string, quantity: number) => ({
  ...{ kind: 'bought', goodsId, quantity, unitPriceCents: 3_500, source: '浏河粮油店', paper: '收 0017' },
});

describe('what comes in', () => {
  it('is counted by one and in the book once another has seen it, with price, source and paper', async () => {
    const goodsId = await shelf.addThing('大米 5 公斤');
    const { data } = await shelf.count(bought(goodsId, 20));
    expect(await shelf.onShelf(goodsId)).toEqual([0, 0]);
    expect(await shelf.watch(data?.slipId, shelf.counting)).toMatchObject({ code: 'NEEDS_OTHER_PERSON' });
    expect(await shelf.watch(data?.slipId)).toMatchObject({ ok: true, data: { state: 'seen', onShelf: 20 } });
    expect(await shelf.watch(data?.slipId, shelf.city)).toMatchObject({ code: 'SLIP_NOT_FOUND' });
    expect(await book(goodsId)).toMatchObject([
      {
        ...{ seq: 1, kind: 'bought', quantity: 20, onShelf: 20, unitPriceCents: 3_500 },
        ...{ source: '浏河粮油店', paper: '收 0017', handledByName: '赵干事', watchedByName: '赵干事' },
      },
    ]);
  });

  it('may be given in kind or in money, by somebody who is named; money moves nothing', async () => {
    const goodsId = await shelf.addThing('食用油');
    const given = await shelf.count({ kind: 'donated', goodsId, quantity: 6, source: '浏河商会' });
    const money = await shelf.count({ kind: 'money', cents: 50_000, source: '一位居民' });
    await shelf.watch(given.data?.slipId);
    expect(await shelf.watch(money.data?.slipId)).toMatchObject({ data: { state: 'seen', onShelf: null } });
    expect(await book(goodsId)).toMatchObject([{ kind: 'donated', quantity: 6, source: '浏河商会', paper: null }]);
    const { slips } = await scene.must<{ slips: object[] }>(shelf.watching, 'slips', {
      unitId: shelf.unitId,
      kind: 'money',
    });
    expect(slips).toMatchObject([{ cents: 50_000, source: '一位居民', state: 'seen', mayWatch: false }]);
  });

  it('is not in the book when the second person says that it is not right, and why', async () => {
    const goodsId = await shelf.addThing('洗衣液');
    const { data } = await shelf.count(bought(goodsId, 20));
    expect(await shelf.watch(data?.slipId, shelf.watching, { isRight: false })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    await shelf.watch(data?.slipId, shelf.watching, { isRight: false, because: '只有 18 瓶' });
    expect(await book(goodsId)).toEqual([]);
    const asked = { unitId: shelf.unitId, state: 'turnedDown' };
    expect(await scene.must(shelf.counting, 'slips', asked)).toMatchObject({ slips: [{ because: '只有 18 瓶' }] });
  });

  it('is counted by the office of the place alone, and of what it keeps', async () => {
    const goodsId = await shelf.addThing('毛巾');
    expect(await shelf.count(bought(goodsId, 1), shelf.watching)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await shelf.count(bought(shelf.kindId, 1))).toMatchObject({ code: 'GOODS_NOT_FOUND' });
    const again = { unitId: shelf.unitId, name: '毛巾', measure: '条' };
    expect(await scene.ask(shelf.counting, 'addGoods', again)).toMatchObject({ code: 'GOODS_EXIST' });
  });
});

describe('a stock take', () => {
  it('books the difference that two have seen, also when some went out in between', async () => {
    const goodsId = await shelf.addThing('盐', 10);
    const rewardId = await shelf.open(goodsId, { cost: 1 });
    const { data } = await shelf.count({ kind: 'counted', goodsId, quantity: 8 });
    await shelf.handOver(await scene.withPoints(50), [{ rewardId, quantity: 3 }]);
    expect(await shelf.watch(data?.slipId)).toMatchObject({ data: { onShelf: 5 } });
    const moves = (await book(goodsId)).map(({ kind, quantity, onShelf }) => [kind, quantity, onShelf]);
    expect(moves).toEqual([
      ['counted', -2, 5],
      ['redeemed', -3, 7],
      ['bought', 10, 10],
    ]);
  });

  it('moves nothing when all is there, and is made anew when more went out than it found', async () => {
    const goodsId = await shelf.addThing('糖', 4);
    const fine = await shelf.count({ kind: 'counted', goodsId, quantity: 4 });
    expect(await shelf.watch(fine.data?.slipId)).toMatchObject({ data: { state: 'seen', onShelf: null } });
    const rewardId = await shelf.open(goodsId, { cost: 1 });
    const { data } = await shelf.count({ kind: 'counted', goodsId, quantity: 1 });
    await shelf.handOver(await scene.withPoints(50), [{ rewardId, quantity: 2 }]);
    expect(await shelf.watch(data?.slipId)).toMatchObject({ code: 'COUNT_AGAIN' });
    expect(await shelf.onShelf(goodsId)).toEqual([2, 0]);
  });
});

describe('the book', () => {
  it('is never changed, and holds no shelf below none nor one person twice, whoever writes it', async () => {
    const goodsId = await shelf.addThing('茶', 2);
    const owner = (sql: string) => database.ownerPool.query(sql, [goodsId]);
    await expect(owner('update goods_movement set quantity = 9 where goods_id = $1')).rejects.toThrow('append-only');
    await expect(owner('delete from goods_movement where goods_id = $1')).rejects.toThrow('append-only');
    await expect(owner("update goods_slip set paper = 'B' where goods_id = $1")).rejects.toThrow('stays as it is');
    const { data } = await shelf.count({ kind: 'counted', goodsId, quantity: 1 });
    const columns = 'goods_id, seq, kind, quantity, on_shelf, slip_id, handled_by, watched_by, moved_at';
    const copied = (onShelf: number, watcher: string) =>
      database.ownerPool.query(
        `insert into goods_movement (${columns}) select goods_id, seq + 1, 'counted', -3, ${onShelf}, $2, handled_by,
         ${watcher}, moved_at from goods_movement where goods_id = $1`,
        [goodsId, data?.slipId],
      );
    await expect(copied(-1, 'watched_by')).rejects.toThrow('goods_movement_on_shelf');
    await expect(copied(1, 'handled_by')).rejects.toThrow('goods_movement_two_people');
  });
});

describe('the book of some days', () => {
  it('tells what was there before, what came and went, and what is left: it adds up', async () => {
    const goodsId = await shelf.addThing('面粉', 20);
    const first = businessDate(scene.nowMs);
    scene.nowMs += DAY_MS;
    const rewardId = await shelf.open(goodsId);
    const who = await scene.withPoints(100);
    expect(await shelf.handOver(who, [{ rewardId, quantity: 3 }])).toMatchObject({ ok: true });
    const { data } = await shelf.count(bought(goodsId, 5));
    await shelf.watch(data?.slipId);
    const second = businessDate(scene.nowMs);
    const inDays = async (from: string, to: string) => {
      const asked = { unitId: shelf.unitId, days: { from, to }, limit: 100 };
      const { goods } = await scene.must<{ goods: { goodsId: string; inDays: object }[] }>(
        shelf.counting,
        'goods',
        asked,
      );
      return goods.find((one) => one.goodsId === goodsId)?.inDays;
    };
    expect(await inDays(first, first)).toEqual({ before: 0, came: 20, went: 0, after: 20 });
    expect(await inDays(second, second)).toEqual({ before: 20, came: 5, went: 3, after: 22 });
    expect(await inDays(first, second)).toEqual({ before: 0, came: 25, went: 3, after: 22 });
    const moved = async (days: object) =>
      (
        await scene.must<{ movements: (Moved & { paper: string | null })[] }>(shelf.counting, 'goodsMovements', {
          ...{ unitId: shelf.unitId, goodsId, ...days },
        })
      ).movements;
    expect((await moved({ to: first })).map(({ quantity }) => quantity)).toEqual([20]);
    const later = await moved({ from: second });
    expect(later.map(({ quantity }) => quantity).sort((a, b) => a - b)).toEqual([-3, 5]);
    expect(later.find(({ kind }) => kind === 'redeemed')?.paper).toMatch(/^\w{3} \w{3}$/);
  });
});
