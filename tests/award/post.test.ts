import { randomUUID } from 'node:crypto';
import { postAwards } from '../../cloudfunctions/award/post';
import { refuse } from '../../cloudfunctions/kit/refusal';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { testWorld } from '../support/world';
import { claimFor, commandFor, NO_CAPS, type Scene, setScene } from './commands';

let database: TestDatabase;
let scene: Scene;
beforeAll(async () => {
  database = await createTestDatabase();
  scene = await setScene(database, 12);
});
afterAll(() => database.close());

const world = () => testWorld(database);
const accountOf = (place: number) =>
  database.db
    .selectFrom('account')
    .selectAll()
    .where('account_id', '=', scene.residents[place]?.residentId ?? '')
    .executeTakeFirst();
const countEntries = async (place: number) => (await accountOf(place))?.seq ?? 0;

describe('posting', () => {
  it('credits the points and answers with the entry', async () => {
    const posted = await postAwards(world(), commandFor(scene, [claimFor(scene, 0)]));
    expect(posted.kept).toEqual([{ points: 5, seq: 1 }]);
    expect(await accountOf(0)).toMatchObject({ lifetime: 5, held: 0, redeemed: 0, seq: 1 });
  });

  it('gives the same request the same answer, and posts it once', async () => {
    const ask = () => commandFor(scene, [claimFor(scene, 1, { sourceId: 'same' })], { requestId, body: 'same' });
    const requestId = randomUUID();
    const answers = await Promise.all(Array.from({ length: 25 }, () => postAwards(world(), ask())));
    const later = await postAwards(world(), ask());
    expect(new Set([...answers, later].map(({ kept }) => JSON.stringify(kept))).size).toBe(1);
    expect(await countEntries(1)).toBe(1);
  });

  it('refuses a request id that comes with another body, within one batch and later', async () => {
    const requestId = randomUUID();
    const post = (body: string) => postAwards(world(), commandFor(scene, [claimFor(scene, 2)], { requestId, body }));
    const ahead = postAwards(world(), commandFor(scene, [claimFor(scene, 0)])); // goes alone: those behind it go together
    const [first, second] = await Promise.all([post('one'), post('other'), ahead]);
    expect(first?.kept).toEqual([{ points: 5, seq: 1 }]);
    expect(second?.kept).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    expect((await post('other')).kept).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    expect((await post('one')).kept).toEqual(first?.kept);
    expect(await countEntries(2)).toBe(1);
  });

  it('lets the first body that was kept speak for its id, whoever comes first in a later batch', async () => {
    const requestId = randomUUID();
    const post = (body: string) => postAwards(world(), commandFor(scene, [claimFor(scene, 2)], { requestId, body }));
    const kept = await post('one');
    const ahead = postAwards(world(), commandFor(scene, [claimFor(scene, 0)])); // goes alone: those behind it go together
    const [other, again, another] = await Promise.all([post('other'), post('one'), post('other'), ahead]);
    expect(other?.kept).toMatchObject({ code: 'REQUEST_ID_REUSED' });
    expect(again?.kept).toEqual(kept.kept);
    expect(another?.kept).toMatchObject({ code: 'REQUEST_ID_REUSED' });
  });

  it('counts one source once, for a new request too', async () => {
    const claim = claimFor(scene, 3, { source: 'checkIn', sourceId: randomUUID() });
    await postAwards(world(), commandFor(scene, [claim]));
    const again = await postAwards(world(), commandFor(scene, [claim]));
    expect(again.kept).toEqual(['COUNTED_ALREADY']);
    expect(await countEntries(3)).toBe(1);
  });

  it('lets exactly as many through as the caps of person and household allow, however they come', async () => {
    const caps = { ...NO_CAPS, personDay: 2, householdMonth: 3 };
    const member = scene.residents[5] as Scene['residents'][number];
    const household = scene.residents[4]?.householdId ?? '';
    const same = (place: number) => claimFor(scene, place, { caps, householdId: household });
    const asks = Array.from({ length: 8 }, (_, i) => commandFor(scene, [same(i % 2 === 0 ? 4 : 5)]));
    const answers = await Promise.all(asks.map((ask) => postAwards(world(), ask)));
    const refused = answers.flatMap(({ kept }) => kept).filter((one) => one === 'CAP_REACHED');
    expect(refused).toHaveLength(5);
    expect((await countEntries(4)) + (await countEntries(5))).toBe(3);
    expect(member.residentId).toBeTruthy();
  });

  it('counts a cap by the day of the deed', async () => {
    const caps = { ...NO_CAPS, personDay: 1 };
    const on = (deedDate: string) => postAwards(world(), commandFor(scene, [claimFor(scene, 6, { caps, deedDate })]));
    expect((await on('2026-11-23')).kept).toEqual([{ points: 5, seq: 1 }]);
    expect((await on('2026-11-23')).kept).toEqual(['CAP_REACHED']);
    expect((await on('2026-11-22')).kept).toEqual([{ points: 5, seq: 2 }]);
  });

  it('decides each holder of a request by themself', async () => {
    const claims = [
      claimFor(scene, 7),
      claimFor(scene, 7),
      claimFor(scene, 8, { isOwnHousehold: true }),
      claimFor(scene, 9),
    ];
    const posted = await postAwards(world(), commandFor(scene, claims));
    expect(posted.kept).toEqual([{ points: 5, seq: 1 }, 'TWICE_IN_LIST', 'OWN_HOUSEHOLD', { points: 5, seq: 1 }]);
  });

  it('posts nothing of a request that its answer refuses, and keeps that refusal', async () => {
    const requestId = randomUUID();
    const refusing = () =>
      commandFor(scene, [claimFor(scene, 10)], { requestId, body: 1, answer: () => refuse('ACTIVITY_CANCELLED') });
    const [refused, other] = await Promise.all([
      postAwards(world(), refusing()),
      postAwards(world(), commandFor(scene, [claimFor(scene, 10)])),
    ]);
    expect(refused?.kept).toMatchObject({ code: 'ACTIVITY_CANCELLED' });
    expect(other?.kept).toEqual([{ points: 5, seq: 1 }]);
    expect((await postAwards(world(), refusing())).kept).toMatchObject({ code: 'ACTIVITY_CANCELLED' });
    expect(await countEntries(10)).toBe(1);
  });

  it('keeps one spoiled request from touching those that shared its batch', async () => {
    const spoiled = commandFor(scene, [claimFor(scene, 11, { unitId: randomUUID() })]); // no such community: the insert fails
    const good = Array.from({ length: 5 }, () => commandFor(scene, [claimFor(scene, 11)]));
    const results = await Promise.allSettled(
      [...good.slice(0, 3), spoiled, ...good.slice(3)].map((ask) => postAwards(world(), ask)),
    );
    expect(results.map((result) => result.status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
    expect(await countEntries(11)).toBe(5);
    const { rows } = await database.pool.query('select count(*)::int as kept from request_log where request_id = $1', [
      spoiled.request.id,
    ]);
    expect(rows[0]).toEqual({ kept: 0 });
  });

  it('reads no table from end to end, not even before its first ANALYZE', async () => {
    const young = await createTestDatabase({ max: 1 }); // one connection, whose plans are made while all is empty
    const scans = async (): Promise<number> => {
      await young.pool.query('select pg_stat_force_next_flush()');
      const { rows } = await young.pool.query(
        `select sum(seq_scan)::int as scans from pg_stat_user_tables
         where relname in ('award', 'account', 'request_log', 'ledger_entry', 'household')`,
      );
      return rows[0].scans;
    };
    try {
      const here = await setScene(young, 3);
      const caps = { ...NO_CAPS, personMonth: 100, householdDay: 100 };
      const give = () => postAwards(testWorld(young), commandFor(here, [claimFor(here, 0, { caps })]));
      const before = await scans();
      for (let times = 1; times <= 5; times++) await give();
      expect(await scans()).toBe(before);
    } finally {
      await young.close();
    }
  });
});
