import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, MINUTE, type Scene, setScene, society } from './scene';

const database = useDatabase();
const DAY = 24 * HOUR;
let scene: Scene;
const titlesOf = async (more: object = {}) =>
  (await scene.ask(scene.staff, 'held', { unitId: scene.here.communityId, ...more })).data;

/** Five of them: over, on now, tomorrow with sign-up, tomorrow and called off, and one of a society. */
beforeAll(async () => {
  scene = await setScene(database);
  const at = (ms: number, more: object) => announce(scene, { startsAtMs: ms, endsAtMs: ms + 2 * HOUR, ...more });
  await at(TEST_NOW_MS - HOUR, { title: '乙·正在办', place: '小广场' });
  const { activityId } = await at(TEST_NOW_MS + DAY, {
    title: '丙·要报名',
    place: '会议室',
    signUp: 'open',
    capacity: 2,
  });
  const gone = await at(TEST_NOW_MS + DAY, { title: '丁·取消了', place: '小广场' });
  await scene.ask(scene.staff, 'cancel', { activityId: gone.activityId });
  const { societyId } = await society(scene, '红马甲');
  await at(TEST_NOW_MS + 2 * DAY, { title: '戊·社团办', place: '河边', societyId });
  scene.setClock(TEST_NOW_MS - 2 * DAY);
  await at(TEST_NOW_MS - DAY, { title: '甲·结束了', place: '会议室' });
  scene.setClock(TEST_NOW_MS);
  for (let n = 0; n < 3; n++) await scene.ask((await family(scene)).head, 'signUp', { activityId });
});

it('tells the desk of all of them, the nearest first and then what is over, with how many signed up, wait and came', async () => {
  const { activities, count } = await titlesOf();
  expect(activities.map(({ title }) => title[0])).toEqual([
    '乙',
    expect.stringMatching(/丙|丁/),
    expect.stringMatching(/丙|丁/),
    '戊',
    '甲',
  ]);
  expect(count).toBe(5);
  expect(activities.find(({ title }) => title.startsWith('丙'))).toMatchObject({
    ...{ signedUpCount: 2, waitingCount: 1, capacity: 2, attendedCount: 0, isCancelled: false, societyName: null },
  });
  expect(activities[3]).toMatchObject({ societyName: '红马甲' });
});

it.each([
  [{ by: 'title', falling: false }, '丙丁甲戊乙'],
  [{ by: 'title', falling: true }, '乙戊甲丁丙'],
  [{ by: 'time', falling: false }, '甲乙'],
  [{ by: 'near', falling: false }, '乙'],
  [{ by: 'near', falling: true }, '甲戊'],
  [{ by: 'signedUp', falling: true }, '丙'],
] as const)('sorts the whole list and not a page: %j', async (sort, begins) => {
  const titles: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await titlesOf({ sort, limit: 2, ...(cursor && { cursor }) });
    titles.push(...page.activities.map(({ title }) => title[0] as string));
    cursor = page.nextCursor;
    expect(page.count).toBe(5);
  } while (cursor);
  expect(titles).toHaveLength(5);
  expect(titles.join('').slice(0, begins.length)).toBe(begins);
});

it.each([
  [{ when: 'over' }, ['甲']],
  [{ when: 'today' }, ['乙']],
  [{ when: 'coming', cancelled: false }, ['丙', '戊']],
  [{ cancelled: true }, ['丁']],
  [{ signUp: true }, ['丙']],
  [{ bySociety: true }, ['戊']],
])('sifts and counts it: %j', async (only, titles) => {
  const { activities, count } = await titlesOf({ only });
  expect([activities.map(({ title }) => title[0]), count]).toEqual([titles, titles.length]);
});

it('finds by a part of the title or the place', async () => {
  expect((await titlesOf({ query: '会议' })).activities.map(({ title }) => title[0])).toEqual(['丙', '甲']);
});

it('is for the staff of the community, and goes on from no cursor of another order', async () => {
  const { head } = await family(scene);
  expect(codeOf(await scene.ask(head, 'held', { unitId: scene.here.communityId }))).toBe('NOT_ALLOWED');
  expect(codeOf(await scene.ask(scene.staff, 'held', { unitId: scene.elsewhere.communityId }))).toBe('NOT_ALLOWED');
  const { nextCursor } = await titlesOf({ limit: 1 });
  const other = { unitId: scene.here.communityId, sort: { by: 'title', falling: false }, cursor: nextCursor };
  expect(codeOf(await scene.ask(scene.staff, 'held', other))).toBe('INVALID_INPUT');
});

it('tells who signed up and has not come yet, and leaves out whoever has', async () => {
  const { activityId } = await announce(scene, {
    ...{ startsAtMs: TEST_NOW_MS + 10 * MINUTE, endsAtMs: TEST_NOW_MS + 2 * HOUR, signUp: 'open', capacity: 2 },
  });
  const homes = [
    await family(scene, { name: '贺启明' }),
    await family(scene, { name: '单秀兰' }),
    await family(scene, { name: '邬海涛' }),
  ];
  for (const { head } of homes) await scene.ask(head, 'signUp', { activityId });
  const notYet = async () => {
    const { data } = await scene.ask(scene.staff, 'signedUp', { activityId, masked: false, notArrived: true });
    return [data.people.map(({ name }) => name), data.count];
  };
  expect(await notYet()).toEqual([['贺启明', '单秀兰'], 2]); // the third waits for a place
  const residentIds = [homes[0]?.memberIds[0]];
  const told = await scene.ask(scene.staff, 'checkInResident', { activityId, residentIds, how: 'name' });
  expect(told.ok).toBe(true);
  expect(await notYet()).toEqual([['单秀兰'], 1]);
});
