import { useDatabase } from '../support/database';
import { bind, newcomer, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, world } = scene;

describe('me', () => {
  it('is nobody yet for a newcomer', async () => {
    const answer = await ask(newcomer(), 'me');
    expect(answer.data).toMatchObject({ isDemo: false, resident: null, household: null, roles: [], application: null });
  });

  it('knows the household, its members, the grid worker and for whom one may act', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '周明', sex: 'male', bornOn: '1985-02-03', phone: '14000007001' },
      { name: '周小宝', relation: '子', bornOn: '2016-05-01' },
      { name: '陈玉兰', relation: '母亲', bornOn: '1941-05-01', isAssisted: true },
      { name: '刘洋', relation: '配偶', bornOn: '1986-05-01', phone: '14000007002' },
    );
    const head = await bind(world(), home.memberIds[0] ?? '');
    const { data } = await ask(head.identity, 'me');
    expect(data.resident).toEqual({
      residentId: head.residentId,
      name: '周明',
      age: 41,
      sex: 'male',
      namesShown: false,
      namesWaitFor: null,
    });
    expect(data.household).toMatchObject({ number: home.number, headId: head.residentId, poolAgreed: false });
    expect(data.household?.gridWorker?.name).toBe('网小格');
    const wife = await bind(world(), home.memberIds[3] ?? '');
    const seen = (await ask(wife.identity, 'me')).data; // the head’s number, as the consent says, and nobody else’s
    expect(seen.household?.headPhone).toBe('14000007001');
    expect(JSON.stringify(seen)).not.toContain('14000007002');
    const mayActFor = Object.fromEntries((data.household?.members ?? []).map((one) => [one.name, one.mayActFor]));
    expect(mayActFor).toEqual({ 周明: true, 周小宝: true, 陈玉兰: true, 刘洋: false });
  });

  it('tells the roles that hold today, with names and the community in which they work', async () => {
    const { data } = await ask(scene.place.gridWorker.identity, 'me');
    expect(data.isDemo).toBe(true);
    expect(data.roles).toMatchObject([
      { role: 'gridWorker', unitId: scene.place.here.gridId, communityId: scene.place.here.communityId },
    ]);
  });
});
