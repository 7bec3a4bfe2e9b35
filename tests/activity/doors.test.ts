import { hintsFor, type Lately } from '../../cloudfunctions/activity/rules';
import { HINTS } from '../../cloudfunctions/values/activities';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, lifetimeOf, MINUTE, type Scene, screenOf, setScene, visitor } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const put = (activityId: string, residentIds: readonly string[], how = 'card') =>
  scene.ask(scene.staff, 'checkInResident', { activityId, residentIds, how });
const codesOf = ({ data }: Awaited<ReturnType<typeof put>>) =>
  data.results.map(({ outcome }) => (outcome.state === 'posted' ? 'posted' : outcome.code));
const twoActivities = async () => [
  (await announce(scene)).activityId,
  (await announce(scene, { title: '健康讲座' })).activityId,
];

describe('one card at two doors', () => {
  it('is refused at the second door within the minute, and named to who stands there', async () => {
    const [first = '', second = ''] = await twoActivities();
    const { memberIds } = await family(scene, { name: '陈桂兰' }, { name: '陈小雨' });
    const [one = '', child = ''] = memberIds;
    expect(codesOf(await put(first, [one]))).toEqual(['posted']);
    scene.setClock(now + MINUTE - 1);
    const told = await put(second, [one, child]); // the whole family by one card
    expect(codesOf(told)).toEqual(['AT_ANOTHER_DOOR', 'AT_ANOTHER_DOOR']);
    expect(told.data.results[0]?.outcome).toMatchObject({ door: { activityTitle: '周一清洁日', atMs: now } });
    expect(await lifetimeOf(scene, one)).toBe(5);
    scene.setClock(now + MINUTE);
    expect(codesOf(await put(second, [one, child]))).toEqual(['posted', 'posted']);
  });

  it('at the same moment counts at one of them, however often it is tried', async () => {
    const [first = '', second = ''] = await twoActivities();
    const [one = ''] = (await family(scene)).memberIds;
    const all = await Promise.all(Array.from({ length: 12 }, (_, i) => put(i % 2 ? first : second, [one])));
    expect(all.flatMap(codesOf).filter((code) => code === 'posted')).toHaveLength(1);
    expect(await lifetimeOf(scene, one)).toBe(5);
  });

  it('holds for a personal code, and for a person by one and then the other', async () => {
    const [first = '', second = ''] = await twoActivities();
    const [one = ''] = (await family(scene)).memberIds;
    await put(first, [one], 'personalCode');
    expect(codesOf(await put(second, [one], 'personalCode'))).toEqual(['AT_ANOTHER_DOOR']);
    expect(codesOf(await put(second, [one], 'card'))).toEqual(['AT_ANOTHER_DOOR']);
  });

  it('is confirmed by name: who stands there in person is counted, and staff answer for it', async () => {
    const [first = '', second = ''] = await twoActivities();
    const [one = ''] = (await family(scene)).memberIds;
    await put(first, [one]);
    expect(codesOf(await put(second, [one]))).toEqual(['AT_ANOTHER_DOOR']);
    expect(codesOf(await put(second, [one], 'name'))).toEqual(['posted']);
    expect(codesOf(await put(first, [one]))).toEqual(['COUNTED_ALREADY']);
  });
});

describe('at the door', () => {
  const checkIn = (who: Somebody, code: string) => scene.ask(who, 'checkIn', { code });
  const set = (activityId: string, checkInWay: string, by = scene.staff) =>
    scene.ask(by, 'setCheckIn', { activityId, checkIn: checkInWay });

  it('only staff check people in: who scans or types is told to show their code, and nothing is held against them', async () => {
    const { activityId } = await announce(scene);
    const screen = await screenOf(scene, activityId);
    const { head, memberIds } = await family(scene, { name: '陈桂兰' }, { name: '陈小雨' });
    await set(activityId, 'door');
    for (let i = 0; i < 7; i++) expect(codeOf(await checkIn(head, screen.digitsAt(now)))).toBe('AT_THE_DOOR');
    expect(codeOf(await checkIn(head, screen.codeAt(now)))).toBe('AT_THE_DOOR');
    const brought = await scene.ask(head, 'bringAlong', { activityId, alongIds: [memberIds[1]] });
    expect(codeOf(brought)).toBe('AT_THE_DOOR');
    expect(codesOf(await put(activityId, [head.residentId], 'personalCode'))).toEqual(['posted']);
    expect(codeOf(await checkIn(head, screen.codeAt(now)))).toBe('COUNTED_ALREADY');
  });

  it('may be left again, and everybody can see which it is', async () => {
    const { activityId } = await announce(scene);
    const screen = await screenOf(scene, activityId);
    const shown = async () => (await scene.ask(null, 'get', { activityId })).data.checkIn;
    expect(await shown()).toBe('code');
    await set(activityId, 'door');
    expect(await shown()).toBe('door');
    expect((await scene.ask(scene.staff, 'attendance', { activityId })).data.checkIn).toBe('door');
    await set(activityId, 'code');
    expect(codeOf(await checkIn((await family(scene)).head, screen.codeAt(now)))).toBe('ok');
  });

  it('is for those who run the activity to say', async () => {
    const { activityId } = await announce(scene);
    for (const by of [scene.gridWorker, scene.stranger, (await family(scene)).head])
      expect(codeOf(await set(activityId, 'door', by))).toBe('NOT_ALLOWED');
  });
});

describe('what the host sees of the door', () => {
  const look = async (activityId: string) => (await scene.ask(scene.staff, 'attendance', { activityId })).data;

  it('is the pace, minute by minute, and who came without having signed up', async () => {
    const { activityId } = await announce(scene, { signUp: 'open' });
    const { head } = await family(scene);
    await scene.ask(head, 'signUp', { activityId });
    for (const [minute, people] of [
      [0, 2],
      [1, 3],
      [4, 1],
    ] as const) {
      scene.setClock(now + minute * MINUTE);
      const those = await Promise.all(
        Array.from({ length: people }, async () => (await family(scene)).head.residentId),
      );
      await put(activityId, minute === 4 ? [head.residentId] : those, 'name');
    }
    const seen = await look(activityId);
    expect(seen.perMinute).toHaveLength(30);
    expect(seen.perMinute.slice(-5)).toEqual([2, 3, 0, 0, 1]);
    expect(seen).toMatchObject({ attendedCount: 6, walkInCount: 5, hints: [] });
  });

  it('names what may be a code that was passed on: people of elsewhere, unsigned, at two activities in a minute', async () => {
    const [activityId = '', other = ''] = [
      (await announce(scene, { signUp: 'open' })).activityId,
      (await announce(scene)).activityId,
    ];
    const [screen, otherScreen] = [await screenOf(scene, activityId), await screenOf(scene, other)];
    const all = await Promise.all(Array.from({ length: 6 }, () => visitor(scene)));
    for (const who of all) await scene.ask(who, 'checkIn', { code: screen.codeAt(now) });
    await scene.ask(all[0] as Somebody, 'checkIn', { code: otherScreen.codeAt(now) });
    expect((await look(activityId)).hints).toEqual([
      { kind: 'notSignedUp', people: 6 },
      { kind: 'elsewhere', people: 6 },
      { kind: 'twoDoors', people: 1 },
    ]);
    scene.setClock(now + 16 * MINUTE);
    expect((await look(activityId)).hints).toEqual([]);
  });
});

describe('hints', () => {
  const quiet: Lately = {
    ...{ bySelf: 40, bySelfInAMinute: 30, bySelfNotSignedUp: 4, bySelfElsewhere: 4 },
    ...{ broughtByOne: 4, atTwoDoors: 0 },
  };
  const kinds = (more: Partial<Lately>, takesSignUp = true) =>
    hintsFor({ ...quiet, ...more }, takesSignUp).map(({ kind }) => kind);

  it('are silent about a full house, a few friends and a family', () => {
    expect(kinds({})).toEqual([]);
    expect(kinds({ bySelfNotSignedUp: 19, bySelfElsewhere: 19 })).toEqual([]);
    expect(kinds({ bySelfNotSignedUp: 40 }, false)).toEqual([]);
  });

  it('name each thing that is worth a look', () => {
    const odd = { bySelfInAMinute: 31, bySelfNotSignedUp: 21, bySelfElsewhere: 21, broughtByOne: 5, atTwoDoors: 1 };
    expect(kinds(odd)).toEqual([...HINTS]);
  });
});
