import { randomUUID } from 'node:crypto';
import { publishedItem } from '../../cloudfunctions/catalogue/index';
import { ITEMS_IN_FORCE_MAX } from '../../cloudfunctions/catalogue/rules/lint';
import { organisationRoom } from '../../cloudfunctions/organisation/main';
import { useDatabase } from '../support/database';
import { codeOf, dataOf, insertHolder, openTestRoom } from '../support/doors';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type Made, openScene, type PublishAnswer, type Scene } from './scene';

const database = useDatabase();
const world = () => testWorld(database);
let scene: Scene;
let other: Scene;

beforeEach(async () => {
  scene = await openScene(world());
});
beforeAll(async () => {
  other = await openScene(world());
});

const rulesOf = (answer: PublishAnswer) => answer.refused.map((one) => one.findings.map((finding) => finding.rule));

describe('publishing', () => {
  it('opens an item that lacks nothing to everyone, and is audited', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    expect(await scene.publish(itemId)).toEqual({ published: [{ itemId, version: 1 }], refused: [] });
    const expected = {
      name: '参加公益理发',
      points: 5,
      policyDocumentNumber: '东综治委〔2017〕4号',
      legalDuty: { isDuty: false },
    };
    expect((await scene.list(null, 'published')).items).toMatchObject([expected]);
    const audit = await database.db.selectFrom('audit_log').selectAll().where('target_id', '=', itemId).execute();
    expect(audit.map((row) => row.action)).toEqual(['catalogue.draftItem', 'catalogue.publishItem']);
  });

  it.each<[string, object]>([
    ['basisNeeded', { policyDocumentId: null }],
    ['legalDutyAnswer', { legalDuty: undefined }],
    ['legalDuty', { legalDuty: { isDuty: true, reason: '违法建筑本来就要拆' } }],
    ['capsNeeded', { caps: undefined }],
    ['outsideRange', { points: 11 }],
    ['notWithinGuideline', { guidelineItemId: null }],
    ['twinDeducts', { evidence: '缺席一次扣2分' }],
  ])('refuses by %s and leaves the draft a draft', async (rule, lacking) => {
    const { itemId } = await scene.draft('配合拆除违建', lacking);
    expect(rulesOf(await scene.publish(itemId))).toEqual([[rule]]);
    expect((await scene.list(null, 'published')).items).toEqual([]);
    expect((await scene.list(scene.staff, 'draft')).items).toHaveLength(1);
  });

  it('lets the good ones through and names what stands against the others', async () => {
    const good = await scene.draft('参加公益理发');
    const dear = await scene.draft('参加夜校', { points: 99 });
    const answer = await scene.publish(good.itemId, dear.itemId, good.itemId);
    expect(answer.published).toEqual([{ itemId: good.itemId, version: 1 }]);
    const detail = { guideline: '公益活动', points: 99, pointsMin: 1, pointsMax: 10 };
    expect(answer.refused).toEqual([
      { itemId: dear.itemId, name: '参加夜校', findings: [{ rule: 'outsideRange', detail }] },
    ]);
  });

  it('refuses the second of two names for one matter, also within one go', async () => {
    const one = await scene.draft('参加社区环境卫生整治');
    const two = await scene.draft('参与社区环境卫生整治');
    const answer = await scene.publish(one.itemId, two.itemId);
    expect(answer.published).toHaveLength(1);
    expect(answer.refused).toMatchObject([
      { findings: [{ rule: 'nearDuplicate', detail: { name: '参加社区环境卫生整治', itemId: one.itemId } }] },
    ]);
  });

  it('holds the number of items in force', async () => {
    const drafts = await scene.manyDrafts(ITEMS_IN_FORCE_MAX + 1);
    const answer = await scene.publish(...drafts);
    expect(answer.published).toHaveLength(ITEMS_IN_FORCE_MAX);
    expect(rulesOf(answer)).toEqual([['tooManyItems']]);
  });

  it('under a guideline that was retired in the meantime is refused', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    const retired = database.db.updateTable('guideline_item').set({ ended_at: new Date(TEST_NOW_MS) });
    await retired.where('id', '=', scene.guidelineItemId).execute();
    expect(rulesOf(await scene.publish(itemId))).toEqual([['notWithinGuideline']]);
  });

  it("is for the community's own office and those above it, of its own items", async () => {
    const { call, admin, resident, here } = scene;
    const { itemId } = await scene.draft('参加公益理发');
    const theirs = await other.draft(`别处的${randomUUID().slice(0, 4)}`);
    const trying = async (by: string, itemIds: string[], unitId = here.unitId) =>
      codeOf(await call(by, 'publishItem', { unitId, itemIds }));
    const gridWorker = await insertHolder(world(), 'gridWorker', scene.units.gridId);
    for (const by of [resident, gridWorker, other.district]) expect(await trying(by, [itemId])).toBe('NOT_ALLOWED');
    expect(await trying(other.admin, [itemId])).toBe('NOT_ALLOWED');
    expect(await trying(admin, [itemId, theirs.itemId])).toBe('ITEM_NOT_FOUND');
    expect(await trying(admin, [randomUUID()])).toBe('ITEM_NOT_FOUND');
    expect(await trying(admin, [itemId], randomUUID())).toBe('UNIT_NOT_FOUND');
    expect((await scene.list(null, 'published')).items).toEqual([]);
  });
});

describe('publishers at the same time', () => {
  it('publish a draft exactly once', async () => {
    const second = await insertHolder(world(), 'communityAdmin', scene.here.unitId);
    for (let round = 0; round < 10; round++) {
      const { itemId } = await scene.draft(`第${round}轮的好事`);
      const by = (admin: string) => scene.call(admin, 'publishItem', { ...scene.here, itemIds: [itemId] });
      const answers = await Promise.all([by(scene.admin), by(second), by(scene.admin), by(second)]);
      for (const answer of answers) expect(dataOf<PublishAnswer>(answer).published).toEqual([{ itemId, version: 1 }]);
      const deeds = database.db.selectFrom('audit_log').select('detail').where('target_id', '=', itemId);
      expect(await deeds.where('action', '=', 'catalogue.publishItem').execute()).toHaveLength(1);
    }
  });

  it('find room for one more item only once', async () => {
    const drafts = await scene.manyDrafts(ITEMS_IN_FORCE_MAX + 3);
    await scene.publish(...drafts.slice(0, ITEMS_IN_FORCE_MAX - 1));
    const last = drafts.slice(ITEMS_IN_FORCE_MAX - 1).map((itemId) => scene.publish(itemId));
    const published = (await Promise.all(last)).flatMap((answer) => answer.published);
    expect(published).toHaveLength(1);
  });

  it('give one of two names for one matter the right', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await scene.draft(`参加第${round}次整治`);
      const two = await scene.draft(`参与第${round}次整治`);
      const answers = await Promise.all([scene.publish(one.itemId), scene.publish(two.itemId)]);
      expect(answers.flatMap((answer) => answer.published)).toHaveLength(1);
    }
  });
});

describe('retiring', () => {
  it('takes an item out of use, says why, and frees its name', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    await scene.publish(itemId);
    const retire = () => scene.call(scene.admin, 'retireItem', { itemId, because: '活动已结束' });
    expect(codeOf(await retire())).toBe('ok');
    expect(codeOf(await retire())).toBe('ITEM_RETIRED');
    expect((await scene.list(null, 'published')).items).toEqual([]);
    expect((await scene.list(scene.staff, 'retired')).items).toMatchObject([{ itemId, state: 'retired' }]);
    expect(await publishedItem(database.db, itemId)).toMatchObject({ state: 'retired', points: 5 });
    expect(codeOf(await scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, points: 3 }))).toBe(
      'ITEM_RETIRED',
    );
    expect(codeOf(await scene.call(scene.admin, 'publishItem', { ...scene.here, itemIds: [itemId] }))).toBe(
      'ITEM_NOT_FOUND',
    );
    await scene.draft('参加公益理发');
  });

  it('drops a draft that was never published', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    dataOf(await scene.call(scene.admin, 'retireItem', { itemId, because: '写错了' }));
    expect((await scene.list(scene.staff, 'draft')).items).toEqual([]);
    expect(await publishedItem(database.db, itemId)).toMatchObject({ state: 'retired' });
  });

  it("is for the community's admin", async () => {
    const { itemId } = await scene.draft('参加公益理发');
    const because = '不再需要';
    expect(codeOf(await scene.call(scene.staff, 'retireItem', { itemId, because }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(other.admin, 'retireItem', { itemId, because }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(scene.admin, 'retireItem', { itemId: randomUUID(), because }))).toBe(
      'ITEM_NOT_FOUND',
    );
  });
});

it('tells an item that nobody knows from one that is no longer in use', async () => {
  expect(await publishedItem(database.db, randomUUID())).toBeNull();
});

describe('the second person of an item', () => {
  const findingsOf = async (by: string, itemId: string) => {
    const told = dataOf<PublishAnswer>(await scene.call(by, 'publishItem', { ...scene.here, itemIds: [itemId] }));
    return told.refused.flatMap(({ findings }) => findings);
  };
  const draftBy = async (by: string, name: string, points = 5) =>
    dataOf<Made>(await scene.call(by, 'draftItem', scene.item(name, { ...scene.basis, points }))).itemId;
  const lacking = [{ rule: 'secondPerson', detail: { pointsAlone: 0 } }];

  it('is neither who drafted it last, nor a colleague where no admin stands behind it', async () => {
    const colleague = await insertHolder(world(), 'communityStaff', scene.units.communityId);
    const own = await draftBy(scene.admin, '夜里巡逻');
    expect(await findingsOf(scene.admin, own)).toEqual(lacking);
    const ofStaff = await draftBy(scene.staff, '雨天送伞');
    for (const by of [scene.staff, colleague]) expect(await findingsOf(by, ofStaff)).toEqual(lacking);
    expect(await findingsOf(scene.admin, ofStaff)).toEqual([]);
    expect(await findingsOf(scene.staff, own)).toEqual([]);
  });

  it('comes from the level above where a community has one admin and nobody else', async () => {
    const own = await draftBy(scene.admin, '教老人用手机');
    expect(await findingsOf(scene.district, own)).toEqual([]);
  });

  it('is not asked for up to as many points as the community has set, which the level above bounds', async () => {
    const call = openTestRoom(organisationRoom, world());
    const { here } = scene;
    const limit = { name: 'itemPointsAlone' };
    expect(codeOf(await call(scene.admin, 'setLimit', { ...here, ...limit, value: 11 }))).toBe('LIMIT_TOO_LOOSE');
    dataOf(await call(scene.district, 'setLimit', { unitId: scene.units.districtId, ...limit, value: 4 }));
    expect(await call(scene.admin, 'setLimit', { ...here, ...limit, value: 5 })).toMatchObject({
      detail: { bound: 4 },
    });
    dataOf(await call(scene.admin, 'setLimit', { ...here, ...limit, value: 4 }));
    expect(await findingsOf(scene.admin, await draftBy(scene.admin, '给邻居读报', 4))).toEqual([]);
    expect(await findingsOf(scene.admin, await draftBy(scene.admin, '替邻居买菜', 5))).toEqual([
      { rule: 'secondPerson', detail: { pointsAlone: 4 } },
    ]);
    dataOf(await call(scene.district, 'setLimit', { unitId: scene.units.districtId, ...limit, value: 2 }));
    expect(dataOf<{ limits: object[] }>(await call(scene.staff, 'limits', here)).limits).toContainEqual({
      ...limit,
      ...{ value: 2, bound: 2, isSet: true },
    });
    expect(codeOf(await call(scene.staff, 'setLimit', { ...here, ...limit, value: 0 }))).toBe('NOT_ALLOWED');
  });
});
