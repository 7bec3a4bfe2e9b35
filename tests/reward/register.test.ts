import { lapseVouchers } from '../../cloudfunctions/reward';
import { addDays, businessDate, DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { insertNeighbours } from '../support/rows';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

interface Row {
  readonly voucherId: string;
  readonly title: string;
  readonly holderName: string;
  readonly state: string;
  readonly code: string | null;
  readonly points: number;
  readonly quantity: number;
  readonly availableAfter: number | null;
  readonly history: readonly { readonly what: string; readonly atMs: number; readonly byName: string | null }[];
}
interface Register {
  readonly vouchers: readonly Row[];
  readonly count: number;
  readonly sums: { readonly quantity: number; readonly points: number };
  readonly among: {
    readonly rewards: readonly { readonly rewardId: string; readonly title: string }[];
    readonly providers: readonly { readonly providerId: string; readonly name: string }[];
  };
  readonly nextCursor: string | null;
}

const database = useDatabase();
let scene: Scene;
let hospital: string;
let checkUp: string;
let haircut: string;
let clerk: string;
let desk: string;
let liping: string;
let used: VoucherSeen;
let givenBack: VoucherSeen;
let gone: VoucherSeen;
let inHand: VoucherSeen;
let firstMs: number;

const unitId = () => scene.units.communityId;
const register = (only: object = {}, more: object = {}, who = desk) =>
  scene.must<Register>(who, 'voucherRegister', { unitId: unitId(), only, ...more });
const idsOf = ({ vouchers }: Register) => vouchers.map(({ voucherId }) => voucherId);
const rowOf = async ({ voucherId }: VoucherSeen) =>
  (await register()).vouchers.find((one) => one.voucherId === voucherId) as Row;

/** One of each end: used on the first day, given back and still in hand on the second, lapsed on the third. */
beforeAll(async () => {
  scene = await setScene(database);
  hospital = await scene.addProvider('浏河社区卫生服务中心');
  clerk = await scene.addPerson({ name: '钱核销' });
  await scene.grant(clerk, { role: 'providerClerk', unitId: unitId(), providerId: hospital });
  desk = await scene.addPerson({ name: '赵干事' });
  await scene.grant(desk, { role: 'communityStaff', unitId: unitId() });
  checkUp = await scene.addReward([hospital], { title: '免费体检', cost: 120, valid_days: 30, limit_holder: 5 });
  haircut = await scene.addReward([hospital], { title: '理发', cost: 10, valid_days: 2, limit_holder: 5 });
  liping = await scene.withPoints(500, { name: '李萍' });
  const wang = await scene.withPoints(300, { name: '王建国' });
  firstMs = scene.nowMs;
  used = await scene.must<VoucherSeen>(desk, 'issueVoucherFor', { rewardId: checkUp, holder: resident(liping) });
  await scene.must(clerk, 'redeemVoucher', { code: used.code });
  scene.nowMs += DAY_MS;
  gone = await scene.must<VoucherSeen>(wang, 'issueVoucher', { rewardId: haircut });
  givenBack = await scene.must<VoucherSeen>(liping, 'issueVoucher', { rewardId: haircut });
  await scene.must(desk, 'cancelVoucher', { voucherId: givenBack.voucherId });
  inHand = await scene.must<VoucherSeen>(wang, 'issueVoucher', { rewardId: checkUp });
  scene.nowMs += 4 * DAY_MS;
});

describe('the register of a community', () => {
  it('has every voucher with what happened to it, when and by whom', async () => {
    expect(await rowOf(used)).toMatchObject({
      ...{ title: '免费体检', holderName: '李萍', state: 'redeemed', points: 120, availableAfter: 380 },
      history: [
        { what: 'issued', atMs: firstMs, byName: '赵干事' },
        { what: 'redeemed', atMs: firstMs, byName: '钱核销' },
      ],
    });
    expect((await rowOf(givenBack)).history).toMatchObject([
      { what: 'issued', byName: '李萍' },
      { what: 'cancelled', byName: '赵干事' },
    ]);
    expect((await rowOf(inHand)).history).toMatchObject([{ what: 'issued', byName: '王建国' }]);
  });

  it('says that one has lapsed at its last moment, before and after the night', async () => {
    const before = await rowOf(gone);
    expect(before).toMatchObject({ state: 'lapsed' });
    expect(before.history[1]).toEqual({ what: 'lapsed', atMs: gone.expiresAtMs, byName: null });
    await lapseVouchers(scene.world, scene.nowMs);
    expect((await rowOf(gone)).history[1]).toMatchObject({ what: 'lapsed', byName: null });
  });

  it('tells no code that can still be used', async () => {
    expect((await rowOf(used)).code).toBe(used.code);
    expect((await rowOf(inHand)).code).toBeNull();
    expect(JSON.stringify(await register())).not.toContain(inHand.code);
  });

  it('is sorted as a whole, whichever part of it is asked for', async () => {
    const sorts = [{ by: 'points', falling: true }, { by: 'issued' }, { by: 'reward' }, { by: 'time', falling: true }];
    for (const sort of sorts) {
      const whole = idsOf(await register({}, { sort }));
      expect(whole).toHaveLength(4);
      const pages: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Register = await register({}, { sort, limit: 1, ...(cursor && { cursor }) });
        expect(page.count).toBe(4);
        pages.push(...idsOf(page));
        cursor = page.nextCursor;
      } while (cursor);
      expect(pages).toEqual(whole);
    }
    expect(
      (await register({}, { sort: { by: 'points', falling: true } })).vouchers.map(({ points }) => points),
    ).toEqual([120, 120, 10, 10]);
    expect(idsOf(await register({}, { sort: { by: 'time', falling: true } })).at(-1)).toBe(used.voucherId);
  });

  it('is sifted by state, reward, provider, day, name and by who did it, and says what they come to', async () => {
    const today = businessDate(firstMs);
    const sifted = async (only: object) => new Set(idsOf(await register(only)));
    expect(await sifted({ state: 'redeemed' })).toEqual(new Set([used.voucherId]));
    expect(await sifted({ state: 'lapsed' })).toEqual(new Set([gone.voucherId]));
    expect(await sifted({ rewardId: checkUp })).toEqual(new Set([used.voucherId, inHand.voucherId]));
    expect(await sifted({ providerId: hospital })).toEqual(new Set([used.voucherId]));
    expect(await sifted({ from: today, to: today })).toEqual(new Set([used.voucherId]));
    expect(await sifted({ from: addDays(today, 1), to: addDays(today, 1) })).toEqual(
      new Set([givenBack.voucherId, inHand.voucherId]),
    );
    expect(await sifted({ who: '李 萍' })).toEqual(new Set([used.voucherId, givenBack.voucherId]));
    expect(await sifted({ who: '没有这个人' })).toEqual(new Set());
    expect(await sifted({ who: '理发' })).toEqual(new Set([givenBack.voucherId, gone.voucherId]));
    expect(await sifted({ mine: true })).toEqual(new Set([used.voucherId]));
    expect(await register({ rewardId: checkUp })).toMatchObject({ count: 2, sums: { quantity: 2, points: 240 } });
  });

  it('says what there is to sift by, whatever it is sifted by', async () => {
    expect((await register({ state: 'lapsed' })).among).toEqual({
      rewards: expect.arrayContaining([
        { rewardId: checkUp, title: '免费体检' },
        { rewardId: haircut, title: '理发' },
      ]),
      providers: [{ providerId: hospital, name: '浏河社区卫生服务中心' }],
    });
  });

  it('is that of the households of a grid for who works in it, and of nobody outside', async () => {
    const here = await scene.addStaff({ role: 'gridWorker', unitId: scene.units.gridId });
    const mine = await scene.must<Register>(here, 'voucherRegister', { unitId: scene.units.gridId });
    expect(mine.count).toBe(4);
    expect(await scene.ask(here, 'voucherRegister', { unitId: unitId() })).toMatchObject({ code: 'NOT_ALLOWED' });
    const next = await insertNeighbours(database.db, scene.units);
    const there = await scene.addStaff({ role: 'communityAdmin', unitId: next.communityId });
    expect(await scene.must(there, 'voucherRegister', { unitId: next.communityId })).toMatchObject({ count: 0 });
    expect(await scene.ask(there, 'voucherRegister', { unitId: unitId() })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await scene.ask(clerk, 'voucherRegister', { unitId: unitId() })).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('what a clerk took in', () => {
  interface Taken {
    readonly vouchers: readonly { readonly voucherId: string; readonly redeemedByName: string }[];
    readonly count: number;
  }
  const taken = (only: object = {}, who = clerk) =>
    scene.must<Taken>(who, 'redeemedVouchers', { providerId: hospital, only });

  it('is there today and afterwards, masked, with who took it', async () => {
    const today = businessDate(firstMs);
    expect(await taken({ from: today, to: today })).toMatchObject({
      count: 1,
      vouchers: [{ voucherId: used.voucherId, holderName: '李＊', redeemedByName: '钱核销', code: used.code }],
    });
    expect(await taken({ from: addDays(today, 1) })).toMatchObject({ count: 0, vouchers: [] });
    expect(await taken({ to: addDays(today, 5) })).toMatchObject({ count: 1 });
  });

  it('is one’s own, or that of all clerks of the provider', async () => {
    const colleague = await scene.clerkOf(hospital);
    expect((await taken({}, colleague)).count).toBe(1);
    expect((await taken({ mine: true }, colleague)).count).toBe(0);
    expect((await taken({ mine: true })).count).toBe(1);
  });
});
