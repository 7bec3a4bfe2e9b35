import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { list as activities } from '../../cloudfunctions/activity/contract';
import { decided, waiting } from '../../cloudfunctions/award/contract';
import { items } from '../../cloudfunctions/catalogue/contract';
import { prepareDemo } from '../../cloudfunctions/host/demo';
import { openStage, type Stage } from '../../cloudfunctions/host/demo/acting';
import { PERSONAS } from '../../cloudfunctions/host/demo/personas';
import { findPersona, livePersonas } from '../../cloudfunctions/host/demo/sign-in';
import { rebuild } from '../../cloudfunctions/host/ledger-tools/rebuild';
import { verify } from '../../cloudfunctions/host/ledger-tools/verify';
import { namesOf } from '../../cloudfunctions/household';
import { me, merges, news } from '../../cloudfunctions/household/contract';
import type { World } from '../../cloudfunctions/kit/world';
import { rebuildBalances, verifyLedger } from '../../cloudfunctions/ledger';
import { balance, checkpoints, corrections, countersignatures, passbook } from '../../cloudfunctions/ledger/contract';
import { societies, tree } from '../../cloudfunctions/organisation/contract';
import { list as rewards, secondLooks, vouchers } from '../../cloudfunctions/reward/contract';
import { addDays, startOfDayMs } from '../../cloudfunctions/values/dates';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testWorld } from '../support/world';

jest.setTimeout(240_000); // it fills a whole district twice

const TODAY = '2026-11-23';
const NOW_MS = Date.parse(`${TODAY}T10:20:00+08:00`);

interface Demo {
  readonly database: TestDatabase;
  readonly world: World;
  readonly stage: Stage;
}
const open: TestDatabase[] = [];
async function fill(nowMs: number): Promise<Demo> {
  const database = await createTestDatabase();
  open.push(database);
  const world = testWorld(database, { clock: () => nowMs });
  const { isThere, filledInMs } = await prepareDemo(world, database.url, true);
  expect(isThere).toBe(true);
  console.log(`the demo was filled in ${filledInMs} ms`);
  return { database, world, stage: openStage(world, nowMs) };
}
afterAll(() => Promise.all(open.map((database) => database.close())));

let demo: Demo;
beforeAll(async () => {
  demo = await fill(NOW_MS);
});
const identity = async (key: string) => {
  const found = await findPersona(demo.world, key);
  if (!found) throw new Error(`no persona ${key}`);
  return found;
};
const whoIs = async (key: string) => demo.stage.act(await identity(key), me, {});
const communityId = async () => (await whoIs('senior')).household?.communityId ?? '';

it('has a ledger that verifies from its first entry to its last checkpoint', async () => {
  const walk = await verifyLedger(demo.world.database.db, demo.world.keys);
  expect(walk.fault).toBeNull();
  expect(walk.entries).toBeGreaterThan(2_000);
  expect(walk.checkpoints).toBeGreaterThan(100);
  expect(await rebuildBalances(demo.world.database.db)).toMatchObject({ differences: [] });
});

it('has every persona, each with somebody’s identity', async () => {
  expect((await livePersonas(demo.world)).map(({ key }) => key)).toEqual(PERSONAS.map(({ key }) => key));
  expect((await whoIs('newcomer')).resident).toBeNull();
  expect((await whoIs('applicant')).resident).toBeNull();
  for (const [key, role] of [
    ['gridWorker', 'gridWorker'],
    ['staff', 'communityStaff'],
    ['admin', 'communityAdmin'],
    ['clerk', 'providerClerk'],
    ['bookClerk', 'providerClerk'],
    ['district', 'districtSupervisor'],
    ['city', 'citySupervisor'],
  ] as const)
    expect((await whoIs(key)).roles.map((held) => held.role)).toEqual([role]);
});

it('gives the senior of 72 a health check within reach, and none in hand yet', async () => {
  const senior = await whoIs('senior');
  expect(senior.resident?.age).toBe(72);
  const list = await demo.stage.act(await identity('senior'), rewards, {});
  const check = list.rewards.find(({ kind }) => kind === 'healthCheck');
  expect(check?.mine).toMatchObject({ obstacles: [], missing: 0, voucherId: null });
});

it('gives the head a child and an old mother without a phone, whom they may act for, and points to each', async () => {
  const { household } = await whoIs('householdHead');
  const child = household?.members.find(({ relation }) => relation === '女');
  const mother = household?.members.find(({ relation }) => relation === '母亲');
  expect(child).toMatchObject({ mayActFor: true, isBound: false });
  expect(child?.age).toBeLessThan(14);
  expect(mother).toMatchObject({ mayActFor: true, isAssisted: true, isBound: false });
  expect(mother?.age).toBeGreaterThan(75);
  const points = await demo.stage.act(await identity('householdHead'), balance, {});
  for (const one of [child, mother]) {
    const own = points.household?.members.find(({ residentId }) => residentId === one?.residentId);
    expect(own?.balance.available).toBeGreaterThan(50);
  }
  expect(points.months.length).toBeGreaterThanOrEqual(4);
});

it('has entries of four months in the passbook, and receipts for those of past days', async () => {
  const { entries } = await demo.stage.act(await identity('senior'), passbook, { limit: 100 });
  expect(entries.length).toBeGreaterThan(20);
  const oldest = entries.at(-1)?.deedDate ?? TODAY;
  expect(oldest < addDays(TODAY, -100)).toBe(true);
  const published = await demo.stage.act(await identity('city'), checkpoints, { unitId: await communityId() });
  expect(published.checkpoints.length).toBe(31);
});

it('has something yesterday, something under way, something later today and something next week', async () => {
  const ask = { unitId: await communityId(), fromDate: addDays(TODAY, -1), days: 9 };
  const { activities: found } = await demo.stage.act(await identity('senior'), activities, ask);
  const day = (ms: number) => new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10);
  const on = (date: string) => found.filter(({ startsAtMs }) => day(startsAtMs) === date);
  expect(on(addDays(TODAY, -1)).length).toBeGreaterThanOrEqual(1);
  const underWay = on(TODAY).filter(({ startsAtMs, endsAtMs }) => startsAtMs < NOW_MS && endsAtMs > NOW_MS);
  expect(underWay.length).toBe(2);
  for (const one of underWay) expect(one).toMatchObject({ iAttended: false, isCancelled: false });
  expect(underWay.every(({ attendedCount }) => attendedCount > 0)).toBe(true);
  expect(on(TODAY).some(({ startsAtMs }) => startsAtMs > NOW_MS)).toBe(true);
  expect(found.filter(({ startsAtMs }) => day(startsAtMs) > TODAY).length).toBeGreaterThanOrEqual(4);
});

it('holds both real sheets: earning rows as drafts, three of each published, nothing that deducts', async () => {
  const { units } = await demo.stage.act(await identity('city'), tree, { levels: ['community'] });
  const sheets = { 浏河社区: 17, 却集村: 9 };
  for (const [name, rows] of Object.entries(sheets)) {
    const unitId = units.find((unit) => unit.name === name)?.unitId ?? '';
    const { rows: found } = await demo.database.ownerPool.query(
      'select state, count(*)::int from point_item where unit_id = $1 and sheet_import_id is not null group by state order by state',
      [unitId],
    );
    expect(found).toEqual([
      { state: 'draft', count: rows - 3 },
      { state: 'published', count: 3 },
    ]);
  }
  const published = await demo.stage.act(await identity('senior'), items, { unitId: await communityId() });
  expect(published.items.length).toBeGreaterThanOrEqual(12);
  for (const item of published.items) expect(item.points).toBeGreaterThanOrEqual(1);
});

it('took the good rows of the made-up roster in', async () => {
  const { rows } = await demo.database.ownerPool.query(
    `select count(distinct h.id)::int as households, count(*)::int as people from household h join membership m on m.household_id = h.id
     where h.community_id = $1 and h.number < 'LH09'`,
    [await communityId()],
  );
  expect(rows).toEqual([{ households: 320, people: 882 }]);
});

it('tells the head what was changed of his family, and of a neighbour whose guardian he is', async () => {
  const told = await demo.stage.act(await identity('householdHead'), news, {});
  expect(told.news.map(({ change }) => change?.kind)).toEqual([
    ...['cardReplaced', 'guardianNamed', 'corrected', 'cardMade'],
  ]);
  expect(told.unseen).toBe(5);
  expect(told.comingUp).toMatchObject([{ what: 'guardianEnds', isSelf: false }]);
  const { wards } = await whoIs('householdHead');
  expect(wards).toHaveLength(1);
  expect(wards[0]?.age).toBeGreaterThan(75);
});

it('has what waits for a second person, of each kind, and what one has decided', async () => {
  const [admin, ask] = [await identity('admin'), { unitId: await communityId() }];
  const act = demo.stage.act;
  const [patrol, ...others] = (await act(admin, waiting, ask)).awards;
  expect(patrol).toMatchObject({ itemName: '义务巡逻', points: 4, isOwn: false });
  expect(patrol?.leftOut.some(({ refusal }) => refusal === 'OWN_HOUSEHOLD')).toBe(true);
  expect(others).toEqual([]);
  const { awards } = await act(admin, decided, ask);
  expect(awards.map(({ title, state, words }) => [title, state, words.length])).toEqual([
    ['清洁家园', 'signed', 2],
    ['夜校学习', 'turnedDown', 0],
  ]);
  const { looks } = await act(admin, secondLooks, ask);
  expect(looks).toMatchObject([{ householdNumber: 'LH0906', mayLook: true, given: [{ count: 10, points: 60 }] }]);
  const { merges: twice } = await act(admin, merges, ask);
  expect(twice).toHaveLength(1);
  expect(twice[0]?.survivor.name).toBe(twice[0]?.merged.name);
  const wrong = await act(admin, corrections, ask);
  expect(wrong.corrections).toMatchObject([
    { entry: { points: 8 }, holder: { kind: 'resident' }, reason: 'didNotHappen' },
  ]);
  const { rows } = await demo.database.ownerPool.query('select state from correction_request order by proposed_at');
  expect(rows.map(({ state }) => state)).toEqual(['approved', 'waiting']);
  const drafts = await act(admin, items, { ...ask, state: 'draft' });
  expect(drafts.items.find(({ name }) => name === '教老人用手机')?.drafted).toMatchObject({ isOwn: false });
});

it('has a committee that signs the days of the last month from outside', async () => {
  const signed = await demo.stage.act(await identity('city'), countersignatures, { unitId: await communityId() });
  expect(signed.countersigners).toMatchObject([{ name: '居务监督委员会', state: 'inForce' }]);
  expect(signed.countersignatures).toHaveLength(31);
  expect(signed.countersignatures[0]?.day).toBe(addDays(TODAY, -1));
});

it('says nobody twice: everybody has a name, or a birthday, of their own', async () => {
  const { db } = demo.database;
  const { rows } = await demo.database.ownerPool.query<{ id: string; born: string }>(
    'select id, born_on::text as born from resident where born_on is not null',
  );
  const names = await namesOf(
    demo.world,
    db,
    rows.map(({ id }) => id),
  );
  const people = rows.map(({ id, born }) => `${names.get(id)} ${born}`);
  expect(people.filter((person, i) => people.indexOf(person) !== i)).toEqual([]);
});

it('opens all six kinds of rewards, and some vouchers were used, some given back', async () => {
  const { rows } = await demo.database.ownerPool.query('select distinct kind from reward order by kind');
  expect(rows.map(({ kind }) => kind)).toEqual([
    'afterSchool',
    'agriculture',
    'fitnessOrBook',
    'healthCard',
    'healthCheck',
    'incubation',
  ]);
  const states = await demo.database.ownerPool.query('select state, count(*)::int from voucher group by state');
  expect(states.rows.map(({ state }) => state).sort()).toEqual(['cancelled', 'issued', 'redeemed']);
  const mine = await demo.stage.act(await identity('senior'), vouchers, {});
  expect(mine.vouchers).toEqual([]);
  const found = await demo.stage.act(await identity('senior'), societies, { unitId: await communityId() });
  expect(found.societies.length).toBe(3);
});

it('says of every unit that it is made up, and uses only phones that nobody has', async () => {
  const { units } = await demo.stage.act(await identity('district'), tree, {});
  expect(units.length).toBeGreaterThan(40);
  for (const unit of units) {
    expect(unit.isDemo).toBe(true);
    if (unit.phone) expect(unit.phone).toMatch(/^140\d{8}$/);
  }
  expect((await whoIs('senior')).isDemo).toBe(true);
});

it('is left alone at the next start', async () => {
  const before = await demo.database.ownerPool.query('select count(*) from ledger_entry');
  expect(await prepareDemo(demo.world, demo.database.url, true)).toEqual({ isThere: true, filledInMs: null });
  expect((await demo.database.ownerPool.query('select count(*) from ledger_entry')).rows).toEqual(before.rows);
});

it('comes out the same for the same day, close to midnight too, and is begun anew where it was interrupted', async () => {
  const night = Date.parse('2026-11-26T23:50:00+08:00');
  const first = await fill(night);
  const sums = async ({ database }: Demo) => {
    const { rows } = await database.ownerPool.query(
      `select h.number, m.relation, r.born_on, a.lifetime, a.redeemed from account a join membership m on m.resident_id = a.account_id
       join household h on h.id = m.household_id join resident r on r.id = m.resident_id order by 1, 2, 3, 4, 5`,
    );
    return rows;
  };
  const once = await sums(first);
  expect(once.length).toBeGreaterThan(200);
  await first.database.ownerPool.query(`update org_unit set tags = array['正在准备演示'] where level = 'city'`);
  const again = await prepareDemo(first.world, first.database.url, true);
  expect(again.filledInMs).toBeGreaterThan(0);
  expect(await sums(first)).toEqual(once);
  expect((await verifyLedger(first.world.database.db, first.world.keys)).fault).toBeNull();
});

it('has something for the day of every later start, and its ledger still verifies', async () => {
  const laterMs = NOW_MS + 12 * 86_400_000 + 3_600_000;
  const world = { ...demo.world, clock: () => laterMs };
  await prepareDemo(world, demo.database.url, true);
  const ask = { unitId: await communityId(), fromDate: addDays(TODAY, 12), days: 8 };
  const found = async () => (await openStage(world, laterMs).act(await identity('senior'), activities, ask)).activities;
  const first = await found();
  const underWay = first.filter(({ startsAtMs, endsAtMs }) => startsAtMs < laterMs && endsAtMs > laterMs);
  expect(underWay.length).toBe(2);
  expect(first.length).toBeGreaterThan(6);
  await prepareDemo(world, demo.database.url, true);
  expect(await found()).toEqual(first);
  expect((await verifyLedger(world.database.db, world.keys)).fault).toBeNull();
});

it('begins today what is under way just after midnight, and counts nobody at a time to come', async () => {
  const today = addDays(TODAY, 14);
  const laterMs = Date.parse(`${today}T00:03:00+08:00`);
  const world = { ...demo.world, clock: () => laterMs };
  await prepareDemo(world, demo.database.url, true);
  const ask = { unitId: await communityId(), fromDate: today, days: 1 };
  const { activities: found } = await openStage(world, laterMs).act(await identity('senior'), activities, ask);
  const underWay = found.filter(({ startsAtMs, endsAtMs }) => startsAtMs <= laterMs && endsAtMs > laterMs);
  expect(underWay.map(({ startsAtMs }) => startOfDayMs(today) === startsAtMs)).toEqual([true, true]);
  expect(underWay.every(({ attendedCount }) => attendedCount > 0)).toBe(true);
  const last = await demo.database.ownerPool.query('select max(posted_at) as at from ledger_entry');
  expect(last.rows[0].at.getTime()).toBeLessThanOrEqual(laterMs);
  expect((await verifyLedger(world.database.db, world.keys)).fault).toBeNull();
});

describe('npm run verify and npm run rebuild', () => {
  const env = () => ({
    DATABASE_URL: demo.database.url,
    DATA_DIR: folder,
    BEHAVIOUR_BANK_SECRET: createHash('sha256').update('the secret of the tests').digest('hex'),
  });
  const folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const said = jest.spyOn(console, 'log');
  beforeEach(() => said.mockReset().mockImplementation(() => {}));
  afterAll(() => {
    said.mockRestore();
    rmSync(folder, { recursive: true });
  });
  const words = () => said.mock.calls.flat().join('\n');

  it('find nothing wrong with what the demo posted, nor with checkpoints that were published', async () => {
    const published = await demo.stage.act(await identity('city'), checkpoints, { unitId: await communityId() });
    const file = path.join(folder, 'published.json');
    writeFileSync(file, JSON.stringify(published));
    expect(await verify(env(), file, () => NOW_MS)).toBe(0);
    expect(words()).toMatch(
      /\d{3} accounts, \d{4} entries, \d{3} checkpoints, 12\d nights\nsigned by [0-9a-f]{64}\ncompared with 0 nights and 31 checkpoints of \S+\nsigned from outside: 31 days up to \S+, by 居务监督委员会, [0-9a-f]{64}\n(signed later.*\n)?every chain .* sound/,
    );
    expect(await rebuild(env())).toBe(0);
    expect(words()).toMatch(/\d{3} accounts recomputed, 0 differ/);
  });

  it('name the entry and the account that somebody altered with the owner’s tools', async () => {
    const { ownerPool } = demo.database;
    const senior = (await whoIs('senior')).resident?.residentId;
    await ownerPool.query('alter table ledger_entry disable trigger user');
    await ownerPool.query('update ledger_entry set points = points + 100 where account_id = $1 and seq = 7', [senior]);
    await ownerPool.query('alter table ledger_entry enable trigger user');
    expect(await verify(env(), undefined, () => NOW_MS)).toBe(1);
    expect(words()).toContain('no copy of what was published was found');
    expect(words()).toContain(`first bad entry: account ${senior}, entry 7: `);
    said.mockReset();
    expect(await rebuild(env())).toBe(1);
    expect(words()).toContain(`account ${senior}: stored {`);
    expect(words()).toMatch(/accounts recomputed, 1 differ/);
  });

  it('say so where there is no database, and make none', async () => {
    const told = jest.spyOn(console, 'error').mockImplementation(() => {});
    expect(await verify({ DATA_DIR: path.join(folder, 'nowhere') }, undefined, () => NOW_MS)).toBe(2);
    expect(told.mock.calls.flat().join()).toContain('There is no database in');
    expect(existsSync(path.join(folder, 'nowhere'))).toBe(false);
    told.mockRestore();
  });
});

it('never touches a database that has units of its own, nor fills one where it is not wanted', async () => {
  const database = await createTestDatabase();
  open.push(database);
  const world = testWorld(database);
  expect(await prepareDemo(world, database.url, false)).toEqual({ isThere: false, filledInMs: null });
  await database.ownerPool.query(
    `insert into org_unit (id, level, code, name, path, created_at) values (gen_random_uuid(), 'city', 'X', 'X', '/x/', now())`,
  );
  expect(await prepareDemo(world, database.url, true)).toEqual({ isThere: false, filledInMs: null });
  expect((await database.ownerPool.query('select count(*)::int from org_unit')).rows).toEqual([{ count: 1 }]);
});
