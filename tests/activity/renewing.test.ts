import { randomUUID } from 'node:crypto';
import { addGrants } from '../../cloudfunctions/organisation';
import { startOfDayMs } from '../../cloudfunctions/values/dates';
import { employ, type Somebody } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { announce, codeOf, family, HOUR, MINUTE, type Scene, screenOf, setScene, society } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const STEP = 30_000;
const versionOf = async (activityId: string, by = scene.staff) =>
  (await scene.ask(by, 'liveCode', { activityId })).data.keyVersion;
const renew = (activityId: string, by = scene.staff) => scene.ask(by, 'renewKey', { activityId });
const scan = async (code: string) => codeOf(await scene.ask((await family(scene)).head, 'checkIn', { code }));
const type = scan;
/** As the room below ends a role: the row alone, with nobody told. */
const endRoles = (who: Somebody, atMs: number) =>
  database.ownerPool.query(
    'update role_grant set revoked_at = $2, revoked_by = $1 where resident_id = $1 and revoked_at is null',
    [who.residentId, new Date(atMs)],
  );
const untilDay = (who: Somebody, day: string) =>
  database.ownerPool.query('update role_grant set valid_until = $2 where resident_id = $1', [who.residentId, day]);
const colleague = () => employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '接班人');

describe('a key is renewed', () => {
  it('by hand: the old one is good for one step more and then for nothing', async () => {
    const { activityId } = await announce(scene);
    const before = await screenOf(scene, activityId);
    expect(await renew(activityId)).toMatchObject({ ok: true, data: { keyVersion: 2 } });
    const after = await screenOf(scene, activityId);
    expect(after.codeAt(now)).not.toBe(before.codeAt(now));
    scene.setClock(now + STEP - 1);
    expect([await scan(before.codeAt(now)), await type(before.digitsAt(now)), await scan(after.codeAt(now))]).toEqual([
      'ok',
      'ok',
      'ok',
    ]);
    scene.setClock(now + STEP);
    for (const shown of [before.codeAt(now + STEP), before.digitsAt(now + STEP)])
      expect(await scan(shown)).toBe('CODE_RENEWED');
    expect(await scan(after.codeAt(now + STEP))).toBe('ok');
  });

  it('not twice within a step, for two who tap at once and for one who taps again', async () => {
    const { activityId } = await announce(scene);
    const both = await Promise.all([renew(activityId), renew(activityId)]);
    expect(both.map(codeOf).sort()).toEqual(['RENEWED_JUST_NOW', 'ok']);
    expect(await versionOf(activityId)).toBe(2);
    scene.setClock(now + STEP);
    expect(codeOf(await renew(activityId))).toBe('ok');
  });

  it('by those who run the activity alone', async () => {
    const { activityId } = await announce(scene);
    const other = await society(scene, '秧歌队');
    for (const by of [scene.gridWorker, other.leader, (await family(scene)).head])
      expect(codeOf(await renew(activityId, by))).toBe('NOT_ALLOWED');
    await scene.ask(scene.staff, 'cancel', { activityId });
    expect(codeOf(await renew(activityId))).toBe('ACTIVITY_CANCELLED');
  });

  it('when the role of somebody who has it ends; the device that shows it hears of it and goes on', async () => {
    const { activityId } = await announce(scene);
    const gone = await colleague();
    const [theirs, version] = [await screenOf(scene, activityId, gone), await versionOf(activityId)];
    await endRoles(gone, now + MINUTE);
    scene.setClock(now + MINUTE);
    const seen = await scene.ask(scene.staff, 'attendance', { activityId });
    expect(seen.data.keyVersion).toBe(version + 1);
    scene.setClock(now + MINUTE + STEP);
    expect(await scan(theirs.codeAt(now + MINUTE + STEP))).toBe('CODE_RENEWED');
    expect(codeOf(await scene.ask(gone, 'liveCode', { activityId }))).toBe('NOT_ALLOWED');
    expect(await scan((await screenOf(scene, activityId)).codeAt(now + MINUTE + STEP))).toBe('ok');
  });

  it('when the last day of a role is over, though nobody ended it', async () => {
    const midnight = startOfDayMs('2026-11-24');
    const late = { startsAtMs: midnight - HOUR, endsAtMs: midnight + HOUR };
    const { activityId } = await announce(scene, late);
    const gone = await colleague();
    await untilDay(gone, '2026-11-23');
    const theirs = await screenOf(scene, activityId, gone);
    scene.setClock(midnight + STEP - 1);
    expect(await scan(theirs.codeAt(midnight))).toBe('ok');
    scene.setClock(midnight + STEP);
    expect(await scan(theirs.codeAt(midnight + STEP))).toBe('CODE_RENEWED');
  });

  it('not when the next term of the same role has been given, nor for a role that ran nothing here', async () => {
    const midnight = startOfDayMs('2026-11-24');
    const late = { startsAtMs: midnight - HOUR, endsAtMs: midnight + HOUR };
    const { activityId } = await announce(scene, late);
    const stays = await colleague();
    await untilDay(stays, '2026-11-23');
    const { communityId: unitId } = scene.here;
    const next = { validFrom: '2026-11-24', validUntil: null, grantedBy: null, grantedAtMs: now };
    const grant = { roleId: randomUUID(), residentId: stays.residentId, role: 'communityStaff' as const, ...next };
    await addGrants(database.db, [{ ...grant, unitId, providerId: null, societyId: null }]);
    const theirs = await screenOf(scene, activityId, stays);
    const ofTheGrid = await announce(scene, { unitId: scene.here.gridId, ...late }, scene.gridWorker);
    const elsewhere = await society(scene, '太极队');
    await versionOf(ofTheGrid.activityId, scene.gridWorker);
    await endRoles(elsewhere.leader, now + MINUTE);
    await endRoles(await colleague(), now + MINUTE); // who never had the key
    scene.setClock(midnight + MINUTE);
    expect(await scan(theirs.codeAt(midnight + MINUTE))).toBe('ok');
    expect(await versionOf(ofTheGrid.activityId, scene.gridWorker)).toBe(1);
  });

  it('when a society gets another leader', async () => {
    const own = await society(scene, '合唱团');
    const { activityId } = await announce(scene, { societyId: own.societyId });
    const theirs = await screenOf(scene, activityId, own.leader);
    await endRoles(own.leader, now + MINUTE);
    scene.setClock(now + 2 * MINUTE);
    expect(await scan(theirs.codeAt(now + 2 * MINUTE))).toBe('CODE_RENEWED');
  });

  it('and an earlier key never comes back, also when its holder is given the role again', async () => {
    const { activityId } = await announce(scene);
    const gone = await colleague();
    const theirs = await screenOf(scene, activityId, gone);
    await endRoles(gone, now + MINUTE);
    scene.setClock(now + 2 * MINUTE);
    const { communityId: unitId } = scene.here;
    const dates = { validFrom: '2026-11-23', validUntil: null, grantedBy: null, grantedAtMs: now + 2 * MINUTE };
    const grant = { roleId: randomUUID(), residentId: gone.residentId, role: 'communityStaff' as const, ...dates };
    await addGrants(database.db, [{ ...grant, unitId, providerId: null, societyId: null }]);
    expect(await versionOf(activityId, gone)).toBe(2);
    expect(await scan(theirs.codeAt(now + 2 * MINUTE))).toBe('CODE_RENEWED');
  });
});
