import { Client } from 'pg';
import { keepFigures } from '../../cloudfunctions/oversight';
import { family, type Scene } from '../activity/scene';
import { bind, registerHome, type Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { Street, type Told } from './street';

/** Noon of 23 November 2026. Each test has a community of its own, so that its figures are its own. */
const database = useDatabase();
let street: Street;
let scene: Scene;
beforeAll(async () => {
  street = await Street.open(database);
  scene = street.scene;
});

describe('who takes part', () => {
  it('is counted once, of those on the roster, in the month of the deed', async () => {
    const units = await street.next();
    const [wang, li] = [
      await street.home(units, { name: '王一' }, { name: '王二' }),
      await street.home(units, { name: '李一' }, { name: '李二' }, { name: '李三' }),
    ];
    for (const day of ['2026-11-02', '2026-11-09', '2026-10-31'])
      await street.give(units, 'resident', wang.memberIds[0] as string, day);
    await street.give(units, 'household', li.householdId, '2026-10-05');
    expect(await street.figuresOf(units.communityId)).toEqual({
      ...{ month: '2026-11', until: '2026-11-23', personTimes: 2 },
      ...{ households: { withPoints: 1, onRoster: 2 }, people: { withPoints: 1, onRoster: 5 } },
    });
    // what is the household's is no person's
    expect(await street.figuresOf(units.communityId, 1)).toEqual({
      ...{ month: '2026-10', until: '2026-10-31', personTimes: 2 },
      ...{ households: { withPoints: 2, onRoster: 2 }, people: { withPoints: 1, onRoster: 5 } },
    });
    expect(await street.figuresOf(units.communityId, 6)).toMatchObject({ households: { withPoints: 0, onRoster: 0 } });
  });

  it('leaves the roster on the day they die or move, and no earlier', async () => {
    const units = await street.next();
    const { memberIds, householdId } = await street.home(units, { name: '赵一' }, { name: '赵二' });
    const [one = '', two = ''] = memberIds;
    await street.give(units, 'resident', one, '2026-11-03');
    await street.leave(one, '2026-11-23');
    expect(await street.figuresOf(units.communityId)).toMatchObject({
      // the household took part, its member does not live here any more
      ...{ households: { withPoints: 1, onRoster: 1 }, people: { withPoints: 0, onRoster: 1 } },
    });
    expect((await street.figuresOf(units.communityId, 1)).people.onRoster).toBe(2);
    await database.ownerPool.query('update resident set died_on = $2 where id = $1', [two, '2026-11-20']);
    expect(await street.figuresOf(units.communityId)).toMatchObject({
      households: { onRoster: 0 },
      people: { onRoster: 0 },
    });
    await street.leave(one, '2026-11-24');
    expect((await street.figuresOf(units.communityId)).people).toEqual({ withPoints: 1, onRoster: 1 });
    await street.since(householdId, '2026-11-24');
    expect((await street.figuresOf(units.communityId)).households.onRoster).toBe(0);
  });

  it('counts where they live, also for what another community thanked them for', async () => {
    const [units, host] = [await street.next(), await street.next()];
    const { memberIds } = await street.home(units, { name: '钱一' });
    await street.give(units, 'resident', memberIds[0] as string, '2026-11-04');
    const moved = 'update award set unit_id = $2 where account_id = $1';
    await database.ownerPool.query(moved, [memberIds[0], host.communityId]);
    expect((await street.figuresOf(units.communityId)).personTimes).toBe(1);
    expect((await street.figuresOf(host.communityId)).personTimes).toBe(0);
  });

  it('is told no more when the entry is corrected', async () => {
    const units = await street.next();
    const { memberIds } = await street.home(units, { name: '孙一' });
    const accountId = memberIds[0] as string;
    await street.give(units, 'resident', accountId, '2026-11-04');
    expect((await street.figuresOf(units.communityId)).households.withPoints).toBe(1);
    await street.correct(accountId);
    expect(await street.figuresOf(units.communityId)).toMatchObject({ households: { withPoints: 0 }, personTimes: 0 });
    expect((await street.oneOf(units.communityId)).categories).toEqual([]);
  });
});

describe('a community by itself', () => {
  it('tells what was done by category, and who has no points yet by what is known of them', async () => {
    const units = await street.next();
    const busy = await street.home(units, { name: '周一' });
    await street.give(units, 'resident', busy.memberIds[0] as string, '2026-11-05', { category: '邻里互助' });
    await street.give(units, 'resident', busy.memberIds[0] as string, '2026-11-06', { category: '邻里互助' });
    await street.give(units, 'resident', busy.memberIds[0] as string, '2026-11-06', { category: '环境卫生' });
    await street.home(units, { name: '吴一' }); // neither account nor card
    const old = await street.home(units, { name: '郑老', bornOn: '1950-01-01' });
    await bind(scene.world, old.memberIds[0] as string);
    const earlier = await street.home(units, { name: '冯一' });
    await bind(scene.world, earlier.memberIds[0] as string);
    await street.give(units, 'resident', earlier.memberIds[0] as string, '2026-10-06');
    const plain = await street.home(units, { name: '陈一' }, { name: '陈老', bornOn: '1950-01-01' });
    await bind(scene.world, plain.memberIds[0] as string);
    await registerHome(scene.world, units, { name: '褚新' });
    const told = await street.oneOf(units.communityId);
    expect(told.categories).toEqual([
      { category: '邻里互助', personTimes: 2, points: 6 },
      { category: '环境卫生', personTimes: 1, points: 3 },
    ]);
    expect(told.counted.households).toEqual({ withPoints: 1, onRoster: 6 });
    expect(await street.reasonsOf(units.communityId)).toEqual({
      newcomer: 1,
      outOfReach: 1,
      oldAlone: 1,
      earlier: 1,
      other: 1,
    });
  });
});

describe('a household without points', () => {
  it('has moved in for half a year, where the community had begun before', async () => {
    const units = await street.next();
    const { householdId } = await street.home(units, { name: '蒋一' });
    await street.since(householdId, '2026-07-20'); // the first of all: nobody moved in on the day it began
    const late = await street.home(units, { name: '沈一' });
    await street.since(late.householdId, '2026-08-21');
    expect(await street.reasonsOf(units.communityId)).toEqual({ movedIn: 1, outOfReach: 1 });
    await street.since(late.householdId, '2026-08-20');
    expect(await street.reasonsOf(units.communityId)).toEqual({ outOfReach: 2 });
  });
});

describe('the communities of a unit', () => {
  it('stand in the order of their codes, whoever took part, and are sifted by what they are', async () => {
    await family(scene);
    const { streetId, districtId } = scene.here;
    const all = await street.must<Told>('oversight.participation', { unitId: districtId });
    const codes = all.units.map(({ code }) => code);
    expect(codes.length).toBeGreaterThan(3);
    expect(codes).toEqual([...codes].sort());
    expect(all.count).toBe(codes.length);
    expect(all.units.every(({ above }) => above.startsWith('street'))).toBe(true);
    const sumOf = (of: (unit: Told['units'][number]) => number) => all.units.reduce((sum, unit) => sum + of(unit), 0);
    expect(all.months[0]).toMatchObject({
      personTimes: sumOf(({ months }) => months[0]?.personTimes ?? 0),
      households: { onRoster: sumOf(({ months }) => months[0]?.households.onRoster ?? 0) },
    });
    const rural = await street.must<Told>('oversight.participation', { unitId: streetId, only: { setting: 'rural' } });
    expect(rural).toMatchObject({ units: [], count: 0, communitiesWithPoints: 0 });
  });

  it('are told in as many statements as one of them', async () => {
    for (let time = 0; time < 3; time++) await keepFigures(scene.world, scene.world.clock());
    const countFor = async (unitId: string) => {
      const sent = jest.spyOn(Client.prototype, 'query');
      await street.must<Told>('oversight.participation', { unitId, months: 12 });
      const { length } = sent.mock.calls;
      sent.mockRestore();
      return length;
    };
    expect(await countFor(scene.here.districtId)).toBe(await countFor(scene.here.communityId));
  });

  it('are a supervisor’s to look at, down to a community and no further', async () => {
    const codeOf = async (who: Somebody, unitId: string) =>
      (await street.ask(who, 'oversight.participation', { unitId })).code ?? 'ok';
    expect(await codeOf(street.district, scene.here.gridId)).toBe('UNIT_NOT_FOUND');
    expect(await codeOf(street.district, scene.elsewhere.districtId)).toBe('NOT_ALLOWED');
    expect(await codeOf(scene.staff, scene.here.communityId)).toBe('NOT_ALLOWED');
  });
});

describe('a person who was registered twice', () => {
  /** Zhou under two records, the second in a household of its own, thanked under both; then the two are one. */
  async function registeredTwice() {
    const units = await street.next();
    const family = await street.home(units, { name: '周一' }, { name: '周二' });
    const again = await street.home(units, { name: '周依' });
    const [survivorId = ''] = family.memberIds;
    const [mergedId = ''] = again.memberIds;
    for (const day of ['2026-11-05', '2026-11-06'])
      await street.give(units, 'resident', mergedId, day, { category: '邻里互助' });
    await street.give(units, 'resident', mergedId, '2026-10-09');
    await street.merge(units, survivorId, mergedId);
    return { units, survivorId, mergedId };
  }

  it('counts once, with the household they live in and all they were thanked for', async () => {
    const { units } = await registeredTwice();
    expect(await street.figuresOf(units.communityId)).toMatchObject({
      ...{ households: { withPoints: 1, onRoster: 1 }, people: { withPoints: 1, onRoster: 2 }, personTimes: 2 },
    });
    const told = await street.oneOf(units.communityId);
    expect(told.categories).toEqual([{ category: '邻里互助', personTimes: 2, points: 6 }]);
    expect(told.withoutPoints).toEqual([]);
  });

  it('counts once also when both records were thanked', async () => {
    const { units, survivorId } = await registeredTwice();
    await street.give(units, 'resident', survivorId, '2026-11-07');
    expect(await street.figuresOf(units.communityId)).toMatchObject({
      ...{ households: { withPoints: 1, onRoster: 1 }, people: { withPoints: 1, onRoster: 2 }, personTimes: 3 },
    });
  });

  it('counts where the record that stays lives, when the other was another community’s', async () => {
    const [here, there] = [await street.next(), await street.next()];
    const stays = await street.home(here, { name: '武一' });
    const goes = await street.home(there, { name: '武依' }, { name: '武二' });
    const [mergedId = ''] = goes.memberIds;
    await street.give(there, 'resident', mergedId, '2026-11-05');
    await database.ownerPool.query(
      `insert into merged_resident (merged_id, survivor_id, relation, identity_ids) values ($1, $2, '', '{}')`,
      [mergedId, stays.memberIds[0]],
    );
    await street.leave(mergedId, '2026-11-10');
    expect(await street.figuresOf(here.communityId)).toMatchObject({
      ...{ households: { withPoints: 1, onRoster: 1 }, people: { withPoints: 1, onRoster: 1 }, personTimes: 1 },
    });
    expect(await street.figuresOf(there.communityId)).toMatchObject({
      ...{ households: { withPoints: 0, onRoster: 1 }, people: { withPoints: 0, onRoster: 1 }, personTimes: 0 },
    });
  });
});
