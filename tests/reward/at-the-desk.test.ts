import { randomUUID } from 'node:crypto';
import type { Holder } from '../../cloudfunctions/ledger';
import { useDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase({ max: 20 });
let scene: Scene;
let providerId: string;
let staff: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  staff = await scene.addStaff({ role: 'communityStaff', unitId: scene.units.communityId });
});
beforeEach(() => {
  scene.nowMs = Date.parse('2026-11-23T12:00:00+08:00');
});

const household = (id: string): Holder => ({ kind: 'household', id });
const addReward = (values: Parameters<Scene['addReward']>[1] = {}) => scene.addReward([providerId], values);

describe('for somebody without a phone', () => {
  it('the head of the household redeems for an old mother and gives it back for her', async () => {
    const [, son = '', mother = ''] = await scene.addHousehold([
      { bornOn: '1975-01-01' },
      { bornOn: '1948-01-01', isAssisted: true },
    ]);
    await scene.credit(120, resident(mother));
    const rewardId = await addReward({ cost: 120, age_min: 60 });
    const voucher = await scene.must<VoucherSeen>(son, 'issueVoucher', { rewardId, holder: resident(mother) });
    expect(await scene.must(son, 'vouchers', {})).toMatchObject({ vouchers: [{ voucherId: voucher.voucherId }] });
    await scene.must(son, 'cancelVoucher', { voucherId: voucher.voucherId });
    expect(await scene.balance(mother)).toMatchObject({ lifetime: 120, available: 120 });
  });

  it('staff redeem at the desk, within their reach, with a voucher to print and a line in the audit log', async () => {
    const mother = await scene.withPoints(120, { name: '陈秀英', bornOn: '1948-01-01', isAssisted: true });
    const rewardId = await addReward({ cost: 120, age_min: 60, steps: ['空腹前往', '带上身份证'] });
    const voucher = await scene.must<VoucherSeen>(staff, 'issueVoucherFor', { rewardId, holder: resident(mother) });
    expect(voucher).toMatchObject({ holderName: '陈＊英', steps: ['空腹前往', '带上身份证'], state: 'issued' });
    expect(voucher.code).toHaveLength(7);
    const noted = await database.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'reward.issueVoucherFor')
      .execute();
    expect(noted.filter((row) => row.outcome === 'ok' && row.target_id === mother)).toMatchObject([
      { resident_id: staff, role: 'communityStaff', unit_id: scene.units.communityId },
      { detail: { rewardId, voucherId: voucher.voucherId, points: 120 } },
    ]);
    expect(await scene.must(staff, 'vouchers', { holder: resident(mother) })).toMatchObject({
      vouchers: [{ voucherId: voucher.voucherId }],
    });
    expect((await scene.ask(staff, 'cancelVoucher', { voucherId: voucher.voucherId })).ok).toBe(true);
  });

  it('is not done by staff for their own household, nor out of their reach, nor by a neighbour', async () => {
    const [home, me = '', mother = ''] = await scene.addHousehold([{}, { isAssisted: true }]);
    await scene.grant(me, { role: 'gridWorker', unitId: scene.units.gridId });
    await scene.credit(50, resident(me), resident(mother), household(home));
    const rewardId = await addReward();
    for (const holder of [resident(me), resident(mother), household(home)])
      expect(await scene.ask(me, 'issueVoucherFor', { rewardId, holder })).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    const elsewhere = await scene.addPerson({}, await insertUnits(database.db));
    expect(await scene.ask(me, 'issueVoucherFor', { rewardId, holder: resident(elsewhere) })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    const neighbour = await scene.withPoints(50);
    expect(await scene.ask(neighbour, 'issueVoucherFor', { rewardId, holder: resident(mother) })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await scene.issue(neighbour, rewardId, { holder: resident(mother) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
    expect(await scene.ask(me, 'issueVoucherFor', { rewardId, holder: resident(randomUUID()) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
    expect((await scene.ask(me, 'issueVoucherFor', { rewardId, holder: resident(neighbour) })).ok).toBe(true);
  });
});

describe("another community's staff", () => {
  it('neither redeem, nor look, nor give back, nor open or retire rewards here', async () => {
    const elsewhere = await insertUnits(database.db);
    const outsider = await scene.addStaff(
      { role: 'communityAdmin', unitId: elsewhere.communityId },
      { role: 'gridWorker', unitId: elsewhere.gridId },
    );
    const person = await scene.withPoints(50);
    const rewardId = await addReward();
    const { voucherId } = await scene.must<VoucherSeen>(person, 'issueVoucher', { rewardId });
    const holder = resident(person);
    const tries: [string, object][] = [
      ['list', { holder }],
      ['get', { rewardId, holder }],
      ['issueVoucherFor', { rewardId, holder }],
      ['vouchers', { holder }],
      ['cancelVoucher', { voucherId }],
      ['retire', { rewardId }],
    ];
    for (const [verb, input] of tries)
      expect([verb, (await scene.ask(outsider, verb, input)).code]).toEqual([verb, 'NOT_ALLOWED']);
    expect(await scene.balance(person)).toMatchObject({ held: 10 });
  });

  it('and a grid worker of the next grid neither: a grid reaches its own households', async () => {
    const { communityId } = scene.units;
    const gridId = randomUUID();
    const path = (
      await database.db.selectFrom('org_unit').select('path').where('id', '=', communityId).executeTakeFirstOrThrow()
    ).path;
    await database.db
      .insertInto('org_unit')
      .values({
        id: gridId,
        parent_id: communityId,
        level: 'grid',
        code: gridId.slice(0, 12),
        name: '第二网格',
        path: `${path}${gridId}/`,
        created_at: new Date(TEST_NOW_MS),
      })
      .execute();
    const neighbour = await scene.addStaff({ role: 'gridWorker', unitId: gridId });
    const person = await scene.withPoints(50);
    expect(
      await scene.ask(neighbour, 'issueVoucherFor', { rewardId: await addReward(), holder: resident(person) }),
    ).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('and nobody finds what is not there', async () => {
    const person = await scene.withPoints(50);
    expect(await scene.ask(person, 'get', { rewardId: randomUUID() })).toMatchObject({ code: 'REWARD_NOT_FOUND' });
    expect(await scene.ask(person, 'cancelVoucher', { voucherId: randomUUID() })).toMatchObject({
      code: 'VOUCHER_NOT_FOUND',
    });
    expect(await scene.ask(person, 'vouchers', { holder: household(randomUUID()) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
  });
});
