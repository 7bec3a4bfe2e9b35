import { randomUUID } from 'node:crypto';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, type Scene, setScene, visitor } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const tomorrow = { startsAtMs: now + 24 * HOUR, endsAtMs: now + 26 * HOUR, signUp: 'open' };
const signUp = (who: Somebody, activityId: string, more: object = {}) =>
  scene.ask(who, 'signUp', { activityId, ...more });
const statesOf = async (activityId: string) => {
  const rows = await database.db.selectFrom('sign_up').select('state').where('activity_id', '=', activityId).execute();
  return rows.map((row) => row.state).sort();
};
const heads = async (count: number) => {
  const people: Somebody[] = [];
  for (let i = 0; i < count; i++) people.push((await family(scene)).head);
  return people;
};

it('lets exactly ten of fifty have the ten places, the others wait in one line', async () => {
  const { activityId } = await announce(scene, { ...tomorrow, capacity: 10 });
  const people = await heads(50);
  const told = await Promise.all(people.map((who) => signUp(who, activityId)));
  expect(told.filter((one) => one.data.state === 'signedUp')).toHaveLength(10);
  const waiting = told.filter((one) => one.data.state === 'waiting').map((one) => one.data.waitingBefore);
  expect(waiting.sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  expect(await statesOf(activityId)).toEqual([...Array(10).fill('signedUp'), ...Array(40).fill('waiting')]);
});

it('moves the next one up when a place is given back, in the order in which they came', async () => {
  const { activityId } = await announce(scene, { ...tomorrow, capacity: 1 });
  const [first, second, third] = (await heads(3)) as [Somebody, Somebody, Somebody];
  for (const who of [first, second, third]) await signUp(who, activityId);
  const told = await signUp(first, activityId, { coming: false });
  expect(told.data).toEqual({ state: 'none', signedUpCount: 1, waitingBefore: 0 });
  const mine = async (who: Somebody) => (await scene.ask(who, 'get', { activityId })).data.mySignUp;
  expect([await mine(first), await mine(second), await mine(third)]).toEqual(['none', 'signedUp', 'waiting']);
  expect((await signUp(first, activityId)).data).toEqual({ state: 'waiting', signedUpCount: 1, waitingBefore: 1 });
});

it('never gives more places than there are while people come and go all at once', async () => {
  const { activityId } = await announce(scene, { ...tomorrow, capacity: 3 });
  const people = await heads(8);
  for (let round = 0; round < 5; round++)
    await Promise.all(people.map((who, i) => signUp(who, activityId, { coming: (i + round) % 2 === 0 })));
  const states = await statesOf(activityId);
  expect(states.filter((state) => state === 'signedUp')).toHaveLength(3);
});

it('may be said twice without harm', async () => {
  const { activityId } = await announce(scene, tomorrow);
  const { head } = await family(scene);
  const told = { state: 'signedUp', signedUpCount: 1, waitingBefore: 0 };
  expect((await signUp(head, activityId)).data).toEqual(told);
  expect((await signUp(head, activityId)).data).toEqual(told);
  await signUp(head, activityId, { coming: false });
  expect((await signUp(head, activityId, { coming: false })).data).toEqual({
    ...told,
    state: 'none',
    signedUpCount: 0,
  });
});

it('is for oneself and for those one may act for', async () => {
  const { activityId } = await announce(scene, tomorrow);
  const { head, memberIds } = await family(scene, { name: '钱一' }, { name: '钱二', bornOn: '2018-01-01' });
  const grown = await family(scene, { name: '钱三' }, { name: '钱四', bornOn: '1988-01-01' });
  expect((await signUp(head, activityId, { residentId: memberIds[1] })).data.signedUpCount).toBe(1);
  expect(codeOf(await signUp(grown.head, activityId, { residentId: grown.memberIds[1] }))).toBe('RESIDENT_NOT_FOUND');
  expect(codeOf(await signUp(head, activityId, { residentId: grown.head.residentId }))).toBe('RESIDENT_NOT_FOUND');
  expect(codeOf(await signUp(head, activityId, { residentId: randomUUID() }))).toBe('RESIDENT_NOT_FOUND');
  expect(codeOf(await signUp(await visitor(scene), activityId))).toBe('ok');
});

it('is refused where there is nothing to sign up for', async () => {
  const { head } = await family(scene);
  const open = await announce(scene);
  expect(codeOf(await signUp(head, open.activityId))).toBe('SIGN_UP_NOT_NEEDED');
  expect(codeOf(await signUp(head, randomUUID()))).toBe('ACTIVITY_NOT_FOUND');
  const { activityId } = await announce(scene, tomorrow);
  scene.setClock(tomorrow.endsAtMs);
  expect(codeOf(await signUp(head, activityId))).toBe('ACTIVITY_OVER');
  scene.setClock(now);
  await scene.ask(scene.staff, 'cancel', { activityId });
  expect(codeOf(await signUp(head, activityId))).toBe('ACTIVITY_CANCELLED');
});

describe('the list of who signed up', () => {
  const listed = async (activityId: string, more: object = {}) =>
    (await scene.ask(scene.staff, 'signedUp', { activityId, masked: false, ...more })).data;

  it('shows who has a place, then who waits, in the order in which they came, and who has arrived', async () => {
    const { activityId } = await announce(scene, {
      startsAtMs: now,
      endsAtMs: now + HOUR,
      signUp: 'open',
      capacity: 2,
    });
    const homes = [];
    for (const name of ['王一', '王二', '王三', '王四']) homes.push(await family(scene, { name }));
    const people = homes.map(({ head }) => head) as [Somebody, Somebody, Somebody, Somebody];
    for (const who of people) {
      scene.setClock(now + 1_000 * (people.indexOf(who) + 1));
      await signUp(who, activityId);
    }
    await signUp(people[0], activityId, { coming: false });
    await scene.ask(scene.staff, 'checkInResident', { activityId, residentIds: [people[2].residentId], how: 'name' });
    const told = await listed(activityId);
    expect(told.people.map(({ name, state, hasArrived }) => [name, state, hasArrived])).toEqual([
      ['王二', 'signedUp', false],
      ['王三', 'signedUp', true],
      ['王四', 'waiting', false],
    ]);
    const first = await listed(activityId, { limit: 2 });
    const second = await listed(activityId, { limit: 2, cursor: first.nextCursor });
    expect([...first.people, ...second.people]).toEqual(told.people);
    expect(second.nextCursor).toBeNull();
    expect([told.count, first.count, second.count]).toEqual([3, 3, 3]);
  });

  it('tells staff who ask how each is reached, by the head where they have no phone; and notes that it did', async () => {
    const { activityId } = await announce(scene, tomorrow);
    const { head, memberIds } = await family(
      scene,
      { name: '司马安', phone: '14000006001' },
      { name: '司马静', phone: null, bornOn: '2014-05-05' },
    );
    await signUp(head, activityId);
    await signUp(head, activityId, { residentId: memberIds[1] });
    const phones = async (who: Somebody, more: object) =>
      (await scene.ask(who, 'signedUp', { activityId, ...more })).data.people.map(({ phone, isHeadsPhone }) => [
        phone,
        isHeadsPhone,
      ]);
    const all = { masked: false, withPhones: true };
    expect(await phones(scene.staff, all)).toEqual([
      ['14000006001', false],
      ['14000006001', true],
    ]);
    expect(await phones(scene.staff, { masked: false })).toEqual([
      [null, false],
      [null, false],
    ]);
    expect(await phones(scene.staff, { withPhones: true })).toEqual([
      [null, false],
      [null, false],
    ]);
    const noted = await database.ownerPool.query(
      "select 1 from audit_log where action = 'activity.signedUp' and detail ->> 'phones' = '2' and target_id = $1",
      [activityId],
    );
    expect(noted.rowCount).toBe(1);
  });

  it('gives full names to staff of the community alone, and notes that it did', async () => {
    const { activityId } = await announce(scene, tomorrow);
    const { head } = await family(scene, { name: '欧阳小明' });
    await signUp(head, activityId);
    expect((await listed(activityId)).people[0]?.name).toBe('欧阳小明');
    expect((await scene.ask(scene.staff, 'signedUp', { activityId })).data.people[0]?.name).not.toBe('欧阳小明');
    const noted = await database.ownerPool.query("select 1 from audit_log where action = 'activity.signedUp'");
    expect(noted.rowCount).toBeGreaterThan(0);
    expect(codeOf(await scene.ask(head, 'signedUp', { activityId }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.ask(scene.staff, 'signedUp', { activityId: randomUUID() }))).toBe('ACTIVITY_NOT_FOUND');
  });
});
