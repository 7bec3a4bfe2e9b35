import { randomUUID } from 'node:crypto';
import { BY_ARRIVAL } from '../../cloudfunctions/activity/actions/attendance';
import { writeCursor } from '../../cloudfunctions/kit/cursor';
import { registerHome } from '../household/neighbourhood';
import { cursorOf } from '../support/cursor';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, type Scene, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});

const PEOPLE = 550;
const AT_ONCE = 50;

/** Fifty come at a time, within one millisecond. */
async function comeBy(activityId: string) {
  const all: string[] = [];
  for (let n = 0; n < PEOPLE / AT_ONCE; n++) {
    const members = Array.from({ length: AT_ONCE }, (_, i) => ({ name: `李${'甲乙丙丁戊己庚辛壬癸'[i % 10]}` }));
    const homes = [members.slice(0, AT_ONCE / 2), members.slice(AT_ONCE / 2)];
    const lived = await Promise.all(homes.map((home) => registerHome(scene.world, scene.here, ...home)));
    const memberIds = lived.flatMap((home) => home.memberIds);
    scene.setClock(TEST_NOW_MS + n * 20_000);
    await scene.ask(scene.staff, 'checkInResident', { activityId, residentIds: memberIds, how: 'name' });
    all.unshift(...memberIds);
  }
  return all;
}

it('the first of five hundred and fifty is found behind the cursor, everybody once and the newest first', async () => {
  const { activityId } = await announce(scene);
  const all = await comeBy(activityId);
  const look = async (input: object) => (await scene.ask(scene.staff, 'attendance', { activityId, ...input })).data;
  const first = await look({});
  expect(first).toMatchObject({ attendedCount: PEOPLE, nextCursor: expect.any(String) });
  const second = await look({ cursor: first.nextCursor });
  expect(second.nextCursor).toBeNull();
  const told = [...first.arrivals, ...second.arrivals];
  expect(told.map(({ residentId }) => residentId).sort()).toEqual([...all].sort());
  expect(told.map(({ atMs }) => atMs)).toEqual(told.map(({ atMs }) => atMs).sort((a, b) => b - a));

  const middle = first.arrivals[74] as (typeof told)[0]; // in the midst of fifty who came at once
  const behind = await look({ cursor: writeCursor(BY_ARRIVAL, middle), afterMs: middle.atMs });
  expect(behind.arrivals.map(({ residentId }) => residentId)).toEqual(
    told.slice(75, 100).map(({ residentId }) => residentId),
  );
});

it('takes no cursor that it never gave', async () => {
  const { activityId } = await announce(scene);
  const forged = [[10 ** 16, randomUUID()], [1, `${randomUUID()}x`], [1]].map(cursorOf);
  for (const cursor of ['x', ...forged])
    expect(codeOf(await scene.ask(scene.staff, 'attendance', { activityId, cursor }))).toBe('INVALID_INPUT');
});
