import { useDatabase } from '../support/database';
import { insertNeighbours, type Units } from '../support/rows';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase();
let scene: Scene;
let next: Units;
let hospital: string;
let voucher: VoucherSeen;
let ours: VoucherSeen;

const clerkIn = (...unitIds: readonly string[]) =>
  scene.addStaff(...unitIds.map((unitId) => ({ role: 'providerClerk' as const, unitId, providerId: hospital })));

async function voucherIn(units: Units): Promise<VoucherSeen> {
  const person = await scene.addPerson({}, units);
  await scene.credit(20, resident(person));
  const rewardId = await scene.addReward([hospital], { unit_id: units.communityId });
  return scene.must<VoucherSeen>(person, 'issueVoucher', { rewardId });
}

beforeAll(async () => {
  scene = await setScene(database);
  next = await insertNeighbours(database.db, scene.units);
  hospital = await scene.addProvider('区医院', scene.units.districtId);
});

beforeEach(async () => {
  voucher = await voucherIn(next);
  ours = await voucherIn(scene.units);
});

const listOf = async (who: string) =>
  (await scene.must<{ vouchers: VoucherSeen[] }>(who, 'redeemedVouchers', { providerId: hospital })).vouchers.map(
    ({ voucherId }) => voucherId,
  );

it("is that of the clerk's unit: another community's voucher is refused, used or not, and nothing of it is told", async () => {
  const clerk = await clerkIn(scene.units.communityId);
  const none = { code: 'OTHER_PROVIDER', detail: {} };
  for (const verb of ['lookUpVoucher', 'redeemVoucher'])
    expect(await scene.ask(clerk, verb, { code: voucher.code })).toMatchObject(none);
  const colleague = await clerkIn(next.communityId);
  expect((await scene.ask(colleague, 'redeemVoucher', { code: voucher.code })).ok).toBe(true);
  expect(await scene.ask(clerk, 'lookUpVoucher', { code: voucher.qr })).toMatchObject(none);
  expect((await scene.ask(clerk, 'redeemVoucher', { code: ours.code })).ok).toBe(true);
});

it("shows what was redeemed today within the clerk's unit alone", async () => {
  const [here, there] = [await clerkIn(scene.units.communityId), await clerkIn(next.communityId)];
  await scene.must(here, 'redeemVoucher', { code: ours.code });
  await scene.must(there, 'redeemVoucher', { code: voucher.code });
  expect(await listOf(here)).toContain(ours.voucherId);
  expect(await listOf(here)).not.toContain(voucher.voucherId);
  expect(await listOf(there)).toContain(voucher.voucherId);
  expect(await listOf(there)).not.toContain(ours.voucherId);
});

it('covers a district, or two communities, for a clerk who was made one there', async () => {
  const { districtId, communityId } = scene.units;
  const [wide, both] = [await clerkIn(districtId), await clerkIn(communityId, next.communityId)];
  await scene.must(wide, 'redeemVoucher', { code: voucher.code });
  await scene.must(both, 'redeemVoucher', { code: ours.code });
  for (const who of [wide, both])
    expect(await listOf(who)).toEqual(expect.arrayContaining([voucher.voucherId, ours.voucherId]));
});

it('holds for each provider by itself: a wide grant for one does not widen another', async () => {
  const books = await scene.addProvider('区书店', scene.units.districtId);
  const clerk = await clerkIn(scene.units.communityId);
  await scene.grant(clerk, { role: 'providerClerk', unitId: scene.units.districtId, providerId: books });
  expect(await scene.ask(clerk, 'redeemVoucher', { code: voucher.code })).toMatchObject({ code: 'OTHER_PROVIDER' });
});

it("is never a voucher of the clerk's own household, nor of the society that they lead: a colleague takes it", async () => {
  const { communityId } = scene.units;
  const [, parent = '', child = ''] = await scene.addHousehold([{ bornOn: '1985-01-01' }, { bornOn: '2015-01-01' }]);
  await scene.grant(parent, { role: 'providerClerk', unitId: communityId, providerId: hospital });
  await scene.credit(20, resident(child));
  const rewardId = await scene.addReward([hospital]);
  const own = await scene.must<VoucherSeen>(parent, 'issueVoucher', { rewardId, holder: resident(child) });
  for (const verb of ['lookUpVoucher', 'redeemVoucher'])
    expect(await scene.ask(parent, verb, { code: own.code })).toMatchObject({ code: 'OWN_HOUSEHOLD' });
  expect(await scene.balance(child)).toMatchObject({ held: 10, redeemed: 0 });
  const colleague = await clerkIn(communityId);
  expect((await scene.ask(colleague, 'redeemVoucher', { code: own.code })).ok).toBe(true);
  expect((await scene.ask(parent, 'redeemVoucher', { code: ours.code })).ok).toBe(true);
});
