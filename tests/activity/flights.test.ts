import { randomUUID } from 'node:crypto';
import { activityRoom } from '../../cloudfunctions/activity/main';
import { findPrincipal } from '../../cloudfunctions/household';
import { openRoom } from '../../cloudfunctions/kit/room';
import { limitCalls } from '../../cloudfunctions/platform/cloudbase/call-limits';
import type { Somebody } from '../household/neighbourhood';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { Traffic, watching } from '../support/traffic';
import { TEST_NOW_MS } from '../support/world';
import { announce, family, type Scene, screenOf, setScene, society } from './scene';

const traffic = new Traffic();
let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await createTestDatabase({ max: 2, Client: watching(traffic) }); // as many as a function's instance has
  scene = await setScene(database);
});
afterAll(() => database.close());

/** An activity that is on, with its code of the moment, and the room's door as a function shows it. */
async function begun(here: Scene) {
  const { activityId } = await announce(here);
  const code = (await screenOf(here, activityId)).codeAt(TEST_NOW_MS);
  const room = openRoom(activityRoom, here.world, findPrincipal);
  const dispatch = limitCalls(activityRoom, room, here.world, {});
  const checkIn = async ({ identity }: Somebody) => {
    const told = await dispatch('checkIn', { body: { input: { code }, requestId: randomUUID() }, identity });
    return told.ok ? 'ok' : told.code;
  };
  return { activityId, checkIn };
}

it('asks the database in three flights and posts in two, by statements that are prepared', async () => {
  const { checkIn } = await begun(scene);
  const { head: earlier } = await family(scene, { name: '早来人' });
  expect(await checkIn(earlier)).toBe('ok'); // both connections are open
  const { head } = await family(scene, { name: '周爱华' }, { name: '周小明', bornOn: '2018-05-01' });
  traffic.clear();
  expect(await checkIn(head)).toBe('ok');
  expect(traffic.flights).toBe(5);
  expect(traffic.sent.filter(({ name }) => name === undefined)).toEqual([]);
});

it('needs no flight more for somebody with a role, who may turn out to hold the key', async () => {
  const { checkIn } = await begun(scene);
  const { leader } = await society(scene, '合唱队');
  traffic.clear();
  expect(await checkIn(leader)).toBe('ok');
  expect(traffic.flights).toBe(5);
});

it('reads once for all who come in the same moment, and knows each of them', async () => {
  const { activityId, checkIn } = await begun(scene);
  const families = [];
  for (let i = 0; i < 12; i++) families.push(await family(scene, { name: `邻居${i}` }, { name: '家人' }));
  traffic.clear();
  expect(await Promise.all(families.map(({ head }) => checkIn(head)))).toEqual(families.map(() => 'ok'));
  const times = (name: string) => traffic.sent.filter((sent) => sent.name === name).length;
  for (const name of ['household-callers-by-id', 'activity-by-short-id', 'catalogue-items-on', 'ledger-accounts'])
    expect([name, times(name) <= 2]).toEqual([name, true]);
  const came = await database.db.selectFrom('attendance').select('resident_id').where('activity_id', '=', activityId);
  const listed = (await came.execute()).map((row) => row.resident_id).sort();
  expect(listed).toEqual(families.map(({ head }) => head.residentId).sort());
});

it('reads no more for the last who comes than for the first, and no table from end to end', async () => {
  const young = await createTestDatabase({ max: 1 }); // one connection, whose plans are made while all is empty
  const read = async () => {
    await young.pool.query('select pg_stat_force_next_flush()');
    const { rows } = await young.pool.query<{ scans: number; rows: number }>(
      `select sum(seq_scan)::int as scans, sum(seq_tup_read + coalesce(idx_tup_fetch, 0))::int as rows
       from pg_stat_user_tables where relname <> 'attempt'`,
    );
    return rows[0] as { scans: number; rows: number };
  };
  try {
    const here = await setScene(young);
    const { activityId, checkIn } = await begun(here);
    const heads = [];
    for (let i = 0; i < 40; i++) heads.push((await family(here, { name: `邻居${i}` })).head);
    const costs: Awaited<ReturnType<typeof read>>[] = [];
    for (const head of heads) {
      const before = await read();
      expect(await checkIn(head)).toBe('ok');
      const after = await read();
      costs.push({ scans: after.scans - before.scans, rows: after.rows - before.rows });
    }
    expect(costs.slice(2)).toEqual(costs.slice(2).map(() => ({ scans: 0, rows: costs[2]?.rows })));
    const { rows } = await young.pool.query('select people from attended where activity_id = $1', [activityId]);
    expect(rows).toEqual([{ people: heads.length }]);
  } finally {
    await young.close();
  }
});
