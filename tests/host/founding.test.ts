import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { foundInstallation } from '../../cloudfunctions/host/founding';
import { found } from '../../cloudfunctions/host/founding/found';
import { handOver } from '../../cloudfunctions/host/founding/hand-over';
import { FoundingPlan, readPlan } from '../../cloudfunctions/host/founding/plan';
import { standingPlan } from '../../cloudfunctions/host/founding/standing';
import { findPrincipal } from '../../cloudfunctions/host/rooms';
import type { OutputOf } from '../../cloudfunctions/kit/action';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import type { World } from '../../cloudfunctions/kit/world';
import type { tree } from '../../cloudfunctions/organisation/contract';
import { openDesk } from '../reliability/matrix/desk';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { testWorld } from '../support/world';

const plan = FoundingPlan.parse({
  city: { name: '江城市', code: '420001' },
  district: { name: '东岸区', code: '420001-01' },
  street: { name: '桥头街道', code: '420001-01-01' },
  community: { name: '河湾社区', code: '420001-01-01-01', setting: 'urban' },
  first: { name: '何主任', phone: '14000000009', address: '河湾路 1 号', householdNumber: 'HW0001' },
});

let database: TestDatabase;
let world: World;
let nowMs = Date.parse('2026-11-23T12:00:00+08:00');
beforeEach(async () => {
  database = await createTestDatabase();
  world = testWorld(database, { clock: () => nowMs });
});
afterEach(() => database.close());

const founder = async () => {
  const made = await found(world, plan);
  if (isRefusal(made)) throw new Error(`refused: ${made.code}`);
  return made;
};
const openid = { kind: 'wechat', openid: 'o-first' } as const;
const bind = (card: string, code: string) =>
  openDesk(world).ask(openid, 'household.bindByCard', { card, code, consent: { version: '2026-11', agreed: true } });
const roleNames = async () => (await findPrincipal(world, openid))?.roles.map(({ role }) => role).sort();

it('makes the first branch and the person who then does everything else in the app', async () => {
  const made = await founder();
  const papers = await handOver(world, made);
  expect(await bind(papers.cardNumber, papers.code)).toMatchObject({ ok: true, data: { residentId: made.residentId } });
  expect(await roleNames()).toEqual(['citySupervisor', 'communityAdmin']);
  const desk = openDesk(world);
  const { units } = await desk.must<OutputOf<typeof tree>>(openid, 'organisation.tree', {});
  expect(units.map(({ name }) => name)).toEqual(['江城市', '东岸区', '桥头街道', '河湾社区']);
  const district = units.find(({ level }) => level === 'district')?.unitId;
  const next = { parentId: district, name: '北岸街道', code: '420001-01-02' };
  expect(await desk.ask(openid, 'organisation.createUnit', next)).toMatchObject({
    ok: true,
    data: { level: 'street' },
  });
});

it('gives new papers to a founder who lost the first, and none once they have bound', async () => {
  const first = await handOver(world, await founder());
  nowMs += 73 * 3_600_000;
  expect(await bind(first.cardNumber, first.code)).toMatchObject({ ok: false, code: 'CARD_OR_CODE_WRONG' });
  const second = await handOver(world, await founder());
  expect(await bind(second.cardNumber, second.code)).toMatchObject({ ok: true });
  expect(await found(world, plan)).toMatchObject({ code: 'FOUNDED_ALREADY' });
});

it('mends the words of a file that was corrected, while there is nothing but the founding', async () => {
  const first = await handOver(world, await founder());
  const { residentId } = await founder();
  const corrected = FoundingPlan.parse({
    ...plan,
    community: { name: '东湾社区', code: '420001-01-01-09', setting: 'rural', phone: '0724-1234567' },
    first: { ...plan.first, name: '李书记', phone: '14000000010', bornOn: '1980-05-06', householdNumber: 'DW0001' },
  });
  const made = await found(world, corrected);
  if (isRefusal(made)) throw new Error(made.code);
  expect(made.residentId).toBe(residentId);
  expect(await standingPlan(world, database.db, made)).toEqual(corrected);
  expect(await found(world, corrected)).toEqual(made);
  const papers = await handOver(world, made);
  expect(await bind(first.cardNumber, first.code)).toMatchObject({ ok: false });
  expect(await bind(papers.cardNumber, papers.code)).toMatchObject({ ok: true });
  expect(await openDesk(world).ask(openid, 'household.me', {})).toMatchObject({
    data: { resident: { name: '李书记' } },
  });
});

it('names every difference and changes nothing once there is more than the founding', async () => {
  const made = await founder();
  const community = (await database.pool.query("select id, path from org_unit where level = 'community'")).rows[0];
  const gridId = randomUUID();
  await database.ownerPool.query(
    `insert into org_unit (id, parent_id, level, code, name, path, created_at)
     values ($1, $2, 'grid', 'g1', '一格', $3, now())`,
    [gridId, community.id, `${community.path}${gridId}/`],
  );
  const other = {
    ...plan,
    community: { ...plan.community, name: '东湾社区' },
    first: { ...plan.first, name: '李书记' },
  };
  expect(await found(world, other)).toMatchObject({
    code: 'FOUNDED_DIFFERENTLY',
    detail: {
      differences: [
        'community.name: 河湾社区 stands, the file says 东湾社区',
        'first.name: 何主任 stands, the file says 李书记',
      ],
    },
  });
  expect(await standingPlan(world, database.db, made)).toEqual(plan);
  expect(await found(world, plan)).toEqual(made);
});

it('prints what stands, and each difference of a file that it refuses', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'found-'));
  const file = path.join(folder, 'founding.json');
  const said = { log: jest.spyOn(console, 'log').mockImplementation(), error: jest.spyOn(console, 'error') };
  said.error.mockImplementation();
  const run = async (first: object) => {
    writeFileSync(file, JSON.stringify({ ...plan, first: { ...plan.first, ...first } }));
    const secret = createHash('sha256').update('printed').digest('hex');
    const env = { DATABASE_URL: database.url, BEHAVIOUR_BANK_SECRET: secret };
    const code = await foundInstallation(env, file);
    const { calls } = said[code === 0 ? 'log' : 'error'].mock;
    return { code, words: String(calls.at(-1)?.[0]) };
  };
  expect(await run({})).toMatchObject({
    code: 0,
    words: expect.stringContaining('何主任 is city supervisor and admin'),
  });
  expect(await run({ name: '李书记' })).toMatchObject({
    code: 0,
    words: expect.stringContaining('李书记 is city super'),
  });
  await database.ownerPool.query('insert into resident (id, created_at) values ($1, now())', [randomUUID()]);
  const refused = await run({ name: '王书记' });
  expect(refused).toMatchObject({ code: 1, words: expect.stringContaining('npm run supervisor') });
  expect(refused.words).toContain('first.name: 李书记 stands, the file says 王书记');
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

it('founds once, however many ask at the same moment', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, founder));
  expect(new Set(made.map(({ residentId }) => residentId)).size).toBe(1);
  const { rows } = await database.pool.query('select count(*)::int as units from org_unit');
  expect(rows[0].units).toBe(4);
});

it('leaves a demo district and another city alone', async () => {
  await insertUnits(database.db);
  expect(await found(world, plan)).toMatchObject({ code: 'FOUNDED_OTHERWISE' });
  await database.ownerPool.query('update org_unit set is_demo = true');
  expect(await found(world, plan)).toMatchObject({ code: 'DEMO_THERE' });
});

it('says which part of the file cannot be used', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'found-'));
  const file = path.join(folder, `${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify({ ...plan, first: { ...plan.first, phone: '123' }, extra: 1 }));
  expect(() => readPlan(file)).toThrow(/first\.phone: .*Unrecognized key: "extra"/);
  expect(() => readPlan(undefined)).toThrow('npm run found -- founding.json');
  rmSync(folder, { recursive: true });
});
