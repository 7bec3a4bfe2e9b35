import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, type Scene, screenOf, setScene } from './scene';

/** What no sensible client sends. A refusal or a plain answer, never a fault. */
const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const LAST = 8_640_000_000_000_000;

it.each(['1850-01-01', '9999-12-31', '9999-11-30'])('lists from %s', async (fromDate) => {
  const told = await scene.ask(null, 'list', { unitId: scene.here.communityId, fromDate, days: 62 });
  expect(codeOf(told)).toBe('ok');
});

it('announces nothing beyond the years that the rotating code counts', async () => {
  for (const startsAtMs of [LAST - HOUR, Date.UTC(2041, 11, 13)]) {
    const plan = { unitId: scene.here.communityId, itemId: scene.itemId, title: '远', place: '远' };
    const told = await scene.ask(scene.staff, 'create', { ...plan, startsAtMs, endsAtMs: startsAtMs + HOUR });
    expect(codeOf(told)).toBe('INVALID_INPUT');
  }
  const startsAtMs = Date.UTC(2041, 10, 30);
  const { activityId } = await announce(scene, { startsAtMs, endsAtMs: startsAtMs + HOUR });
  const screen = await screenOf(scene, activityId);
  scene.setClock(startsAtMs);
  const told = await scene.ask((await family(scene)).head, 'checkIn', { code: screen.codeAt(startsAtMs) });
  expect(codeOf(told)).toBe('ok');
});

it('looks for arrivals after the end of time and before its beginning', async () => {
  const { activityId } = await announce(scene);
  for (const afterMs of [0, 1, LAST])
    expect(codeOf(await scene.ask(scene.staff, 'attendance', { activityId, afterMs }))).toBe('ok');
});

it.each(['𠮷'.repeat(50), 'ﷺ'.repeat(60), "'; drop table activity; --", '%'.repeat(200)])(
  'does not understand %p as a code',
  async (code) => {
    expect(codeOf(await scene.ask((await family(scene)).head, 'checkIn', { code }))).toBe('CODE_WRONG');
  },
);

it('does not take halves of characters for a text at all', async () => {
  const told = await scene.ask((await family(scene)).head, 'checkIn', { code: '\ud800'.repeat(6) });
  expect(codeOf(told)).toBe('INVALID_INPUT');
});
