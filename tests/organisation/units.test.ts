import { randomUUID } from 'node:crypto';
import {
  communityOf,
  providersOf,
  societyOf,
  unitOf,
  unitsBelow,
  unitsOf,
} from '../../cloudfunctions/organisation/index';
import { organisationRoom } from '../../cloudfunctions/organisation/main';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertResident, insertUnits, type Units } from '../support/rows';
import { testWorld } from '../support/world';

const database = useDatabase();
const world = () => testWorld(database);
let call: CallAs;
let units: Units;
let district: string;
let admin: string;
let staff: string;

beforeAll(async () => {
  call = openTestRoom(organisationRoom, world());
  units = await insertUnits(database.db);
  district = await insertHolder(world(), 'districtSupervisor', units.districtId);
  admin = await insertHolder(world(), 'communityAdmin', units.communityId);
  staff = await insertHolder(world(), 'communityStaff', units.communityId);
});

interface Made {
  unitId: string;
  level: string;
}
const urban = { setting: 'urban' };
let lastCode = 0;
const create = (by: string, parentId: string, more: object = {}) =>
  call(by, 'createUnit', { parentId, name: `单元${++lastCode}`, code: `U-${lastCode}`, ...more });

describe('the tree', () => {
  it('is open to everyone, whole or below one unit, all levels or some', async () => {
    const read = async (input: object) => dataOf<{ units: Made[] }>(await call(null, 'tree', input)).units;
    const below = await read({ underUnitId: units.streetId });
    expect(below.map((unit) => unit.level)).toEqual(['community', 'grid', 'street']);
    expect(await read({ underUnitId: units.cityId, levels: ['grid'] })).toMatchObject([{ unitId: units.gridId }]);
    expect((await read({})).map((unit) => unit.unitId)).toEqual(expect.arrayContaining(Object.values(units)));
    expect(codeOf(await call(null, 'tree', { underUnitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });

  it('grows by a level at a time below whoever is responsible', async () => {
    const made = dataOf<Made>(await create(district, units.streetId, urban));
    expect(made.level).toBe('community');
    const street = await unitOf(database.db, units.streetId);
    const expected = { path: `${street?.path}${made.unitId}/`, setting: 'urban', stage: 'preparing' };
    expect(await unitOf(database.db, made.unitId)).toMatchObject(expected);
    const group = dataOf<Made>(await create(admin, units.gridId));
    expect(group.level).toBe('group');
    expect(codeOf(await create(admin, group.unitId))).toBe('UNIT_IS_LOWEST');
  });

  it('refuses a second unit of that code, or of that name beside it', async () => {
    dataOf(await create(admin, units.communityId, { name: '第九网格', code: 'G-9' }));
    expect(codeOf(await create(admin, units.communityId, { name: '第九网格' }))).toBe('UNIT_EXISTS');
    expect(codeOf(await create(admin, units.communityId, { code: 'G-9' }))).toBe('UNIT_EXISTS');
  });

  it('wants urban or rural for a community and for nothing else', async () => {
    expect(codeOf(await create(district, units.streetId))).toBe('SETTING_NEEDED');
    expect(codeOf(await create(admin, units.communityId, { setting: 'rural' }))).toBe('INVALID_INPUT');
  });

  it('refuses parents that are out of reach or not there', async () => {
    const elsewhere = await insertUnits(database.db);
    expect(codeOf(await create(admin, elsewhere.communityId))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(admin, units.streetId, urban))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(district, elsewhere.streetId, urban))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(staff, units.communityId))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(admin, randomUUID()))).toBe('UNIT_NOT_FOUND');
  });

  it('finds the community around a unit, and none above', async () => {
    expect(await communityOf(database.db, units.gridId)).toMatchObject({ unitId: units.communityId });
    expect(await communityOf(database.db, units.communityId)).toMatchObject({ unitId: units.communityId });
    expect(await communityOf(database.db, units.streetId)).toBeNull();
    expect([...(await unitsOf(database.db, [units.gridId, randomUUID()])).keys()]).toEqual([units.gridId]);
    expect(await unitsBelow(database.db, '/nowhere/')).toEqual([]);
  });
});

describe('providers', () => {
  const place = { kind: 'health', place: '东街 1 号' };
  const create = (by: string, unitId: string, name: string) => call(by, 'createProvider', { unitId, name, ...place });
  const seenBy = async (residentId: string, unitId: string) =>
    dataOf<{ providers: { name: string }[] }>(await call(residentId, 'providers', { unitId })).providers;

  it('are seen by residents of the unit and below, the nearest first', async () => {
    const { providerId } = dataOf<{ providerId: string }>(await create(district, units.districtId, '区医院'));
    expect(codeOf(await create(district, units.districtId, '区医院'))).toBe('PROVIDER_EXISTS');
    dataOf(await create(admin, units.communityId, '卫生服务中心'));
    const resident = await insertResident(database.db);
    const names = (await seenBy(resident, units.gridId)).map((provider) => provider.name);
    expect(names).toEqual(['卫生服务中心', '区医院']);
    expect(await seenBy(resident, units.districtId)).toMatchObject([{ providerId, hours: '', phone: null }]);
    expect((await providersOf(database.db, [providerId])).get(providerId)).toMatchObject({ unitId: units.districtId });
  });

  it('are gone from the list once they are closed', async () => {
    const { providerId } = dataOf<{ providerId: string }>(await create(admin, units.communityId, '旧书店'));
    expect(await seenBy(staff, units.communityId)).toContainEqual(expect.objectContaining({ name: '旧书店' }));
    await database.db.updateTable('provider').set({ closed_on: '2026-11-23' }).where('id', '=', providerId).execute();
    expect(await seenBy(staff, units.communityId)).not.toContainEqual(expect.objectContaining({ name: '旧书店' }));
  });

  it('belong to a community or a district within reach', async () => {
    expect(codeOf(await create(admin, units.gridId, '某处'))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await create(admin, units.districtId, '某处'))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(staff, units.communityId, '某处'))).toBe('NOT_ALLOWED');
    expect(codeOf(await create(admin, randomUUID(), '某处'))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(admin, 'providers', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('societies', () => {
  const found = (by: string, name: string, unitId = units.communityId) => call(by, 'createSociety', { unitId, name });

  it('show who leads them today', async () => {
    const { societyId } = dataOf<{ societyId: string }>(await found(staff, '天鹅舞蹈队'));
    expect(codeOf(await found(staff, '天鹅舞蹈队'))).toBe('SOCIETY_EXISTS');
    const list = async () =>
      dataOf<{ societies: object[] }>(await call(staff, 'societies', { unitId: units.communityId })).societies;
    const society = { societyId, unitId: units.communityId, name: '天鹅舞蹈队', stage: 'budding' };
    expect(await list()).toEqual([{ ...society, leaderId: null }]);
    const leader = await insertResident(database.db);
    const role = { residentId: leader, role: 'societyLeader', unitId: units.communityId, societyId };
    const { roleId } = dataOf<{ roleId: string }>(await call(admin, 'grantRole', role));
    expect(await list()).toEqual([{ ...society, leaderId: leader }]);
    dataOf(await call(admin, 'revokeRole', { roleId }));
    expect(await list()).toEqual([{ ...society, leaderId: null }]);
    expect(await societyOf(database.db, societyId)).toMatchObject({ name: '天鹅舞蹈队' });
  });

  it('belong to a community within reach', async () => {
    const elsewhere = await insertUnits(database.db);
    expect(codeOf(await found(staff, '棋社', elsewhere.communityId))).toBe('NOT_ALLOWED');
    const wide = await insertHolder(world(), 'communityAdmin', units.communityId);
    expect(codeOf(await found(wide, '棋社', units.gridId))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(staff, 'societies', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});

it('asks who is there before anybody writes or reads of partners', async () => {
  expect(codeOf(await call(null, 'createSociety', { unitId: units.communityId, name: '无名' }))).toBe('NOT_SIGNED_IN');
  expect(codeOf(await call(null, 'providers', { unitId: units.communityId }))).toBe('NOT_SIGNED_IN');
});
