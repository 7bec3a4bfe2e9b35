import { randomUUID } from 'node:crypto';
import type { CallerIdentity } from '../../cloudfunctions/kit/principal';
import { useDatabase } from '../support/database';
import { bind, CONSENT, employ, newcomer, outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, count, handOut, world } = scene;

describe('unbinding by staff', () => {
  const unbindResident = (who: CallerIdentity, residentId = '') => ask(who, 'unbindResident', { residentId });

  it('lets a resident who lost the phone bind again, keeps the trail, and tells the others', async () => {
    const home = await handOut({ name: '丢了手机' });
    const [lost, found] = [newcomer(), newcomer()];
    const input = { card: home.card.number, consent: CONSENT };
    await ask(lost, 'bindByCard', { ...input, code: home.code });
    scene.nowMs += 1000;
    expect((await unbindResident(scene.place.gridWorker.identity, home.residentId)).data).toEqual({ unbound: true });
    scene.nowMs += 1000;
    expect((await ask(lost, 'me')).data.resident).toBeNull();
    const { data } = await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.residentId });
    expect(outcome(await unbindResident(scene.place.gridWorker.identity, home.residentId))).toBe('ok'); // ends nothing anew
    expect(outcome(await ask(found, 'bindByCard', { ...input, code: data.code }))).toBe('ok');
    const trail = await database.ownerPool.query(
      'select kind, by_resident_id from binding_event where resident_id = $1 order by at',
      [home.residentId],
    );
    expect(trail.rows).toEqual([
      { kind: 'boundByCard', by_resident_id: scene.place.staff.residentId },
      { kind: 'unbound', by_resident_id: scene.place.gridWorker.residentId },
      { kind: 'boundByCard', by_resident_id: scene.place.staff.residentId },
    ]);
    expect(
      await count("select from outbox where topic = 'memberUnbound' and payload->>'residentId' = $1", home.residentId),
    ).toBe(1);
    const seen = "select from audit_log where action = 'household.unbindResident' and target_id = $1";
    expect(await count(seen, home.residentId)).toBe(2);
  });

  it('ends the codes and invites that were handed out before', async () => {
    const home = await handOut({ name: '家长' }, { name: '绑错的人' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    const { data } = await ask(head.identity, 'invite', { residentId: home.residentId });
    await bind(world(), home.residentId);
    expect(outcome(await unbindResident(scene.place.staff.identity, home.residentId))).toBe('ok');
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    expect(outcome(await ask(newcomer(), 'bindByCard', input))).toBe('CARD_OR_CODE_WRONG');
    const accept = { code: data.code, consent: CONSENT };
    expect(outcome(await ask(newcomer(), 'acceptInvite', accept))).toBe('INVITE_NOT_FOUND');
  });

  it('leaves one trail when two do it at once', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '一起点' });
    const [residentId = ''] = home.memberIds;
    await bind(world(), residentId);
    const both = [scene.place.staff, scene.place.gridWorker].map(({ identity }) =>
      unbindResident(identity, residentId),
    );
    expect((await Promise.all(both)).map(outcome)).toEqual(['ok', 'ok']);
    expect(await count("select from binding_event where resident_id = $1 and kind = 'unbound'", residentId)).toBe(1);
  });

  it('is not for oneself, for strangers, for residents, or for a colleague whose role one could not end', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '邻居' });
    const neighbour = await bind(world(), home.memberIds[0] ?? '');
    const { gridWorker, staff, stranger } = scene.place;
    expect(await unbindResident(staff.identity, staff.residentId)).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: { because: 'ownBinding' },
    });
    expect(await unbindResident(gridWorker.identity, staff.residentId)).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: { because: 'holdsRole', role: 'communityStaff' },
    });
    expect(outcome(await unbindResident(stranger.identity, neighbour.residentId))).toBe('NOT_ALLOWED');
    expect(outcome(await unbindResident(neighbour.identity, neighbour.residentId))).toBe('NOT_ALLOWED');
    expect(outcome(await unbindResident(staff.identity, randomUUID()))).toBe('RESIDENT_NOT_FOUND');
    expect((await ask(staff.identity, 'me')).data.resident).not.toBeNull();
    const admin = await employ(world(), scene.place.here, 'communityAdmin', scene.place.here.communityId, '管小事');
    const worker = await employ(world(), scene.place.here, 'gridWorker', scene.place.here.gridId, '新网格员');
    expect(outcome(await unbindResident(admin.identity, worker.residentId))).toBe('ok');
  });
});
