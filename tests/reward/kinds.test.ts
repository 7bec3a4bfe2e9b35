import { NAMED_KINDS, OPEN_KINDS_MAX } from '../../cloudfunctions/values/rewards';
import { useDatabase } from '../support/database';
import { insertPolicyDocument } from '../support/rows';
import { type Scene, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
let city: string;
let district: string;
let admin: string;
let cityPaper: string;
let districtPaper: string;
let proposal: Record<string, unknown>;

beforeAll(async () => {
  scene = await setScene(database);
  const { cityId, districtId, communityId } = scene.units;
  city = await scene.addStaff({ role: 'citySupervisor', unitId: cityId });
  district = await scene.addStaff({ role: 'districtSupervisor', unitId: districtId });
  admin = await scene.addStaff({ role: 'communityAdmin', unitId: communityId });
  cityPaper = await insertPolicyDocument(database.db, cityId);
  districtPaper = await insertPolicyDocument(database.db, districtId);
  proposal = {
    ...{ unitId: communityId, kind: 'open', title: '理发', summary: '剪一次头', cost: 20, period: 'month' },
    ...{ stockPerPeriod: 10, limitHolder: 1, validDays: 30, providerIds: [await scene.addProvider('小区理发店')] },
    ...{ policyDocumentId: cityPaper, fundedBy: '社区经费', unitCostCents: 1_500 },
  };
});

interface Kind {
  readonly kind: string;
  readonly kindId: string | null;
  readonly name: string;
  readonly policyDocumentNumber: string | null;
}
const name = (who: string, changed: object = {}) =>
  scene.ask(who, 'nameKind', {
    ...{ unitId: scene.units.cityId, name: '便民服务', nature: 'service', policyDocumentId: cityPaper, ...changed },
  });
const kindsFor = async (unitId: string, who = admin) =>
  (await scene.must<{ kinds: Kind[] }>(who, 'kinds', { unitId })).kinds;

describe('a kind of reward', () => {
  it('is named by the city with its notice, and the six of the rules stay beside it', async () => {
    const kindId = (await name(city)).data?.kindId as unknown as string;
    const kinds = await kindsFor(scene.units.communityId);
    expect(kinds.slice(0, NAMED_KINDS.length).map(({ kind }) => kind)).toEqual([...NAMED_KINDS]);
    expect(kinds.slice(NAMED_KINDS.length)).toMatchObject([{ kind: 'open', kindId, name: '便民服务' }]);
    expect(kinds.at(-1)?.policyDocumentNumber).toBeTruthy();
    const made = await scene.must<{ rewardId: string }>(admin, 'create', { ...proposal, kindId });
    expect(await scene.must(admin, 'get', made)).toMatchObject({ kind: 'open', kindId, kindName: '便民服务' });
  });

  it('is named for a district by the district alone, on a notice of its own or of the city', async () => {
    const { districtId, communityId } = scene.units;
    const changed = { unitId: districtId, name: '农忙帮工', policyDocumentId: districtPaper };
    expect(await name(district, changed)).toMatchObject({ ok: true });
    expect(await name(district, { unitId: scene.units.cityId, name: '别的' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await name(admin, { ...changed, name: '别的' })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await name(city, { name: '别的', policyDocumentId: districtPaper })).toMatchObject({
      code: 'DOCUMENT_NOT_FOUND',
    });
    expect(await name(district, { ...changed, unitId: communityId })).toMatchObject({ code: 'UNIT_NOT_FOUND' });
  });

  it('has a name that no other one has, of the six or above', async () => {
    const { districtId } = scene.units;
    expect(await name(city, { name: '免费体检' })).toMatchObject({ code: 'KIND_EXISTS' });
    const again = { unitId: districtId, policyDocumentId: districtPaper };
    expect(await name(district, { ...again, name: '便民服务' })).toMatchObject({ code: 'KIND_EXISTS' });
  });

  it('cannot be redeemed when it is an honour, nor used where nobody above has named it', async () => {
    const honour = await name(city, { name: '好邻居', nature: 'honour' });
    const kindId = honour.data?.kindId as unknown as string;
    const open = (changed: object) => scene.ask(admin, 'create', { ...proposal, title: '另一样', ...changed });
    expect(await open({ kindId })).toMatchObject({ code: 'KIND_IS_HONOUR' });
    expect(await open({ kindId: scene.units.cityId })).toMatchObject({ code: 'KIND_NOT_FOUND' });
    expect(await open({})).toMatchObject({ code: 'KIND_NOT_FOUND' });
    expect(await open({ kind: 'healthCard', kindId })).toMatchObject({ code: 'KIND_NOT_FOUND' });
  });

  it('is one of so many at most, however many ask at once', async () => {
    const { cityId } = scene.units;
    const known = (await kindsFor(cityId, city)).filter(({ kindId }) => kindId !== null).length;
    for (let i = known; i < OPEN_KINDS_MAX - 1; i++) await name(city, { name: `第${i}种` });
    const told = await Promise.all(['甲', '乙', '丙', '丁'].map((one) => name(city, { name: one })));
    const codes = told.map(({ code }) => code ?? 'ok').sort();
    expect(codes).toEqual(['KINDS_FULL', 'KINDS_FULL', 'KINDS_FULL', 'ok']);
  });
});
