import { family, type Scene, setScene } from '../activity/scene';
import { employ, type Somebody } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertReward } from '../support/rows';

const DAY_MS = 86_400_000;
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let colleague: Somebody;
let district: Somebody;
let rewardId: string;
let itemId: string;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  colleague = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '同事');
  district = await employ(scene.world, scene.here, 'districtSupervisor', scene.here.districtId, '主管');
  const by = { units: scene.here, draftedBy: scene.staff.residentId };
  itemId = await insertItem(database.db, by, { points: 50 });
  rewardId = await insertReward(database.db, { units: scene.here, createdBy: scene.staff.residentId }, { cost: 5 });
});

/** Registered at the desk, with points given, by one and the same person. */
async function invented(by = scene.staff) {
  const head = { name: '查无此人' };
  const told = await ask(by, 'household.addHousehold', {
    unitId: scene.here.communityId,
    address: `${Math.random()}号`,
    head,
  });
  const holder = { kind: 'resident', id: fieldOf<string>(told, 'headId') };
  await ask(by, 'award.give', { itemId, holders: [holder] });
  const redeem = (who: Somebody) => ask(who, 'reward.issueVoucherFor', { rewardId, holder });
  return { householdId: fieldOf<string>(told, 'householdId'), redeem };
}
const looksOf = async (who: Somebody) =>
  fieldOf<{ householdId: string; mayLook: boolean }[]>(
    await ask(who, 'reward.secondLooks', { unitId: scene.here.communityId }),
    'looks',
  );

describe('the first voucher at the desk of a new household', () => {
  it('waits until a second person has looked, who sees who registered it and who gave it its points', async () => {
    const { householdId, redeem } = await invented();
    for (let i = 0; i < 2; i++)
      expect(await redeem(scene.staff)).toMatchObject({
        code: 'SECOND_LOOK_NEEDED',
        detail: { days: 90, state: 'waiting' },
      });
    expect((await looksOf(scene.staff)).at(-1)).toMatchObject({ householdId, mayLook: false });
    expect((await looksOf(colleague)).at(-1)).toMatchObject({
      ...{ householdId, mayLook: true, memberNames: ['查无此人'] },
      given: [{ points: 50, count: 1, givenByName: expect.any(String) }],
    });
    const right = { householdId, isRight: true };
    expect(await ask(scene.staff, 'reward.look', right)).toMatchObject({ code: 'NEEDS_OTHER_PERSON' });
    expect((await ask(colleague, 'reward.look', right)).ok).toBe(true);
    expect((await redeem(scene.staff)).ok).toBe(true);
    expect(await ask(district, 'reward.look', right)).toMatchObject({ code: 'SECOND_LOOK_NOT_FOUND' });
  });

  it('is not seen by who registered it, though a colleague was at the desk', async () => {
    const { householdId, redeem } = await invented();
    expect(await redeem(colleague)).toMatchObject({ code: 'SECOND_LOOK_NEEDED' });
    for (const who of [scene.staff, colleague])
      expect(await ask(who, 'reward.look', { householdId, isRight: true })).toMatchObject({
        code: 'NEEDS_OTHER_PERSON',
      });
    expect((await ask(district, 'reward.look', { householdId, isRight: true })).ok).toBe(true);
    expect((await redeem(scene.staff)).ok).toBe(true);
  });

  it('is turned down with a reason only, and stays refused then', async () => {
    const { householdId, redeem } = await invented();
    await redeem(scene.staff);
    expect(await ask(colleague, 'reward.look', { householdId, isRight: false })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    const no = { householdId, isRight: false, because: '这个地址没有人住' };
    expect((await ask(colleague, 'reward.look', no)).data).toEqual({ state: 'turnedDown' });
    expect(await redeem(scene.staff)).toMatchObject({ code: 'SECOND_LOOK_NEEDED', detail: { state: 'turnedDown' } });
  });

  it('is not asked for where the household came with a roster, or has been there longer than the community says', async () => {
    const { head } = await family(scene, { name: '名册上的人' });
    const holder = { kind: 'resident', id: head.residentId };
    await ask(scene.staff, 'award.give', { itemId, holders: [holder] });
    expect((await ask(scene.staff, 'reward.issueVoucherFor', { rewardId, holder })).ok).toBe(true);
    const { redeem } = await invented();
    scene.setClock(scene.world.clock() + 91 * DAY_MS);
    expect((await redeem(scene.staff)).ok).toBe(true);
  });
});
