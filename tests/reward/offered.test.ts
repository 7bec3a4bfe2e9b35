import { businessDate, DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { insertNeighbours } from '../support/rows';
import { type Scene, setScene } from './scene';
import { setShelf } from './shelf';

interface Row {
  readonly rewardId: string;
  readonly title: string;
  readonly kindName: string;
  readonly stockLeft: number;
  readonly isOpenNow: boolean;
  readonly placeNames: readonly string[];
  readonly endedAtMs: number | null;
}
interface Answer {
  readonly rewards: readonly Row[];
  readonly count: number;
  readonly among: readonly { readonly name: string }[];
  readonly nextCursor: string | null;
}

const database = useDatabase();
let scene: Scene;
let admin: string;
const offered = (more: object = {}, who = admin) =>
  scene.must<Answer>(who, 'offered', { unitId: scene.units.communityId, ...more });
const titles = async (more: object = {}) => (await offered(more)).rewards.map(({ title }) => title[0]).join('');

/** 丙 has one left of five, 丁 is had on a day that is not today, 戊 has ended, 己 came in the place of another. */
beforeAll(async () => {
  scene = await setScene(database);
  const { communityId: unitId } = scene.units;
  admin = await scene.addStaff({ role: 'communityAdmin', unitId });
  const places = [await scene.addProvider('浏河卫生服务中心')];
  const add = (title: string, values: object) => scene.addReward(places, { title, ...values });
  const tomorrow = businessDate(scene.nowMs + DAY_MS);
  const window = [{ days: { every: 'date', dates: [tomorrow] }, from: '08:30', until: '11:30' }];
  await add('甲 体检', { cost: 120 });
  await add('乙 购书卡', { cost: 60, kind: 'fitnessOrBook' });
  const few = await add('丙 理发', { cost: 10, stock_per_period: 5, limit_holder: 9, kind: 'healthCard' });
  await add('丁 托管', { cost: 50, kind: 'afterSchool', windows: JSON.stringify(window) });
  const ended = await add('戊 旧的', { cost: 5 });
  const before = await add('己 从前的', { cost: 7, retired_at: new Date(scene.nowMs) });
  await add('己 现在的', { cost: 8, replaces_id: before, first_id: before });
  await scene.must(admin, 'retire', { rewardId: ended });
  const rich = await scene.withPoints(500);
  for (let n = 0; n < 4; n++) await scene.must(rich, 'issueVoucher', { rewardId: few });
});

it('tells the desk of every reward, offered and ended, of those that replaced each other the last', async () => {
  const { rewards, count } = await offered();
  expect(rewards.map(({ title }) => title)).toEqual([
    '戊 旧的',
    '己 现在的',
    '丙 理发',
    '丁 托管',
    '乙 购书卡',
    '甲 体检',
  ]);
  expect(count).toBe(6);
  expect(rewards[2]).toMatchObject({
    ...{ kindName: '健康服务卡', stockLeft: 1, isOpenNow: true, endedAtMs: null, placeNames: ['浏河卫生服务中心'] },
  });
});

it('counts what is left as the resident’s list does', async () => {
  const { rewards } = await scene.must<{ rewards: readonly Row[] }>(admin, 'list', { unitId: scene.units.communityId });
  const left = new Map(rewards.map(({ rewardId, stockLeft }) => [rewardId, stockLeft]));
  for (const { rewardId, stockLeft } of (await offered({ only: { ended: false } })).rewards)
    expect(stockLeft).toBe(left.get(rewardId));
  expect(left.size).toBe(5);
});

it.each([
  [{ by: 'title', falling: false }, '丙丁己甲'],
  [{ by: 'stock', falling: false }, '丙'],
  [{ by: 'cost', falling: true }, '甲乙丁丙己戊'],
  [{ by: 'kind', falling: false }, ''],
  [{ by: 'opened', falling: true }, ''],
] as const)('sorts the whole list and not a page: %j', async (sort, begins) => {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer = await offered({ sort, limit: 2, ...(cursor && { cursor }) });
    found.push(...page.rewards.map(({ title }) => title[0] as string));
    cursor = page.nextCursor;
    expect(page.count).toBe(6);
  } while (cursor);
  expect(found.join('')).toBe(await titles({ sort }));
  expect(new Set(found).size).toBe(6);
  expect(found.join('').slice(0, begins.length)).toBe(begins);
});

it.each([
  [{ kind: 'fitnessOrBook' }, '乙'],
  [{ ended: true }, '戊'],
  [{ openNow: false }, '戊丁'],
  [{ openNow: true, ended: false }, '己丙乙甲'],
  [{ lowStock: true }, '丙'],
  [{ holderKind: 'household' }, ''],
])('sifts and counts it: %j', async (only, wanted) => {
  expect([await titles({ only }), (await offered({ only })).count]).toEqual([wanted, wanted.length]);
});

it('finds by a part of the title, and says what kinds there are whatever is asked', async () => {
  expect(await titles({ query: '体检' })).toBe('甲');
  const { among } = await offered({ query: '体检' });
  expect(among.map(({ name }) => name)).toEqual(expect.arrayContaining(['免费体检', '健身卡或购书卡', '免费校内托管']));
});

it('holds goods to what stands on the shelf and is not promised, and the community’s time to those without their own', async () => {
  const { addThing, open } = await setShelf(scene);
  const rice = await addThing('大米', 3);
  await open(rice, { title: '庚 大米' });
  const told = await offered({ query: '庚' });
  expect(told.rewards[0]).toMatchObject({ kindName: '积分超市', stockLeft: 3 });
  expect(told.among.map(({ name }) => name)).toContain('积分超市');
  const later = [
    { days: { every: 'date', dates: [businessDate(scene.nowMs + DAY_MS)] }, from: '08:30', until: '11:30' },
  ];
  await scene.must(admin, 'setRedemption', { unitId: scene.units.communityId, windows: later });
  expect((await offered({ only: { openNow: true } })).count).toBe(0);
  await scene.must(admin, 'setRedemption', { unitId: scene.units.communityId, windows: [] });
});

it('is for the staff of the community', async () => {
  const head = await scene.addPerson();
  const ask = (who: string, unitId: string) => scene.ask(who, 'offered', { unitId });
  expect(await ask(head, scene.units.communityId)).toMatchObject({ code: 'NOT_ALLOWED' });
  const next = await insertNeighbours(database.db, scene.units);
  expect(await ask(admin, next.communityId)).toMatchObject({ code: 'NOT_ALLOWED' });
});
