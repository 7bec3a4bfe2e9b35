import * as z from 'zod';
import type { Action } from '../../../cloudfunctions/kit/action';
import type { Role } from '../../../cloudfunctions/values/roles';
import type { Somebody } from '../../household/neighbourhood';
import { makeWorkbook } from '../../household/workbook';
import { useDatabase } from '../../support/database';
import { hashOf, keepFile } from '../../support/upload';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { boundOf, type Desk, openDesk, registry } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';

/** Every list that comes by pages, from the registry that the host serves: a new one is asked here from its first day. */
const isPaged = ({ input }: Action) => {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' });
  return 'cursor' in properties && 'limit' in properties;
};
const paged = registry.map(({ action }) => action).filter(isPaged);
/** No night is closed here; tests/ledger asks them. */
const EMPTY_HERE = ['ledger.nights'];

const database = useDatabase();
let desk: Desk;
let place: Place;
const around = { nowMs: TEST_NOW_MS, keyOf: () => Buffer.alloc(32) };

const ROLES_FIRST: readonly Role[] = ['communityAdmin', 'communityStaff', 'districtSupervisor', 'providerClerk'];
function callerOf(name: string): Somebody {
  const { allow } = boundOf(name).action;
  const rule = allow.find(({ kind }) => kind === 'role');
  const role = rule?.kind === 'role' ? ROLES_FIRST.find((one) => rule.roles.includes(one)) : undefined;
  return role ? place.people[role] : place.head;
}
const inputOf = (name: string) => inputs[name]?.(place, around) ?? {};
const must = <T>(name: string, more: object = {}) =>
  desk.must<T>(callerOf(name).identity, name, { ...inputOf(name), ...more });

/** Of many things there are several, made in the same moment: what tells two of them apart is their id alone. */
beforeAll(async () => {
  const world = testWorld(database, { clock: () => TEST_NOW_MS });
  desk = openDesk(world);
  place = await setPlace(world, desk, await addBranch(world));
  await keepFile(world, callerOf('household.previewRoster').identityId, ROSTER);
  const { people, units } = place;
  const village = { parentId: units.streetId, name: '双井村', code: 'SJ', setting: 'rural' };
  await desk.must(people.districtSupervisor.identity, 'organisation.createUnit', village);
  const makers = ['organisation.createUnit', 'organisation.createProvider', 'organisation.createSociety'];
  const ofCatalogue = ['catalogue.addPolicyDocument', 'catalogue.addGuideline', 'catalogue.addProgramme'];
  for (const name of [...makers, ...ofCatalogue, 'activity.create', 'reward.create', 'reward.addGoods'])
    for (let n = 0; n < 4; n++) await must(name);
  for (const { residentId } of [place.head, { residentId: place.childId }])
    await must('activity.signUp', { residentId });
  for (const sex of ['female', 'male']) await must('household.correctPerson', { sex });
  for (const seq of [2, 4]) await must('ledger.proposeCorrection', { seq });
  for (let n = 0; n < 3; n++) await must('organisation.renameUnit');
  for (let n = 0; n < 3; n++) await must('award.give');
  for (const waitingId of place.waitingIds.slice(0, 2)) await must('award.turnDown', { waitingId });
  for (const { code } of place.vouchers) await must('reward.redeemVoucher', { code });
}, 60_000);

const ROSTER = makeWorkbook([
  ['户编号', '户主姓名', '姓名', '与户主关系', '出生日期'],
  ...[1, 2, 3, 4].map((n) => [`R000${n}`, `陈新${n}`, `陈新${n}`, '户主', `196${n}.1.2`]),
]);
const moreOf: Readonly<Record<string, object>> = {
  'household.previewRoster': { fileHash: hashOf(ROSTER) },
  'catalogue.items': { state: 'published' },
  'reward.vouchers': { state: 'redeemed' },
  'organisation.unitChanges': { below: true },
};

interface Page {
  readonly nextCursor: string | null;
}
const rowsOf = (page: Page) => Object.values(page).find(Array.isArray) ?? [];

async function walk(name: string, limit: number) {
  const rows: unknown[] = [];
  const sizes: number[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await must<Page>(name, { ...moreOf[name], limit, ...(cursor && { cursor }) });
    rows.push(...rowsOf(page));
    sizes.push(rowsOf(page).length);
    cursor = page.nextCursor;
  } while (cursor && sizes.length < 100);
  return { rows, sizes };
}

describe.each(paged.map(({ name }) => name))('%s', (name) => {
  it('tells by pages what it tells at once: each row once, in the same order', async () => {
    const whole = await walk(name, 100);
    if (!EMPTY_HERE.includes(name)) expect(whole.rows.length).toBeGreaterThan(1);
    for (const limit of [1, 2]) {
      const { rows, sizes } = await walk(name, limit);
      expect(rows).toEqual(whole.rows);
      expect(Math.max(...sizes)).toBeLessThanOrEqual(limit);
    }
  });

  it('goes on from no cursor but one that it gave out', async () => {
    const input = { ...inputOf(name), ...moreOf[name], cursor: 'made up' };
    expect(await desk.ask(callerOf(name).identity, name, input)).toMatchObject({ code: 'INVALID_INPUT' });
  });
});
