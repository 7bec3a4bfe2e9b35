import { randomUUID } from 'node:crypto';
import { lapseVouchers } from '../../cloudfunctions/reward';
import { addDays, startOfDayMs } from '../../cloudfunctions/values/dates';
import { cursorOf } from '../support/cursor';
import { useDatabase } from '../support/database';
import { whileNobodyWrites } from '../support/waiting';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const CONNECTIONS = 20;
const database = useDatabase({ max: CONNECTIONS });
let scene: Scene;
let providerId: string;
let clerk: string;
let senior: string;
let rewardId: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  clerk = await scene.clerkOf(providerId);
});

beforeEach(async () => {
  scene.nowMs = Date.parse('2026-11-23T12:00:00+08:00');
  senior = await scene.addPerson({ name: '李桂芳', sex: 'female', bornOn: '1954-05-01' });
  await scene.credit(150, resident(senior));
  rewardId = await scene.addReward([providerId], { cost: 120, age_min: 60, valid_days: 60 });
});

const issue = () => scene.must<VoucherSeen>(senior, 'issueVoucher', { rewardId, pool: [] });
const stockTaken = async () =>
  (await database.db.selectFrom('reward_stock').select('taken').where('reward_id', '=', rewardId).executeTakeFirst())
    ?.taken ?? 0;

describe('redeeming', () => {
  it('holds the points and issues a voucher with a picture and six characters to read aloud', async () => {
    const voucher = await issue();
    expect(voucher).toMatchObject({ state: 'issued', points: 120, holderName: '李＊芳', choice: null });
    expect(voucher.code).toMatch(/^[34679ACDEFGHJKMNPQRTVWXY]{3} [34679ACDEFGHJKMNPQRTVWXY]{3}$/);
    expect(voucher.qr).toMatch(/^https:\/\/bank\.test\/v\/[A-Za-z0-9_-]{24}$/);
    expect(voucher.expiresAtMs).toBe(startOfDayMs(addDays('2026-11-23', 61)) - 1);
    expect(await scene.balance(senior)).toEqual({ lifetime: 150, held: 120, redeemed: 0, available: 30 });
    expect(await stockTaken()).toBe(1);
  });

  it('answers the same request the same way, codes included, even after the voucher was used', async () => {
    const requestId = randomUUID();
    const input = { rewardId, pool: [] };
    const first = await scene.ask(senior, 'issueVoucher', input, requestId);
    await scene.must(clerk, 'redeemVoucher', { code: (first.data as unknown as VoucherSeen).code });
    expect(await scene.ask(senior, 'issueVoucher', input, requestId)).toEqual(first);
    expect(await stockTaken()).toBe(1);
    expect(await scene.ask(senior, 'issueVoucher', { rewardId, pool: [], choice: 'x' }, requestId)).toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
  });

  it('is told again to the same person alone: whoever is bound to the phone afterwards is shown no code of theirs', async () => {
    const requestId = randomUUID();
    const input = { rewardId, pool: [] };
    const first = await scene.ask(senior, 'issueVoucher', input, requestId);
    const identityId = await scene.identityOf(senior);
    const bindTo = (resident_id: string | null) =>
      database.db.updateTable('identity').set({ resident_id }).where('id', '=', identityId).execute();
    await bindTo(null);
    expect(await scene.ask(senior, 'issueVoucher', input, requestId)).toMatchObject({ code: 'NOT_ALLOWED' });
    await bindTo(await scene.addPerson());
    expect(await scene.ask(senior, 'issueVoucher', input, requestId)).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    await bindTo(senior);
    expect(await scene.ask(senior, 'issueVoucher', input, requestId)).toEqual(first);
  });

  it('gives one voucher for one request sent twenty-five times at once', async () => {
    const requestId = randomUUID();
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => scene.ask(senior, 'issueVoucher', { rewardId, pool: [] }, requestId)),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect(replies[0]?.ok).toBe(true);
    expect(await stockTaken()).toBe(1);
  });

  it('shows the voucher again at will, and to nobody else', async () => {
    const voucher = await issue();
    const mine = await scene.must<{ vouchers: VoucherSeen[] }>(senior, 'vouchers', {});
    expect(mine.vouchers).toEqual([voucher]);
    const neighbour = await scene.addPerson();
    expect(await scene.must(neighbour, 'vouchers', { voucherId: voucher.voucherId })).toMatchObject({ vouchers: [] });
    expect(await scene.ask(neighbour, 'vouchers', { holder: resident(senior) })).toMatchObject({
      code: 'HOLDER_NOT_FOUND',
    });
    expect(await scene.ask(neighbour, 'cancelVoucher', { voucherId: voucher.voucherId })).toMatchObject({
      code: 'VOUCHER_NOT_FOUND',
    });
  });

  it('pages through vouchers, newest first', async () => {
    const many = await scene.addReward([providerId], { cost: 1, limit_holder: 9 });
    for (let i = 0; i < 5; i++) {
      scene.nowMs += 1000;
      await scene.must(senior, 'issueVoucher', { rewardId: many, pool: [] });
    }
    const all = await scene.must<{ vouchers: VoucherSeen[] }>(senior, 'vouchers', {});
    const paged: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await scene.must<{ vouchers: VoucherSeen[]; nextCursor: string | null }>(senior, 'vouchers', {
        limit: 2,
        ...(cursor && { cursor }),
      });
      paged.push(...page.vouchers.map((voucher) => voucher.voucherId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(paged).toEqual(all.vouchers.map((voucher) => voucher.voucherId));
    expect(paged).toHaveLength(5);
    const made = [
      [1, '-'.repeat(36)],
      [10 ** 16, randomUUID()],
    ].map(cursorOf);
    for (const cursor of ['made up', ...made])
      expect(await scene.ask(senior, 'vouchers', { cursor })).toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('redeeming', () => {
  it('shows a clerk who may be at the counter, without using the voucher', async () => {
    const voucher = await issue();
    expect(await scene.must(clerk, 'lookUpVoucher', { code: voucher.qr })).toMatchObject({
      voucherId: voucher.voucherId,
      holderName: '李＊芳',
      age: 72,
      sex: 'female',
      code: voucher.code,
      expiresAtMs: voucher.expiresAtMs,
    });
    expect(await scene.balance(senior)).toMatchObject({ held: 120, redeemed: 0 });
  });

  it('turns held points into redeemed ones, by picture or by typed code', async () => {
    const voucher = await issue();
    const redemption = await scene.must(clerk, 'redeemVoucher', { code: voucher.code.toLowerCase() });
    expect(redemption).toMatchObject({
      holderName: '李＊芳',
      redeemedAtProvider: '和平社区卫生服务中心',
      redeemedAtMs: scene.nowMs,
    });
    expect(await scene.balance(senior)).toEqual({ lifetime: 150, held: 0, redeemed: 120, available: 30 });
    expect(await scene.must(clerk, 'redeemedVouchers', { providerId })).toMatchObject({
      vouchers: expect.arrayContaining([
        expect.objectContaining({ voucherId: voucher.voucherId, holderName: '李＊芳' }),
      ]),
    });
  });

  it('refuses a second time, and says when and where the first was', async () => {
    const voucher = await issue();
    await scene.must(clerk, 'redeemVoucher', { code: voucher.qr });
    const firstMs = scene.nowMs;
    scene.nowMs += 90_000;
    for (const code of [voucher.qr, voucher.code])
      for (const verb of ['redeemVoucher', 'lookUpVoucher'])
        expect(await scene.ask(clerk, verb, { code })).toMatchObject({
          code: 'VOUCHER_REDEEMED',
          detail: { redeemedAtMs: firstMs, redeemedAtProvider: '和平社区卫生服务中心' },
        });
    expect(await scene.balance(senior)).toMatchObject({ redeemed: 120 });
  });

  it('redeems once when twenty clerks confirm at once', async () => {
    const voucher = await issue();
    const clerks = await Promise.all(Array.from({ length: 20 }, () => scene.clerkOf(providerId)));
    const replies = await Promise.all(clerks.map((one) => scene.ask(one, 'redeemVoucher', { code: voucher.qr })));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(new Set(replies.filter((reply) => !reply.ok).map((reply) => reply.code))).toEqual(
      new Set(['VOUCHER_REDEEMED']),
    );
    expect(await scene.balance(senior)).toMatchObject({ held: 0, redeemed: 120 });
  });

  it("refuses another provider's clerk and tells nothing of the voucher, used or not", async () => {
    const voucher = await issue();
    const bookshop = await scene.addProvider(`书店 ${randomUUID().slice(0, 4)}`);
    const stranger = await scene.clerkOf(bookshop);
    for (const verb of ['lookUpVoucher', 'redeemVoucher'])
      expect(await scene.ask(stranger, verb, { code: voucher.qr })).toMatchObject({
        code: 'OTHER_PROVIDER',
        detail: {},
      });
    await scene.must(clerk, 'redeemVoucher', { code: voucher.qr });
    expect(await scene.ask(stranger, 'lookUpVoucher', { code: voucher.code })).toMatchObject({
      code: 'OTHER_PROVIDER',
      detail: {},
    });
    expect(await scene.ask(stranger, 'redeemedVouchers', { providerId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('is for clerks alone', async () => {
    const voucher = await issue();
    const admin = await scene.addStaff({ role: 'communityAdmin', unitId: scene.units.communityId });
    for (const who of [senior, admin])
      for (const verb of ['lookUpVoucher', 'redeemVoucher'])
        expect(await scene.ask(who, verb, { code: voucher.code })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('refuses a voucher that has expired, though nobody has given the points back yet', async () => {
    const voucher = await issue();
    scene.nowMs = voucher.expiresAtMs;
    expect((await scene.ask(clerk, 'lookUpVoucher', { code: voucher.code })).ok).toBe(true);
    scene.nowMs = voucher.expiresAtMs + 1;
    for (const verb of ['lookUpVoucher', 'redeemVoucher'])
      expect(await scene.ask(clerk, verb, { code: voucher.code })).toMatchObject({ code: 'VOUCHER_LAPSED' });
    expect(await scene.ask(senior, 'cancelVoucher', { voucherId: voucher.voucherId })).toMatchObject({
      code: 'VOUCHER_LAPSED',
    });
    expect(await scene.must(senior, 'vouchers', { state: 'lapsed' })).toMatchObject({
      vouchers: [{ voucherId: voucher.voucherId, state: 'lapsed', code: null, qr: null }],
    });
    expect(await scene.must(senior, 'vouchers', { state: 'issued' })).toMatchObject({ vouchers: [] });
  });
});

describe('wrong codes', () => {
  const wrong = (who: string, verb = 'lookUpVoucher') => scene.ask(who, verb, { code: '333 333' });

  it('are few: after five within a minute even the right one has to wait, for looking up and redeeming alike', async () => {
    const voucher = await issue();
    const one = await scene.clerkOf(providerId);
    for (const verb of ['lookUpVoucher', 'redeemVoucher', 'lookUpVoucher', 'redeemVoucher', 'lookUpVoucher'])
      expect(await wrong(one, verb)).toMatchObject({ code: 'VOUCHER_NOT_FOUND' });
    const nextMinute = scene.nowMs - (scene.nowMs % 60_000) + 60_000;
    for (const verb of ['lookUpVoucher', 'redeemVoucher'])
      expect(await scene.ask(one, verb, { code: voucher.code })).toMatchObject({
        code: 'TOO_MANY',
        detail: { retryAtMs: nextMinute },
      });
    expect((await scene.ask(clerk, 'lookUpVoucher', { code: voucher.code })).ok).toBe(true);
    scene.nowMs = nextMinute;
    expect((await scene.ask(one, 'redeemVoucher', { code: voucher.code })).ok).toBe(true);
  });

  it.each(['lookUpVoucher', 'redeemVoucher'])(
    'are counted one by one, however many are sent at once by %s',
    async (verb) => {
      const one = await scene.clerkOf(providerId);
      const replies = await whileNobodyWrites(database, 'attempt', CONNECTIONS, () =>
        Array.from({ length: 40 }, () => wrong(one, verb)),
      );
      expect(replies.filter((reply) => reply.code === 'VOUCHER_NOT_FOUND')).toHaveLength(5);
      expect(replies.filter((reply) => reply.code === 'TOO_MANY')).toHaveLength(35);
    },
  );

  it("are those of another provider's vouchers too", async () => {
    const voucher = await issue();
    const one = await scene.clerkOf(await scene.addProvider(`健身房 ${randomUUID().slice(0, 4)}`));
    for (let i = 0; i < 5; i++)
      expect(await scene.ask(one, 'lookUpVoucher', { code: voucher.code })).toMatchObject({ code: 'OTHER_PROVIDER' });
    expect(await scene.ask(one, 'lookUpVoucher', { code: voucher.code })).toMatchObject({ code: 'TOO_MANY' });
  });
});

describe('giving a voucher back', () => {
  it('frees the points, the stock and the limit, and never moves lifetime points', async () => {
    const voucher = await issue();
    expect(await scene.ask(senior, 'issueVoucher', { rewardId, pool: [] })).toMatchObject({ code: 'LIMIT_REACHED' });
    expect(await scene.must(senior, 'cancelVoucher', { voucherId: voucher.voucherId })).toEqual({
      voucherId: voucher.voucherId,
      pointsBack: 120,
    });
    expect(await scene.balance(senior)).toEqual({ lifetime: 150, held: 0, redeemed: 0, available: 150 });
    expect(await stockTaken()).toBe(0);
    expect((await issue()).state).toBe('issued');
  });

  it('happens once, and the voucher is worth nothing from then on', async () => {
    const voucher = await issue();
    const replies = await Promise.all(
      Array.from({ length: 10 }, () => scene.ask(senior, 'cancelVoucher', { voucherId: voucher.voucherId })),
    );
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.filter((reply) => reply.code === 'VOUCHER_CANCELLED')).toHaveLength(9);
    expect(await scene.ask(clerk, 'redeemVoucher', { code: voucher.qr })).toMatchObject({ code: 'VOUCHER_CANCELLED' });
    expect(await scene.balance(senior)).toMatchObject({ available: 150 });
  });

  it('and redeeming it at the same moment: one of the two happens', async () => {
    for (let round = 0; round < 10; round++) {
      const voucher = await issue();
      const [cancelled, redemption] = await Promise.all([
        scene.ask(senior, 'cancelVoucher', { voucherId: voucher.voucherId }),
        scene.ask(clerk, 'redeemVoucher', { code: voucher.qr }),
      ]);
      expect([cancelled.ok, redemption.ok].filter(Boolean)).toHaveLength(1);
      const { held, redeemed } = (await scene.balance(senior)) as { held: number; redeemed: number };
      expect([held, redeemed]).toEqual([0, redemption.ok ? 120 : 0]);
      if (redemption.ok) return;
    }
  });

  it('is refused once it was redeemed', async () => {
    const voucher = await issue();
    await scene.must(clerk, 'redeemVoucher', { code: voucher.qr });
    expect(await scene.ask(senior, 'cancelVoucher', { voucherId: voucher.voucherId })).toMatchObject({
      code: 'VOUCHER_REDEEMED',
    });
  });

  it('puts stock back only within the period it was taken from', async () => {
    const voucher = await issue();
    scene.nowMs = Date.parse('2027-01-04T09:00:00+08:00');
    await scene.must(senior, 'cancelVoucher', { voucherId: voucher.voucherId });
    expect(await stockTaken()).toBe(1);
    expect(await scene.balance(senior)).toMatchObject({ available: 150 });
  });
});

describe('vouchers that lapse', () => {
  it('give the points back when the last day is over, and the limit with them', async () => {
    const month = await scene.addReward([providerId], { cost: 50, valid_days: 2, period: 'month' });
    const voucher = await scene.must<VoucherSeen>(senior, 'issueVoucher', { rewardId: month, pool: [] });
    await lapseVouchers(scene.world, voucher.expiresAtMs);
    expect(await scene.balance(senior)).toMatchObject({ held: 50 });
    scene.nowMs = voucher.expiresAtMs + 1;
    expect(await lapseVouchers(scene.world, scene.nowMs)).toBeGreaterThanOrEqual(1);
    expect(await scene.balance(senior)).toEqual({ lifetime: 150, held: 0, redeemed: 0, available: 150 });
    expect(await scene.must(senior, 'vouchers', {})).toMatchObject({ vouchers: [{ state: 'lapsed', code: null }] });
    expect((await scene.ask(senior, 'issueVoucher', { rewardId: month, pool: [] })).ok).toBe(true);
  });
});
