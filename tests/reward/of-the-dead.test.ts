import { randomUUID } from 'node:crypto';
import { findPrincipal } from '../../cloudfunctions/household';
import { householdRoom } from '../../cloudfunctions/household/main';
import { openRoom } from '../../cloudfunctions/kit/room';
import { followChangesInReward } from '../../cloudfunctions/reward';
import { useDatabase } from '../support/database';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase();
let scene: Scene;
let providerId: string;
let staff: string;

beforeAll(async () => {
  scene = await setScene(database);
  providerId = await scene.addProvider();
  staff = await scene.addStaff({ role: 'communityStaff', unitId: scene.units.communityId });
});

const die = (residentId: string, nextHeadId: string) =>
  end('recordDeath', { residentId, diedOn: '2026-11-02', nextHeadId, reason: 'showedPaper' });

async function end(verb: string, input: object): Promise<void> {
  const door = openRoom(householdRoom, scene.world, findPrincipal);
  const identity = { kind: 'session' as const, identityId: await scene.identityOf(staff) };
  const answer = await door(verb, {
    body: { input, requestId: randomUUID() },
    identity,
    address: '203.0.113.7',
  });
  expect(answer).toMatchObject({ ok: true });
}

const isClosed = async (accountId: string) => {
  const found = scene.world.database.db.selectFrom('account').select('closed_at').where('account_id', '=', accountId);
  return (await found.executeTakeFirstOrThrow()).closed_at !== null;
};

it('has their vouchers cancelled, once, with the points back, and leaves those points to the family’s pool', async () => {
  const [, old = '', wife = ''] = await scene.addHousehold([{}, {}]);
  await scene.credit(50, resident(old));
  await scene.credit(10, resident(wife));
  const rewardId = await scene.addReward([providerId], { cost: 30, limit_holder: 9 });
  const voucher = await scene.must<VoucherSeen>(old, 'issueVoucher', { rewardId });
  const kept = await scene.withPoints(40);
  const others = await scene.must<VoucherSeen>(kept, 'issueVoucher', { rewardId });
  await die(old, wife);
  const clerk = await scene.clerkOf(providerId);
  expect(await scene.ask(clerk, 'redeemVoucher', { code: voucher.qr })).toMatchObject({ code: 'VOUCHER_CANCELLED' });
  expect(await followChangesInReward(scene.world, scene.nowMs)).toBe(1);
  expect(await followChangesInReward(scene.world, scene.nowMs)).toBe(0);
  expect(await scene.balance(old)).toMatchObject({ lifetime: 50, held: 0 });
  expect(await isClosed(old)).toBe(true);
  expect((await scene.ask(clerk, 'lookUpVoucher', { code: others.qr })).ok).toBe(true);
  const told = await scene.must<{ mine: { pool: { holder: { id: string }; available: number }[] } }>(wife, 'get', {
    rewardId,
  });
  expect(told.mine.pool).toEqual([{ holder: resident(old), available: 50 }]);
  expect((await scene.issue(wife, rewardId, { pool: [old] })).ok).toBe(true);
  expect(await scene.balance(old)).toMatchObject({ lifetime: 50, held: 20 });
  const stranger = await scene.withPoints(5);
  expect(await scene.issue(stranger, rewardId, { pool: [old] })).toMatchObject({ code: 'POOL_NOT_AGREED' });
});

it('has those of somebody erased cancelled likewise, and nobody redeems from their account any more', async () => {
  const [, head = '', gone = ''] = await scene.addHousehold([{}, {}]);
  await scene.credit(50, resident(gone));
  const rewardId = await scene.addReward([providerId], { cost: 30, limit_holder: 9 });
  const voucher = await scene.must<VoucherSeen>(gone, 'issueVoucher', { rewardId });
  await end('erasePerson', { residentId: gone, reason: 'toldUs' });
  const clerk = await scene.clerkOf(providerId);
  expect(await scene.ask(clerk, 'redeemVoucher', { code: voucher.qr })).toMatchObject({ code: 'VOUCHER_CANCELLED' });
  expect(await followChangesInReward(scene.world, scene.nowMs)).toBe(1);
  expect(await scene.balance(gone)).toMatchObject({ lifetime: 50, held: 0 });
  expect((await scene.issue(head, rewardId, { pool: [gone] })).ok).toBe(false);
  expect(await isClosed(gone)).toBe(true);
});

it('opens an account again where a death was written down wrongly', async () => {
  const [, , alive = ''] = await scene.addHousehold([{}, {}]);
  await scene.credit(20, resident(alive));
  await end('recordDeath', { residentId: alive, diedOn: '2026-11-02', reason: 'showedPaper' });
  await followChangesInReward(scene.world, scene.nowMs);
  expect(await isClosed(alive)).toBe(true);
  await end('undoDeath', { residentId: alive, reason: 'wroteWrong' });
  await followChangesInReward(scene.world, scene.nowMs);
  expect(await isClosed(alive)).toBe(false);
});
