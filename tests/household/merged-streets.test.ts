import { randomUUID } from 'node:crypto';
import { actions } from '../../cloudfunctions/household/actions';
import { unitOf } from '../../cloudfunctions/organisation';
import { fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertNeighbours, insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type Ask, bind, employ, openDoor, outcome, registerHome, type Somebody } from './neighbourhood';

/** A street is merged into another of its district (today is 23 November 2026). */
const database = useDatabase();
const world = () => testWorld(database);
let ask: Ask;
let village: Units;
let town: Units;
let streetId: string;
let district: Somebody;

beforeEach(async () => {
  ask = openDoor(world(), actions);
  village = await insertUnits(database.db);
  town = await insertNeighbours(database.db, village);
  district = await employ(world(), await insertUnits(database.db), 'districtSupervisor', village.districtId, '区里');
  const { cityId, districtId } = village;
  streetId = randomUUID();
  await database.db
    .insertInto('org_unit')
    .values({
      ...{ id: streetId, parent_id: districtId, level: 'street', code: `s-${streetId.slice(0, 8)}`, name: '南街' },
      ...{ path: `/${cityId}/${districtId}/${streetId}/`, created_at: new Date(TEST_NOW_MS) },
    })
    .execute();
});

const merge = (unitId: string, intoUnitId: string, more: object = {}) =>
  ask(district.identity, 'mergeUnits', { unitId, intoUnitId, because: '民函〔2026〕12号', ...more });
const homeOf = async (householdId: string) =>
  (
    await database.ownerPool.query('select community_id, unit_id, number, placed_on from household where id = $1', [
      householdId,
    ])
  ).rows[0];

it('has its communities stand below the successor as they are, grid by grid, with whoever works there', async () => {
  const home = await registerHome(world(), village, { name: '老街坊' });
  const head = await bind(world(), home.memberIds[0] ?? '');
  const staff = await employ(world(), village, 'communityStaff', village.communityId, '村干部');
  const before = await homeOf(home.householdId);
  const both = { unitId: village.streetId, intoUnitId: streetId };
  const foreseen = await ask(district.identity, 'foreseeUnits', { kind: 'merged', ...both });
  const { data } = await merge(village.streetId, streetId, { fromOn: '2026-11-10' });
  expect(data).toEqual(foreseen.data);
  expect(data).toMatchObject({ households: 2, renumbered: 0, applications: 0, carried: [] });
  const [ended, community, grid] = await Promise.all(
    [village.streetId, village.communityId, village.gridId].map((id) => unitOf(database.db, id)),
  );
  expect(ended).toMatchObject({ endedOn: '2026-11-10', successorId: streetId });
  const above = `/${village.cityId}/${village.districtId}/${streetId}/`;
  expect(community).toMatchObject({ parentId: streetId, path: `${above}${village.communityId}/`, endedOn: null });
  expect(grid?.path).toBe(`${community?.path}${village.gridId}/`);
  expect(await homeOf(home.householdId)).toEqual(before);
  expect((await ask(head.identity, 'news')).data.news).toEqual([]); // nothing of theirs is another
  expect((await ask(staff.identity, 'get', { householdId: home.householdId })).ok).toBe(true);
  const told = await openDoors(world())(district, 'organisation.unitChanges', { unitId: streetId });
  expect(fieldOf(told, 'changes')).toMatchObject([{ kind: 'merged', households: 2, toName: '南街' }]);
});

it('begins nothing more, and its communities are merged on as before', async () => {
  await merge(village.streetId, streetId);
  const inEnded = { parentId: village.streetId, name: '新村', code: 'XC', setting: 'rural' };
  expect(outcome(await openDoors(world())(district, 'organisation.createUnit', inEnded))).toBe('UNIT_NOT_FOUND');
  expect(outcome(await merge(village.streetId, streetId))).toBe('UNIT_NOT_FOUND');
  expect(outcome(await merge(village.communityId, town.communityId))).toBe('ok');
});

it('and a community of it that is merged in the same moment end in one place', async () => {
  await registerHome(world(), village, { name: '同时的' });
  const done = await Promise.all([merge(village.streetId, streetId), merge(village.communityId, town.communityId)]);
  expect(done.map(outcome)).toEqual(['ok', 'ok']);
  const [ended, into] = await Promise.all([village.communityId, town.communityId].map((id) => unitOf(database.db, id)));
  expect(into?.path).toBe(`/${village.cityId}/${village.districtId}/${streetId}/${town.communityId}/`);
  expect(ended?.path).toBe(`${into?.path}${village.communityId}/`);
});
