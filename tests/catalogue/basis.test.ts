import { randomUUID } from 'node:crypto';
import { policyDocumentsOf } from '../../cloudfunctions/catalogue/index';
import { useDatabase } from '../support/database';
import { codeOf, dataOf } from '../support/doors';
import { testWorld } from '../support/world';
import { openScene, type Scene } from './scene';

const database = useDatabase();
let scene: Scene;
let other: Scene;

beforeAll(async () => {
  scene = await openScene(testWorld(database));
  other = await openScene(testWorld(database));
});

const notice = (number: string) => ({ number, title: '实施意见', issuer: '居民委员会', issuedOn: '2026-01-01' });

describe('notices', () => {
  it('of a unit are its own and those above it, the newest first', async () => {
    const { call, admin, resident, units, here } = scene;
    const own = dataOf<{ policyDocumentId: string }>(
      await call(admin, 'addPolicyDocument', { ...here, ...notice('居〔2026〕1号') }),
    );
    const listed = dataOf<{ documents: { policyDocumentId: string; number: string }[] }>(
      await call(resident, 'policyDocuments', { unitId: units.gridId }),
    );
    expect(listed.documents.map((document) => document.number)).toEqual(['居〔2026〕1号', '东综治委〔2017〕4号']);
    const above = dataOf<{ documents: object[] }>(
      await call(resident, 'policyDocuments', { unitId: units.districtId }),
    );
    expect(above.documents).toHaveLength(1);
    const found = await policyDocumentsOf(database.db, [own.policyDocumentId, randomUUID()]);
    expect([...found.values()]).toMatchObject([{ number: '居〔2026〕1号', unitId: here.unitId }]);
  });

  it('stand once by their number, in units within reach', async () => {
    const { call, admin, staff, units, here } = scene;
    const add = (by: string, unitId: string) => call(by, 'addPolicyDocument', { unitId, ...notice('居〔2026〕2号') });
    expect(codeOf(await add(admin, here.unitId))).toBe('ok');
    expect(codeOf(await add(admin, here.unitId))).toBe('DOCUMENT_EXISTS');
    expect(codeOf(await add(admin, units.districtId))).toBe('NOT_ALLOWED');
    expect(codeOf(await add(admin, other.here.unitId))).toBe('NOT_ALLOWED');
    expect(codeOf(await add(staff, here.unitId))).toBe('NOT_ALLOWED');
    expect(codeOf(await add(admin, randomUUID()))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await call(admin, 'policyDocuments', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('guideline items', () => {
  const range = { category: '公益', name: '敬老', pointsMin: 2, pointsMax: 5, countedPer: '次' };
  const add = ({ call, district, units, policyDocumentId }: Scene, more: object = {}) =>
    call(district, 'addGuideline', { unitId: units.districtId, policyDocumentId, ...range, ...more });

  it('hold for the communities below', async () => {
    expect(codeOf(await add(scene))).toBe('ok');
    const { call, resident, here } = scene;
    const { guidelines } = dataOf<{ guidelines: { name: string }[] }>(await call(resident, 'guidelines', here));
    expect(guidelines.map((guideline) => guideline.name)).toEqual(['公益活动', '敬老']);
    const theirs = dataOf<{ guidelines: object[] }>(await call(resident, 'guidelines', other.here));
    expect(theirs.guidelines).toHaveLength(1);
  });

  it('are set by a city or district, in order, on a notice of theirs, once', async () => {
    expect(codeOf(await add(scene, { name: '重复' }))).toBe('ok');
    expect(codeOf(await add(scene, { name: '重复' }))).toBe('GUIDELINE_EXISTS');
    expect(codeOf(await add(scene, { pointsMin: 6 }))).toBe('RANGE_REVERSED');
    expect(codeOf(await add(scene, { policyDocumentId: other.policyDocumentId }))).toBe('DOCUMENT_NOT_FOUND');
    expect(codeOf(await add(scene, { policyDocumentId: randomUUID() }))).toBe('DOCUMENT_NOT_FOUND');
    expect(codeOf(await add(scene, { unitId: scene.here.unitId }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await add(scene, { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await add(scene, { unitId: other.units.districtId }))).toBe('NOT_ALLOWED');
    expect(codeOf(await add(scene, { pointsMin: 0 }))).toBe('INVALID_INPUT');
    expect(codeOf(await scene.call(scene.resident, 'guidelines', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('brand programmes', () => {
  const add = ({ call, admin, here }: Scene, more: object = {}) =>
    call(admin, 'addProgramme', { ...here, name: '双金工程', aim: '关爱空巢老人和留守儿童', ...more });

  it("are a community's own, once by their name", async () => {
    const { programmeId } = dataOf<{ programmeId: string }>(await add(scene));
    expect(codeOf(await add(scene))).toBe('PROGRAMME_EXISTS');
    const { call, resident, here } = scene;
    const { programmes } = dataOf<{ programmes: object[] }>(await call(resident, 'programmes', here));
    expect(programmes).toMatchObject([{ programmeId, name: '双金工程' }]);
    expect(dataOf<{ programmes: object[] }>(await call(resident, 'programmes', other.here)).programmes).toEqual([]);
  });

  it('are opened by its admin, in a community', async () => {
    expect(codeOf(await add(scene, { unitId: scene.units.gridId }))).toBe('UNIT_NOT_FOUND');
    expect(codeOf(await add(scene, { unitId: other.here.unitId }))).toBe('NOT_ALLOWED');
    expect(codeOf(await add({ ...scene, admin: scene.staff }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.call(scene.resident, 'programmes', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});
