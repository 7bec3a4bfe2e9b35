import { organisationRoom } from '../../cloudfunctions/organisation/main';
import { pathAround, renamedBeside } from '../../cloudfunctions/organisation/rules';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertNeighbours, insertUnits, type Units } from '../support/rows';
import { testWorld } from '../support/world';

/** Units that are called otherwise from a day on (today is 23 November 2026). */
const database = useDatabase();
const world = () => testWorld(database);
let call: CallAs;
let units: Units;
let district: string;
let admin: string;

beforeEach(async () => {
  call = openTestRoom(organisationRoom, world());
  units = await insertUnits(database.db);
  district = await insertHolder(world(), 'districtSupervisor', units.districtId);
  admin = await insertHolder(world(), 'communityAdmin', units.communityId);
});

const rename = (by: string, unitId: string, more: object = {}, requestId?: string) =>
  call(by, 'renameUnit', { unitId, name: '新城社区', because: '民函〔2026〕12号', ...more }, requestId);
const nameOf = async (unitId: string) =>
  dataOf<{ units: { unitId: string; name: string }[] }>(await call(null, 'tree', { underUnitId: unitId })).units.find(
    (unit) => unit.unitId === unitId,
  )?.name;
const historyOf = async (unitId: string) =>
  dataOf<{ changes: object[] }>(await call(district, 'unitChanges', { unitId })).changes;

it('shows the new name and keeps the old one, with its day and its document', async () => {
  const before = await nameOf(units.communityId);
  expect(codeOf(await rename(district, units.communityId, { fromOn: '2026-11-01' }))).toBe('ok');
  expect(await nameOf(units.communityId)).toBe('新城社区');
  expect(await historyOf(units.communityId)).toEqual([
    expect.objectContaining({
      ...{ kind: 'renamed', name: before, newName: '新城社区', toUnitId: null },
      ...{ fromOn: '2026-11-01', because: '民函〔2026〕12号' },
    }),
  ]);
  expect(codeOf(await rename(district, units.communityId))).toBe('ok'); // it is called so already
  expect(await historyOf(units.communityId)).toHaveLength(1);
});

it('is done once, however often it is sent, and nobody can take it out of the history', async () => {
  const requestId = 'rename-once-0000000001';
  await rename(district, units.communityId, {}, requestId);
  await rename(district, units.communityId, { name: '又改了' });
  await rename(district, units.communityId, {}, requestId);
  expect(await nameOf(units.communityId)).toBe('又改了');
  expect(await historyOf(units.communityId)).toHaveLength(2);
  for (const sql of ["update unit_change set because = 'x'", 'delete from unit_change', 'truncate unit_change cascade'])
    await expect(database.ownerPool.query(sql)).rejects.toThrow();
});

it('is for who stands above: a community names its grids and not itself', async () => {
  expect(codeOf(await rename(admin, units.communityId))).toBe('NOT_ALLOWED');
  expect(codeOf(await rename(admin, units.gridId, { name: '东片网格' }))).toBe('ok');
  expect(codeOf(await rename(district, units.districtId))).toBe('NOT_ALLOWED');
  const city = await insertHolder(world(), 'citySupervisor', units.cityId);
  expect(codeOf(await rename(city, units.districtId, { name: '东宝区' }))).toBe('ok');
  expect(codeOf(await rename(city, units.cityId, { name: '荆门市' }))).toBe('ok'); // nobody is above it
});

it('refuses a name that a unit beside it has, and a day that is ahead or long gone', async () => {
  const next = await insertNeighbours(database.db, units);
  const name = await nameOf(next.communityId);
  expect(codeOf(await rename(district, units.communityId, { name }))).toBe('UNIT_EXISTS');
  for (const fromOn of ['2026-11-24', '2026-10-22'])
    expect(await rename(district, units.communityId, { fromOn })).toMatchObject({
      ...{ code: 'UNIT_CHANGE_DAY', detail: { oldest: '2026-10-23', newest: '2026-11-23' } },
    });
});

it('lets one of two have a name that both want', async () => {
  const next = await insertNeighbours(database.db, units);
  const codes = (await Promise.all([units, next].map(({ communityId }) => rename(district, communityId)))).map(codeOf);
  expect(codes.sort()).toEqual(['UNIT_EXISTS', 'ok']);
});

it('calls who comes to stand beside others of their name after where they come from', () => {
  const coming = ['一组', '二组', '三组'].map((name) => ({ id: name, name }));
  expect(renamedBeside(coming, ['一组', '二组', '六合一组'], '六合', 40)).toEqual([
    { id: '一组', name: '六合一组（2）' },
    { id: '二组', name: '六合二组' },
  ]);
  expect(renamedBeside(coming, ['三组'], '一'.repeat(10), 8)).toEqual([{ id: '三组', name: '一'.repeat(8) }]);
});

it('finds the lowest unit in which two are', () => {
  expect(pathAround('/c/d/s/a/', '/c/d/t/b/')).toBe('/c/d/');
  expect(pathAround('/c/d/s/a/', '/c/d/s/a/g/')).toBe('/c/d/s/a/');
  expect(pathAround('/c/d/', '/e/')).toBe('/');
});
