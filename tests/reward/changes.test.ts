import { DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { type Scene, setScene, type VoucherSeen } from './scene';
import { type ShelfScene, setShelf } from './shelf';

const database = useDatabase();
let scene: Scene;
let shelf: ShelfScene;
beforeAll(async () => {
  scene = await setScene(database);
  shelf = await setShelf(scene);
});

const because = '换个叫法';
const rename = (name: string) => ({ change: { what: 'renamed', name }, because });
const END = { change: { what: 'ended' }, because: '不再发了' };

interface Told {
  readonly name: string;
  readonly isEnded: boolean;
  readonly mayChange?: boolean;
  readonly changes: readonly { readonly what: string; readonly before: string; readonly because: string }[];
}
const kindOf = async (kindId: string, who = shelf.city, unitId = scene.units.cityId) => {
  const { kinds } = await scene.must<{ kinds: (Told & { kindId: string | null })[] }>(who, 'kinds', { unitId });
  return kinds.find((one) => one.kindId === kindId);
};
const thingOf = async (goodsId: string, ended = false) => {
  const asked = { unitId: shelf.unitId, ended, limit: 100 };
  const { goods } = await scene.must<{ goods: (Told & { goodsId: string })[] }>(shelf.counting, 'goods', asked);
  return goods.find((one) => one.goodsId === goodsId);
};

describe('a kind of reward', () => {
  it('is called otherwise by the unit that named it, and says what it was called before', async () => {
    const asked = { kindId: shelf.kindId, ...rename('邻里超市') };
    expect(await scene.ask(shelf.admin, 'changeKind', asked)).toMatchObject({ code: 'NOT_ALLOWED' });
    const district = await scene.addStaff({ role: 'districtSupervisor', unitId: scene.units.districtId });
    expect(await scene.ask(district, 'changeKind', asked)).toMatchObject({ code: 'NOT_ALLOWED' });
    await scene.must(shelf.city, 'changeKind', asked);
    expect(await kindOf(shelf.kindId)).toMatchObject({
      ...{ name: '邻里超市', isEnded: false, mayChange: true },
      changes: [{ what: 'renamed', before: '积分超市', because, byName: '赵干事' }],
    });
    expect(await kindOf(shelf.kindId, shelf.admin, shelf.unitId)).toMatchObject({ mayChange: false });
    expect(await scene.ask(shelf.city, 'changeKind', { kindId: shelf.kindId, ...rename('免费体检') })).toMatchObject({
      code: 'KIND_EXISTS',
    });
  });

  it('ends: what is open goes on and is honoured, nothing new of it is opened, and its name is free', async () => {
    const goodsId = await shelf.addThing('米', 5);
    const rewardId = await shelf.open(goodsId);
    scene.nowMs += 1_000;
    await scene.must(shelf.city, 'changeKind', { kindId: shelf.kindId, ...END });
    expect(await scene.ask(shelf.city, 'changeKind', { kindId: shelf.kindId, ...END })).toMatchObject({
      code: 'KIND_ENDED',
    });
    const who = await scene.withPoints(50);
    const voucher = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    expect((await scene.ask(shelf.counting, 'handOutVoucher', { voucherId: voucher.voucherId })).ok).toBe(true);
    await expect(shelf.open(goodsId, { title: '再开一个' })).rejects.toThrow('KIND_ENDED');
    expect(await kindOf(shelf.kindId)).toMatchObject({ isEnded: true, changes: [{}, { what: 'ended' }] });
    const policyDocumentId = (await database.db.selectFrom('reward_kind').selectAll().executeTakeFirstOrThrow())
      .policy_document_id;
    const named = { unitId: scene.units.cityId, nature: 'goods', policyDocumentId };
    expect((await scene.ask(shelf.city, 'nameKind', { ...named, name: '邻里超市' })).ok).toBe(true);
    expect(await scene.ask(shelf.city, 'nameKind', { ...named, name: '邻里超市' })).toMatchObject({
      code: 'KIND_EXISTS',
    });
  });
});

describe('a thing of the shelf', () => {
  it('is called otherwise; what is in the book and on vouchers keeps the name of its day', async () => {
    const goodsId = await shelf.addThing('大米 5 公斤', 5);
    scene.nowMs += DAY_MS;
    await scene.must(shelf.counting, 'changeGoods', { goodsId, ...rename('东北大米 5 公斤') });
    scene.nowMs += DAY_MS;
    const { data } = await shelf.count({ kind: 'donated', goodsId, quantity: 2, source: '商会' });
    await shelf.watch(data?.slipId);
    const { movements } = await scene.must<{ movements: { name: string; onShelf: number }[] }>(
      shelf.counting,
      'goodsMovements',
      { unitId: shelf.unitId, goodsId },
    );
    expect(movements).toMatchObject([
      { name: '东北大米 5 公斤', onShelf: 7 },
      { name: '大米 5 公斤', onShelf: 5 },
    ]);
    expect(await thingOf(goodsId)).toMatchObject({
      name: '东北大米 5 公斤',
      changes: [{ before: '大米 5 公斤', because }],
    });
    const other = await shelf.addThing('豆油');
    expect(
      await scene.ask(shelf.counting, 'changeGoods', { goodsId: other, ...rename('东北大米 5 公斤') }),
    ).toMatchObject({
      code: 'GOODS_EXIST',
    });
    expect(await scene.ask(shelf.watching, 'changeGoods', { goodsId, ...rename('x') })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('ends only once none is left, promised or waiting to be seen; its book stays, its name is free', async () => {
    const goodsId = await shelf.addThing('纸巾', 3);
    expect(await scene.ask(shelf.counting, 'changeGoods', { goodsId, ...END })).toMatchObject({
      ...{ code: 'GOODS_LEFT', detail: { left: 3 } },
    });
    const gone = await shelf.count({ kind: 'counted', goodsId, quantity: 0 });
    await shelf.watch(gone.data?.slipId);
    const waiting = await shelf.count({ kind: 'donated', goodsId, quantity: 1, source: '商会' });
    expect(await scene.ask(shelf.counting, 'changeGoods', { goodsId, ...END })).toMatchObject({ code: 'GOODS_LEFT' });
    await shelf.watch(waiting.data?.slipId, shelf.watching, { isRight: false, because: '没有' });
    await scene.must(shelf.counting, 'changeGoods', { goodsId, ...END });
    expect(await shelf.count({ kind: 'counted', goodsId, quantity: 0 })).toMatchObject({ code: 'GOODS_ENDED' });
    expect(await thingOf(goodsId)).toBeUndefined();
    expect(await thingOf(goodsId, true)).toMatchObject({ isEnded: true, changes: [{ what: 'ended' }] });
    const asked = { unitId: shelf.unitId, goodsId };
    const book = await scene.must<{ movements: object[] }>(shelf.counting, 'goodsMovements', asked);
    expect(book.movements).toHaveLength(2);
    expect(await shelf.addThing('纸巾')).not.toBe(goodsId);
  });

  it('keeps its trail: no line of it is changed or taken away, also by the owner', async () => {
    for (const change of [
      "update reward_change set before = 'x'",
      'delete from reward_change',
      'truncate reward_change',
    ])
      await expect(database.ownerPool.query(change)).rejects.toThrow('append-only');
  });
});

it('nobody gets two of one name by renaming at once', async () => {
  const [one, other] = [await shelf.addThing('甲'), await shelf.addThing('乙')];
  const told = await Promise.all(
    [one, other].map((goodsId) => scene.ask(shelf.counting, 'changeGoods', { goodsId, ...rename('丙') })),
  );
  expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual(['GOODS_EXIST', 'ok']);
});
