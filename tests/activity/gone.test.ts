import { followChangesInActivity } from '../../cloudfunctions/activity';
import { appoint } from '../household/neighbourhood';
import { openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertNeighbours } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { announce, family, HOUR, type Scene, screenOf, setScene, supervisor } from './scene';

/** What becomes of sign-ups when somebody is gone, and of activities when their community is merged into another. */
const database = useDatabase();
let scene: Scene;
let ask: ReturnType<typeof openDoors>;
beforeEach(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});

const tomorrow = {
  startsAtMs: TEST_NOW_MS + 24 * HOUR,
  endsAtMs: TEST_NOW_MS + 26 * HOUR,
  signUp: 'open',
  capacity: 1,
};
const follow = () => followChangesInActivity(scene.world, scene.world.clock());
const listOf = async (activityId: string) => {
  const { data } = await scene.ask(scene.staff, 'signedUp', { activityId });
  return data.people.map(({ residentId, state }) => [residentId, state]);
};

it.each([
  ['has themself erased', (residentId: string) => ['household.erasePerson', { residentId, reason: 'toldUs' }] as const],
  [
    'dies',
    (residentId: string) => ['household.recordDeath', { residentId, diedOn: '2026-11-22', reason: 'toldUs' }] as const,
  ],
])('gives the place of who %s to who waits, once, and keeps who came to what is over', async (_, gone) => {
  const [first, second] = [(await family(scene)).head, (await family(scene)).head];
  const ahead = await announce(scene, tomorrow);
  const over = await announce(scene, { ...tomorrow, startsAtMs: TEST_NOW_MS, endsAtMs: TEST_NOW_MS + HOUR });
  for (const { activityId } of [ahead, over])
    for (const who of [first, second]) await scene.ask(who, 'signUp', { activityId });
  expect(await listOf(ahead.activityId)).toEqual([
    [first.residentId, 'signedUp'],
    [second.residentId, 'waiting'],
  ]);
  scene.setClock(TEST_NOW_MS + 2 * HOUR);
  const [name, input] = gone(first.residentId);
  expect(await ask(scene.staff, name, input)).toMatchObject({ ok: true });
  expect(await follow()).toBe(1);
  expect(await listOf(ahead.activityId)).toEqual([[second.residentId, 'signedUp']]);
  expect(await listOf(over.activityId)).toHaveLength(2);
  expect(await follow()).toBe(0);
});

it('hands over what a merged community has announced: its successor shows it, and thanks those who come', async () => {
  const next = await insertNeighbours(database.db, scene.here);
  const chief = await supervisor(scene);
  await appoint(scene.world, scene.stranger.residentId, 'communityStaff', next.communityId);
  const { head } = await family(scene);
  const ahead = await announce(scene, tomorrow);
  const merge = { unitId: scene.here.communityId, intoUnitId: next.communityId, because: '批复' };
  expect(await ask(chief, 'household.mergeUnits', merge)).toMatchObject({ ok: true });
  expect(await follow()).toBe(1);
  const { data } = await scene.ask(null, 'list', { unitId: next.communityId });
  expect(data.activities.map(({ activityId }) => activityId)).toEqual([ahead.activityId]);
  scene.setClock(tomorrow.startsAtMs);
  const screen = await screenOf(scene, ahead.activityId, scene.stranger);
  const came = await scene.ask(head, 'checkIn', { code: screen.codeAt(tomorrow.startsAtMs) });
  expect(came).toMatchObject({ ok: true });
  const { rows } = await database.ownerPool.query('select unit_id from ledger_entry where account_id = $1', [
    head.residentId,
  ]);
  expect(rows).toEqual([{ unit_id: next.communityId }]);
  const announceOf = scene.ask(scene.stranger, 'create', {
    ...{ unitId: scene.here.communityId, itemId: scene.itemId, title: '晚了', place: '广场', ...tomorrow },
  });
  expect(await announceOf).toMatchObject({ code: 'UNIT_NOT_FOUND' });
});
