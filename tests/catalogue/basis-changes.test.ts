import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { codeOf, dataOf, insertHolder } from '../support/doors';
import { testWorld } from '../support/world';
import { openScene, type PublishAnswer, type Scene } from './scene';

/** A notice, a guideline item, a brand programme that was typed wrong, or holds no longer. */
const database = useDatabase();
let scene: Scene;
let other: Scene;
beforeEach(async () => {
  scene = await openScene(testWorld(database));
  other = await openScene(testWorld(database));
});

const because = '打错了字';
const END = { change: { what: 'ended' }, because: '文件废止了' };
interface Told {
  readonly mayChange: boolean;
  readonly changes: readonly {
    readonly what: string;
    readonly before: readonly { readonly field: string; readonly value: string }[];
    readonly because: string;
    readonly byName: string;
  }[];
}
const toldOf = async (of: string, id: string, by = scene.admin) =>
  dataOf<Told>(await scene.call(by, 'basisChanges', { of, id }));
const listed = async <T>(action: 'policyDocuments' | 'guidelines' | 'programmes', key: string, ended = false) =>
  dataOf<Record<string, T[]>>(await scene.call(scene.resident, action, { ...scene.here, ended }))[key] ?? [];
const rulesOf = ({ refused }: PublishAnswer) => refused.map(({ findings }) => findings.map(({ rule }) => rule));

describe('a notice', () => {
  const notice = { number: '居〔2026〕1号', title: '实施意见', issuer: '居民委员会', issuedOn: '2026-01-01' };
  const add = async (more: object = {}) =>
    dataOf<{ policyDocumentId: string }>(
      await scene.call(scene.admin, 'addPolicyDocument', { ...scene.here, ...notice, ...more }),
    ).policyDocumentId;
  const change = (policyDocumentId: string, more: object, by = scene.admin) =>
    scene.call(by, 'changePolicyDocument', { policyDocumentId, because, ...more });
  const correct = (id: string, more: object, by = scene.admin) =>
    change(id, { change: { what: 'corrected', ...notice, ...more } }, by);

  it('is put right where it stands, and what stood before is kept with who changed it and why', async () => {
    const id = await add({ number: '居〔2062〕1号', title: '实施意贝' });
    const { itemId } = await scene.draft('参加公益理发', { policyDocumentId: id });
    expect(rulesOf(await scene.publish(itemId))).toEqual([]);
    expect(codeOf(await correct(id, {}))).toBe('ok');
    expect(codeOf(await correct(id, {}))).toBe('ok'); // changes nothing, and nothing is kept of it
    const { mayChange, changes } = await toldOf('document', id);
    expect(mayChange).toBe(true);
    expect(changes).toMatchObject([
      {
        ...{ what: 'corrected', because },
        before: [
          { field: 'number', value: '居〔2062〕1号' },
          { field: 'title', value: '实施意贝' },
        ],
      },
    ]);
    const { items } = dataOf<{ items: { policyDocumentNumber: string }[] }>(
      await scene.call(scene.resident, 'items', { ...scene.here, state: 'published' }),
    );
    expect(items.map(({ policyDocumentNumber }) => policyDocumentNumber)).toEqual(['居〔2026〕1号']);
  });

  it('keeps what stood before for good: nobody takes a line out of the trail, the database’s owner neither', async () => {
    const id = await add();
    expect(codeOf(await correct(id, { title: '改过' }))).toBe('ok');
    for (const words of ['delete from basis_change', "update basis_change set because = ''"])
      await expect(database.ownerPool.query(words)).rejects.toThrow('refused');
    expect((await toldOf('document', id)).changes).toHaveLength(1);
  });

  it('that holds no longer stays on what rests on it, and nothing new rests on it', async () => {
    const id = await add();
    const [published, drafted] = [
      await scene.draft('参加公益理发', { policyDocumentId: id }),
      await scene.draft('陪独居老人看病', { policyDocumentId: id }),
    ];
    expect(rulesOf(await scene.publish(published.itemId))).toEqual([]);
    expect(codeOf(await change(id, END))).toBe('ok');
    expect(rulesOf(await scene.publish(drafted.itemId))).toEqual([['basisNeeded']]);
    const draft = scene.item('帮邻居修灯', { policyDocumentId: id });
    expect(codeOf(await scene.call(scene.staff, 'draftItem', draft))).toBe('DOCUMENT_NOT_FOUND');
    const { items } = dataOf<{ items: { policyDocumentNumber: string }[] }>(
      await scene.call(scene.resident, 'items', { ...scene.here, state: 'published' }),
    );
    expect(items.map(({ policyDocumentNumber }) => policyDocumentNumber)).toEqual([notice.number]);
    const numbers = async (ended: boolean) =>
      (await listed<{ number: string; isEnded: boolean }>('policyDocuments', 'documents', ended)).map(
        ({ number, isEnded }) => [number, isEnded],
      );
    expect(await numbers(false)).toEqual([['东综治委〔2017〕4号', false]]);
    expect(await numbers(true)).toEqual([
      [notice.number, true],
      ['东综治委〔2017〕4号', false],
    ]);
    expect(await toldOf('document', id)).toMatchObject({ mayChange: false, changes: [{ what: 'ended', before: [] }] });
    expect(codeOf(await change(id, END))).toBe('BASIS_ENDED');
    expect(codeOf(await correct(id, { title: '又改' }))).toBe('BASIS_ENDED');
    expect(await add()).not.toBe(id); // its number is free again
  });

  it('takes no number of another one, and is changed by who registered it or stands above', async () => {
    const [one] = [await add(), await add({ number: '居〔2026〕2号' })];
    expect(codeOf(await correct(one, { number: '居〔2026〕2号' }))).toBe('DOCUMENT_EXISTS');
    expect(codeOf(await correct(scene.policyDocumentId, {}))).toBe('NOT_ALLOWED'); // the district's
    expect(codeOf(await correct(one, { title: '改好' }, scene.district))).toBe('ok');
    for (const by of [scene.staff, scene.resident, other.admin, other.district])
      expect(codeOf(await correct(one, {}, by))).toBe('NOT_ALLOWED');
    expect(codeOf(await correct(randomUUID(), {}))).toBe('DOCUMENT_NOT_FOUND');
    expect((await toldOf('document', scene.policyDocumentId)).mayChange).toBe(false);
    const told = await scene.call(other.admin, 'basisChanges', { of: 'document', id: one });
    expect(codeOf(told)).toBe('NOT_ALLOWED');
  });

  it('in a race of two for one number goes to one of them', async () => {
    const ids = [await add({ number: '甲' }), await add({ number: '乙' }), await add({ number: '丙' })];
    const codes = await Promise.all(ids.map(async (id) => codeOf(await correct(id, { number: '居〔2026〕9号' }))));
    expect(codes.sort()).toEqual(['DOCUMENT_EXISTS', 'DOCUMENT_EXISTS', 'ok']);
  });
});

describe('a guideline item', () => {
  const range = { category: '公益', name: '公益活动', pointsMin: 1, pointsMax: 10, countedPer: '人次', evidence: '' };
  const change = (more: object, by = scene.district) =>
    scene.call(by, 'changeGuideline', { guidelineItemId: scene.guidelineItemId, because, ...more });
  const correct = (more: object, by = scene.district) =>
    change({ change: { what: 'corrected', policyDocumentId: scene.policyDocumentId, ...range, ...more } }, by);

  it('is put right: what is published stays, its next version is held to the new range', async () => {
    const { itemId } = await scene.draft('参加公益理发', { points: 9 });
    expect(rulesOf(await scene.publish(itemId))).toEqual([]);
    expect(codeOf(await correct({ pointsMax: 5, countedPer: '次' }))).toBe('ok');
    expect((await toldOf('guideline', scene.guidelineItemId)).changes).toMatchObject([
      {
        before: [
          { field: 'pointsMax', value: '10' },
          { field: 'countedPer', value: '人次' },
        ],
      },
    ]);
    const { items } = dataOf<{ items: { points: number }[] }>(
      await scene.call(scene.resident, 'items', { ...scene.here, state: 'published' }),
    );
    expect(items).toMatchObject([{ points: 9 }]);
    await scene.call(scene.staff, 'draftItem', { ...scene.here, itemId, points: 8 });
    expect(rulesOf(await scene.publish(itemId))).toEqual([['outsideRange']]);
  });

  it('may rest on another notice, of which the trail tells the number', async () => {
    const notice = { number: '东综治委〔2026〕7号', title: '指导标准', issuer: '区综治委', issuedOn: '2026-03-01' };
    const { policyDocumentId } = dataOf<{ policyDocumentId: string }>(
      await scene.call(scene.district, 'addPolicyDocument', { unitId: scene.units.districtId, ...notice }),
    );
    expect(codeOf(await correct({ policyDocumentId: other.policyDocumentId }))).toBe('DOCUMENT_NOT_FOUND');
    expect(codeOf(await correct({ policyDocumentId }))).toBe('ok');
    const { changes } = await toldOf('guideline', scene.guidelineItemId);
    expect(changes).toMatchObject([{ before: [{ field: 'policyDocument', value: '东综治委〔2017〕4号' }] }]);
  });

  it('is refused with a range the wrong way round, another one’s name, and from below', async () => {
    expect(codeOf(await correct({ pointsMin: 6, pointsMax: 5 }))).toBe('RANGE_REVERSED');
    const second = { unitId: scene.units.districtId, policyDocumentId: scene.policyDocumentId, ...range, name: '敬老' };
    await scene.call(scene.district, 'addGuideline', second);
    expect(codeOf(await correct({ name: '敬老' }))).toBe('GUIDELINE_EXISTS');
    expect(codeOf(await correct({}, scene.admin))).toBe('NOT_ALLOWED');
    expect(codeOf(await correct({}, other.district))).toBe('NOT_ALLOWED');
  });

  it('ends: no draft begins or is published under it any more', async () => {
    const { itemId } = await scene.draft('参加公益理发');
    expect(codeOf(await change(END))).toBe('ok');
    expect(rulesOf(await scene.publish(itemId))).toEqual([['notWithinGuideline']]);
    expect(await listed('guidelines', 'guidelines')).toEqual([]);
    expect(await listed('guidelines', 'guidelines', true)).toMatchObject([{ isEnded: true }]);
  });
});

describe('a brand programme', () => {
  const add = async (name = '双金工程') =>
    dataOf<{ programmeId: string }>(
      await scene.call(scene.admin, 'addProgramme', { ...scene.here, name, aim: '关爱老人' }),
    ).programmeId;
  const change = (programmeId: string, more: object, by = scene.admin) =>
    scene.call(by, 'changeProgramme', { programmeId, because, ...more });
  const correct = (id: string, name: string, by = scene.admin) =>
    change(id, { change: { what: 'corrected', name, aim: '关爱老人' } }, by);

  it('is called otherwise where its items are shown, by its own community’s admin', async () => {
    const id = await add('双全工程');
    expect(codeOf(await correct(id, '双金工程'))).toBe('ok');
    expect(await listed('programmes', 'programmes')).toMatchObject([{ name: '双金工程', isEnded: false }]);
    expect((await toldOf('programme', id)).changes).toMatchObject([{ before: [{ field: 'name', value: '双全工程' }] }]);
    await add('邻里书屋');
    expect(codeOf(await correct(id, '邻里书屋'))).toBe('PROGRAMME_EXISTS');
    for (const by of [scene.staff, scene.district, other.admin])
      expect(codeOf(await correct(id, '别的', by))).toBe('NOT_ALLOWED');
  });

  it('ends: its items stay, none begins under it, and its name is free', async () => {
    const id = await add();
    expect(codeOf(await change(id, END))).toBe('ok');
    const draft = scene.item('帮邻居修灯', { programmeId: id });
    expect(codeOf(await scene.call(scene.staff, 'draftItem', draft))).toBe('PROGRAMME_NOT_FOUND');
    expect(await listed('programmes', 'programmes')).toEqual([]);
    expect(await add()).not.toBe(id);
  });

  it('is told about to staff of the community, not to a grid worker or a resident', async () => {
    const id = await add();
    const gridWorker = await insertHolder(testWorld(database), 'gridWorker', scene.units.gridId);
    expect(await toldOf('programme', id, scene.staff)).toEqual({ mayChange: false, changes: [] });
    for (const by of [gridWorker, scene.resident])
      expect(codeOf(await scene.call(by, 'basisChanges', { of: 'programme', id }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(scene.admin, 'basisChanges', { of: 'programme', id: randomUUID() }))).toBe(
      'PROGRAMME_NOT_FOUND',
    );
  });
});
