import { randomBytes } from 'node:crypto';
import type { Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, lifetimeOf, MINUTE, type Scene, screenOf, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const checkIn = (who: Somebody, code: string, more: object = {}, requestId?: string) =>
  scene.ask(who, 'checkIn', { code, ...more }, requestId);
const awards = async (activityId: string) =>
  (await database.db.selectFrom('award').selectAll().where('source_id', '=', activityId).execute()).length;

async function begun(values: object = {}) {
  const activity = await announce(scene, values);
  return { ...activity, screen: await screenOf(scene, activity.activityId) };
}

describe('what earns nothing', () => {
  it('a code of 90 seconds ago, a forged one, one drawn by a clock that runs ahead', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    const code = screen.codeAt(now);
    expect(codeOf(await checkIn(head, screen.codeAt(now - 90_000)))).toBe('CODE_EXPIRED');
    expect(codeOf(await checkIn(head, screen.codeAt(now + 90_000)))).toBe('CODE_NEEDS_NETWORK_TIME');
    expect(codeOf(await checkIn(head, `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`))).toBe('CODE_WRONG');
    expect(codeOf(await checkIn(head, `1AAAAAAAA${code.slice(9)}`))).toBe('CODE_WRONG');
    expect(codeOf(await checkIn(head, 'https://bank.test/c/something-else'))).toBe('CODE_WRONG');
    expect(await awards(activityId)).toBe(0);
  });

  it('500 forged codes through the door', async () => {
    const { activityId, screen } = await begun();
    const { head } = await family(scene);
    const front = screen.codeAt(now).slice(0, 13);
    const told = await Promise.all(
      Array.from({ length: 500 }, () => checkIn(head, front + randomBytes(12).toString('base64url'))),
    );
    expect(new Set(told.map(codeOf))).toEqual(new Set(['CODE_WRONG']));
    expect(await awards(activityId)).toBe(0);
  });

  it('the poster: it opens the activity only', async () => {
    const { shortId, posterQr } = await begun();
    const { head } = await family(scene);
    expect(posterQr).toBe(`https://bank.test/p/${shortId}`);
    for (const code of [posterQr, shortId])
      expect(await checkIn(head, code)).toMatchObject({ code: 'POSTER_ONLY', detail: { shortId } });
  });

  it('another activity’s screen, before check-in opens or after it closed', async () => {
    const { screen, activityId } = await begun({ startsAtMs: now + HOUR, endsAtMs: now + 2 * HOUR });
    const { head } = await family(scene);
    const at = async (ms: number) => {
      scene.setClock(ms);
      return checkIn(head, screen.codeAt(ms));
    };
    expect(await at(now + HOUR - 31 * MINUTE)).toMatchObject({
      code: 'ACTIVITY_NOT_OPEN',
      detail: { opensAtMs: now + 30 * MINUTE },
    });
    expect(codeOf(await at(now + 2 * HOUR + 31 * MINUTE))).toBe('ACTIVITY_OVER');
    expect(await awards(activityId)).toBe(0);
    expect(codeOf(await at(now + 2 * HOUR + 30 * MINUTE))).toBe('ok');
  });

  it('a cancelled activity; what was posted before stays', async () => {
    const { activityId, screen } = await begun();
    const [early, late] = [(await family(scene)).head, (await family(scene)).head];
    await checkIn(early, screen.codeAt(now));
    expect(codeOf(await scene.ask(scene.staff, 'cancel', { activityId }))).toBe('ok');
    expect(codeOf(await checkIn(late, screen.codeAt(now)))).toBe('ACTIVITY_CANCELLED');
    expect(await lifetimeOf(scene, early.residentId)).toBe(5);
  });

  it('the phone of who could draw the code: a colleague checks them in', async () => {
    const { activityId, screen } = await begun();
    expect(codeOf(await checkIn(scene.staff, screen.codeAt(now)))).toBe('ORGANISER_NEEDS_COLLEAGUE');
    expect(codeOf(await checkIn(scene.gridWorker, screen.codeAt(now)))).toBe('ok');
    const told = await scene.ask(scene.gridWorker, 'checkInResident', {
      activityId,
      residentIds: [scene.staff.residentId],
      how: 'name',
    });
    expect(told.data.results[0]?.outcome.state).toBe('posted');
  });

  it('somebody without a household, or with a closed account', async () => {
    const { screen } = await begun();
    const { head } = await family(scene);
    await database.ownerPool.query(`update membership set left_on = '2026-11-23' where resident_id = $1`, [
      head.residentId,
    ]);
    expect(codeOf(await checkIn(head, screen.codeAt(now)))).toBe('NO_HOUSEHOLD');
    expect(codeOf(await checkIn(head, screen.digitsAt(now)))).toBe('NO_HOUSEHOLD');
    const closed = (await family(scene)).head;
    const other = await begun();
    await checkIn(closed, other.screen.codeAt(now));
    await database.ownerPool.query('update account set closed_at = now() where account_id = $1', [closed.residentId]);
    expect(codeOf(await checkIn(closed, screen.codeAt(now)))).toBe('ACCOUNT_CLOSED');
  });
});
