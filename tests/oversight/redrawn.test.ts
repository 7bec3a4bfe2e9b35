import { followChangesInActivity } from '../../cloudfunctions/activity';
import { keepFigures } from '../../cloudfunctions/oversight';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { Street, type Told } from './street';

/** A community that is merged into another, in the figures (today is 23 November 2026). */
const database = useDatabase();
let street: Street;
beforeAll(async () => {
  street = await Street.open(database);
});

it('counts each day where its people were then, and all of them once in the district', async () => {
  const [village, town] = [await street.next(), await street.next()];
  const { scene } = street;
  const [moved, stayed] = [
    await street.home(village, { name: '一' }, { name: '二' }),
    await street.home(town, { name: '三' }),
  ];
  for (const day of ['2026-10-05', '2026-11-03', '2026-11-12'])
    await street.give(village, 'resident', moved.memberIds[0] as string, day);
  await street.give(town, 'resident', stayed.memberIds[0] as string, '2026-10-06');
  await keepFigures(scene.world, scene.world.clock());
  const allOf = async (monthsBack: number) => {
    const told = await street.must<Told>('oversight.participation', { unitId: village.streetId, monthsBack });
    return told.months[0];
  };
  const before = [await allOf(0), await allOf(1)];

  const merge = { unitId: village.communityId, intoUnitId: town.communityId, fromOn: '2026-11-10', because: '批复' };
  await street.must('household.mergeUnits', merge);
  await keepFigures(scene.world, scene.world.clock());
  const roster = async (unitId: string, monthsBack: number) => {
    const { people, personTimes } = await street.figuresOf(unitId, monthsBack);
    return [people.onRoster, people.withPoints, personTimes];
  };
  expect(await roster(village.communityId, 1)).toEqual([2, 1, 1]);
  expect(await roster(town.communityId, 1)).toEqual([1, 1, 1]);
  expect(await roster(village.communityId, 0)).toEqual([0, 0, 1]); // of the third of November
  expect(await roster(town.communityId, 0)).toEqual([3, 1, 1]);
  const added = ({ people, personTimes }: NonNullable<(typeof before)[0]>) => ({ people, personTimes });
  expect([await allOf(0), await allOf(1)].map((one) => one && added(one))).toEqual(
    before.map((one) => one && added(one)),
  );
  expect(await street.reasonsOf(town.communityId)).not.toHaveProperty('newcomer'); // they have been there since summer
});

it('lists a merged community with the months in which it was there, and not with that from whose first day it is merged', async () => {
  const [village, town] = [await street.next(), await street.next()];
  const { memberIds } = await street.home(village, { name: '四' });
  for (const day of ['2026-10-05', '2026-11-03']) await street.give(village, 'resident', memberIds[0] as string, day);
  const merge = { unitId: village.communityId, intoUnitId: town.communityId, fromOn: '2026-11-01', because: '批复' };
  await street.must('household.mergeUnits', merge);
  const listed = async (monthsBack: number) => {
    const asked = { unitId: village.districtId, monthsBack };
    const { units } = await street.must<Told>('oversight.participation', asked);
    return new Map(units.map(({ unitId, months }) => [unitId, months[0]?.personTimes]));
  };
  const [november, october] = [await listed(0), await listed(1)];
  expect([november.get(village.communityId), november.get(town.communityId)]).toEqual([undefined, 1]);
  expect([october.get(village.communityId), october.get(town.communityId)]).toEqual([1, 0]);
});

it('takes an ended community’s items for what was done until its last day, and for nothing after', async () => {
  const [village, town] = [await street.next(), await street.next()];
  const { memberIds } = await street.home(village, { name: '五' });
  const staff = await street.staffOf(town);
  await street.give(village, 'resident', memberIds[0] as string, '2026-11-02');
  const { rows } = await database.ownerPool.query<{ id: string }>('select id from point_item where unit_id = $1', [
    village.communityId,
  ]);
  const merge = { unitId: village.communityId, intoUnitId: town.communityId, fromOn: '2026-11-10', because: '批复' };
  await street.must('household.mergeUnits', merge);
  const give = (deedDate: string) =>
    street.ask(staff, 'award.give', {
      itemId: rows[0]?.id,
      holders: [{ kind: 'resident', id: memberIds[0] as string }],
      deedDate,
    });
  expect(await give('2026-11-09')).toMatchObject({ ok: true, data: { postedCount: 1 } });
  expect(await give('2026-11-10')).toMatchObject({
    ...{ code: 'ITEM_NOT_PUBLISHED', detail: { state: 'retired', retiredOn: '2026-11-09' } },
  });
  const { rows: entries } = await database.ownerPool.query<{ unit_id: string }>(
    'select unit_id from ledger_entry where account_id = $1',
    [memberIds[0]],
  );
  expect(entries.map((entry) => entry.unit_id)).toEqual([village.communityId, village.communityId]);
});

it('has an award that waits signed by the successor’s office', async () => {
  const [village, town] = [await street.next(), await street.next()];
  const { memberIds } = await street.home(village, { name: '六' });
  const [giver, signer] = [await street.staffOf(village), await street.staffOf(town)];
  const itemId = await insertItem(database.db, { units: village, draftedBy: giver.residentId }, { points: 150 });
  const holders = [{ kind: 'resident', id: memberIds[0] as string }];
  await street.must('award.give', { itemId, holders }, giver);
  const merge = { unitId: village.communityId, intoUnitId: town.communityId, because: '批复' };
  await street.must('household.mergeUnits', merge);
  await followChangesInActivity(street.scene.world, street.scene.world.clock());
  const asked = { unitId: town.communityId };
  const { awards } = await street.must<{ awards: { waitingId: string }[] }>('award.waiting', asked, signer);
  expect(awards).toHaveLength(1);
  expect(await street.ask(signer, 'award.sign', { waitingId: awards[0]?.waitingId })).toMatchObject({ ok: true });
});
