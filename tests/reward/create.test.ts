import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { insertPolicyDocument, insertUnits } from '../support/rows';
import { type Scene, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
let admin: string;
let proposal: Record<string, unknown>;

beforeAll(async () => {
  scene = await setScene(database);
  const { communityId, districtId } = scene.units;
  admin = await scene.addStaff({ role: 'communityAdmin', unitId: communityId });
  proposal = {
    unitId: communityId,
    kind: 'healthCheck',
    title: '免费体检',
    summary: '满 60 岁的居民每年一次',
    cost: 120,
    ageMin: 60,
    period: 'year',
    stockPerPeriod: 100,
    limitHolder: 1,
    validDays: 60,
    steps: ['空腹前往'],
    providerIds: [await scene.addProvider('区医院', districtId)],
    policyDocumentId: await insertPolicyDocument(database.db, districtId),
    fundedBy: '区卫健局',
    unitCostCents: 8000,
  };
});

const create = (changed: object = {}, who = admin) => scene.ask(who, 'create', { ...proposal, ...changed });

it('lists by a named community where the one who asks has no household, and says so', async () => {
  const { communityId } = scene.units;
  const commuter = await scene.addStaff({ role: 'communityStaff', unitId: communityId });
  await database.ownerPool.query("update membership set left_on = '2026-11-23' where resident_id = $1", [commuter]);
  const asked = await scene.ask(commuter, 'list', {});
  expect(asked).toMatchObject({ code: 'INVALID_INPUT', detail: { fields: ['input.unitId'] } });
  expect(await scene.ask(commuter, 'list', { unitId: communityId })).toMatchObject({ ok: true });
  expect(await scene.ask(commuter, 'list', { unitId: commuter })).toMatchObject({ code: 'UNIT_NOT_FOUND' });
});

it('opens a reward that residents then find, with its provider and its document', async () => {
  const reply = await create();
  expect(reply).toMatchObject({ ok: true });
  const resident = await scene.addPerson({ bornOn: '1950-01-01' });
  const { rewards } = await scene.must<{ rewards: object[] }>(resident, 'list', {});
  expect(rewards).toMatchObject([
    {
      ...(reply.data as object),
      title: '免费体检',
      stockLeft: 100,
      providers: [{ name: '区医院' }],
      steps: ['空腹前往'],
    },
  ]);
});

it('gives the either-or card its two choices', async () => {
  const { data } = await create({ kind: 'fitnessOrBook', title: '健身卡/购书卡' });
  const { rewardId } = data as unknown as { rewardId: string };
  expect(await scene.must(admin, 'get', { rewardId })).toMatchObject({ choices: ['健身卡', '购书卡'] });
});

it('refuses, each by its name, what cannot be', async () => {
  const elsewhere = await insertUnits(database.db);
  const refused: [object, string][] = [
    [{ unitId: randomUUID() }, 'UNIT_NOT_FOUND'],
    [{ unitId: scene.units.gridId }, 'UNIT_NOT_FOUND'],
    [{ unitId: elsewhere.communityId }, 'NOT_ALLOWED'],
    [{ unitId: scene.units.districtId }, 'NOT_ALLOWED'],
    [{}, 'REWARD_EXISTS'],
    [{ policyDocumentId: randomUUID() }, 'DOCUMENT_NOT_FOUND'],
    [{ policyDocumentId: await insertPolicyDocument(database.db, elsewhere.cityId) }, 'DOCUMENT_NOT_FOUND'],
    [{ providerIds: [randomUUID()] }, 'PROVIDER_NOT_FOUND'],
    [{ providerIds: [await scene.addProvider('外地医院', elsewhere.communityId)] }, 'PROVIDER_NOT_FOUND'],
    [{ ageMin: 61, ageMax: 60 }, 'AGES_REVERSED'],
    [{ kind: 'agriculture' }, 'KIND_NEEDS_OTHER_HOLDER'],
    [{ cost: 0 }, 'INVALID_INPUT'],
    [{ cost: 1.5 }, 'INVALID_INPUT'],
    [{ stockPerPeriod: 0 }, 'INVALID_INPUT'],
    [{ points: 5 }, 'INVALID_INPUT'],
  ];
  for (const [changed, code] of refused) expect([changed, (await create(changed)).code]).toEqual([changed, code]);
});

it('never faults over text that no database takes, wherever it stands', async () => {
  const titles = ['a\u0000b', '\ud800', 'x\u0007y'];
  for (const text of titles)
    for (const changed of [
      { title: text },
      { summary: text },
      { about: text },
      { fundedBy: text },
      { steps: [text] },
      { choices: [text] },
    ])
      expect([changed, (await create({ title: `另一个 ${randomUUID().slice(0, 8)}`, ...changed })).code]).not.toEqual([
        changed,
        'FAULT',
      ]);
});

it('refuses a provider that has closed', async () => {
  const providerId = await scene.addProvider('旧书店');
  await database.db.updateTable('provider').set({ closed_on: '2026-11-01' }).where('id', '=', providerId).execute();
  expect(await create({ title: '别的', providerIds: [providerId] })).toMatchObject({ code: 'PROVIDER_NOT_FOUND' });
});

it('is for the admin of the community alone', async () => {
  const staff = await scene.addStaff({ role: 'communityStaff', unitId: scene.units.communityId });
  expect(await create({ title: '别的' }, staff)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await create({ title: '别的' }, await scene.addPerson())).toMatchObject({ code: 'NOT_ALLOWED' });
});

it('is taken out of the list once, and a voucher of it is honoured', async () => {
  const providerId = await scene.addProvider('街道医院');
  const { rewardId } = (await create({ title: '短期体检', ageMin: 0, cost: 1, providerIds: [providerId] }))
    .data as unknown as { rewardId: string };
  const person = await scene.addPerson({ bornOn: '1950-01-01' });
  await scene.credit(5, { kind: 'resident', id: person });
  const voucher = await scene.must<{ code: string }>(person, 'issueVoucher', { rewardId });
  const stranger = await scene.addStaff({
    role: 'communityAdmin',
    unitId: (await insertUnits(database.db)).communityId,
  });
  expect(await scene.ask(stranger, 'retire', { rewardId })).toMatchObject({ code: 'NOT_ALLOWED' });
  await scene.must(admin, 'retire', { rewardId });
  expect(await scene.ask(admin, 'retire', { rewardId })).toMatchObject({ code: 'REWARD_RETIRED' });
  expect(await scene.ask(admin, 'retire', { rewardId: randomUUID() })).toMatchObject({ code: 'REWARD_NOT_FOUND' });
  const { rewards } = await scene.must<{ rewards: { rewardId: string }[] }>(person, 'list', {});
  expect(rewards.map((reward) => reward.rewardId)).not.toContain(rewardId);
  const again = { title: '短期体检', ageMin: 0, cost: 2, providerIds: [providerId] };
  expect((await create(again)).ok).toBe(true);
  expect(await create(again)).toMatchObject({ code: 'REWARD_EXISTS' });
  expect((await scene.ask(await scene.clerkOf(providerId), 'redeemVoucher', { code: voucher.code })).ok).toBe(true);
});
