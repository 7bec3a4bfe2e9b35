import { randomUUID } from 'node:crypto';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, lifetimeOf, MINUTE, type Scene, screenOf, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const PEOPLE = [
  { name: '李建国' },
  { name: '李小宝', bornOn: '2019-01-01' },
  { name: '王秀英', bornOn: '1940-01-01', isAssisted: true },
] as const;

/** A parent with a child and an old mother, who has just been counted at an activity by its code. */
async function arrived() {
  const { activityId } = await announce(scene);
  const { head, memberIds, householdId } = await family(scene, ...PEOPLE);
  const { codeAt } = await screenOf(scene, activityId);
  const told = await scene.ask(head, 'checkIn', { code: codeAt(now) });
  if (!told.ok) throw new Error(`not counted: ${told.code}`);
  return { activityId, head, householdId, childId: memberIds[1] as string, motherId: memberIds[2] as string };
}
const bring = (who: Somebody, activityId: string, alongIds: readonly string[], requestId?: string) =>
  scene.ask(who, 'bringAlong', { activityId, alongIds }, requestId);

describe('who has just checked in brings the family', () => {
  it('each of whom is counted with points of their own, in the list as brought', async () => {
    const { activityId, head, childId, motherId } = await arrived();
    scene.setClock(now + 5 * MINUTE);
    const told = await bring(head, activityId, [childId, motherId, childId, head.residentId]);
    expect(told.data).toMatchObject({
      activityId,
      along: [
        { holder: { kind: 'resident', id: childId }, outcome: { state: 'posted', points: 5, entrySeq: 1 } },
        { holder: { kind: 'resident', id: motherId }, outcome: { state: 'posted', points: 5, entrySeq: 1 } },
      ],
      householdLifetime: 15,
    });
    const { data } = await scene.ask(scene.staff, 'attendance', { activityId });
    expect(data.arrivals.map(({ how }) => how).sort()).toEqual(['brought', 'brought', 'scan']);
  });

  it('counts nobody twice, however often it is asked', async () => {
    const { activityId, head, childId } = await arrived();
    const requestId = randomUUID();
    const same = await Promise.all(Array.from({ length: 10 }, () => bring(head, activityId, [childId], requestId)));
    expect(new Set(same.map((told) => JSON.stringify(told))).size).toBe(1);
    expect((await bring(head, activityId, [childId])).data).toMatchObject({
      along: [{ outcome: { state: 'refused', code: 'COUNTED_ALREADY' } }],
      householdLifetime: 10,
    });
    expect(await lifetimeOf(scene, childId)).toBe(5);
  });

  it('within a quarter of an hour, afterwards the organiser is to be asked', async () => {
    const { activityId, head, childId, motherId } = await arrived();
    scene.setClock(now + 15 * MINUTE);
    expect(codeOf(await bring(head, activityId, [childId]))).toBe('ok');
    scene.setClock(now + 15 * MINUTE + 1);
    expect(codeOf(await bring(head, activityId, [motherId]))).toBe('ASK_ORGANISER');
    expect(await lifetimeOf(scene, motherId)).toBe(0);
  });

  it('only after their own check-in, and only by their own code', async () => {
    const { activityId } = await announce(scene);
    const { head, memberIds } = await family(scene, ...PEOPLE);
    const childId = memberIds[1] as string;
    expect(codeOf(await bring(head, activityId, [childId]))).toBe('NOT_CHECKED_IN');
    await scene.ask(scene.staff, 'checkInResident', { activityId, residentIds: [head.residentId], how: 'name' });
    expect(codeOf(await bring(head, activityId, [childId]))).toBe('ASK_ORGANISER');
    expect(await lifetimeOf(scene, childId)).toBe(0);
  });

  it('but nobody else’s, and then nobody is counted', async () => {
    const { activityId, head, childId } = await arrived();
    const others = await family(scene, { name: '赵大' }, { name: '赵二', bornOn: '2019-01-01' });
    expect(await bring(head, activityId, [childId, others.memberIds[1] as string])).toMatchObject({
      code: 'MAY_NOT_ACT_FOR',
      detail: { residentId: others.memberIds[1] },
    });
    expect(await lifetimeOf(scene, childId)).toBe(0);
  });

  it('also when the item has counted for themself as often as it may, but only by a code that was good here', async () => {
    const itemId = await insertItem(
      database.db,
      { units: scene.here, draftedBy: scene.staff.residentId },
      { points: 5, cap_person_day: 1 },
    );
    const { head, memberIds } = await family(scene, ...PEOPLE);
    const [, childId = '', motherId = ''] = memberIds;
    const [first, second, third] = [
      await announce(scene, { itemId }),
      await announce(scene, { itemId }),
      await announce(scene, { itemId }),
    ];
    const { codeAt } = await screenOf(scene, second.activityId);
    await scene.ask(head, 'checkIn', { code: (await screenOf(scene, first.activityId)).codeAt(now) });
    expect(codeOf(await scene.ask(head, 'checkIn', { code: codeAt(now - 5 * MINUTE) }))).toBe('CODE_EXPIRED');
    expect(codeOf(await bring(head, second.activityId, [childId]))).toBe('NOT_CHECKED_IN');

    expect(await scene.ask(head, 'checkIn', { code: codeAt(now), alongIds: [childId] })).toMatchObject({
      code: 'CAP_REACHED',
      detail: { cap: 'personDay', activityId: second.activityId },
    });
    scene.setClock(now + 5 * MINUTE);
    expect((await bring(head, second.activityId, [childId])).data.along).toMatchObject([
      { outcome: { state: 'posted', points: 5 } },
    ]);
    expect((await bring(head, second.activityId, [childId])).data.along).toMatchObject([
      { outcome: { state: 'refused', code: 'COUNTED_ALREADY' } },
    ]);
    expect(codeOf(await bring(head, third.activityId, [motherId]))).toBe('NOT_CHECKED_IN');
    scene.setClock(now + 15 * MINUTE + 1);
    expect(codeOf(await bring(head, second.activityId, [motherId]))).toBe('ASK_ORGANISER');
    expect(await lifetimeOf(scene, head.residentId)).toBe(5);
    expect([await lifetimeOf(scene, childId), await lifetimeOf(scene, motherId)]).toEqual([5, 0]);
  });

  it('not to an activity that was cancelled since', async () => {
    const { activityId, head, childId } = await arrived();
    await scene.ask(scene.staff, 'cancel', { activityId });
    expect(codeOf(await bring(head, activityId, [childId]))).toBe('ACTIVITY_CANCELLED');
  });
});
