import { momentOf } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase({ max: 20 });
let scene: Scene;
let admin: string;
let staff: string;
let providerId: string;

const FIRST_SATURDAY = { days: { every: 'month', nth: 1, weekday: 6 }, from: '08:30', until: '11:30' };
const at = (date: string, time: string) => {
  scene.nowMs = momentOf(date, time);
};

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  admin = await scene.addStaff({ role: 'communityAdmin', unitId: scene.units.communityId });
  staff = await scene.addStaff({ role: 'communityStaff', unitId: scene.units.communityId });
});
beforeEach(async () => {
  at('2026-11-23', '12:00');
  await rule({});
});

const rule = (changed: object) =>
  scene.must(admin, 'setRedemption', { unitId: scene.units.communityId, windows: [], ...changed });
const addReward = (values: Parameters<Scene['addReward']>[1] = {}) =>
  scene.addReward([providerId], { cost: 1, ...values });

describe('the windows of a community', () => {
  it('keep a resident and the desk from redeeming outside of them, and say when the next one is', async () => {
    await rule({ windows: [FIRST_SATURDAY] });
    const rewardId = await addReward({ limit_holder: 9 });
    const who = await scene.withPoints(10);
    const closed = {
      code: 'WINDOW_CLOSED',
      detail: { fromMs: momentOf('2026-12-05', '08:30'), untilMs: momentOf('2026-12-05', '11:30') },
    };
    expect(await scene.issue(who, rewardId)).toMatchObject(closed);
    expect(await scene.ask(staff, 'issueVoucherFor', { rewardId, holder: resident(who) })).toMatchObject(closed);
    expect(await scene.must(who, 'get', { rewardId })).toMatchObject({
      windows: [FIRST_SATURDAY],
      mine: { obstacles: ['WINDOW_CLOSED'], next: closed.detail },
    });
    at('2026-12-05', '08:29');
    expect(await scene.issue(who, rewardId)).toMatchObject(closed);
    at('2026-12-05', '08:30');
    expect((await scene.issue(who, rewardId)).ok).toBe(true);
    expect((await scene.ask(staff, 'issueVoucherFor', { rewardId, holder: resident(who) })).ok).toBe(true);
    at('2026-12-05', '11:30');
    expect(await scene.issue(who, rewardId)).toMatchObject({ detail: { fromMs: momentOf('2027-01-02', '08:30') } });
  });

  it('give way to those of a reward, which may also be open at any time', async () => {
    await rule({ windows: [FIRST_SATURDAY] });
    const always = await addReward({ windows: '[]' });
    const named = [{ days: { every: 'date', dates: ['2026-11-20'] }, from: '09:00', until: '10:00' }];
    const over = await addReward({ windows: JSON.stringify(named) });
    const who = await scene.withPoints(10);
    expect((await scene.issue(who, always)).ok).toBe(true);
    const told = await scene.issue(who, over);
    expect(told).toMatchObject({ code: 'WINDOW_CLOSED' });
    expect(told.detail).not.toHaveProperty('fromMs');
  });

  it('do not keep a voucher from being used that was issued in one', async () => {
    const rewardId = await addReward();
    const who = await scene.withPoints(10);
    const { code } = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    await rule({ windows: [FIRST_SATURDAY] });
    expect((await scene.ask(await scene.clerkOf(providerId), 'redeemVoucher', { code })).ok).toBe(true);
  });

  it('are set by its admin alone, and close later than they open', async () => {
    const { communityId, districtId } = scene.units;
    const set = (who: string, changed: object = {}) =>
      scene.ask(who, 'setRedemption', { unitId: communityId, windows: [FIRST_SATURDAY], ...changed });
    expect(await set(staff)).toMatchObject({ code: 'NOT_ALLOWED' });
    const reversed = [{ ...FIRST_SATURDAY, until: '08:00' }];
    expect(await set(admin, { windows: reversed })).toMatchObject({
      code: 'INVALID_INPUT',
      detail: { fields: ['input.windows'] },
    });
    const city = await scene.addStaff({ role: 'communityAdmin', unitId: districtId });
    expect(await set(city, { unitId: districtId })).toMatchObject({ code: 'UNIT_NOT_FOUND' });
  });
});

describe('the ceiling of a month', () => {
  it('of a community counts points and money of all its rewards, and frees what is given back', async () => {
    await rule({ monthPoints: 5, windows: [FIRST_SATURDAY] });
    at('2027-03-06', '09:00');
    const rewardId = await addReward({ cost: 3, unit_cost_cents: 100, limit_holder: 9 });
    const who = await scene.withPoints(50);
    const { voucherId } = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId });
    const spent = { code: 'MONTH_SPENT', detail: { againAtMs: momentOf('2027-04-03', '08:30') } };
    expect(await scene.issue(who, rewardId)).toMatchObject(spent);
    expect(await scene.ask(staff, 'issueVoucherFor', { rewardId, holder: resident(who) })).toMatchObject(spent);
    const { communityId: unitId } = scene.units;
    expect(await scene.must(staff, 'redemption', { unitId })).toMatchObject({ spentPoints: 3, spentCents: 100 });
    await scene.must(who, 'cancelVoucher', { voucherId });
    expect((await scene.issue(who, rewardId)).ok).toBe(true);
    at('2027-04-03', '09:00');
    expect((await scene.issue(who, rewardId)).ok).toBe(true);
  });

  it('begins anew at midnight in Shanghai, where there is no window to wait for', async () => {
    at('2028-02-29', '23:59');
    const rewardId = await addReward({ month_cents: 250, unit_cost_cents: 100, limit_holder: 9, stock_per_period: 99 });
    const who = await scene.withPoints(50);
    for (let i = 0; i < 2; i++) await scene.must(who, 'issueVoucher', { rewardId });
    expect(await scene.issue(who, rewardId)).toMatchObject({
      code: 'MONTH_SPENT',
      detail: { againAtMs: momentOf('2028-03-01', '00:00') },
    });
    const other = await addReward({ unit_cost_cents: 100 });
    expect((await scene.issue(who, other)).ok).toBe(true);
    at('2028-03-01', '00:00');
    expect((await scene.issue(who, rewardId)).ok).toBe(true);
  });

  it('is not passed by many who ask at once, for one reward or for several', async () => {
    at('2029-05-07', '10:00');
    const rewards = [await addReward({ cost: 2 }), await addReward({ cost: 2 })];
    await rule({ monthPoints: 7 });
    const callers = await Promise.all(Array.from({ length: 6 }, () => scene.withPoints(5)));
    const told = await Promise.all(callers.map((who, i) => scene.issue(who, rewards[i % 2] as string)));
    expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual([...Array(3).fill('MONTH_SPENT'), 'ok', 'ok', 'ok']);
  });
});
