import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { OutputOf } from '../../cloudfunctions/kit/action';
import type { community, participation } from '../../cloudfunctions/oversight/contract';
import { family, type Scene, setScene, supervisor } from '../activity/scene';
import { bind, type MemberOf, registerHome, type Somebody } from '../household/neighbourhood';
import { type AskAny, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertNeighbours, type Units } from '../support/rows';

/** Noon of 23 November 2026. Each test has a community of its own, so that its figures are its own. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let district: Somebody;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  district = await supervisor(scene);
});

type Told = OutputOf<typeof participation>;
type ToldOne = OutputOf<typeof community>;
async function must<T>(name: string, input: object): Promise<T> {
  const told = await ask(district, name, input);
  if (!told.ok) throw new Error(JSON.stringify(told));
  return told.data as T;
}
const figuresOf = async (unitId: string, monthsBack = 0) => {
  const { months } = await must<Told>('oversight.participation', { unitId, monthsBack });
  return months[0] as Told['months'][number];
};
const oneOf = (unitId: string, monthsBack = 0) => must<ToldOne>('oversight.community', { unitId, monthsBack });
const reasonsOf = async (unitId: string) =>
  Object.fromEntries((await oneOf(unitId)).withoutPoints.map(({ because, households }) => [because, households]));

const nextStreet = () => insertNeighbours(database.db, scene.here);
/** A household that has been on the roster since the summer. */
async function home(units: Units, ...members: readonly MemberOf[]) {
  const made = await registerHome(scene.world, units, ...members);
  await since(made.householdId, '2026-06-01');
  return made;
}
const since = (householdId: string, joinedOn: string) =>
  database.ownerPool.query('update membership set joined_on = $2 where household_id = $1', [householdId, joinedOn]);
const leave = (residentId: string, leftOn: string) =>
  database.ownerPool.query('update membership set left_on = $2 where resident_id = $1', [residentId, leftOn]);

/** Given by the staff of the community; on that day. */
async function give(units: Units, kind: 'resident' | 'household', id: string, deedDate: string, category = '环境卫生') {
  const giver = await registerHome(scene.world, scene.elsewhere, { name: '发放人' });
  const staff = await bind(scene.world, giver.memberIds[0] as string);
  const by = { units, draftedBy: staff.residentId };
  const itemId = await insertItem(database.db, by, {
    ...{ category, points: 3, holder_kind: kind, published_at: new Date('2026-06-01T00:00:00Z') },
  });
  await database.db
    .insertInto('role_grant')
    .values({
      ...{ id: randomUUID(), resident_id: staff.residentId, role: 'communityStaff', unit_id: units.communityId },
      ...{ valid_from: '2026-01-01', granted_at: new Date(scene.world.clock()) },
    })
    .execute();
  const told = await ask(staff, 'award.give', { itemId, holders: [{ kind, id }], deedDate });
  if (!told.ok) throw new Error(JSON.stringify(told));
}

describe('who takes part', () => {
  it('is counted once, of those on the roster, in the month of the deed', async () => {
    const units = await nextStreet();
    const [wang, li] = [
      await home(units, { name: '王一' }, { name: '王二' }),
      await home(units, { name: '李一' }, { name: '李二' }, { name: '李三' }),
    ];
    for (const day of ['2026-11-02', '2026-11-09', '2026-10-31'])
      await give(units, 'resident', wang.memberIds[0] as string, day);
    await give(units, 'household', li.householdId, '2026-10-05');
    expect(await figuresOf(units.communityId)).toEqual({
      ...{ month: '2026-11', until: '2026-11-23', personTimes: 2 },
      ...{ households: { withPoints: 1, onRoster: 2 }, people: { withPoints: 1, onRoster: 5 } },
    });
    // what is the household's is no person's
    expect(await figuresOf(units.communityId, 1)).toEqual({
      ...{ month: '2026-10', until: '2026-10-31', personTimes: 2 },
      ...{ households: { withPoints: 2, onRoster: 2 }, people: { withPoints: 1, onRoster: 5 } },
    });
    expect(await figuresOf(units.communityId, 6)).toMatchObject({ households: { withPoints: 0, onRoster: 0 } });
  });

  it('leaves the roster on the day they die or move, and no earlier', async () => {
    const units = await nextStreet();
    const { memberIds, householdId } = await home(units, { name: '赵一' }, { name: '赵二' });
    const [one = '', two = ''] = memberIds;
    await give(units, 'resident', one, '2026-11-03');
    await leave(one, '2026-11-23');
    expect(await figuresOf(units.communityId)).toMatchObject({
      // the household took part, its member does not live here any more
      ...{ households: { withPoints: 1, onRoster: 1 }, people: { withPoints: 0, onRoster: 1 } },
    });
    expect((await figuresOf(units.communityId, 1)).people.onRoster).toBe(2);
    await database.ownerPool.query('update resident set died_on = $2 where id = $1', [two, '2026-11-20']);
    expect(await figuresOf(units.communityId)).toMatchObject({ households: { onRoster: 0 }, people: { onRoster: 0 } });
    await leave(one, '2026-11-24');
    expect((await figuresOf(units.communityId)).people).toEqual({ withPoints: 1, onRoster: 1 });
    await since(householdId, '2026-11-24');
    expect((await figuresOf(units.communityId)).households.onRoster).toBe(0);
  });

  it('counts where they live, also for what another community thanked them for', async () => {
    const [units, host] = [await nextStreet(), await nextStreet()];
    const { memberIds } = await home(units, { name: '钱一' });
    await give(units, 'resident', memberIds[0] as string, '2026-11-04');
    const moved = 'update award set unit_id = $2 where account_id = $1';
    await database.ownerPool.query(moved, [memberIds[0], host.communityId]);
    expect((await figuresOf(units.communityId)).personTimes).toBe(1);
    expect((await figuresOf(host.communityId)).personTimes).toBe(0);
  });

  it('is told no more when the entry is corrected', async () => {
    const units = await nextStreet();
    const { memberIds } = await home(units, { name: '孙一' });
    const accountId = memberIds[0] as string;
    await give(units, 'resident', accountId, '2026-11-04');
    expect((await figuresOf(units.communityId)).households.withPoints).toBe(1);
    await database.ownerPool.query(
      `insert into ledger_entry (account_id, seq, kind, points, title, source, source_id, unit_id, deed_date, posted_at, posted_on, corrects_seq, prev_hash, hash)
       select account_id, 2, 'correction', points, title, 'correction', 'x', unit_id, deed_date, posted_at, posted_on, 1, hash, prev_hash
       from ledger_entry where account_id = $1`,
      [accountId],
    );
    expect(await figuresOf(units.communityId)).toMatchObject({ households: { withPoints: 0 }, personTimes: 0 });
    expect((await oneOf(units.communityId)).categories).toEqual([]);
  });
});

describe('a community by itself', () => {
  it('tells what was done by category, and who has no points yet by what is known of them', async () => {
    const units = await nextStreet();
    const busy = await home(units, { name: '周一' });
    await give(units, 'resident', busy.memberIds[0] as string, '2026-11-05', '邻里互助');
    await give(units, 'resident', busy.memberIds[0] as string, '2026-11-06', '邻里互助');
    await give(units, 'resident', busy.memberIds[0] as string, '2026-11-06', '环境卫生');
    await home(units, { name: '吴一' }); // neither account nor card
    const old = await home(units, { name: '郑老', bornOn: '1950-01-01' });
    await bind(scene.world, old.memberIds[0] as string);
    const earlier = await home(units, { name: '冯一' });
    await bind(scene.world, earlier.memberIds[0] as string);
    await give(units, 'resident', earlier.memberIds[0] as string, '2026-10-06');
    const plain = await home(units, { name: '陈一' }, { name: '陈老', bornOn: '1950-01-01' });
    await bind(scene.world, plain.memberIds[0] as string);
    await registerHome(scene.world, units, { name: '褚新' });
    const told = await oneOf(units.communityId);
    expect(told.categories).toEqual([
      { category: '邻里互助', personTimes: 2, points: 6 },
      { category: '环境卫生', personTimes: 1, points: 3 },
    ]);
    expect(told.counted.households).toEqual({ withPoints: 1, onRoster: 6 });
    expect(await reasonsOf(units.communityId)).toEqual({
      newcomer: 1,
      outOfReach: 1,
      oldAlone: 1,
      earlier: 1,
      other: 1,
    });
  });
});

describe('the communities of a unit', () => {
  it('stand in the order of their codes, whoever took part, and are sifted by what they are', async () => {
    await family(scene);
    const { streetId, districtId } = scene.here;
    const all = await must<Told>('oversight.participation', { unitId: districtId });
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
    const rural = await must<Told>('oversight.participation', { unitId: streetId, only: { setting: 'rural' } });
    expect(rural).toMatchObject({ units: [], count: 0, communitiesWithPoints: 0 });
  });

  it('are told in as many statements as one of them', async () => {
    const countFor = async (unitId: string) => {
      const sent = jest.spyOn(Client.prototype, 'query');
      await must<Told>('oversight.participation', { unitId, months: 12 });
      const { length } = sent.mock.calls;
      sent.mockRestore();
      return length;
    };
    expect(await countFor(scene.here.districtId)).toBe(await countFor(scene.here.communityId));
  });

  it('are a supervisor’s to look at, down to a community and no further', async () => {
    const codeOf = async (who: Somebody, unitId: string) =>
      (await ask(who, 'oversight.participation', { unitId })).code ?? 'ok';
    expect(await codeOf(district, scene.here.gridId)).toBe('UNIT_NOT_FOUND');
    expect(await codeOf(district, scene.elsewhere.districtId)).toBe('NOT_ALLOWED');
    expect(await codeOf(scene.staff, scene.here.communityId)).toBe('NOT_ALLOWED');
  });
});
