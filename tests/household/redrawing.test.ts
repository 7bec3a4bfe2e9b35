import { randomUUID } from 'node:crypto';
import { actions } from '../../cloudfunctions/household/actions';
import { numbersFor } from '../../cloudfunctions/household/rules/redrawing';
import { addSocieties, unitOf } from '../../cloudfunctions/organisation';
import { fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertNeighbours, insertUnits, type Units } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';
import {
  type Ask,
  appoint,
  bind,
  CONSENT,
  employ,
  openDoor,
  outcome,
  registerHome,
  type Somebody,
} from './neighbourhood';

/** A unit is merged into another, or some of its households are redrawn (today is 23 November 2026). */
const database = useDatabase();
const world = () => testWorld(database, { clock: () => nowMs });
let nowMs = TEST_NOW_MS;
let ask: Ask;
let village: Units;
let town: Units;
let district: Somebody;
let admin: Somebody;

const BECAUSE = '民函〔2026〕12号';

beforeEach(async () => {
  nowMs = TEST_NOW_MS;
  ask = openDoor(world(), actions);
  village = await insertUnits(database.db);
  town = await insertNeighbours(database.db, village);
  const home = await insertUnits(database.db);
  district = await employ(world(), home, 'districtSupervisor', village.districtId, '区里');
  admin = await employ(world(), town, 'communityAdmin', town.communityId, '镇主任');
});

const both = () => ({ unitId: village.communityId, intoUnitId: town.communityId });
const merge = (more: object = {}, who = district, requestId?: string) =>
  ask(who.identity, 'mergeUnits', { ...both(), because: BECAUSE, ...more }, requestId);
const redraw = (more: object = {}, who = district) =>
  ask(who.identity, 'redrawUnit', { unitId: village.gridId, intoUnitId: town.gridId, because: BECAUSE, ...more });
const row = async <T extends object>(sql: string, ...values: unknown[]): Promise<T> =>
  (await database.ownerPool.query<T>(sql, values)).rows[0] as T;
const homeOf = (householdId: string) =>
  row<{ community_id: string; unit_id: string; number: string; placed_on: string | null }>(
    'select community_id, unit_id, number, placed_on::text from household where id = $1',
    householdId,
  );
/** Where a household counted on a day. */
const placeOn = async (householdId: string, day: string) =>
  (
    await row<{ community_id: string }>(
      'select community_id from household_place where household_id = $1 and from_on <= $2::date and until_on > $2::date',
      householdId,
      day,
    )
  ).community_id;
/** What the history of the district's units tells: from where to where, and how many households went. */
const historyOf = async (unitId = village.districtId, below = true) => {
  const told = await openDoors(world())(district, 'organisation.unitChanges', { unitId, below });
  return fieldOf<
    { kind: string; name: string; toName: string; above: string[]; toAbove: string[]; households: number }[]
  >(told, 'changes');
};
const newsOf = async (who: Somebody) => (await ask(who.identity, 'news')).data.news.map(({ change }) => change);

describe('a merged community', () => {
  it('stands in its successor, with its households, grids, societies, staff and what waits', async () => {
    const home = await registerHome(world(), village, { name: '老村民' }, { name: '小村民' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    const staff = await employ(world(), village, 'communityStaff', village.communityId, '村干部');
    const worker = await employ(world(), village, 'gridWorker', village.gridId, '网格员');
    const society = { unitId: village.communityId, createdAtMs: nowMs, stage: 'growing' as const };
    const societyId = randomUUID();
    await addSocieties(database.db, [{ ...society, societyId, name: '腰鼓队' }]);
    await addSocieties(database.db, [
      { ...society, unitId: town.communityId, societyId: randomUUID(), name: '腰鼓队' },
    ]);
    const newcomer = { kind: 'wechat' as const, openid: randomUUID() };
    const application = {
      communityId: village.communityId,
      name: '新来的',
      phone: '14000003333',
      address: '村口',
      bornOn: '1988-08-08',
      sex: 'male',
      consent: CONSENT,
    };
    expect(outcome(await ask(newcomer, 'applyToBind', application))).toBe('ok');
    const foreseen = await ask(district.identity, 'foreseeUnits', { kind: 'merged', ...both() });
    const { data } = await merge({ fromOn: '2026-11-10' });
    expect(data).toEqual(foreseen.data);
    expect(data).toMatchObject({ households: 3, people: 4, renumbered: 0, rolesEnded: 1, applications: 1 });
    expect(data.carried).toEqual([{ residentId: staff.residentId, name: '村干部', role: 'communityStaff' }]);
    expect(data.renamed).toEqual([{ before: '腰鼓队', name: expect.stringMatching(/.+腰鼓队$/) }]);

    expect(await homeOf(home.householdId)).toMatchObject({ community_id: town.communityId, unit_id: village.gridId });
    expect(await placeOn(home.householdId, '2026-11-09')).toBe(village.communityId);
    expect(await placeOn(home.householdId, '2026-11-10')).toBe(town.communityId);
    const [ended, into, grid] = await Promise.all(
      [village.communityId, town.communityId, village.gridId].map((id) => unitOf(database.db, id)),
    );
    expect(ended).toMatchObject({ endedOn: '2026-11-10', successorId: town.communityId });
    expect(ended?.path).toBe(`${into?.path}${village.communityId}/`);
    expect(grid).toMatchObject({ parentId: town.communityId, path: `${into?.path}${village.gridId}/`, endedOn: null });
    expect(await newsOf(head)).toEqual([
      expect.objectContaining({
        kind: 'redrawn',
        units: { kind: 'merged', name: ended?.name, toName: into?.name, fromOn: '2026-11-10', because: BECAUSE },
        from: expect.objectContaining({ communityName: into?.name, number: home.number }),
      }),
    ]);
    expect((await newsOf(staff)).map((change) => change?.kind).sort()).toEqual(['redrawn', 'roleCarried']);
    const [change, ...others] = await historyOf();
    const street = await unitOf(database.db, village.streetId);
    expect(others).toEqual([]); // the society that was renamed is no unit
    expect(change).toMatchObject({ kind: 'merged', name: ended?.name, toName: into?.name, households: 3 });
    expect(change).toMatchObject({ above: [street?.name], toAbove: [street?.name] });
    for (const [unitId, below] of [
      [village.streetId, true],
      [town.communityId, false],
      [village.communityId, false],
    ] as const)
      expect(await historyOf(unitId, below)).toEqual([change]);
    expect(await historyOf(village.streetId, false)).toEqual([]);
    // who served the village serves all of the town, and the grid worker still the grid
    const roster = await ask(staff.identity, 'list', { unitId: town.communityId });
    expect(roster.ok).toBe(true);
    expect((await ask(worker.identity, 'get', { householdId: home.householdId })).ok).toBe(true);
    expect((await ask(staff.identity, 'applications', { unitId: town.communityId })).data.applications).toHaveLength(1);
    // and nothing begins there any more
    const late = { unitId: village.communityId, address: '村尾', head: { name: '晚到' } };
    expect(await ask(admin.identity, 'addHousehold', late)).toMatchObject({
      ...{ code: 'UNIT_NOT_FOUND', detail: { endedOn: '2026-11-10', successorId: town.communityId } },
    });
  });

  it('is told in the street that it left as in the one that it came to', async () => {
    const street = { parentId: village.districtId, name: '西街', code: `W-${village.districtId.slice(0, 8)}` };
    const made = await openDoors(world())(district, 'organisation.createUnit', street);
    const streetId = fieldOf<string>(made, 'unitId');
    const other = await insertNeighbours(database.db, { ...village, streetId });
    expect(outcome(await merge({ intoUnitId: other.communityId }))).toBe('ok');
    const [change] = await historyOf();
    expect(change).toMatchObject({ kind: 'merged', toAbove: ['西街'], households: 0 });
    for (const unitId of [village.streetId, streetId]) expect(await historyOf(unitId)).toEqual([change]);
    expect(await historyOf(town.communityId)).toEqual([]);
  });

  it('leaves accounts, cards, agreements and those who live together as they are', async () => {
    const home = await registerHome(world(), village, { name: '老户', poolAgreed: true }, { name: '小户' });
    const { data: card } = await ask(
      (await employ(world(), village, 'gridWorker', village.gridId, '网格员')).identity,
      'issueCard',
      { householdId: home.householdId },
    );
    const kept = () =>
      row(
        `select (select json_agg(m order by m.id) from membership m where household_id = $1) as members,
          (select json_agg(c) from household_card c where household_id = $1) as cards`,
        home.householdId,
      );
    const before = await kept();
    await merge();
    expect(await kept()).toEqual(before);
    expect((await ask(admin.identity, 'find', { unitId: town.communityId, query: card.number })).ok).toBe(true);
  });

  it('gives a household another number where its own is taken, and says how many', async () => {
    const [ours, theirs] = [
      await registerHome(world(), village, { name: '甲' }),
      await registerHome(world(), town, { name: '乙' }),
    ];
    await database.db.updateTable('household').set({ number: 'N0007' }).where('id', '=', ours.householdId).execute();
    await database.db.updateTable('household').set({ number: 'N0007' }).where('id', '=', theirs.householdId).execute();
    expect((await merge()).data).toMatchObject({ households: 1, renumbered: 1 });
    expect((await homeOf(ours.householdId)).number).toBe('N0008');
    expect((await homeOf(theirs.householdId)).number).toBe('N0007');
  });

  it('is merged once, however often it is sent; later with its successor it goes on', async () => {
    const home = await registerHome(world(), village, { name: '甲' });
    const requestId = 'merge-once-00000000001';
    const first = await merge({}, district, requestId);
    expect(await merge({}, district, requestId)).toMatchObject({ ok: true, data: first.data });
    expect(await merge()).toMatchObject({ code: 'UNIT_NOT_FOUND', detail: { successorId: town.communityId } });
    const city = await insertNeighbours(database.db, village);
    expect((await merge({ unitId: town.communityId, intoUnitId: city.communityId })).ok).toBe(true);
    expect(await homeOf(home.householdId)).toMatchObject({ community_id: city.communityId });
    const [ended, into] = [await unitOf(database.db, village.communityId), await unitOf(database.db, city.communityId)];
    expect(ended).toMatchObject({ successorId: city.communityId });
    expect(ended?.path.startsWith(into?.path ?? '?')).toBe(true);
  });

  it.each<[string, () => object, string]>([
    ['itself', () => ({ intoUnitId: village.communityId }), 'UNITS_APART'],
    ['a unit of another level', () => ({ intoUnitId: town.gridId }), 'UNITS_APART'],
    ['nothing', () => ({ intoUnitId: randomUUID() }), 'UNIT_NOT_FOUND'],
    ['a day that has not come', () => ({ fromOn: '2026-11-24' }), 'UNIT_CHANGE_DAY'],
    ['a day long gone', () => ({ fromOn: '2026-10-01' }), 'UNIT_CHANGE_DAY'],
  ])('is refused: %s', async (_, more, code) => {
    expect(outcome(await merge(more()))).toBe(code);
    expect(await unitOf(database.db, village.communityId)).toMatchObject({ endedOn: null });
  });

  it('is refused across districts, to another level, and to who does not stand above both', async () => {
    const away = await insertUnits(database.db);
    await appoint(world(), district.residentId, 'districtSupervisor', away.districtId);
    expect(outcome(await merge({ intoUnitId: away.communityId }))).toBe('NOT_ALLOWED');
    const streets = { unitId: village.streetId, intoUnitId: village.streetId };
    expect(outcome(await merge(streets))).toBe('UNITS_APART');
    expect(outcome(await merge({ intoUnitId: village.streetId }))).toBe('UNITS_APART');
    const districts = { unitId: away.districtId, intoUnitId: village.districtId };
    expect(outcome(await merge(districts))).toBe('NOT_ALLOWED');
    expect(outcome(await merge({}, admin))).toBe('NOT_ALLOWED');
    const chief = await employ(world(), village, 'communityAdmin', village.communityId, '村主任');
    expect(outcome(await merge({}, chief))).toBe('NOT_ALLOWED');
  });
});

describe('a merged grid', () => {
  it('is its community’s own business, and its worker goes along', async () => {
    const second = await insertNeighbours(database.db, town); // gives its grid to the town
    await ask(district.identity, 'mergeUnits', {
      unitId: second.communityId,
      intoUnitId: town.communityId,
      because: '并',
    });
    const home = await registerHome(world(), { ...town, gridId: second.gridId }, { name: '二格人' });
    const worker = await employ(world(), town, 'gridWorker', second.gridId, '二格员');
    const grids = { unitId: second.gridId, intoUnitId: town.gridId, because: '两格并一格' };
    expect((await ask(admin.identity, 'mergeUnits', grids)).data).toMatchObject({
      ...{ households: 1, renumbered: 0, carried: [{ name: '二格员', role: 'gridWorker' }] },
    });
    expect(await homeOf(home.householdId)).toMatchObject({
      unit_id: town.gridId,
      number: home.number,
      placed_on: null,
    });
    expect((await ask(worker.identity, 'list', { unitId: town.gridId })).ok).toBe(true);
    expect(outcome(await ask(admin.identity, 'mergeUnits', { ...grids, unitId: village.gridId }))).toBe('NOT_ALLOWED');
    expect(outcome(await merge({ unitId: village.gridId, intoUnitId: town.gridId }))).toBe('UNITS_APART');
  });
});

describe('redrawn households', () => {
  it('are those that were chosen, or all', async () => {
    const [first, second] = [
      await registerHome(world(), village, { name: '一' }),
      await registerHome(world(), village, { name: '二' }),
    ];
    const chosen = { householdIds: [first.householdId], fromOn: '2026-11-20' };
    const foreseen = await ask(district.identity, 'foreseeUnits', {
      ...{ kind: 'redrawn', unitId: village.gridId, intoUnitId: town.gridId, householdIds: [first.householdId] },
    });
    const { data } = await redraw(chosen);
    expect(data).toEqual(foreseen.data);
    expect(data).toMatchObject({ households: 1, people: 1, carried: [], rolesEnded: 0 });
    expect(await homeOf(first.householdId)).toMatchObject({
      ...{ community_id: town.communityId, unit_id: town.gridId, placed_on: '2026-11-20' },
    });
    expect(await homeOf(second.householdId)).toMatchObject({ community_id: village.communityId });
    expect(outcome(await redraw({ householdIds: [first.householdId] }))).toBe('HOUSEHOLD_NOT_FOUND'); // it is there already
    expect((await redraw()).data).toMatchObject({ households: 1 });
    const [from, to] = await Promise.all([village.communityId, town.communityId].map((id) => unitOf(database.db, id)));
    const went = { kind: 'redrawn', households: 1, above: [from?.name], toAbove: [to?.name] };
    expect(await historyOf()).toMatchObject([went, went]);
    expect(await unitOf(database.db, village.gridId)).toMatchObject({ endedOn: null });
    const back = { unitId: town.gridId, intoUnitId: village.gridId, householdIds: [first.householdId] };
    nowMs += 86_400_000;
    expect((await redraw(back)).data).toMatchObject({ households: 1, renumbered: 0 });
    const places = await Promise.all(
      ['2026-11-19', '2026-11-20', '2026-11-24'].map((day) => placeOn(first.householdId, day)),
    );
    expect(places).toEqual([village.communityId, town.communityId, village.communityId]);
  });

  it('go from grid to grid by the community’s own admin, and over its border by nobody below', async () => {
    const home = await registerHome(world(), town, { name: '三' });
    const within = { unitId: town.gridId, intoUnitId: town.communityId, householdIds: [home.householdId] };
    expect((await redraw(within, admin)).data).toMatchObject({ households: 1 });
    expect(outcome(await redraw({}, admin))).toBe('NOT_ALLOWED');
    expect(outcome(await redraw({ intoUnitId: village.gridId }))).toBe('UNITS_APART');
    expect(outcome(await redraw({ intoUnitId: village.streetId }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('at the same moment', () => {
  it('a household that moves in while its new place is merged ends up in the successor or is turned away', async () => {
    const home = await registerHome(world(), town, { name: '搬家的' });
    await appoint(world(), admin.residentId, 'communityAdmin', village.communityId);
    const moving = {
      householdId: home.householdId,
      unitId: village.communityId,
      address: '村头',
      reason: 'movedHouse',
    };
    for (let round = 0; round < 5; round++) {
      const next = await insertNeighbours(database.db, village);
      await appoint(world(), admin.residentId, 'communityAdmin', next.communityId);
      const [moved, merged] = await Promise.all([
        ask(admin.identity, 'moveHousehold', { ...moving, unitId: next.communityId, address: `村头 ${round}` }),
        merge({ unitId: next.communityId }),
      ]);
      expect(merged.ok).toBe(true);
      expect(['ok', 'UNIT_NOT_FOUND']).toContain(outcome(moved));
      expect(await homeOf(home.householdId)).toMatchObject({ community_id: town.communityId });
    }
  });

  it.each([
    ['into each other', () => [both(), { unitId: town.communityId, intoUnitId: village.communityId }]],
    ['twice', () => [both(), both()]],
  ])('two communities merged %s are merged once', async (_, asked) => {
    await registerHome(world(), village, { name: '甲' });
    await registerHome(world(), town, { name: '乙' });
    const codes = (await Promise.all(asked().map((one) => merge(one)))).map(outcome);
    expect(codes.sort()).toEqual(['UNIT_NOT_FOUND', 'ok']);
    const { homes, ended } = await row<{ homes: string; ended: string }>(
      `select (select count(*) from household h join org_unit u on u.id = h.community_id
          where u.ended_on is not null) as homes,
        (select count(*) from org_unit where id = any($1::uuid[]) and ended_on is not null) as ended`,
      [village.communityId, town.communityId],
    );
    expect([Number(homes), Number(ended)]).toEqual([0, 1]);
  });

  it('a chain of mergers leaves nobody behind', async () => {
    const last = await insertNeighbours(database.db, village);
    const home = await registerHome(world(), village, { name: '甲' });
    await registerHome(world(), town, { name: '乙' });
    await Promise.all([merge(), merge({ unitId: town.communityId, intoUnitId: last.communityId })]);
    const { community_id } = await homeOf(home.householdId);
    const where = await unitOf(database.db, community_id);
    expect([village.communityId, last.communityId]).toContain(community_id);
    expect(where?.endedOn).toBeNull();
  });

  it('a grid or a role that is added below a unit that ends stands in the successor or nowhere', async () => {
    const grid = randomUUID();
    const path = (await unitOf(database.db, village.communityId))?.path;
    const addGrid = database.ownerPool
      .query(
        `insert into org_unit (id, parent_id, level, code, name, path, created_at)
          values ($1, $2, 'grid', $3, '新网格', $4, now())`,
        [grid, village.communityId, grid.slice(0, 12), `${path}${grid}/`],
      )
      .catch(() => null);
    await Promise.all([addGrid, merge()]);
    const placed = await unitOf(database.db, grid);
    if (placed) expect(placed).toMatchObject({ parentId: town.communityId });
    await expect(appoint(world(), admin.residentId, 'communityStaff', village.communityId)).rejects.toThrow(
      'has ended',
    );
  });
});

it('keeps numbers that are free, and counts on for the others', () => {
  const homes = ['1-101', 'N0002', '1-102'].map((number) => ({ householdId: number, number }));
  expect([...numbersFor(homes, new Set(['N0002', '1-102']), 9).values()]).toEqual(['1-101', 'N0010', 'N0011']);
});
