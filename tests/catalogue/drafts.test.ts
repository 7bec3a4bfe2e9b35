import { randomUUID } from 'node:crypto';
import { itemVersionsOf, publishedItem, publishedItemsOf, versionKey } from '../../cloudfunctions/catalogue/index';
import { NO_CEILINGS } from '../../cloudfunctions/values/awards';
import { cursorOf } from '../support/cursor';
import { useDatabase } from '../support/database';
import { codeOf, dataOf } from '../support/doors';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type Made, openScene, type Scene } from './scene';

const database = useDatabase();
let scene: Scene;
let other: Scene;

let nowMs = TEST_NOW_MS;
const ticking = () => testWorld(database, { clock: () => ++nowMs });

beforeEach(async () => {
  scene = await openScene(ticking());
});
beforeAll(async () => {
  other = await openScene(ticking());
});

describe('a draft', () => {
  it('counts for nothing and is seen by staff alone', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    expect((await scene.list(null, 'published')).items).toEqual([]);
    expect((await scene.list(scene.staff, 'draft')).items).toMatchObject([{ itemId, state: 'draft', version: 1 }]);
    expect(await publishedItem(database.db, itemId)).toMatchObject({ state: 'draft', points: 5 });
    for (const by of [scene.resident, other.staff])
      expect(codeOf(await scene.call(by, 'items', { ...scene.here, state: 'draft' }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(null, 'items', { ...scene.here, state: 'draft' }))).toBe('NOT_SIGNED_IN');
    expect((await scene.list(scene.district, 'draft')).items).toHaveLength(1);
  });

  it('needs a name, a category, points and what they are counted per', async () => {
    const { call, staff, here } = scene;
    const answer = await call(staff, 'draftItem', { ...here, name: '理发' });
    expect(answer).toMatchObject({
      code: 'ITEM_INCOMPLETE',
      detail: { missing: ['category', 'points', 'countedPer'] },
    });
    expect(codeOf(await call(staff, 'draftItem', scene.item('扣分', { points: -5 })))).toBe('INVALID_INPUT');
    expect(codeOf(await call(staff, 'draftItem', scene.item('半分', { points: 0.5 })))).toBe('INVALID_INPUT');
  });

  it('keeps what a change leaves out, and its version', async () => {
    const { itemId } = await scene.draft('参加公益理发', { evidence: '照片' });
    const changed = await scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, points: 8, name: '公益理发' });
    expect(dataOf<Made>(changed)).toEqual({ itemId, version: 1 });
    const expected = { name: '公益理发', points: 8, evidence: '照片', countedPer: '次', legalDuty: { isDuty: false } };
    expect((await scene.list(scene.staff, 'draft')).items).toMatchObject([expected]);
  });

  it('has a name of its own among the items in use', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    await scene.draft('参加夜校');
    const { call, staff, here, item } = scene;
    expect(codeOf(await call(staff, 'draftItem', item('参加公益理发')))).toBe('ITEM_EXISTS');
    expect(codeOf(await call(staff, 'draftItem', { ...here, itemId, name: '参加夜校' }))).toBe('ITEM_EXISTS');
    const same = Array.from({ length: 6 }, () => call(staff, 'draftItem', item('同一个名字')));
    expect((await Promise.all(same)).map(codeOf).sort()).toEqual([...Array<string>(5).fill('ITEM_EXISTS'), 'ok']);
  });

  it('stands under a guideline or under a programme', async () => {
    const { call, staff, admin, here, guidelineItemId } = scene;
    const brand = { ...here, name: '双金工程', aim: '关爱老人' };
    const { programmeId } = dataOf<{ programmeId: string }>(await call(admin, 'addProgramme', brand));
    const { itemId } = await scene.draft('陪老人散步');
    dataOf(await call(staff, 'draftItem', { ...here, itemId, programmeId }));
    const [item] = (await scene.list(staff, 'draft')).items;
    expect(item).toMatchObject({ programmeId, programmeName: '双金工程', guidelineItemId: null });
    const both = { ...here, itemId, programmeId, guidelineItemId };
    expect(codeOf(await call(staff, 'draftItem', both))).toBe('INVALID_INPUT');
  });

  it('refuses a basis of somewhere else', async () => {
    const { call, staff, item } = scene;
    const brand = { ...other.here, name: `品牌${randomUUID().slice(0, 4)}`, aim: '别处的' };
    const { programmeId } = dataOf<{ programmeId: string }>(await other.call(other.admin, 'addProgramme', brand));
    const trying = async (basis: object) => codeOf(await call(staff, 'draftItem', item('借来的依据', basis)));
    expect(await trying({ guidelineItemId: other.guidelineItemId })).toBe('GUIDELINE_NOT_FOUND');
    expect(await trying({ programmeId })).toBe('PROGRAMME_NOT_FOUND');
    expect(await trying({ policyDocumentId: other.policyDocumentId })).toBe('DOCUMENT_NOT_FOUND');
  });

  it('is made by the staff of that community, of its own items', async () => {
    const { call, staff, resident, item, units } = scene;
    const theirs = await other.draft(`别处的${randomUUID().slice(0, 4)}`);
    expect(codeOf(await call(resident, 'draftItem', item('理发')))).toBe('NOT_ALLOWED');
    expect(codeOf(await call(staff, 'draftItem', { ...item('理发'), ...other.here }))).toBe('NOT_ALLOWED');
    expect(codeOf(await call(staff, 'draftItem', { ...item('理发'), unitId: units.gridId }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(staff, 'draftItem', { ...item('理发'), unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(staff, 'draftItem', { ...item('理发'), itemId: theirs.itemId }))).toBe('ITEM_NOT_FOUND');
  });
});

describe('what a draft is worth', () => {
  const told = async () => (await scene.list(scene.staff, 'draft')).items[0];
  const GRADES = [
    { name: '一等奖', points: 10 },
    { name: '二等奖', points: 5 },
  ];

  it('is one value, or grades with the least of them as its value, or points for time', async () => {
    const { itemId } = await scene.draft('文艺比赛获奖', { points: undefined, grades: GRADES });
    expect(await told()).toMatchObject({ points: 5, grades: GRADES, perHalfHours: null });
    const change = (more: object) => scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, ...more });
    dataOf(await change({ grades: [], points: 2, perHalfHours: 4, condition: '65岁以上' }));
    expect(await told()).toMatchObject({ points: 2, grades: [], perHalfHours: 4, condition: '65岁以上' });
    expect(codeOf(await change({ grades: GRADES }))).toBe('INVALID_INPUT');
    expect(codeOf(await change({ perHalfHours: null, grades: [GRADES[0], GRADES[0]] }))).toBe('INVALID_INPUT');
    expect(codeOf(await change({ perHalfHours: null, grades: [{ name: '扣', points: -5 }] }))).toBe('INVALID_INPUT');
  });

  it('is limited by ceilings in points as well as by times, of which one is enough to publish', async () => {
    const ceilings = { personMonth: 10, householdActivity: 6 };
    const { itemId } = await scene.draft('参加公益理发', { caps: undefined, ceilings });
    expect(await told()).toMatchObject({ ceilings: { ...NO_CEILINGS, ...ceilings } });
    expect((await scene.publish(itemId)).refused).toEqual([]);
  });

  it('needs points or grades', async () => {
    const answer = await scene.call(scene.staff, 'draftItem', scene.item('文艺比赛获奖', { points: undefined }));
    expect(answer).toMatchObject({ code: 'ITEM_INCOMPLETE', detail: { missing: ['points'] } });
  });
});

describe('completing drafts', () => {
  it('gives many at once what publishing needs', async () => {
    const { call, staff, item, here, basis } = scene;
    const bare = async (name: string) => dataOf<Made>(await call(staff, 'draftItem', item(name))).itemId;
    const itemIds = [await bare('参加公益理发'), await bare('参加夜校')];
    expect((await scene.publish(...itemIds)).refused).toHaveLength(2);
    expect(dataOf(await call(staff, 'completeDrafts', { ...here, itemIds, ...basis }))).toEqual({ completed: 2 });
    expect((await scene.publish(...itemIds)).published).toHaveLength(2);
  });

  it('touches none when one of them is no draft of that community', async () => {
    const { call, staff, here, basis } = scene;
    const { itemId } = await scene.draft('参加公益理发', { legalDuty: undefined });
    const theirs = await other.draft(`别处的${randomUUID().slice(0, 4)}`);
    for (const strange of [randomUUID(), theirs.itemId]) {
      const ask = { ...here, itemIds: [itemId, strange], legalDuty: basis.legalDuty };
      expect(codeOf(await call(staff, 'completeDrafts', ask))).toBe('ITEM_NOT_FOUND');
    }
    expect((await scene.list(staff, 'draft')).items).toMatchObject([{ legalDuty: null }]);
  });

  it('refuses what a single draft would be refused', async () => {
    const { call, staff, admin, here, guidelineItemId } = scene;
    const { itemId } = await scene.draft('参加公益理发');
    const trying = async (more: object, by = staff) =>
      codeOf(await call(by, 'completeDrafts', { ...here, itemIds: [itemId], ...more }));
    expect(await trying({ guidelineItemId: other.guidelineItemId })).toBe('GUIDELINE_NOT_FOUND');
    expect(await trying({ programmeId: randomUUID() })).toBe('PROGRAMME_NOT_FOUND');
    expect(await trying({ policyDocumentId: randomUUID() })).toBe('DOCUMENT_NOT_FOUND');
    expect(await trying({ unitId: randomUUID() })).toBe('UNIT_NOT_FOUND');
    expect(await trying({}, other.staff)).toBe('NOT_ALLOWED');
    const brand = { ...here, name: '双金工程', aim: '关爱老人' };
    const { programmeId } = dataOf<{ programmeId: string }>(await call(admin, 'addProgramme', brand));
    expect(await trying({ programmeId, guidelineItemId })).toBe('INVALID_INPUT');
  });
});

describe('a new version', () => {
  it('is drafted while the published one keeps counting, and old entries keep theirs', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    await scene.publish(itemId);
    const again = dataOf<Made>(await scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, points: 9 }));
    expect(again).toEqual({ itemId, version: 2 });
    expect(await publishedItem(database.db, itemId)).toMatchObject({ version: 1, points: 5, state: 'published' });
    expect((await scene.list(scene.staff, 'published')).items).toMatchObject([
      { version: 1, points: 5, hasDraft: true },
    ]);
    expect((await scene.list(scene.resident, 'published')).items).toMatchObject([{ hasDraft: false }]);
    expect((await scene.list(scene.staff, 'draft')).items).toMatchObject([{ version: 2, points: 9, hasDraft: false }]);
    expect((await scene.publish(itemId)).published).toEqual([{ itemId, version: 2 }]);
    expect((await publishedItemsOf(database.db, [itemId])).get(itemId)).toMatchObject({ version: 2, points: 9 });
    const keys = [1, 2].map((version) => ({ itemId, version }));
    const kept = await itemVersionsOf(database.db, keys);
    expect(keys.map((key) => kept.get(versionKey(key))?.points)).toEqual([5, 9]);
  });

  it('may carry a new name, which is taken when it is published', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    await scene.publish(itemId);
    dataOf(await scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, name: '为老人理发' }));
    expect((await scene.list(null, 'published')).items).toMatchObject([{ name: '参加公益理发' }]);
    await scene.publish(itemId);
    expect((await scene.list(null, 'published')).items).toMatchObject([{ name: '为老人理发' }]);
  });
});

describe('the list', () => {
  it('comes page by page, by category, and is searched by words', async () => {
    const made = ['理发', '修鞋', '修伞', '磨刀', '补衣'].map((word) => `为邻居${word}`);
    for (const name of made) await scene.draft(name, { category: name.includes('修') ? '修补' : '公益' });
    const first = await scene.list(scene.staff, 'draft', { limit: 2 });
    const second = await scene.list(scene.staff, 'draft', { limit: 2, cursor: first.nextCursor });
    const third = await scene.list(scene.staff, 'draft', { limit: 2, cursor: second.nextCursor });
    expect([...first.items, ...second.items, ...third.items].map((item) => item.name)).toEqual([
      '为邻居理发',
      '为邻居磨刀',
      '为邻居补衣',
      '为邻居修鞋',
      '为邻居修伞',
    ]);
    expect(third.nextCursor).toBeNull();
    expect((await scene.list(scene.staff, 'draft', { query: '修伞' })).items).toHaveLength(1);
    expect((await scene.list(scene.staff, 'draft', { query: '修补' })).items).toHaveLength(2);
    expect((await scene.list(scene.staff, 'draft', { query: '%' })).items).toEqual([]);
  });

  it('goes on behind a category as long as any may be', async () => {
    const category = '义'.repeat(40);
    for (const name of ['为邻居读报', '为邻居写信']) await scene.draft(name, { category });
    const { nextCursor } = await scene.list(scene.staff, 'draft', { query: category.slice(0, 30), limit: 1 });
    const rest = await scene.list(scene.staff, 'draft', { query: category.slice(0, 30), cursor: nextCursor });
    expect(rest.items.map((item) => item.name)).toEqual(['为邻居写信']);
  });

  it('of a sheet keeps the order of its rows', async () => {
    await scene.importSheet('rules-fengjie-rural.xlsx');
    const { items, nextCursor } = await scene.list(scene.staff, 'draft', { limit: 5 });
    expect(items.map((item) => item.name.slice(0, 4))).toEqual([
      '做到按时',
      '做到全程',
      '做到积极',
      '桌子板凳',
      '锅碗瓢盆',
    ]);
    const rest = await scene.list(scene.staff, 'draft', { limit: 5, cursor: nextCursor });
    expect(rest.items.map((item) => item.name.slice(0, 4))).toEqual(['衣服铺盖', '棍棍棒棒', '撮箕扁担', '屋里屋外']);
  });

  it('refuses cursors of somebody else’s making, and units without a community', async () => {
    const { call, staff, here, units } = scene;
    const { unitId } = here;
    const forged = [
      [1, 2],
      ['公益', 2 ** 40, unitId],
      ['公\u0000益', 1, unitId],
    ].map(cursorOf);
    for (const cursor of ['x', ...forged])
      expect(codeOf(await call(staff, 'items', { ...here, cursor }))).toBe('INVALID_INPUT');
    expect(codeOf(await call(null, 'items', { unitId: units.districtId }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(null, 'items', { unitId: units.gridId }))).toBe('ok');
  });
});
