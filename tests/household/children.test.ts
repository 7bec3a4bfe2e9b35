import { useDatabase } from '../support/database';
import { bind, CONSENT, newcomer, outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, count, handOut, world } = scene;

describe('binding a child under 14', () => {
  const BORN = '2016-02-01';
  const consentsOf = async (residentId: string) =>
    (await database.ownerPool.query('select given_by from consent where resident_id = $1', [residentId])).rows;

  it('hands out no code for one, and the code of one whose birthday was learned since binds nobody', async () => {
    const home = await handOut({ name: '家长' }, { name: '小树' });
    await database.ownerPool.query("update resident set born_on = $2, born_precision = 'day' where id = $1", [
      home.residentId,
      BORN,
    ]);
    const refused = { code: 'GUARDIAN_CONSENT_NEEDED', detail: { age: 10, because: 'headInvites' } };
    expect(await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.residentId })).toMatchObject(
      refused,
    );
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    expect(await ask(newcomer(), 'bindByCard', input)).toMatchObject(refused);
    expect(await consentsOf(home.residentId)).toEqual([]);
    expect(await count('select from identity where resident_id = $1', home.residentId)).toBe(0);
  });

  it('is done by the head’s invite, and the consents say that the head gave them', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '家长' },
      { name: '小苗', bornOn: BORN },
      { name: '大人' },
    );
    const [headId = '', childId = '', adultId = ''] = home.memberIds;
    const head = await bind(world(), headId);
    for (const residentId of [childId, adultId]) {
      const { data } = await ask(head.identity, 'invite', { residentId });
      expect(outcome(await ask(newcomer(), 'acceptInvite', { code: data.code, consent: CONSENT }))).toBe('ok');
    }
    expect(await consentsOf(childId)).toEqual([{ given_by: headId }, { given_by: headId }]);
    expect(await consentsOf(adultId)).toEqual([{ given_by: null }, { given_by: null }]);
  });
});

describe('lending a child’s points to the household', () => {
  it('is agreed to by the guardian and not by a child under 14, who may end it', async () => {
    const born = { bornOn: '2014-05-01' };
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '家长' },
      { name: '小谷', ...born },
      { name: '小麦', bornOn: '2011-05-01' },
    );
    const [headId = '', childId = '', youthId = ''] = home.memberIds;
    const [head, child, youth] = [
      await bind(world(), headId),
      await bind(world(), childId),
      await bind(world(), youthId),
    ];
    const agreed = async () => {
      const { members } = (await ask(head.identity, 'me')).data.household ?? {};
      return members?.find(({ residentId }) => residentId === childId)?.agreedToPool;
    };
    expect(await ask(child.identity, 'agreeToPool', { agreed: true })).toMatchObject({
      code: 'GUARDIAN_CONSENT_NEEDED',
      detail: { age: 12, because: 'guardianAgrees' },
    });
    expect(await agreed()).toBe(false);
    expect(outcome(await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: true }))).toBe('ok');
    expect(await agreed()).toBe(true);
    expect(outcome(await ask(child.identity, 'agreeToPool', { agreed: false }))).toBe('ok');
    expect(await agreed()).toBe(false);
    const youthLends = async () => {
      const { members } = (await ask(head.identity, 'me')).data.household ?? {};
      const told = members?.find(({ residentId }) => residentId === youthId);
      return [told?.agreedToPool, told?.lendingWaitsFor];
    };
    expect((await ask(youth.identity, 'agreeToPool', { agreed: true })).data).toEqual({ agreed: false });
    expect(await youthLends()).toEqual([false, 'guardian']); // at 15 it takes both
    expect((await ask(head.identity, 'agreeToPool', { residentId: youthId, agreed: true })).data).toEqual({
      agreed: true,
    });
    expect(await youthLends()).toEqual([true, null]);
  });
});

describe('a guardian’s word', () => {
  it('holds alone until the child is 14, with the child’s own until 18, and not a day longer', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '家长' },
      { name: '小松', bornOn: '2013-05-01' },
    );
    const [headId = '', childId = ''] = home.memberIds;
    const [head, child] = [await bind(world(), headId), await bind(world(), childId)];
    await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: true });
    await ask(head.identity, 'showMyName', { residentId: childId, shown: true });
    const told = async () => {
      const { members } = (await ask(child.identity, 'me')).data.household ?? {};
      const self = members?.find(({ residentId }) => residentId === childId);
      return [self?.agreedToPool, self?.namesShown, self?.lendingWaitsFor, self?.namesWaitFor];
    };
    const on = (day: string) => {
      scene.nowMs = Date.parse(`${day}T09:00:00+08:00`);
    };
    expect(await told()).toEqual([true, true, null, null]);
    on('2027-04-30');
    expect(await told()).toEqual([true, true, null, null]);
    on('2027-05-01');
    expect(await told()).toEqual([false, false, 'self', 'self']); // the child is asked too
    expect((await ask(child.identity, 'agreeToPool', { agreed: true })).data).toEqual({ agreed: true });
    on('2031-04-30');
    expect(await told()).toEqual([true, false, null, 'self']);
    on('2031-05-01');
    expect(await told()).toEqual([true, false, null, null]); // their own word, no longer the guardian's
    expect((await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: true })).code).toBe('NOT_ALLOWED');
    const rows = await database.ownerPool.query(
      "select capacity, until::text from consent where resident_id = $1 and purpose = 'pooling' order by given_at",
      [childId],
    );
    expect(rows.rows).toEqual([
      { capacity: 'guardian', until: '2031-05-01' },
      { capacity: 'self', until: null },
    ]);
  });

  it('is all there was at 19, and then nothing: points that a head lent for a child are lent no more', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '家长' },
      { name: '小柏', bornOn: '2014-05-01' },
    );
    const [headId = '', childId = ''] = home.memberIds;
    const head = await bind(world(), headId);
    await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: true });
    scene.nowMs = Date.parse('2033-06-01T09:00:00+08:00');
    const { members } = (await ask(head.identity, 'me')).data.household ?? {};
    expect(members?.find(({ residentId }) => residentId === childId)?.agreedToPool).toBe(false);
  });
});

describe('naming a child under 14 in public', () => {
  it('is done only after the guardian agreed, and the child may end it', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '家长' },
      { name: '小禾', bornOn: '2014-05-01' },
    );
    const [headId = '', childId = ''] = home.memberIds;
    const head = await bind(world(), headId);
    const child = await bind(world(), childId);
    const shown = async () => (await ask(child.identity, 'me')).data.resident?.namesShown;
    expect(await ask(child.identity, 'showMyName', { shown: true })).toMatchObject({
      code: 'GUARDIAN_CONSENT_NEEDED',
      detail: { age: 12, because: 'guardianAgrees' },
    });
    expect(await shown()).toBe(false);
    expect(outcome(await ask(head.identity, 'showMyName', { residentId: childId, shown: true }))).toBe('ok');
    expect(await shown()).toBe(true);
    const { rows } = await database.ownerPool.query(
      "select given_by from consent where resident_id = $1 and purpose = 'shownByName'",
      [childId],
    );
    expect(rows).toEqual([{ given_by: headId }]);
    expect(outcome(await ask(child.identity, 'showMyName', { shown: false }))).toBe('ok');
    expect(await shown()).toBe(false);
    const neighbour = await registerHome(world(), scene.place.here, { name: '邻居' });
    const { identity } = await bind(world(), neighbour.memberIds[0] ?? '');
    expect(outcome(await ask(identity, 'showMyName', { residentId: childId, shown: true }))).toBe('NOT_ALLOWED');
  });
});
