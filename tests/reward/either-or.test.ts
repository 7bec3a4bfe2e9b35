import { useDatabase } from '../support/database';
import { insertPolicyDocument } from '../support/rows';
import { type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase();
let scene: Scene;
let admin: string;
let gym: string;
let shop: string;
let proposal: Record<string, unknown>;
beforeAll(async () => {
  scene = await setScene(database);
  const { communityId: unitId } = scene.units;
  admin = await scene.addStaff({ role: 'communityAdmin', unitId });
  [gym, shop] = [await scene.addProvider('健身馆'), await scene.addProvider('书店')];
  proposal = {
    ...{ unitId, kind: 'fitnessOrBook', title: '两样选一样', summary: '一张', cost: 5, period: 'month' },
    ...{ stockPerPeriod: 50, limitHolder: 9, validDays: 30, providerIds: [gym, shop] },
    ...{ policyDocumentId: await insertPolicyDocument(database.db, unitId), fundedBy: '经费', unitCostCents: 3_000 },
    choiceProviders: [
      { choice: '健身卡', providerId: gym },
      { choice: '购书卡', providerId: shop },
    ],
  };
});
const create = (changed: object = {}) => scene.ask(admin, 'create', { ...proposal, ...changed });

it('is used only where what was chosen is honoured, and the voucher says where', async () => {
  const { rewardId } = (await create()).data as unknown as { rewardId: string };
  const who = await scene.withPoints(50);
  const book = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId, choice: '购书卡' });
  expect(await scene.must(who, 'vouchers', { voucherId: book.voucherId })).toMatchObject({
    vouchers: [{ choice: '购书卡', providers: [{ name: '书店' }] }],
  });
  const { code } = book;
  expect(await scene.ask(await scene.clerkOf(gym), 'lookUpVoucher', { code })).toMatchObject({
    code: 'OTHER_PROVIDER',
  });
  expect(await scene.ask(await scene.clerkOf(gym), 'redeemVoucher', { code })).toMatchObject({
    code: 'OTHER_PROVIDER',
  });
  expect((await scene.ask(await scene.clerkOf(shop), 'redeemVoucher', { code })).ok).toBe(true);
});

it('may be used everywhere where no provider is bound, and shows both before it is chosen', async () => {
  const { rewardId } = (await create({ title: '都能用', choiceProviders: [] })).data as unknown as { rewardId: string };
  const who = await scene.withPoints(50);
  expect(await scene.must(who, 'get', { rewardId })).toMatchObject({ providers: [{ choice: null }, { choice: null }] });
  const { code } = await scene.must<VoucherSeen>(who, 'issueVoucher', { rewardId, choice: '购书卡' });
  expect((await scene.ask(await scene.clerkOf(gym), 'redeemVoucher', { code })).ok).toBe(true);
});

it.each([
  ['a choice that there is not', () => [{ choice: '电影票', providerId: gym }]],
  ['a provider that is none of its own', () => [{ choice: '健身卡', providerId: admin }]],
  ['a choice that nobody honours', () => [gym, shop].map((providerId) => ({ choice: '健身卡', providerId }))],
  ['a provider bound twice', () => ['健身卡', '购书卡'].map((choice) => ({ choice, providerId: gym }))],
])('is not opened with %s', async (_what, choiceProviders) => {
  const told = await create({ title: '不行', choiceProviders: choiceProviders() });
  expect(told).toMatchObject({ code: 'INVALID_INPUT', detail: { fields: ['input.choiceProviders'] } });
});
