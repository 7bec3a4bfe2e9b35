import { keepFigures, rebuildFigures } from '../../cloudfunctions/oversight';
import { DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import type { Units } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { Street, type Told } from './street';

/** Noon of 23 November 2026: October is over, and what is kept of it stays until something about it changes. */
const database = useDatabase();
let street: Street;
let keep: (nowMs?: number) => Promise<number>;
const OLDER_BEGUN = 8; // runs after which all months that can be asked for are kept

beforeAll(async () => {
  street = await Street.open(database);
  keep = (nowMs = TEST_NOW_MS) => keepFigures(street.scene.world, nowMs);
  for (let run = 0; run < OLDER_BEGUN; run++) await keep();
});

const october = async ({ communityId }: Units) => {
  const { households, people, personTimes } = await street.figuresOf(communityId, 1);
  return [households.withPoints, households.onRoster, people.withPoints, people.onRoster, personTimes];
};
/** Two in a household, one of them thanked in October. */
async function twoAtHome() {
  const units = await street.next();
  const { householdId, memberIds } = await street.home(units, { name: '吴一' }, { name: '吴二' });
  const [one = '', two = ''] = memberIds;
  await street.give(units, 'resident', one, '2026-10-20');
  await keep();
  expect(await october(units)).toEqual([1, 1, 1, 2, 1]);
  return { units, householdId, one, two };
}
type Two = Awaited<ReturnType<typeof twoAtHome>>;
const communities = async () => Number((await database.pool.query('select count(*) from community')).rows[0].count);
const owner = (text: string, values: readonly unknown[]) => database.ownerPool.query(text, [...values]);

describe('what is kept of a month that is over', () => {
  const changes: readonly [string, (of: Two) => Promise<unknown>, readonly number[]][] = [
    [
      'a deed that is entered late',
      ({ units, two }) => street.give(units, 'resident', two, '2026-10-21'),
      [1, 1, 2, 2, 2],
    ],
    ['a correction', ({ one }) => street.correct(one), [0, 1, 0, 2, 0]],
    ['somebody who left earlier than was written', ({ one }) => street.leave(one, '2026-10-30'), [1, 1, 0, 1, 1]],
    ['a household that came later', ({ householdId }) => street.since(householdId, '2026-11-02'), [0, 0, 0, 0, 1]],
    ['a death', ({ two }) => owner(`update resident set died_on = '2026-10-02' where id = $1`, [two]), [1, 1, 1, 1, 1]],
    [
      'a membership that never was',
      ({ two }) => owner('delete from membership where resident_id = $1', [two]),
      [1, 1, 1, 1, 1],
    ],
    [
      'a household that ended',
      ({ householdId }) => owner(`update household set ended_on = '2026-10-31' where id = $1`, [householdId]),
      [0, 0, 0, 0, 1],
    ],
    [
      'a day that was written wrongly',
      ({ one }) => owner(`update award set deed_date = '2026-09-20' where account_id = $1`, [one]),
      [0, 1, 0, 2, 0],
    ],
    [
      'two records that are one',
      ({ one, two }) =>
        owner(
          `insert into merged_resident (merged_id, survivor_id, relation, identity_ids) values ($1, $2, '', '{}')`,
          [one, two],
        ),
      [1, 1, 1, 2, 1],
    ],
  ];

  it.each(changes)('is counted anew for %s', async (_, change, after) => {
    const two = await twoAtHome();
    await change(two);
    expect(await october(two.units)).toEqual([1, 1, 1, 2, 1]); // as it was when it was counted, and that is said
    await keep();
    expect(await october(two.units)).toEqual(after);
    expect((await rebuildFigures(database.db)).differences).toEqual([]);
  });

  it('is counted anew where a household is another community’s', async () => {
    const { units, householdId } = await twoAtHome();
    const other = await street.next();
    await owner('update household set community_id = $2, unit_id = $2 where id = $1', [householdId, other.communityId]);
    await keep();
    expect(await october(units)).toEqual([0, 0, 0, 0, 0]);
    expect(await october(other)).toEqual([1, 1, 1, 2, 1]);
  });

  it('says up to when it was counted, and stays when nothing has changed', async () => {
    const { units } = await twoAtHome();
    const told = () => street.must<Told>('oversight.participation', { unitId: units.communityId, monthsBack: 1 });
    const before = await told();
    expect(before.countedAtMs).toBe(TEST_NOW_MS);
    expect(await keep(TEST_NOW_MS + 60_000)).toBe(await communities()); // of the present month alone
    expect(before.months).toEqual((await told()).months);
    street.scene.setClock(TEST_NOW_MS + 120_000);
    expect((await told()).countedAtMs).toBe(TEST_NOW_MS + 60_000);
    street.scene.setClock(TEST_NOW_MS);
    await keep();
  });

  it('misses nothing that was on its way while it was counted', async () => {
    const { units, two } = await twoAtHome();
    const client = await database.ownerPool.connect();
    try {
      await client.query('begin');
      await client.query(`update membership set left_on = '2026-10-30' where resident_id = $1`, [two]);
      await street.since((await street.home(units, { name: '吴三' })).householdId, '2026-10-05'); // has it counted
      await keep();
      expect(await october(units)).toEqual([1, 2, 1, 3, 1]);
      await client.query('commit');
    } finally {
      client.release();
    }
    await keep();
    expect(await october(units)).toEqual([1, 2, 1, 2, 1]);
  });

  it('is right when two count at once, while it changes', async () => {
    const { units, one, two } = await twoAtHome();
    await Promise.all([keep(), street.leave(one, '2026-10-30'), keep(), street.leave(two, '2026-10-29'), keep()]);
    await keep();
    expect(await october(units)).toEqual([0, 0, 0, 0, 1]);
    expect((await rebuildFigures(database.db)).differences).toEqual([]);
  });

  it('can be thrown away', async () => {
    const { units } = await twoAtHome();
    await owner('delete from kept_month', []);
    expect(await october(units)).toEqual([1, 1, 1, 2, 1]);
    for (let run = 0; run < OLDER_BEGUN; run++) await keep();
  });

  it('is held against the entries by the rebuild, which names what differs', async () => {
    const { units } = await twoAtHome();
    await owner(`update kept_figure set person_times = 7 where month = '2026-10' and community_id = $1`, [
      units.communityId,
    ]);
    const { figures, differences } = await rebuildFigures(database.db);
    expect(differences).toEqual([expect.stringContaining(`2026-10, community ${units.communityId}`)]);
    expect(figures).toBeGreaterThan(40);
    await owner(`update kept_figure set person_times = 1 where month = '2026-10' and community_id = $1`, [
      units.communityId,
    ]);
  });
});

describe('what is kept of the present month', () => {
  it('is counted anew each time, and the month before as long as an entry may be late', async () => {
    const units = await street.next();
    const { memberIds } = await street.home(units, { name: '郑一' });
    await keep();
    await street.give(units, 'resident', memberIds[0] ?? '', '2026-11-23');
    await keep();
    expect((await street.figuresOf(units.communityId)).personTimes).toBe(1);
    const at = (day: number) => Date.parse('2026-12-01T00:10:00+08:00') + (day - 1) * DAY_MS;
    expect(await keep(at(3))).toBe(2 * (await communities())); // November and December
    expect(await keep(at(4))).toBe(2 * (await communities())); // November for the last time
    expect(await keep(at(4) + 60_000)).toBe(await communities());
    await keep();
  });

  it('misses nothing of a month’s last hours when nobody counts for a week after them', async () => {
    const units = await street.next();
    const { memberIds } = await street.home(units, { name: '冯一' });
    const by = await street.staffOf(units); // who comes changes the month as well
    await keep(Date.parse('2026-11-30T22:00:00+08:00'));
    street.scene.setClock(Date.parse('2026-11-30T23:00:00+08:00'));
    await street.give(units, 'resident', memberIds[0] ?? '', '2026-11-30', { by });
    expect((await rebuildFigures(database.db)).differences).toEqual([]); // which speaks of closed months alone
    street.scene.setClock(Date.parse('2026-12-07T09:00:00+08:00'));
    await keep(street.scene.world.clock());
    expect((await street.figuresOf(units.communityId, 1)).personTimes).toBe(1);
    street.scene.setClock(TEST_NOW_MS);
    await keep();
  });

  it('ends on the day on which it was counted, until it is counted again', async () => {
    const units = await street.next();
    await street.home(units, { name: '王一' });
    await keep(TEST_NOW_MS - DAY_MS);
    expect(await street.figuresOf(units.communityId)).toMatchObject({
      until: '2026-11-22',
      households: { onRoster: 1 },
    });
    await keep();
    expect(await street.figuresOf(units.communityId)).toMatchObject({ until: '2026-11-23' });
  });
});
