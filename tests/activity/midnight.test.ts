import { startOfDayMs } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { announce, codeOf, family, HOUR, MINUTE, type Scene, screenOf, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});

const midnight = startOfDayMs('2026-11-24');
const listed = async (input: object) =>
  (await scene.ask(null, 'list', { unitId: scene.here.communityId, days: 1, ...input })).data.activities.map(
    ({ title }) => title,
  );

it('a patrol over midnight stands in the list of both days, as long as one may check in to it', async () => {
  scene.setClock(midnight - 2 * HOUR);
  const times = { startsAtMs: midnight - 2 * HOUR, endsAtMs: midnight + 2 * HOUR };
  const { activityId } = await announce(scene, { title: '夜间巡逻', ...times });
  await announce(scene, { title: '晚会', startsAtMs: midnight - HOUR, endsAtMs: midnight });
  expect(await listed({})).toEqual(['夜间巡逻', '晚会']);
  scene.setClock(midnight + 5 * MINUTE);
  expect(await listed({})).toEqual(['夜间巡逻']);
  const code = (await screenOf(scene, activityId)).codeAt(midnight + 5 * MINUTE);
  expect(codeOf(await scene.ask((await family(scene)).head, 'checkIn', { code }))).toBe('ok');
  expect(await listed({ fromDate: '2026-11-23' })).toEqual(['夜间巡逻', '晚会']);
  expect(await listed({ fromDate: '2026-11-25' })).toEqual([]);
});

it('one that lasts a whole day is found from its end', async () => {
  scene.setClock(midnight + 48 * HOUR);
  await announce(scene, { title: '值守', startsAtMs: midnight + 48 * HOUR + 1, endsAtMs: midnight + 72 * HOUR + 1 });
  expect(await listed({ fromDate: '2026-11-27' })).toEqual(['值守']);
});
