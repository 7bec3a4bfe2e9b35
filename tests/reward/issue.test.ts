import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Holder } from '../../cloudfunctions/ledger';
import { addSocieties } from '../../cloudfunctions/organisation';
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

describe('conditions at the counter', () => {
  it('refuse by age and by an unknown birth date', async () => {
    const rewardId = await addReward({ age_min: 60, age_max: 70 });
    const ages = { '1966-11-24': 'TOO_YOUNG', '1955-11-23': 'TOO_OLD', '1966-11-23': undefined };
    for (const [bornOn, code] of Object.entries(ages))
      expect((await scene.issue(await scene.withPoints(50, { bornOn }), rewardId)).code).toBe(code);
    const unknown = await scene.withPoints(50, { bornOn: null });
    expect(await scene.issue(unknown, rewardId)).toMatchObject({ code: 'BIRTH_DATE_UNKNOWN' });
  });

  it('take a birth of which only the year is known as 31 December', async () => {
    const rewardId = await addReward({ age_min: 60 });
    const young = await scene.withPoints(50, { bornOn: '1966-12-31', bornPrecision: 'year' });
    expect(await scene.issue(young, rewardId)).toMatchObject({ code: 'TOO_YOUNG', detail: { ageMin: 60 } });
    scene.nowMs = Date.parse('2026-12-31T00:00:00+08:00');
    expect((await scene.issue(young, rewardId)).ok).toBe(true);
  });

  it('refuse who has not earned enough, in a lifetime or for now', async () => {
    const person = await scene.withPoints(100);
    expect(await scene.issue(person, await addReward({ cost: 100, least_lifetime: 101 }))).toMatchObject({
      code: 'LIFETIME_TOO_LOW',
      detail: { missing: 1 },
    });
    expect(await scene.issue(person, await addReward({ cost: 130 }))).toMatchObject({
      code: 'POINTS_INSUFFICIENT',
      detail: { missing: 30 },
    });
  });

  it('keep agricultural support to households of the countryside', async () => {
    const rural = await insertUnits(database.db, 'rural');
    const support = { kind: 'agriculture', holder_kind: 'household', cost: 20 } as const;
    const [farm, farmer = ''] = await scene.addHousehold([{}], { units: rural });
    await scene.credit(30, household(farm));
    expect((await scene.issue(farmer, await addReward({ ...support, unit_id: rural.communityId }))).ok).toBe(true);
    expect(await scene.balance(farm)).toMatchObject({ held: 20, lifetime: 30 });
    const [flat, tenant = ''] = await scene.addHousehold([{}]);
    await scene.credit(30, household(flat));
    expect(await scene.issue(tenant, await addReward(support))).toMatchObject({ code: 'ONLY_RURAL' });
    expect(
      await scene.issue(tenant, await addReward({ kind: 'healthCard' }), { holder: household(flat) }),
    ).toMatchObject({
      code: 'HOLDER_KIND_DIFFERS',
    });
  });

  it("offer what the community or a unit above it offers, and refuse another community's", async () => {
    const elsewhere = await insertUnits(database.db);
    const person = await scene.withPoints(100);
    expect((await scene.issue(person, await addReward({ unit_id: scene.units.districtId }))).ok).toBe(true);
    const theirs = await addReward({ unit_id: elsewhere.communityId });
    expect(await scene.issue(person, theirs)).toMatchObject({ code: 'OTHER_COMMUNITY' });
    expect(await scene.must(person, 'get', { rewardId: theirs })).toMatchObject({
      mine: { obstacles: ['OTHER_COMMUNITY'] },
    });
  });

  it('keep after-school care to children, for whom a parent redeems', async () => {
    const rewardId = await addReward({ kind: 'afterSchool', cost: 10 });
    const [, mother = '', child = ''] = await scene.addHousehold([{ bornOn: '1988-01-01' }, { bornOn: '2017-06-01' }]);
    await scene.credit(30, resident(mother), resident(child));
    expect(await scene.issue(mother, rewardId)).toMatchObject({ code: 'TOO_OLD', detail: { ageMax: 17 } });
    expect((await scene.issue(mother, rewardId, { holder: resident(child) })).ok).toBe(true);
    expect(await scene.balance(child)).toMatchObject({ held: 10 });
    expect(await scene.balance(mother)).toMatchObject({ held: 0 });
  });

  it('let the leader of a society redeem for it', async () => {
    const societyId = randomUUID();
    const { communityId } = scene.units;
    await addSocieties(database.db, [
      { societyId, unitId: communityId, name: '银龄合唱团', stage: 'budding', createdAtMs: scene.nowMs },
    ]);
    const leader = await scene.addStaff({ role: 'societyLeader', unitId: communityId, societyId });
    await scene.credit(40, { kind: 'society', id: societyId });
    const rewardId = await addReward({ kind: 'incubation', holder_kind: 'society', cost: 40 });
    expect(await scene.issue(leader, rewardId)).toMatchObject({ ok: true, data: { holderName: '银龄合唱团' } });
    const member = await scene.withPoints(90);
    expect(await scene.issue(member, rewardId)).toMatchObject({ code: 'HOLDER_KIND_DIFFERS' });
    expect(await scene.issue(member, rewardId, { holder: { kind: 'society', id: societyId } })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
  });

  it('ask for a choice where the reward is either-or', async () => {
    const rewardId = await addReward({ kind: 'fitnessOrBook', choices: ['健身卡', '购书卡'] });
    const person = await scene.withPoints(50);
    expect(await scene.issue(person, rewardId)).toMatchObject({ code: 'CHOICE_NEEDED' });
    expect(await scene.issue(person, rewardId, { choice: '购书卡' })).toMatchObject({
      ok: true,
      data: { choice: '购书卡' },
    });
  });

  it('refuse a reward that is not there, or no longer', async () => {
    const person = await scene.withPoints(50);
    expect(await scene.issue(person, randomUUID())).toMatchObject({ code: 'REWARD_NOT_FOUND' });
    const retired = await addReward({ retired_at: new Date(scene.nowMs) });
    expect(await scene.issue(person, retired)).toMatchObject({ code: 'REWARD_RETIRED' });
    expect(await scene.issue(person, await addReward(), { holder: resident(randomUUID()) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
  });

  it('refuse a closed account, and leave nothing behind when they refuse', async () => {
    const person = await scene.withPoints(50);
    const rewardId = await addReward();
    await database.db
      .updateTable('account')
      .set({ closed_at: new Date(TEST_NOW_MS) })
      .where('account_id', '=', person)
      .execute();
    expect(await scene.issue(person, rewardId)).toMatchObject({ code: 'ACCOUNT_CLOSED' });
    const left = await database.db.selectFrom('reward_stock').selectAll().where('reward_id', '=', rewardId).execute();
    expect(left).toEqual([]);
    expect(await scene.balance(person)).toMatchObject({ held: 0 });
  });
});

describe('what lists show', () => {
  it('is what redeeming would say', async () => {
    const person = await scene.withPoints(30, { bornOn: '2000-01-01' });
    const rewardId = await addReward({ cost: 80, age_min: 60 });
    const reward = await scene.must<{ mine: object }>(person, 'get', { rewardId });
    expect(reward).toMatchObject({
      stockLeft: 10,
      providers: [{ providerId }],
      policyDocumentNumber: expect.stringContaining('号'),
      mine: { available: 30, missing: 50, obstacles: ['TOO_YOUNG', 'POINTS_INSUFFICIENT'], voucherId: null },
    });
    expect(await scene.issue(person, rewardId)).toMatchObject({ code: 'TOO_YOUNG' });
  });

  it("holds the community's own rewards and those from above, without the retired ones", async () => {
    const units = await insertUnits(database.db);
    const person = await scene.addPerson({}, units);
    const own = await addReward({ unit_id: units.communityId, cost: 30 });
    const above = await addReward({ unit_id: units.cityId, cost: 20 });
    await addReward({ unit_id: units.communityId, retired_at: new Date(TEST_NOW_MS) });
    const { rewards } = await scene.must<{ rewards: { rewardId: string }[] }>(person, 'list', {});
    expect(rewards.map((reward) => reward.rewardId)).toEqual([above, own]);
    expect(await scene.ask(person, 'list', { unitId: randomUUID() })).toMatchObject({ code: 'UNIT_NOT_FOUND' });
  });

  it('names a voucher in hand', async () => {
    const person = await scene.withPoints(50);
    const rewardId = await addReward();
    const { voucherId } = await scene.must<VoucherSeen>(person, 'issueVoucher', { rewardId });
    expect(await scene.must(person, 'get', { rewardId })).toMatchObject({
      stockLeft: 9,
      mine: { voucherId, obstacles: ['LIMIT_REACHED'] },
    });
  });

  it('shows staff how one of their residents stands, and notes that they looked', async () => {
    const person = await scene.withPoints(70);
    const rewardId = await addReward();
    expect(await scene.must(staff, 'get', { rewardId, holder: resident(person) })).toMatchObject({
      mine: { holder: resident(person), available: 70 },
    });
    const noted = await database.db
      .selectFrom('audit_log')
      .selectAll()
      .where('target_id', '=', person)
      .where('action', '=', 'reward.get')
      .execute();
    expect(noted).toMatchObject([{ resident_id: staff, unit_id: scene.units.communityId }]);
    const elsewhere = await scene.addPerson({}, await insertUnits(database.db));
    expect(await scene.ask(staff, 'list', { holder: resident(elsewhere) })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await scene.ask(person, 'list', { holder: resident(staff) })).toMatchObject({ code: 'HOLDER_NOT_FOUND' });
  });
});

describe('pooling', () => {
  it('draws on the own account first, then on those who agreed in the order given, then on the household', async () => {
    const [home, me = '', mother = '', son = ''] = await scene.addHousehold(
      [{ bornOn: '1980-01-01' }, { poolAgreed: true }, { poolAgreed: true }],
      { poolAgreed: true },
    );
    await scene.credit(40, resident(me), resident(mother), resident(son), household(home));
    const rewardId = await addReward({ cost: 130 });
    expect(await scene.must(me, 'get', { rewardId })).toMatchObject({
      mine: {
        missing: 90,
        poolAvailable: 120,
        obstacles: [],
        pool: [{ available: 40 }, { available: 40 }, { holder: household(home) }],
      },
    });
    expect(await scene.issue(me, rewardId)).toMatchObject({ code: 'POINTS_INSUFFICIENT', detail: { missing: 90 } });
    const voucher = await scene.must<VoucherSeen>(me, 'issueVoucher', { rewardId, pool: [son, mother] });
    const held = async () => Promise.all([me, son, mother, home].map(async (id) => (await scene.balance(id))?.held));
    expect(await held()).toEqual([40, 40, 40, 10]);
    await scene.must(me, 'cancelVoucher', { voucherId: voucher.voucherId });
    expect(await held()).toEqual([0, 0, 0, 0]);
  });

  it('is for the adults of the household: not for a child, nor for a helper from outside', async () => {
    const [home, head = '', child = '', old = ''] = await scene.addHousehold(
      [
        { bornOn: '1980-01-01', poolAgreed: true },
        { bornOn: '2016-01-01' },
        { bornOn: '1946-01-01', isAssisted: true },
      ],
      { poolAgreed: true },
    );
    await scene.credit(50, household(home));
    await scene.credit(50, resident(head));
    const rewardId = await addReward({ cost: 40 });
    for (const id of [home, head])
      expect(await scene.issue(child, rewardId, { pool: [id] })).toMatchObject({
        code: 'NOT_ALLOWED',
        detail: { because: 'underAge' },
      });
    const outside = await scene.addPerson({ bornOn: '1980-01-01' });
    await scene.database.db.updateTable('resident').set({ helper_id: outside }).where('id', '=', old).execute();
    expect(await scene.issue(outside, rewardId, { holder: resident(old), pool: [head] })).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: { because: 'outOfReach' },
    });
    expect((await scene.issue(head, rewardId, { pool: [home] })).ok).toBe(true);
  });

  it('redeems a pooled voucher against everyone who paid', async () => {
    const [home, me = '', mother = ''] = await scene.addHousehold([{}, { poolAgreed: true }], { poolAgreed: true });
    await scene.credit(10, resident(me), resident(mother), household(home));
    const voucher = await scene.must<VoucherSeen>(me, 'issueVoucher', {
      rewardId: await addReward({ cost: 25 }),
      pool: [mother],
    });
    await scene.must(await scene.clerkOf(providerId), 'redeemVoucher', { code: voucher.qr });
    for (const [id, redeemed] of [
      [me, 10],
      [mother, 10],
      [home, 5],
    ] as const)
      expect(await scene.balance(id)).toMatchObject({ lifetime: 10, held: 0, redeemed });
  });

  it('takes no points of those who did not agree, nor of strangers, nor of a household whose head did not', async () => {
    const [home, me = '', wife = ''] = await scene.addHousehold([{}, {}]);
    const stranger = await scene.withPoints(90);
    await scene.credit(40, resident(me), resident(wife), household(home));
    const rewardId = await addReward({ cost: 60 });
    for (const id of [wife, stranger, home])
      expect(await scene.issue(me, rewardId, { pool: [id] })).toMatchObject({
        code: 'POOL_NOT_AGREED',
        detail: { holderId: id },
      });
  });

  it("spends a household's account by its adults with the head's consent, and by the head", async () => {
    const rewardId = await addReward({ kind: 'fitnessOrBook', holder_kind: 'household', cost: 10, limit_holder: 9 });
    const people = [{ bornOn: '1970-01-01' }, { bornOn: '1972-01-01' }, { bornOn: '2012-01-01' }];
    const [closed, head = '', wife = ''] = await scene.addHousehold(people);
    await scene.credit(90, household(closed));
    expect(await scene.issue(wife, rewardId)).toMatchObject({ code: 'POOL_NOT_AGREED' });
    expect((await scene.issue(head, rewardId)).ok).toBe(true);
    const [open, , adult = '', child = ''] = await scene.addHousehold(people, { poolAgreed: true });
    await scene.credit(90, household(open));
    expect((await scene.issue(adult, rewardId)).ok).toBe(true);
    expect(await scene.issue(child, rewardId)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await scene.issue(adult, rewardId, { holder: household(closed) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
  });
});

/** True when the request waits for this client's transaction, false when it was answered first. */
async function waitingOrAnswered(client: PoolClient, asked: Promise<unknown>): Promise<boolean> {
  const waiting = 'select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid))';
  let isAnswered = false;
  void asked.then(() => {
    isAnswered = true;
  });
  for (;;) {
    if (isAnswered) return false;
    if ((await client.query(waiting)).rowCount) return true;
    await new Promise(setImmediate);
  }
}

describe('somebody who is moving out at this moment', () => {
  it('is waited for, and does not spend the points of those they leave', async () => {
    const [home, mover = '', wife = ''] = await scene.addHousehold([{}, { poolAgreed: true }]);
    await scene.credit(10, resident(mover), resident(wife));
    const rewardId = await addReward({ cost: 20 });
    const client = await database.ownerPool.connect();
    await client.query('begin');
    await client.query('select from household where id = $1 for update', [home]);
    await client.query(`update membership set left_on = '2026-11-23' where resident_id = $1`, [mover]);
    const asked = scene.issue(mover, rewardId, { pool: [wife] });
    await waitingOrAnswered(client, asked);
    await client.query('commit');
    client.release();
    expect(await asked).toMatchObject({ code: 'POOL_NOT_AGREED' });
    expect(await scene.issue(mover, rewardId)).toMatchObject({ code: 'OTHER_COMMUNITY' });
    expect(await scene.balance(wife)).toMatchObject({ held: 0 });
  });

  it('to another household is served under the lock of that one', async () => {
    const [home, mover = ''] = await scene.addHousehold([{}]);
    const [target] = await scene.addHousehold([{}]);
    await scene.credit(10, resident(mover));
    const rewardId = await addReward({ cost: 10 });
    const [leaving, arriving] = await Promise.all([database.ownerPool.connect(), database.ownerPool.connect()]);
    for (const client of [leaving, arriving]) await client.query('begin');
    await leaving.query('select from household where id = $1 for update', [home]);
    await arriving.query('select from household where id = $1 for no key update', [target]);
    await leaving.query(`update membership set left_on = '2026-11-23' where resident_id = $1`, [mover]);
    await leaving.query(
      `insert into membership (id, resident_id, household_id, relation, joined_on)
       values (gen_random_uuid(), $1, $2, '子', '2026-11-23')`,
      [mover, target],
    );
    const asked = scene.issue(mover, rewardId);
    expect(await waitingOrAnswered(leaving, asked)).toBe(true);
    await leaving.query('commit');
    leaving.release();
    expect(await waitingOrAnswered(arriving, asked)).toBe(true);
    await arriving.query('commit');
    arriving.release();
    expect(await asked).toMatchObject({ ok: true });
  });
});

describe('limits', () => {
  it('hold per person and per household within a period, and begin anew with the next', async () => {
    const [, me = '', wife = '', son = ''] = await scene.addHousehold([{}, {}, {}]);
    await scene.credit(100, resident(me), resident(wife), resident(son));
    const rewardId = await addReward({ period: 'month', limit_household: 2 });
    expect((await scene.issue(me, rewardId)).ok).toBe(true);
    expect(await scene.issue(me, rewardId)).toMatchObject({ code: 'LIMIT_REACHED', detail: { againOn: '2026-12-01' } });
    expect((await scene.issue(wife, rewardId)).ok).toBe(true);
    expect(await scene.issue(son, rewardId)).toMatchObject({ code: 'HOUSEHOLD_LIMIT_REACHED', detail: { limit: 2 } });
    scene.nowMs = Date.parse('2026-12-01T00:00:00+08:00');
    expect((await scene.issue(me, rewardId)).ok).toBe(true);
  });

  it('hold for a household whose members redeem all at once', async () => {
    const members = Array.from({ length: 10 }, () => ({}));
    const [, ...ids] = await scene.addHousehold(members);
    await scene.credit(100, ...ids.map(resident));
    const rewardId = await addReward({ limit_household: 3 });
    const replies = await Promise.all(ids.map((id) => scene.issue(id, rewardId)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(3);
    expect(new Set(replies.filter(({ ok }) => !ok).map(({ code }) => code))).toEqual(
      new Set(['HOUSEHOLD_LIMIT_REACHED']),
    );
  });

  it('are reached by a redeemed voucher as well', async () => {
    const me = await scene.withPoints(50);
    const rewardId = await addReward();
    const voucher = await scene.must<VoucherSeen>(me, 'issueVoucher', { rewardId });
    await scene.must(await scene.clerkOf(providerId), 'redeemVoucher', { code: voucher.code });
    expect(await scene.issue(me, rewardId)).toMatchObject({ code: 'LIMIT_REACHED' });
  });

  it('end with the stock of a period, and the next period has its own', async () => {
    const rewardId = await addReward({ stock_per_period: 2, period: 'quarter' });
    const people = await Promise.all([1, 2, 3].map(() => scene.withPoints(50)));
    const codes = [];
    for (const person of people) codes.push((await scene.issue(person, rewardId)).code);
    expect(codes).toEqual([undefined, undefined, 'OUT_OF_STOCK']);
    scene.nowMs = Date.parse('2027-01-01T08:00:00+08:00');
    expect((await scene.issue(people[2] as string, rewardId)).ok).toBe(true);
  });
});
