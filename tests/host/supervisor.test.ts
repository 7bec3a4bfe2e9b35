import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { found } from '../../cloudfunctions/host/founding/found';
import { handOver } from '../../cloudfunctions/host/founding/hand-over';
import { FoundingPlan, readSupervisor } from '../../cloudfunctions/host/founding/plan';
import { succeed } from '../../cloudfunctions/host/founding/succeed';
import { findPrincipal } from '../../cloudfunctions/host/rooms';
import { addHouseholds } from '../../cloudfunctions/household';
import { newId } from '../../cloudfunctions/kit/ids';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import type { World } from '../../cloudfunctions/kit/world';
import { openDesk } from '../reliability/matrix/desk';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testWorld } from '../support/world';

const plan = FoundingPlan.parse({
  city: { name: '江城市', code: '420001' },
  district: { name: '东岸区', code: '420001-01' },
  street: { name: '桥头街道', code: '420001-01-01' },
  community: { name: '河湾社区', code: '420001-01-01-01', setting: 'urban' },
  first: { name: '何主任', phone: '14000000009', address: '河湾路 1 号', householdNumber: 'HW0001' },
});
const HE = { householdNumber: 'HW0001', name: '何主任' };
const LI = { householdNumber: 'HW0002', name: '李书记', bornOn: '1980-05-06' };

let database: TestDatabase;
let world: World;
let nowMs = Date.parse('2026-11-23T12:00:00+08:00');
let founderId: string;
beforeEach(async () => {
  database = await createTestDatabase();
  world = testWorld(database, { clock: () => nowMs++ });
  const made = await found(world, plan);
  if (isRefusal(made)) throw new Error(made.code);
  founderId = made.residentId;
  expect(await bind('o-he', await handOver(world, made))).toMatchObject({ ok: true });
});
afterEach(() => database.close());

const wechat = (openid: string) => ({ kind: 'wechat', openid }) as const;
const bind = (openid: string, { cardNumber, code }: { cardNumber: string; code: string }) =>
  openDesk(world).ask(wechat(openid), 'household.bindByCard', {
    ...{ card: cardNumber, code, consent: { version: '2026-11', agreed: true } },
  });
const rolesOf = async (openid: string) =>
  ((await findPrincipal(world, wechat(openid)))?.roles ?? []).map(({ role }) => role).sort();
async function name(who: typeof HE | typeof LI, isAccountLost = false) {
  const made = await succeed(world, who, isAccountLost);
  if (isRefusal(made)) throw new Error(made.code);
  return made;
}
/** A second household, beside the founder's. */
async function registerHome(
  who: { householdNumber: string; name: string; bornOn?: string },
  code = plan.community.code,
) {
  const { rows } = await database.pool.query('select id from org_unit where code = $1', [code]);
  const [residentId, householdId, communityId] = [newId(world), newId(world), rows[0].id as string];
  const head = { residentId, name: who.name, bornOn: who.bornOn, relation: '户主' };
  const home = { householdId, communityId, unitId: communityId, number: who.householdNumber, address: null };
  await addHouseholds(world, database.db, [{ ...home, members: [head] }]);
  return residentId;
}
const codeOf = async (who: Parameters<typeof succeed>[1], lost = false) => {
  const made = await succeed(world, who, lost);
  return isRefusal(made) ? made.code : 'ok';
};

it('gives the founder papers for another account, and lets go of the one that is lost', async () => {
  const made = await name(HE, true);
  expect(made).toMatchObject({ residentId: founderId, isBound: false, endedResidentIds: [] });
  expect(await rolesOf('o-he')).toEqual([]);
  const papers = await handOver(world, made);
  expect(await bind('o-he-new', papers)).toMatchObject({ ok: true, data: { residentId: founderId } });
  expect(await rolesOf('o-he-new')).toEqual(['citySupervisor', 'communityAdmin']);
  const { rows } = await database.pool.query("select kind, by_resident_id from binding_event where kind = 'unbound'");
  expect(rows).toEqual([{ kind: 'unbound', by_resident_id: null }]);
});

it('ends papers that are still about, even those that nobody has used', async () => {
  const stolen = await handOver(world, await name(HE, true));
  const fresh = await handOver(world, await name(HE, true));
  expect(await bind('o-thief', stolen)).toMatchObject({ ok: false });
  expect(await bind('o-he-new', fresh)).toMatchObject({ ok: true });
});

it('leaves a binding alone unless it is said to be lost, however often it is run', async () => {
  for (let i = 0; i < 3; i++) expect(await name(HE)).toMatchObject({ isBound: true });
  expect(await rolesOf('o-he')).toEqual(['citySupervisor', 'communityAdmin']);
});

it('passes the roles of the founder to a successor, who then gives and ends roles', async () => {
  const successorId = await registerHome(LI);
  const made = await name(LI);
  expect(made).toMatchObject({ residentId: successorId, isBound: false, endedResidentIds: [founderId] });
  expect(await rolesOf('o-he')).toEqual([]);
  expect(await findPrincipal(world, wechat('o-he'))).toMatchObject({ residentId: founderId });
  expect(await name(LI)).toMatchObject({ residentId: successorId, endedResidentIds: [] });
  expect(await bind('o-li', await handOver(world, made))).toMatchObject({ ok: true });
  expect(await rolesOf('o-li')).toEqual(['citySupervisor', 'communityAdmin']);
  expect(await name(LI)).toMatchObject({ isBound: true });
  expect(await found(world, plan)).toMatchObject({ ok: false });
  const { rows } = await database.pool.query('select id from org_unit where level = $1', ['district']);
  const given = { residentId: founderId, role: 'districtSupervisor', unitId: rows[0].id };
  expect(await openDesk(world).ask(wechat('o-li'), 'organisation.grantRole', given)).toMatchObject({ ok: true });
});

it('follows a founder who has died, and one whose roles are gone', async () => {
  await database.ownerPool.query('update resident set died_on = $1', ['2026-11-20']);
  expect(await codeOf(HE, true)).toBe('NOBODY_NAMED');
  await registerHome(LI);
  expect(await name(LI)).toMatchObject({ endedResidentIds: [founderId] });
  await database.ownerPool.query('update role_grant set revoked_at = now(), revoked_by = resident_id');
  const papers = await handOver(world, await name(LI));
  await bind('o-li', papers);
  expect(await rolesOf('o-li')).toEqual(['citySupervisor']);
});

it('refuses when it is not clear who is meant, and changes nothing', async () => {
  await registerHome(LI);
  const other = { parentId: await unitId('street'), name: '河滩社区', code: '420001-01-01-02', setting: 'urban' };
  expect(await openDesk(world).ask(wechat('o-he'), 'organisation.createUnit', other)).toMatchObject({ ok: true });
  await registerHome(LI, other.code);
  await registerHome({ householdNumber: 'HW0003', name: '小何', bornOn: '2012-01-01' });
  expect(await codeOf(LI)).toBe('SEVERAL_NAMED');
  expect(await codeOf({ ...LI, bornOn: undefined })).toBe('NOBODY_NAMED');
  expect(await codeOf({ ...LI, bornOn: '1980-05-07' })).toBe('NOBODY_NAMED');
  expect(await codeOf({ ...HE, householdNumber: 'HW0002' })).toBe('NOBODY_NAMED');
  expect(await codeOf({ householdNumber: 'HW0003', name: '小何', bornOn: '2012-01-01' })).toBe('NOT_OF_AGE');
  expect(await rolesOf('o-he')).toEqual(['citySupervisor', 'communityAdmin']);
  expect(await codeOf({ ...LI, communityCode: other.code })).toBe('ok');
});
const unitId = async (level: string) =>
  (await database.pool.query('select id from org_unit where level = $1', [level])).rows[0].id as string;

it('stands in the audit log and is told to the rooms above', async () => {
  await registerHome(LI);
  await name(LI);
  const { rows } = await database.pool.query(
    "select detail->>'role' as role, detail->>'change' as change from audit_log where action = 'host.supervisor' order by id",
  );
  expect(rows.filter(({ role }) => role === 'citySupervisor')).toEqual([
    { role: 'citySupervisor', change: 'revoked' },
    { role: 'citySupervisor', change: 'granted' },
  ]);
  const { rows: told } = await database.pool.query("select count(*)::int from outbox where topic = 'roleChanged'");
  expect(told).toEqual([{ count: 4 }]);
});

it('has no successor in a demo district, nor where nothing is founded', async () => {
  await database.ownerPool.query('update org_unit set is_demo = true');
  expect(await codeOf(HE)).toBe('DEMO_THERE');
  const empty = await createTestDatabase();
  const made = await succeed(testWorld(empty), HE, false);
  expect(made).toMatchObject({ code: 'NOT_FOUNDED' });
  await empty.close();
});

it('reads who is meant from a file, and whether the account is lost from the command', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'supervisor-'));
  const file = path.join(folder, 'who.json');
  writeFileSync(file, JSON.stringify(LI));
  expect(readSupervisor([file])).toEqual({ named: LI, isAccountLost: false });
  expect(readSupervisor([file, '--again'])).toEqual({ named: LI, isAccountLost: true });
  expect(() => readSupervisor(['--again'])).toThrow('npm run supervisor -- who.json');
  expect(() => readSupervisor([file, '--force'])).toThrow('npm run supervisor -- who.json');
  writeFileSync(file, JSON.stringify({ name: LI.name }));
  expect(() => readSupervisor([file])).toThrow('householdNumber');
  rmSync(folder, { recursive: true });
});
