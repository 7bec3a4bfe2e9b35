import { family, lifetimeOf, type Scene, setScene } from '../activity/scene';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';

const database = useDatabase();
let scene: Scene;
let ask: AskAny;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});

type Values = Parameters<typeof insertItem>[2];
const item = (values: Values) =>
  insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, values);
const somebody = async () => (await family(scene)).head.residentId;
const holdersOf = (...ids: string[]) => ids.map((id) => ({ kind: 'resident', id }));
const awardsOf = (id: string) =>
  database.db.selectFrom('award').selectAll().where('account_id', '=', id).orderBy('created_at').execute();
const titlesOf = async (id: string) =>
  (await database.db.selectFrom('ledger_entry').select(['title', 'points']).where('account_id', '=', id).execute()).map(
    ({ title, points }) => [title, points],
  );

describe('an item with grades', () => {
  const GRADES = JSON.stringify([
    { name: '国家级', points: 50 },
    { name: '市级', points: 20 },
  ]);

  it('is given by one of them, which stands in the passbook and with the award', async () => {
    const itemId = await item({ name: '家庭获得表彰', points: 20, grades: GRADES });
    const id = await somebody();
    const told = await ask(scene.staff, 'award.give', { itemId, holders: holdersOf(id), grade: '国家级' });
    expect(told).toMatchObject({ data: { itemName: '家庭获得表彰（国家级）', points: 50, postedPoints: 50 } });
    expect(await titlesOf(id)).toEqual([['家庭获得表彰（国家级）', 50]]);
    expect(await awardsOf(id)).toMatchObject([{ grade: '国家级', points: 50, half_hours: null }]);
  });

  it('gives nobody the highest, or any, while none is named', async () => {
    const itemId = await item({ points: 20, grades: GRADES });
    const id = await somebody();
    for (const said of [{}, { grade: '省级' }])
      expect(await ask(scene.staff, 'award.give', { itemId, holders: holdersOf(id), ...said })).toMatchObject({
        code: 'GRADE_DIFFERS',
        detail: { grades: ['国家级', '市级'] },
      });
    const plain = await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders: holdersOf(id), grade: '省级' });
    expect(plain).toMatchObject({ code: 'GRADE_DIFFERS', detail: { grades: [] } });
    expect(await lifetimeOf(scene, id)).toBe(0);
    const foreseen = await ask(scene.staff, 'award.preview', { itemId, holders: holdersOf(id) });
    expect(foreseen).toMatchObject({ data: { points: 20, results: [{ refusal: null }] } });
  });

  it('is not for a check-in, where nobody chooses', async () => {
    const [graded, timed] = [await item({ points: 20, grades: GRADES }), await item({ points: 1, per_half_hours: 2 })];
    const plan = { unitId: scene.here.communityId, title: '晚会', place: '广场' };
    const times = { startsAtMs: scene.world.clock(), endsAtMs: scene.world.clock() + 3_600_000 };
    for (const itemId of [graded, timed])
      expect(await ask(scene.staff, 'activity.create', { ...plan, ...times, itemId })).toMatchObject({
        code: 'NOT_BY_CHECK_IN',
      });
  });
});

describe('an item that counts time', () => {
  it('gives for what is completed, and asks how long it was', async () => {
    const itemId = await item({ name: '志愿服务', points: 2, per_half_hours: 2 });
    const id = await somebody();
    const give = (said: object) => ask(scene.staff, 'award.give', { itemId, holders: holdersOf(id), ...said });
    expect(await give({})).toMatchObject({ code: 'TIME_DIFFERS', detail: { perHalfHours: 2 } });
    expect(await give({ halfHours: 3 })).toMatchObject({ data: { points: 3, itemName: '志愿服务（1.5 小时）' } });
    expect(await awardsOf(id)).toMatchObject([{ half_hours: 3, points: 3 }]);
    const plain = await ask(scene.staff, 'award.give', {
      ...{ itemId: scene.itemId, holders: holdersOf(id), halfHours: 3 },
    });
    expect(plain).toMatchObject({ code: 'TIME_DIFFERS', detail: {} });
  });

  it('gives nothing for less than it counts', async () => {
    const itemId = await item({ points: 2, per_half_hours: 20 });
    const told = await ask(scene.staff, 'award.give', { itemId, holders: holdersOf(await somebody()), halfHours: 19 });
    expect(told).toMatchObject({ code: 'TIME_DIFFERS', detail: { perHalfHours: 20 } });
  });
});

describe('a ceiling in points', () => {
  const outcomesOf = async (itemId: string, ids: string[], said: object = {}) =>
    fieldOf<{ outcome: object }[]>(
      await ask(scene.staff, 'award.give', { itemId, holders: holdersOf(...ids), ...said }),
      'results',
    ).map(({ outcome }) => outcome);

  it('refuses what would go above it, says what is left, and the screen is told before', async () => {
    const itemId = await item({ points: 3, ceiling_person_month: 8, published_at: new Date('2026-01-01T00:00:00Z') });
    const id = await somebody();
    for (const total of [3, 6]) {
      expect(await outcomesOf(itemId, [id])).toMatchObject([{ state: 'posted', after: { lifetime: total } }]);
    }
    const limit = { cap: 'personMonth', ceilingPoints: 8, leftPoints: 2 };
    const foreseen = await ask(scene.staff, 'award.preview', { itemId, holders: holdersOf(id) });
    expect(foreseen).toMatchObject({
      data: { results: [{ refusal: 'CEILING_REACHED', cap: 'personMonth', leftPoints: 2 }] },
    });
    expect(await outcomesOf(itemId, [id])).toMatchObject([{ state: 'refused', code: 'CEILING_REACHED', ...limit }]);
    expect(await outcomesOf(itemId, [id], { deedDate: '2026-10-31' })).toMatchObject([{ state: 'posted' }]);
    expect(await lifetimeOf(scene, id)).toBe(9);
  });

  it('cuts points for time down to it, and tells what was posted', async () => {
    const itemId = await item({ points: 2, per_half_hours: 2, ceiling_person_day: 5 });
    const id = await somebody();
    const told = await ask(scene.staff, 'award.give', { itemId, holders: holdersOf(id), halfHours: 8 });
    expect(told).toMatchObject({ data: { points: 8, postedPoints: 5, results: [{ outcome: { points: 5 } }] } });
    expect(await awardsOf(id)).toMatchObject([{ points: 5, half_hours: 8 }]);
    expect(await outcomesOf(itemId, [id], { halfHours: 2 })).toMatchObject([
      { code: 'CEILING_REACHED', leftPoints: 0 },
    ]);
  });

  it('counts a household together, also within one giving, however they come', async () => {
    const itemId = await item({ points: 5, ceiling_household_year: 12 });
    const { memberIds: ids } = await family(scene, { name: '户主' }, { name: '家人' }, { name: '孩子' });
    const posted = (await Promise.all(ids.map((id) => outcomesOf(itemId, [id])))).flat();
    expect(posted.filter((one) => 'points' in one)).toHaveLength(2);
    expect(posted.filter((one) => !('points' in one))).toMatchObject([{ code: 'CEILING_REACHED', leftPoints: 2 }]);
  });
});
