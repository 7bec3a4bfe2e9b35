import { randomUUID } from 'node:crypto';
import { findPrincipal } from '../../cloudfunctions/household';
import { householdRoom } from '../../cloudfunctions/household/main';
import { openRoom } from '../../cloudfunctions/kit/room';
import { verifyLedger } from '../../cloudfunctions/ledger';
import { followChangesInReward } from '../../cloudfunctions/reward';
import { useDatabase } from '../support/database';
import { insertNeighbours, type Units } from '../support/rows';
import { type Reply, resident, type Scene, setScene, type VoucherSeen } from './scene';
import { type ShelfScene, setShelf } from './shelf';

/** What a community had on its shelf, offered and promised, after it was merged into another. */
const database = useDatabase({ max: 12 });
let scene: Scene;
let shelf: ShelfScene;
let town: Units;
let district: string;
let townAdmin: string;
let townStaff: string;
beforeEach(async () => {
  scene = await setScene(database);
  shelf = await setShelf(scene);
  town = await insertNeighbours(database.db, scene.units);
  district = await scene.addPerson({ name: '区里' }, town);
  await scene.grant(district, { role: 'districtSupervisor', unitId: scene.units.districtId });
  const inTown = async (role: 'communityAdmin' | 'communityStaff') => {
    const id = await scene.addPerson({ name: '镇里' }, town);
    await scene.grant(id, { role, unitId: town.communityId });
    return id;
  };
  [townAdmin, townStaff] = [await inTown('communityAdmin'), await inTown('communityStaff')];
});

async function mergeUnits(requestId: string = randomUUID()) {
  const door = openRoom(householdRoom, scene.world, findPrincipal);
  const input = { unitId: shelf.unitId, intoUnitId: town.communityId, because: '民函〔2026〕12号' };
  const identity = { kind: 'session' as const, identityId: await scene.identityOf(district) };
  return (await door('mergeUnits', { body: { input, requestId }, identity })) as { ok: boolean; code?: string };
}
async function merge() {
  expect(await mergeUnits()).toMatchObject({ ok: true });
  await followChangesInReward(scene.world, scene.nowMs); // rooms above hear of it
}
const rows = async (sql: string) => (await database.ownerPool.query(sql)).rows;
const goodsSeen = async (who: string, unitId = town.communityId) =>
  (
    await scene.must<{ goods: { goodsId: string; name: string; onShelf: number; promised: number }[] }>(who, 'goods', {
      unitId,
    })
  ).goods;

describe('a merged community’s shelf', () => {
  it('stands with the successor, line for line, and no line of its book is written again', async () => {
    const rice = await shelf.addThing('大米', 5);
    const waiting = await shelf.count({ kind: 'donated', goodsId: rice, quantity: 2, source: '米店' });
    const before = await rows('select * from goods_movement order by goods_id, seq');
    await merge();
    expect(await rows('select * from goods_movement order by goods_id, seq')).toEqual(before);
    expect(await goodsSeen(townStaff)).toEqual([
      expect.objectContaining({ goodsId: rice, name: '大米', onShelf: 5, promised: 0 }),
    ]);
    const { movements } = await scene.must<{ movements: object[] }>(townStaff, 'goodsMovements', {
      unitId: town.communityId,
    });
    expect(movements).toEqual([expect.objectContaining({ goodsId: rice, quantity: 5, onShelf: 5 })]);
    // what one had counted another sees, and the stock take goes on in the successor
    const { slips } = await scene.must<{ slips: object[] }>(townStaff, 'slips', {
      unitId: town.communityId,
      state: 'waiting',
    });
    expect(slips).toEqual([expect.objectContaining({ slipId: waiting.data?.slipId, mayWatch: true })]);
    expect(await shelf.watch(waiting.data?.slipId, townStaff)).toMatchObject({ ok: true, data: { onShelf: 7 } });
    const recount = { unitId: town.communityId, slip: { kind: 'counted', goodsId: rice, quantity: 6 } };
    const counted = await scene.must<{ slipId: string }>(townStaff, 'countGoods', recount);
    expect(await shelf.watch(counted.slipId, townAdmin)).toMatchObject({ ok: true, data: { onShelf: 6 } });
  });

  it('is counted once: the sum of both shelves is what it was, and what is called alike is told apart', async () => {
    const ours = await shelf.addThing('大米', 5);
    const added = { unitId: town.communityId, name: '大米', measure: '袋' };
    const { goodsId: theirs } = await scene.must<{ goodsId: string }>(townAdmin, 'addGoods', added);
    const bought = { kind: 'bought', goodsId: theirs, quantity: 3, unitPriceCents: 1, source: '粮店', paper: 'B1' };
    const slip = await scene.must<{ slipId: string }>(townStaff, 'countGoods', {
      unitId: town.communityId,
      slip: bought,
    });
    await shelf.watch(slip.slipId, townAdmin);
    await merge();
    const told = await goodsSeen(townAdmin);
    expect(told.map(({ goodsId, onShelf }) => [goodsId, onShelf])).toEqual(
      [
        [ours, 5],
        [theirs, 3],
      ].sort(),
    );
    const names = new Map(told.map(({ goodsId, name }) => [goodsId, name]));
    expect(names.get(theirs)).toBe('大米');
    expect(names.get(ours)).toMatch(/^.+大米$/);
    await followChangesInReward(scene.world, scene.nowMs);
    expect((await goodsSeen(townAdmin)).map(({ name }) => name)).toEqual(told.map(({ name }) => name));
    // and nobody adds, or renames, one to a name that came along
    const taken = { unitId: town.communityId, name: names.get(ours), measure: '袋' };
    expect(await scene.ask(townAdmin, 'addGoods', taken)).toMatchObject({ code: 'GOODS_EXIST' });
    const alike = { change: { what: 'renamed', name: '大米' }, because: '原来的名字' };
    expect(await scene.ask(townAdmin, 'changeGoods', { goodsId: ours, ...alike })).toMatchObject({
      code: 'GOODS_EXIST',
    });
    const other = { change: { what: 'renamed', name: '六合大米' }, because: '好认' };
    expect((await scene.ask(townAdmin, 'changeGoods', { goodsId: ours, ...other })).ok).toBe(true);
  });
});

describe('what a merged community offered', () => {
  it('is offered on in the successor, to all who live there, until its office ends it', async () => {
    const rice = await shelf.addThing('大米', 5);
    const rewardId = await shelf.open(rice, { limitHolder: 1 });
    const [ours, theirs] = [await scene.withPoints(50), await scene.addPerson({ bornOn: '1980-01-01' }, town)];
    await scene.credit(50, resident(theirs));
    await scene.must(ours, 'issueVoucher', { rewardId });
    await merge();
    const { rewards } = await scene.must<{ rewards: { rewardId: string; unitId: string }[] }>(theirs, 'list');
    expect(rewards).toEqual([expect.objectContaining({ rewardId, unitId: town.communityId, stockLeft: 4 })]);
    const seen = await scene.must<{ rewards: object[]; count: number }>(townStaff, 'offered', {
      unitId: town.communityId,
    });
    expect(seen).toMatchObject({ count: 1, rewards: [{ rewardId, stockLeft: 4 }] });
    expect((await scene.issue(theirs, rewardId)).ok).toBe(true);
    expect(await scene.issue(ours, rewardId)).toMatchObject({ code: 'LIMIT_REACHED' }); // as before, and not anew
    expect(await scene.ask(townStaff, 'retire', { rewardId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await scene.ask(townAdmin, 'retire', { rewardId })).ok).toBe(true);
    expect(await scene.issue(theirs, rewardId)).toMatchObject({ code: 'REWARD_RETIRED' });
  });

  it('is replaced by the successor’s office, with what was taken of it', async () => {
    const rice = await shelf.addThing('大米', 5);
    const rewardId = await shelf.open(rice, { stockPerPeriod: 2, limitHolder: 9 });
    const ours = await scene.withPoints(50);
    await scene.must(ours, 'issueVoucher', { rewardId });
    await merge();
    const { opened } = await scene.must<{ opened: { policyDocumentId: string } }>(townAdmin, 'get', { rewardId });
    const anew = {
      ...{ unitId: town.communityId, kind: 'open', kindId: shelf.kindId, goodsId: rice, replacesId: rewardId },
      ...{
        title: '大米，新的',
        summary: '一袋',
        cost: 5,
        period: 'month',
        stockPerPeriod: 2,
        limitHolder: 9,
        validDays: 9,
      },
      ...{ policyDocumentId: opened.policyDocumentId, fundedBy: '社区经费', unitCostCents: 3_500 },
      providerIds: [shelf.providerId],
    };
    const { rewardId: newId } = await scene.must<{ rewardId: string }>(townAdmin, 'create', anew);
    expect((await scene.issue(ours, newId)).ok).toBe(true);
    expect(await scene.issue(ours, newId)).toMatchObject({ code: 'OUT_OF_STOCK' });
  });
});

describe('vouchers of a merged community', () => {
  it('are found, verified, handed out and given back in the successor, whose ledger gets the entries', async () => {
    const rice = await shelf.addThing('大米', 9);
    const rewardId = await shelf.open(rice, { limitHolder: 9 });
    const card = await scene.addReward([shelf.providerId], { cost: 3, limit_holder: 9 });
    const clerk = await scene.clerkOf(shelf.providerId);
    const ours = await scene.withPoints(90);
    const issue = (id: string) => scene.must<VoucherSeen>(ours, 'issueVoucher', { rewardId: id });
    const [verified, handed, back] = [await issue(card), await issue(rewardId), await issue(rewardId)];
    await merge();
    const found = await scene.must<{ vouchers: { voucherId: string }[]; count: number }>(townStaff, 'voucherRegister', {
      unitId: town.communityId,
    });
    expect(found.vouchers.map(({ voucherId }) => voucherId).sort()).toEqual(
      [verified, handed, back].map(({ voucherId }) => voucherId).sort(),
    );
    const own = await scene.must<{ vouchers: object[] }>(ours, 'vouchers', { voucherId: handed.voucherId });
    const [{ name }] = await rows(`select name from org_unit where id = '${town.communityId}'`);
    expect(own.vouchers).toEqual([expect.objectContaining({ communityName: name, code: handed.code })]);
    expect((await scene.ask(clerk, 'redeemVoucher', { code: verified.qr })).ok).toBe(true);
    expect((await scene.ask(townStaff, 'handOutVoucher', { voucherId: handed.voucherId })).ok).toBe(true);
    expect((await scene.ask(townStaff, 'cancelVoucher', { voucherId: back.voucherId })).ok).toBe(true);
    expect((await goodsSeen(townStaff))[0]).toMatchObject({ onShelf: 8, promised: 0 });
    expect(
      await rows(
        `select kind, array_agg(distinct unit_id = '${town.communityId}') as there from ledger_entry
         where source = 'voucher' group by kind order by kind`,
      ),
    ).toEqual([
      { kind: 'hold', there: [false] },
      { kind: 'redeem', there: [true] },
      { kind: 'release', there: [true] },
    ]);
    expect(await scene.balance(ours)).toMatchObject({ lifetime: 90, held: 0, redeemed: 13 });
    expect((await verifyLedger(database.db, scene.world.keys)).fault).toBeNull();
  });

  it('are handed over once, and the shelf counts once, while the community is being merged', async () => {
    const rice = await shelf.addThing('大米', 6);
    const rewardId = await shelf.open(rice);
    const people = await Promise.all(Array.from({ length: 8 }, () => scene.withPoints(10)));
    const promised = await scene.withPoints(10);
    const { voucherId } = await scene.must<VoucherSeen>(promised, 'issueVoucher', { rewardId });
    const told = (asked: () => Promise<Reply>) => async () => {
      const answer = await asked();
      // read who calls before the merger, and whom they serve after it: they ask once more
      return answer.code === 'NOT_ALLOWED' ? asked() : answer;
    };
    const deeds = [
      told(() => scene.ask(shelf.counting, 'handOutVoucher', { voucherId })),
      ...people.map((who) => told(() => shelf.handOver(who, [{ rewardId, quantity: 1 }]))),
    ];
    const early = deeds.slice(0, 4).map((deed) => deed());
    const [merged, ...answers] = await Promise.all([mergeUnits(), ...early, ...deeds.slice(4).map((deed) => deed())]);
    expect(merged.ok).toBe(true);
    const codes = answers.map(({ code }) => code ?? 'ok').sort();
    expect(codes).toEqual([
      ...Array.from({ length: 3 }, () => 'SHELF_EMPTY'),
      ...Array.from({ length: 6 }, () => 'ok'),
    ]);
    expect(answers[0]?.ok).toBe(true); // nobody takes what a voucher was promised
    await followChangesInReward(scene.world, scene.nowMs);
    expect((await goodsSeen(townStaff))[0]).toMatchObject({ onShelf: 0, promised: 0 });
    const went = `select -sum(quantity)::int as went from goods_movement where voucher_id is not null and goods_id = '${rice}'`;
    expect(await rows(went)).toEqual([{ went: 6 }]);
    expect((await verifyLedger(database.db, scene.world.keys)).fault).toBeNull();
  });
});
