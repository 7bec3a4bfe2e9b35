import { randomUUID } from 'node:crypto';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, lifetimeOf, MINUTE, type Scene, screenOf, setScene, visitor } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const checkIn = (who: Somebody, code: string, more: object = {}, requestId?: string) =>
  scene.ask(who, 'checkIn', { code, ...more }, requestId);
const countRows = async (table: string, activityId: string) => {
  const column = table === 'award' ? 'source_id' : 'activity_id';
  const { rows } = await database.pool.query<{ n: number }>(
    `select count(*) as n from ${table} where ${column}::text = $1`,
    [activityId],
  );
  return rows[0]?.n;
};
const entriesOf = async (accountId: string) =>
  (await database.db.selectFrom('ledger_entry').selectAll().where('account_id', '=', accountId).execute()).length;

async function begun(values: object = {}) {
  const activity = await announce(scene, values);
  return { ...activity, screen: await screenOf(scene, activity.activityId) };
}

describe('a resident scans the organiser’s screen', () => {
  it('and is thanked for the deed by its name, with points before and after', async () => {
    const { activityId, screen } = await begun();
    const { head, householdId } = await family(scene, { name: '周爱华' }, { name: '周小明', bornOn: '2018-05-01' });
    const told = await checkIn(head, screen.codeAt(now));
    expect(told.data).toEqual({
      activityId,
      activityTitle: '周一清洁日',
      place: '小广场',
      deed: '清洁家园',
      points: 5,
      neighbours: 1,
      balance: {
        before: { lifetime: 0, held: 0, redeemed: 0, available: 0 },
        after: { lifetime: 5, held: 0, redeemed: 0, available: 5 },
      },
      householdLifetime: 5,
      entry: { accountId: head.residentId, seq: 1 },
      along: [],
    });
    const award = await database.db.selectFrom('award').selectAll().where('source_id', '=', activityId).execute();
    expect(award).toMatchObject([
      { household_id: householdId, deed_date: '2026-11-23', given_by: null, unit_id: scene.here.communityId },
    ]);
    expect(await countRows('attendance', activityId)).toBe(1);
  });

  it('through the whole address that the QR code holds', async () => {
    const { screen } = await begun();
    const { head } = await family(scene);
    expect(codeOf(await checkIn(head, `${screen.qrPrefix}${screen.codeAt(now - 30_000)}`))).toBe('ok');
  });

  it('and comes from another community: the entry names the community of the activity', async () => {
    const { activityId, screen } = await begun();
    const stranger = await visitor(scene);
    expect(codeOf(await checkIn(stranger, screen.codeAt(now)))).toBe('ok');
    const entry = await database.db
      .selectFrom('ledger_entry')
      .selectAll()
      .where('account_id', '=', stranger.residentId)
      .executeTakeFirstOrThrow();
    expect(entry).toMatchObject({ unit_id: scene.here.communityId, source: 'checkIn', source_id: activityId });
  });

  it('and takes along those they may act for, each with points of their own', async () => {
    const { activityId, screen } = await begun();
    const { head, memberIds } = await family(
      scene,
      { name: '李建国' },
      { name: '李小宝', bornOn: '2019-01-01' },
      { name: '王秀英', bornOn: '1940-01-01', isAssisted: true },
    );
    const [, childId = '', motherId = ''] = memberIds;
    const told = await checkIn(head, screen.codeAt(now), { alongIds: [childId, motherId, childId, head.residentId] });
    expect(told.data.along).toMatchObject([
      { holder: { kind: 'resident', id: childId }, outcome: { state: 'posted', points: 5, entrySeq: 1 } },
      { holder: { kind: 'resident', id: motherId }, outcome: { state: 'posted', points: 5, entrySeq: 1 } },
    ]);
    expect(told.data).toMatchObject({ neighbours: 3, householdLifetime: 15 });
    const how = await database.db.selectFrom('attendance').selectAll().where('activity_id', '=', activityId).execute();
    expect(how.map((row) => [row.how, row.recorded_by === head.residentId])).toEqual(
      expect.arrayContaining([
        ['scan', true],
        ['brought', true],
        ['brought', true],
      ]),
    );
  });

  it('but takes along nobody else: then nobody is counted', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    const grown = await family(scene, { name: '赵大' }, { name: '赵二', bornOn: '1990-01-01' });
    for (const alongIds of [[grown.memberIds[1]], [grown.head.residentId], [randomUUID()]])
      expect(await checkIn(head, screen.codeAt(now), { alongIds })).toMatchObject({
        code: 'MAY_NOT_ACT_FOR',
        detail: { residentId: alongIds[0] },
      });
    expect(await countRows('award', activityId)).toBe(0);
  });

  it('and hears of who among the family had been counted, while the others are', async () => {
    const { activityId, screen } = await begun();
    const { head, memberIds } = await family(scene, { name: '孙一' }, { name: '孙二', bornOn: '2020-01-01' });
    await scene.ask(scene.staff, 'checkInResident', { activityId, residentIds: [memberIds[1]], how: 'name' });
    const told = await checkIn(head, screen.codeAt(now), { alongIds: [memberIds[1]] });
    expect(told.data).toMatchObject({ points: 5, along: [{ outcome: { state: 'refused', code: 'COUNTED_ALREADY' } }] });
    expect(await countRows('award', activityId)).toBe(2);
  });
});

describe('nothing is counted twice', () => {
  it('a second scan hears since when it is counted, also with a code that grew old and after the end', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    expect(codeOf(await checkIn(head, screen.codeAt(now)))).toBe('ok');
    for (const later of [1_000, 10 * MINUTE, 5 * HOUR]) {
      scene.setClock(now + later);
      expect(await checkIn(head, screen.codeAt(now))).toMatchObject({
        code: 'COUNTED_ALREADY',
        detail: { sinceMs: now, activityId },
      });
    }
    expect(await entriesOf(head.residentId)).toBe(1);
    expect(await lifetimeOf(scene, head.residentId)).toBe(5);
  });

  it('25 calls of one request, all at once, are one deed with one answer', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    const requestId = randomUUID();
    const code = screen.codeAt(now);
    const all = await Promise.all(Array.from({ length: 25 }, () => checkIn(head, code, {}, requestId)));
    expect(all[0]).toMatchObject({ ok: true, data: { points: 5, neighbours: 1 } });
    expect(new Set(all.map((told) => JSON.stringify(told))).size).toBe(1);
    expect(await countRows('award', activityId)).toBe(1);
  });

  it('25 requests of one person, all at once, are one deed too', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    const all = await Promise.all(Array.from({ length: 25 }, () => checkIn(head, screen.codeAt(now))));
    expect(all.map(codeOf).sort()).toEqual([...Array(24).fill('COUNTED_ALREADY'), 'ok']);
    expect(await countRows('award', activityId)).toBe(1);
    expect(await countRows('attendance', activityId)).toBe(1);
  });

  it('an answer that was lost is given again, however late it is asked for', async () => {
    const { screen } = await begun();
    const { head } = await family(scene);
    const requestId = randomUUID();
    const code = screen.codeAt(now);
    const first = await checkIn(head, code, {}, requestId);
    scene.setClock(now + 48 * HOUR);
    expect(await checkIn(head, code, {}, requestId)).toEqual(first);
    expect(await checkIn(head, screen.codeAt(now + MINUTE), {}, requestId)).toMatchObject({
      code: 'REQUEST_ID_REUSED',
    });
  });

  it('stops where the item’s cap is reached, and says which', async () => {
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, by, { name: '义务巡逻', points: 2, cap_person_day: 1 });
    const { head } = await family(scene);
    const [one, two] = [await begun({ itemId }), await begun({ itemId })];
    expect(codeOf(await checkIn(head, one.screen.codeAt(now)))).toBe('ok');
    expect(await checkIn(head, two.screen.codeAt(now))).toMatchObject({
      code: 'CAP_REACHED',
      detail: { cap: 'personDay', capTimes: 1 },
    });
    expect(await countRows('attendance', two.activityId)).toBe(0);
  });
});
