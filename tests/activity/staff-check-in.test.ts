import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, lifetimeOf, type Scene, setScene, society, visitor } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const put = (activityId: string, residentIds: readonly string[], more: object = {}, by = scene.staff) =>
  scene.ask(by, 'checkInResident', { activityId, residentIds, how: 'card', ...more });

it('staff check people in, each decided alone: posted, counted already, own household, unknown, twice in the list', async () => {
  const { activityId } = await announce(scene);
  const own = await family(scene, { name: '社小弟' });
  await database.ownerPool.query(
    `update membership set household_id = (select household_id from membership where resident_id = $1) where resident_id = $2`,
    [scene.staff.residentId, own.head.residentId],
  );
  const [one, two] = [(await family(scene)).head.residentId, (await family(scene)).head.residentId];
  const nobody = randomUUID();
  await put(activityId, [two]);
  const list = [one, two, own.head.residentId, scene.staff.residentId, nobody, one];
  const told = await put(activityId, list);
  const states = told.data.results.map(({ residentId, outcome }) => [
    residentId,
    outcome.state === 'posted' ? outcome.after?.lifetime : outcome.code,
  ]);
  expect(states).toEqual([
    [one, 5],
    [two, 'COUNTED_ALREADY'],
    [own.head.residentId, 'OWN_HOUSEHOLD'],
    [scene.staff.residentId, 'OWN_HOUSEHOLD'],
    [nobody, 'HOLDER_NOT_FOUND'],
    [one, 'TWICE_IN_LIST'],
  ]);
  expect(told.data).toMatchObject({ activityTitle: '周一清洁日', points: 5 });
  const rows = await database.db.selectFrom('attendance').selectAll().where('activity_id', '=', activityId).execute();
  expect(rows).toHaveLength(2);
  expect(rows.every((row) => row.how === 'card' && row.recorded_by === scene.staff.residentId)).toBe(true);
  expect(await lifetimeOf(scene, own.head.residentId)).toBe(0);
});

it('staff put in nobody of another community, whatever they say was shown', async () => {
  const { activityId } = await announce(scene);
  const { residentId } = await visitor(scene);
  for (const how of ['name', 'card', 'personalCode']) {
    const told = await put(activityId, [residentId], { how });
    expect(told.data.results).toEqual([{ residentId, outcome: { state: 'refused', code: 'HOLDER_NOT_FOUND' } }]);
  }
  expect(await lifetimeOf(scene, residentId)).toBe(0);
});

it('who scanned is not counted again by staff, nor the other way round, also all at once', async () => {
  const { activityId } = await announce(scene);
  const { head } = await family(scene);
  const all = await Promise.all(Array.from({ length: 20 }, () => put(activityId, [head.residentId])));
  expect(all.filter((told) => told.data.results[0]?.outcome.state === 'posted')).toHaveLength(1);
  expect(await lifetimeOf(scene, head.residentId)).toBe(5);
});

it('the printed list may be put in for a week; the deed is that of the day', async () => {
  const { activityId } = await announce(scene);
  const [inTime, late] = [(await family(scene)).head.residentId, (await family(scene)).head.residentId];
  scene.setClock(now + 6 * 24 * HOUR);
  expect(codeOf(await put(activityId, [inTime], { how: 'name' }))).toBe('ok');
  const award = await database.db.selectFrom('award').selectAll().where('account_id', '=', inTime).execute();
  expect(award).toMatchObject([{ deed_date: '2026-11-23', given_by: scene.staff.residentId, source: 'checkIn' }]);
  scene.setClock(now + 8 * 24 * HOUR);
  expect(codeOf(await put(activityId, [late]))).toBe('ACTIVITY_OVER');
});

it('nobody is put in beforehand, nor at a cancelled activity, nor at one that is not there', async () => {
  const { head } = await family(scene);
  const later = await announce(scene, { startsAtMs: now + HOUR, endsAtMs: now + 2 * HOUR });
  expect(await put(later.activityId, [head.residentId])).toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
  await scene.ask(scene.staff, 'cancel', { activityId: later.activityId });
  expect(codeOf(await put(later.activityId, [head.residentId]))).toBe('ACTIVITY_CANCELLED');
  expect(codeOf(await put(randomUUID(), [head.residentId]))).toBe('ACTIVITY_NOT_FOUND');
  expect(await lifetimeOf(scene, head.residentId)).toBe(0);
});

it('those of another community, other leaders and residents may not', async () => {
  const { activityId } = await announce(scene);
  const { head } = await family(scene);
  const other = await society(scene, '象棋社');
  for (const by of [scene.stranger, other.leader, head])
    expect(codeOf(await put(activityId, [head.residentId], {}, by))).toBe('NOT_ALLOWED');
  expect(codeOf(await put(activityId, [head.residentId], {}, scene.gridWorker))).toBe('ok');
});

it('a society’s leader shows the code of what the society holds, and puts nobody in by name', async () => {
  const { leader, societyId } = await society(scene, '舞蹈队');
  const { activityId } = await announce(scene, { societyId });
  const { head } = await family(scene);
  for (const how of ['name', 'card', 'personalCode'])
    expect(codeOf(await put(activityId, [head.residentId], { how }, leader))).toBe('NOT_ALLOWED');
  expect(await lifetimeOf(scene, head.residentId)).toBe(0);
  const { data } = await scene.ask(leader, 'liveCode', { activityId });
  expect(data.activityId).toBe(activityId);
});

it('the same list sent again gets the first answer, and the audit log names who was put in by whom', async () => {
  const { activityId } = await announce(scene);
  const people = [(await family(scene)).head.residentId, (await family(scene)).head.residentId];
  const requestId = randomUUID();
  const input = { activityId, residentIds: people, how: 'personalCode' };
  const told = await Promise.all(
    Array.from({ length: 25 }, () => scene.ask(scene.staff, 'checkInResident', input, requestId)),
  );
  expect(new Set(told.map((one) => JSON.stringify(one))).size).toBe(1);
  const audit = await database.db
    .selectFrom('audit_log')
    .selectAll()
    .where('action', '=', 'activity.checkInResident')
    .where('target_id', '=', activityId)
    .execute();
  expect(audit).toMatchObject([
    { resident_id: scene.staff.residentId, outcome: 'ok', detail: { how: 'personalCode', people } },
  ]);
});
