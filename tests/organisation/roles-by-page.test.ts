import { randomUUID } from 'node:crypto';
import { organisationRoom } from '../../cloudfunctions/organisation/main';
import { cursorOf } from '../support/cursor';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertResident, insertUnits, type Units } from '../support/rows';
import { testWorld } from '../support/world';

const database = useDatabase();
const world = () => testWorld(database);
let call: CallAs;
let units: Units;
let admin: string;

interface Page {
  roles: { roleId: string; unitId: string; role: string }[];
  nextCursor: string | null;
}
const ask = async (question: object) =>
  dataOf<Page>(await call(admin, 'roles', { unitId: units.communityId, ...question }));

/** Asks for page after page; `between` may give and end roles meanwhile. */
async function walk(question: object, between: (page: Page) => Promise<unknown> = async () => undefined) {
  const roles: Page['roles'] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await ask({ ...question, ...(cursor && { cursor }) });
    roles.push(...page.roles);
    cursor = page.nextCursor;
    await between(page);
  } while (cursor);
  return roles;
}
const grant = async (unitId: string, role = 'gridWorker') =>
  dataOf<{ roleId: string }>(
    await call(admin, 'grantRole', { residentId: await insertResident(database.db), role, unitId }),
  ).roleId;

beforeEach(async () => {
  call = openTestRoom(organisationRoom, world());
  units = await insertUnits(database.db);
  admin = await insertHolder(world(), 'communityAdmin', units.communityId);
  for (let n = 0; n < 3; n++) {
    await grant(units.gridId);
    await grant(units.communityId, 'communityStaff');
  }
});

it('tells who holds a role unit by unit, the same over many pages as on one', async () => {
  const all = await walk({});
  expect(all).toHaveLength(7);
  expect(await walk({ limit: 2 })).toEqual(all);
  expect(all.map(({ unitId }) => unitId)).toEqual([
    ...Array.from({ length: 4 }, () => units.communityId),
    ...Array.from({ length: 3 }, () => units.gridId),
  ]);
});

it('loses none and tells none twice while roles are given and ended, the one that a page ended with among them', async () => {
  const before = (await walk({})).map(({ roleId }) => roleId);
  const ended: string[] = [];
  const seen = await walk({ limit: 2 }, async ({ roles }) => {
    await grant(units.communityId, 'communityStaff');
    const last = roles.at(-1);
    if (!last || last.role === 'communityAdmin' || ended.length > 0) return;
    ended.push(last.roleId);
    expect(codeOf(await call(admin, 'revokeRole', { roleId: last.roleId }))).toBe('ok');
  });
  expect(ended).toHaveLength(1);
  const ids = seen.map(({ roleId }) => roleId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining(before));
});

it('gives no more than a hundred a page, and refuses a cursor that it never gave', async () => {
  const refused = async (question: object) =>
    codeOf(await call(admin, 'roles', { unitId: units.communityId, ...question }));
  for (const question of [{ limit: 101 }, { limit: 0 }, { cursor: 'made up' }, { cursor: cursorOf(['no id']) }])
    expect(await refused(question)).toBe('INVALID_INPUT');
  expect(await ask({ cursor: cursorOf([randomUUID()]) })).toEqual({ roles: [], nextCursor: null });
});
