import { randomUUID } from 'node:crypto';
import { rolesOf } from '../../cloudfunctions/organisation/index';
import { organisationRoom } from '../../cloudfunctions/organisation/main';
import { useDatabase } from '../support/database';
import { type CallAs, codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { insertHousehold, insertNeighbours, insertResident, insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

const database = useDatabase();
const DAY_MS = 86_400_000;
let nowMs = TEST_NOW_MS;
const world = () => testWorld(database, { clock: () => nowMs });
let call: CallAs;
let units: Units;
let admin: string;

beforeEach(async () => {
  nowMs = TEST_NOW_MS;
  call = openTestRoom(organisationRoom, world());
  units = await insertUnits(database.db);
  admin = await insertHolder(world(), 'communityAdmin', units.communityId);
});

interface Held {
  roleId: string;
  role: string;
}
const grant = (by: string, residentId: string, more: object = {}) =>
  call(by, 'grantRole', { residentId, role: 'gridWorker', unitId: units.gridId, ...more });
const listed = async (by: string, unitId: string) =>
  dataOf<{ roles: Held[] }>(await call(by, 'roles', { unitId })).roles;
const latestEvent = () => database.db.selectFrom('outbox').selectAll().orderBy('id', 'desc').executeTakeFirstOrThrow();

describe('giving a role', () => {
  it('takes effect at the very next request, is audited and published', async () => {
    const neighbour = await insertResident(database.db);
    expect(codeOf(await call(neighbour, 'roles', { unitId: units.gridId }))).toBe('NOT_ALLOWED');
    const { roleId } = dataOf<Held>(await grant(admin, neighbour));
    expect(await listed(neighbour, units.gridId)).toMatchObject([
      { roleId, residentId: neighbour, role: 'gridWorker', validFrom: '2026-11-23', validUntil: null },
    ]);
    const audit = await database.db.selectFrom('audit_log').selectAll().where('target_id', '=', roleId).execute();
    expect(audit).toMatchObject([{ action: 'organisation.grantRole', resident_id: admin, role: 'communityAdmin' }]);
    expect(await latestEvent()).toMatchObject({
      topic: 'roleChanged',
      payload: { roleId, change: 'granted', residentId: neighbour },
    });
  });

  it('refuses whom nobody knows, and leaves nothing of it behind', async () => {
    const stranger = randomUUID();
    expect(codeOf(await grant(admin, stranger))).toBe('RESIDENT_NOT_FOUND');
    const left = await database.db.selectFrom('role_grant').select('id').where('resident_id', '=', stranger).execute();
    expect(left).toEqual([]);
  });

  it('refuses a unit, a provider or a society that nobody knows', async () => {
    const neighbour = await insertResident(database.db);
    expect(codeOf(await grant(admin, neighbour, { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
    const here = { unitId: units.communityId };
    const clerk = { ...here, role: 'providerClerk', providerId: randomUUID() };
    expect(codeOf(await grant(admin, neighbour, clerk))).toBe('PROVIDER_NOT_FOUND');
    const leader = { ...here, role: 'societyLeader', societyId: randomUUID() };
    expect(codeOf(await grant(admin, neighbour, leader))).toBe('SOCIETY_NOT_FOUND');
  });

  it('refuses another level and reversed dates', async () => {
    const neighbour = await insertResident(database.db);
    expect(codeOf(await grant(admin, neighbour, { role: 'groupLeader' }))).toBe('ROLE_NEEDS_OTHER_LEVEL');
    const reversed = { validFrom: '2026-12-02', validUntil: '2026-12-01' };
    expect(codeOf(await grant(admin, neighbour, reversed))).toBe('DATES_REVERSED');
  });

  it('refuses to reach into another community', async () => {
    const elsewhere = await insertUnits(database.db);
    const neighbour = await insertResident(database.db);
    expect(codeOf(await grant(admin, neighbour, { unitId: elsewhere.gridId }))).toBe('NOT_ALLOWED');
  });

  it('refuses somebody who lives in another community, unless it is given above both', async () => {
    const next = await insertNeighbours(database.db, units);
    const neighbour = await insertResident(database.db);
    await insertHousehold(database.db, next, [neighbour]);
    expect(codeOf(await grant(admin, neighbour))).toBe('RESIDENT_NOT_FOUND');
    const own = await insertResident(database.db);
    await insertHousehold(database.db, units, [own]);
    expect(codeOf(await grant(admin, own))).toBe('ok');
    const district = await insertHolder(world(), 'districtSupervisor', units.districtId);
    expect(codeOf(await grant(district, neighbour))).toBe('ok');
  });

  it('is done once, however many give it at the same time', async () => {
    const neighbour = await insertResident(database.db);
    const codes = (await Promise.all(Array.from({ length: 8 }, () => grant(admin, neighbour)))).map(codeOf);
    expect(codes.sort()).toEqual([...Array<string>(7).fill('ROLE_HELD_ALREADY'), 'ok']);
  });
});

describe('the term of a role', () => {
  const heldOn = (residentId: string, day: string) => rolesOf(database.db, residentId, day);

  it('begins and ends with its days in Asia/Shanghai', async () => {
    const neighbour = await insertResident(database.db);
    dataOf(await grant(admin, neighbour, { validFrom: '2026-12-01', validUntil: '2026-12-31' }));
    expect(await heldOn(neighbour, '2026-11-30')).toEqual([]);
    expect(await heldOn(neighbour, '2026-12-01')).toMatchObject([{ role: 'gridWorker', unitId: units.gridId }]);
    expect(await heldOn(neighbour, '2026-12-31')).toHaveLength(1);
    expect(await heldOn(neighbour, '2027-01-01')).toEqual([]);
  });

  it('can be followed by another term once it has lapsed', async () => {
    const neighbour = await insertResident(database.db);
    dataOf(await grant(admin, neighbour, { validUntil: '2026-11-23' }));
    expect(codeOf(await grant(admin, neighbour))).toBe('ROLE_HELD_ALREADY');
    nowMs += DAY_MS;
    expect(await heldOn(neighbour, '2026-11-24')).toEqual([]);
    dataOf(await grant(admin, neighbour));
    expect(await heldOn(neighbour, '2026-11-24')).toHaveLength(1);
  });
});

describe('a role that begins later', () => {
  const LATER = { validFrom: '2026-12-01', validUntil: '2026-12-31' };

  it('is seen with its days, and can be ended before it begins', async () => {
    const neighbour = await insertResident(database.db);
    const { roleId } = dataOf<Held>(await grant(admin, neighbour, LATER));
    expect(await listed(admin, units.gridId)).toContainEqual(expect.objectContaining({ roleId, ...LATER }));
    expect(codeOf(await call(admin, 'revokeRole', { roleId }))).toBe('ok');
    expect(await listed(admin, units.gridId)).toEqual([]);
  });

  it('may follow a running term from the day after, and shares no day with it', async () => {
    const neighbour = await insertResident(database.db);
    const { roleId } = dataOf<Held>(await grant(admin, neighbour, { validUntil: '2026-11-30' }));
    expect(await grant(admin, neighbour, { validFrom: '2026-11-30' })).toMatchObject({
      code: 'ROLE_HELD_ALREADY',
      detail: { roleId, validFrom: '2026-11-23', validUntil: '2026-11-30' },
    });
    dataOf(await grant(admin, neighbour, { validFrom: '2026-12-01' }));
    expect(await grant(admin, neighbour)).toMatchObject({ code: 'ROLE_HELD_ALREADY', detail: { roleId } });
    expect(await rolesOf(database.db, neighbour, '2026-11-30')).toHaveLength(1);
    expect(await rolesOf(database.db, neighbour, '2026-12-01')).toHaveLength(1);
  });

  it('stands in nobody’s way once the term before is over', async () => {
    const neighbour = await insertResident(database.db);
    dataOf(await grant(admin, neighbour, { validUntil: '2026-11-23' }));
    nowMs += DAY_MS;
    dataOf(await grant(admin, neighbour, { validFrom: '2026-11-23' }));
    expect(await rolesOf(database.db, neighbour, '2026-11-24')).toHaveLength(1);
  });
});

describe('ending a role', () => {
  it('takes effect at once and is published', async () => {
    const worker = await insertHolder(world(), 'gridWorker', units.gridId);
    const roleId = (await listed(worker, units.gridId))[0]?.roleId;
    expect(codeOf(await call(admin, 'revokeRole', { roleId }))).toBe('ok');
    expect(codeOf(await call(worker, 'roles', { unitId: units.gridId }))).toBe('NOT_ALLOWED');
    expect(await latestEvent()).toMatchObject({ payload: { roleId, change: 'revoked', residentId: worker } });
    expect(codeOf(await call(admin, 'revokeRole', { roleId }))).toBe('ROLE_NOT_FOUND');
  });

  it('is for whoever may give it', async () => {
    const own = (await listed(admin, units.communityId)).find((held) => held.role === 'communityAdmin')?.roleId;
    expect(codeOf(await call(admin, 'revokeRole', { roleId: own }))).toBe('NOT_ALLOWED');
    const neighbourDistrict = await insertHolder(
      world(),
      'districtSupervisor',
      (await insertUnits(database.db)).districtId,
    );
    expect(codeOf(await call(neighbourDistrict, 'revokeRole', { roleId: own }))).toBe('NOT_ALLOWED');
    const district = await insertHolder(world(), 'districtSupervisor', units.districtId);
    expect(codeOf(await call(district, 'revokeRole', { roleId: own }))).toBe('ok');
    expect(codeOf(await call(admin, 'roles', { unitId: units.communityId }))).toBe('NOT_ALLOWED');
  });

  it('happens once, however many end it at the same time', async () => {
    const worker = await insertHolder(world(), 'gridWorker', units.gridId);
    const roleId = (await listed(worker, units.gridId))[0]?.roleId;
    const answers = await Promise.all(Array.from({ length: 6 }, () => call(admin, 'revokeRole', { roleId })));
    expect(answers.map(codeOf).sort()).toEqual([...Array<string>(5).fill('ROLE_NOT_FOUND'), 'ok']);
  });
});

it('shows roles only within reach, and never of a unit that is not there', async () => {
  const elsewhere = await insertUnits(database.db);
  expect(codeOf(await call(admin, 'roles', { unitId: elsewhere.communityId }))).toBe('NOT_ALLOWED');
  expect(codeOf(await call(admin, 'roles', { unitId: units.districtId }))).toBe('NOT_ALLOWED');
  expect(codeOf(await call(admin, 'roles', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
});
