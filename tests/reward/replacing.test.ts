import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { insertNeighbours, insertPolicyDocument } from '../support/rows';
import { resident, type Scene, setScene, type VoucherSeen } from './scene';

const database = useDatabase({ max: 10 });
let scene: Scene;
let admin: string;
let terms: Record<string, unknown>;

beforeAll(async () => {
  scene = await setScene(database);
  const { communityId: unitId } = scene.units;
  admin = await scene.addStaff({ role: 'communityAdmin', unitId });
  terms = {
    ...{ unitId, kind: 'healthCheck', summary: '一年一次', cost: 5, period: 'year', stockPerPeriod: 2, limitHolder: 1 },
    ...{ validDays: 90, providerIds: [await scene.addProvider()], fundedBy: '街道', unitCostCents: 8000 },
    policyDocumentId: await insertPolicyDocument(database.db, unitId),
  };
});

const tryOpen = (changed: object = {}) =>
  scene.ask(admin, 'create', { ...terms, title: `体检 ${randomUUID().slice(0, 8)}`, ...changed });
async function open(changed: object = {}): Promise<string> {
  const reply = await tryOpen(changed);
  if (!reply.ok) throw new Error(`create: ${reply.code} ${JSON.stringify(reply.detail)}`);
  return (reply.data as unknown as { rewardId: string }).rewardId;
}
async function somebody(): Promise<string> {
  const person = await scene.addPerson();
  await scene.credit(50, resident(person));
  return person;
}
const issue = async (who: string, rewardId: string) =>
  (await scene.ask(who, 'issueVoucher', { rewardId })).code ?? 'ok';
const seenBy = (who: string, rewardId: string) =>
  scene.must<{ stockLeft: number; mine: { obstacles: string[]; voucherId: string | null } }>(who, 'get', { rewardId });

it('retires the reward that it replaces, of which nobody gets a second one', async () => {
  const title = `免费体检 ${randomUUID().slice(0, 8)}`;
  const [person, neighbour, third] = [await somebody(), await somebody(), await somebody()];
  const before = await open({ title });
  const voucher = await scene.must<VoucherSeen>(person, 'issueVoucher', { rewardId: before });
  const after = await open({ title, replacesId: before });
  expect(await issue(neighbour, before)).toBe('REWARD_RETIRED');
  expect(await issue(person, after)).toBe('LIMIT_REACHED');
  expect(await seenBy(person, after)).toMatchObject({ stockLeft: 1, mine: { voucherId: voucher.voucherId } });
  expect(await issue(neighbour, after)).toBe('ok');
  expect(await issue(third, after)).toBe('OUT_OF_STOCK');
});

it('goes on counting however often it is replaced, one retired before too, and each within its household', async () => {
  const [householdId, head = '', other = ''] = await scene.addHousehold([{}, {}]);
  expect(householdId).toBeDefined();
  await scene.credit(50, resident(head), resident(other));
  const perHousehold = { limitHousehold: 1, stockPerPeriod: 10 };
  const first = await open(perHousehold);
  expect(await issue(head, first)).toBe('ok');
  const second = await open({ ...perHousehold, replacesId: first });
  await scene.must(admin, 'retire', { rewardId: second });
  const third = await open({ ...perHousehold, replacesId: second });
  expect(await issue(other, third)).toBe('HOUSEHOLD_LIMIT_REACHED');
  expect((await seenBy(other, third)).stockLeft).toBe(9);
  expect(await issue(await somebody(), third)).toBe('ok');
});

it('has the limit and the stock back that a voucher of the replaced one gave back', async () => {
  const person = await somebody();
  const before = await open({ stockPerPeriod: 1 });
  const { voucherId } = await scene.must<VoucherSeen>(person, 'issueVoucher', { rewardId: before });
  const after = await open({ stockPerPeriod: 1, replacesId: before });
  expect((await seenBy(person, after)).stockLeft).toBe(0);
  await scene.must(person, 'cancelVoucher', { voucherId });
  expect(await seenBy(person, after)).toMatchObject({ stockLeft: 1, mine: { obstacles: [] } });
  expect(await issue(person, after)).toBe('ok');
});

it('may have another stock: more is given out until it is reached, and none where that many are out already', async () => {
  const before = await open({ stockPerPeriod: 3 });
  const people = [await somebody(), await somebody(), await somebody(), await somebody()];
  const vouchers: VoucherSeen[] = [];
  for (const who of people.slice(0, 3)) vouchers.push(await scene.must(who, 'issueVoucher', { rewardId: before }));
  const fewer = await open({ stockPerPeriod: 1, replacesId: before });
  await scene.must(people[0] as string, 'cancelVoucher', { voucherId: vouchers[0]?.voucherId });
  expect((await seenBy(people[3] as string, fewer)).stockLeft).toBe(0);
  expect(await issue(people[3] as string, fewer)).toBe('OUT_OF_STOCK');
  const more = await open({ stockPerPeriod: 4, replacesId: fewer });
  expect((await seenBy(people[3] as string, more)).stockLeft).toBe(2);
  expect(await issue(people[3] as string, more)).toBe('ok');
});

it('starts the next period with its full stock', async () => {
  const nowMs = scene.nowMs;
  const before = await open({ period: 'month' });
  const person = await somebody();
  await scene.must(person, 'issueVoucher', { rewardId: before });
  const after = await open({ period: 'month', replacesId: before });
  scene.nowMs += 10 * 24 * 3_600_000;
  expect(await seenBy(person, after)).toMatchObject({ stockLeft: 2, mine: { obstacles: [] } });
  expect(await issue(person, after)).toBe('ok');
  scene.nowMs = nowMs;
});

it('refuses, each by its name, what it cannot replace, and then retires nothing', async () => {
  const before = await open();
  const next = await insertNeighbours(database.db, scene.units);
  const elsewhere = await scene.addReward([], { unit_id: next.communityId });
  const taken = `同名 ${randomUUID().slice(0, 8)}`;
  await open({ title: taken });
  const refused: [object, string][] = [
    [{ replacesId: randomUUID() }, 'REWARD_NOT_FOUND'],
    [{ replacesId: elsewhere }, 'REWARD_NOT_FOUND'],
    [{ replacesId: before, kind: 'healthCard' }, 'REWARD_DIFFERS'],
    [{ replacesId: before, period: 'month' }, 'REWARD_DIFFERS'],
    [{ replacesId: before, title: taken }, 'REWARD_EXISTS'],
  ];
  for (const [changed, code] of refused) expect([changed, (await tryOpen(changed)).code]).toEqual([changed, code]);
  expect(await issue(await somebody(), before)).toBe('ok');
  await open({ replacesId: before });
  expect(await tryOpen({ replacesId: before })).toMatchObject({ code: 'REWARD_REPLACED' });
});

it('replaces once when ten ask at the same moment, while others redeem', async () => {
  const before = await open({ stockPerPeriod: 50 });
  const people = await Promise.all(Array.from({ length: 6 }, somebody));
  const [opened, redeemed] = await Promise.all([
    Promise.all(Array.from({ length: 10 }, () => tryOpen({ replacesId: before, stockPerPeriod: 50 }))),
    Promise.all(people.map((who) => issue(who, before))),
  ]);
  expect(opened.map((reply) => reply.code ?? 'ok').sort()).toEqual([...Array(9).fill('REWARD_REPLACED'), 'ok'].sort());
  expect(redeemed.filter((code) => code !== 'ok' && code !== 'REWARD_RETIRED')).toEqual([]);
  const after = opened.find((reply) => reply.ok)?.data as unknown as { rewardId: string };
  const out = redeemed.filter((code) => code === 'ok').length;
  expect((await seenBy(await somebody(), after.rewardId)).stockLeft).toBe(50 - out);
});

it('tells the admin what it was opened with, so that only the typo has to be typed, and nobody else', async () => {
  const rewardId = await open();
  const { stockPerPeriod, policyDocumentId, fundedBy, unitCostCents } = terms;
  const opened = { stockPerPeriod, policyDocumentId, fundedBy, unitCostCents };
  expect(await scene.must(admin, 'get', { rewardId })).toMatchObject({ opened });
  expect(await scene.must(await scene.addPerson(), 'get', { rewardId })).toMatchObject({ opened: null });
});
