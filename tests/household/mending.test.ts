import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { appoint, bind, employ, outcome, registerHome, type Somebody, type Verb } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, count, world } = scene;

const home = (...names: readonly (string | { name: string; bornOn?: string; relation?: string })[]) =>
  registerHome(world(), scene.place.here, ...names.map((one) => (typeof one === 'string' ? { name: one } : one)));
type ByStaff = <V extends Verb>(verb: V, input: object) => ReturnType<typeof ask<V>>;
const byWorker: ByStaff = (verb, input) => ask(scene.place.gridWorker.identity, verb, input);
const byOffice: ByStaff = (verb, input) => ask(scene.place.staff.identity, verb, input);
const person = async (residentId: string) => (await byOffice('person', { residentId })).data;
const history = async (who: Somebody, about: object) => (await ask(who.identity, 'history', about)).data.changes;

describe('what is registered of a person', () => {
  it('is put right, birthday first, and who did it and why stands in a history that the family reads', async () => {
    const { memberIds, householdId } = await home('写错了');
    const [residentId = ''] = memberIds;
    const self = await bind(world(), residentId);
    const year = { residentId, born: { known: 'year', year: 1950 }, reason: 'toldUs' };
    expect((await byWorker('correctPerson', year)).data).toEqual({ changed: ['bornOn'] });
    expect(await person(residentId)).toMatchObject({ bornOn: '1950-12-31', bornPrecision: 'year' });
    scene.nowMs += 1000;
    const right = { name: '写 对了', phone: '14000009999', born: { known: 'day', on: '1950-03-08' } };
    const said = { residentId, ...right, reason: 'showedPaper' };
    expect((await byWorker('correctPerson', said)).data).toEqual({ changed: ['name', 'phone', 'bornOn'] });
    expect((await byWorker('correctPerson', said)).data).toEqual({ changed: [] }); // so already
    expect(await person(residentId)).toMatchObject({ name: '写对了', phone: '14000009999', bornPrecision: 'day' });
    const found = await ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      query: '写对',
    });
    expect(found.data.people.map((one) => one.residentId)).toEqual([residentId]);
    const [newest, oldest] = await history(self, { residentId });
    expect(newest).toMatchObject({ kind: 'corrected', bornBefore: '1950-12-31', bornAfter: '1950-03-08' });
    expect(oldest).toMatchObject({ fields: ['bornOn'], reason: 'toldUs', byName: expect.stringMatching(/./) });
    expect(await history(self, { householdId })).toHaveLength(2);
    const audited = "select from audit_log where action = 'household.correctPerson' and target_id = $1";
    expect(await count(audited, residentId)).toBe(2);
  });

  it('is not put right by oneself, by strangers, into the future, or into somebody who is there already', async () => {
    const { memberIds } = await home('一家', { name: '王二', bornOn: '1980-01-01' });
    const [, residentId = ''] = memberIds;
    const fix = (more: object) => byWorker('correctPerson', { residentId, reason: 'wroteWrong', ...more });
    expect(outcome(await fix({ born: { known: 'day', on: '2999-01-01' } }))).toBe('BORN_IN_FUTURE');
    expect(outcome(await fix({ relation: '户主' }))).toBe('HEAD_NEEDED');
    expect(outcome(await fix({ name: '一家' }))).toBe('MEMBER_EXISTS');
    const asked = { residentId, sex: 'male', reason: 'wroteWrong' };
    expect(outcome(await ask(scene.place.stranger.identity, 'correctPerson', asked))).toBe('NOT_ALLOWED');
    const own = { residentId: scene.place.staff.residentId, sex: 'male', reason: 'wroteWrong' };
    expect(outcome(await byOffice('correctPerson', own))).toBe('OWN_HOUSEHOLD');
  });
});

describe('moving', () => {
  it('takes people to another household with their accounts, and asks anew who lends points there', async () => {
    const [from, to] = [await home('户主甲', '要搬的人'), await home('户主乙')];
    const [, residentId = ''] = from.memberIds;
    const mover = await bind(world(), residentId);
    await ask(mover.identity, 'agreeToPool', { agreed: true });
    const input = {
      people: [{ residentId, relation: '女婿' }],
      to: { kind: 'household', householdId: to.householdId },
      reason: 'married',
    };
    expect((await byWorker('movePeople', input)).data).toEqual({ householdId: to.householdId, number: to.number });
    const { household } = (await ask(mover.identity, 'me')).data;
    expect(household?.householdId).toBe(to.householdId);
    const self = household?.members.find((one) => one.residentId === residentId);
    expect(self).toMatchObject({ relation: '女婿', agreedToPool: false });
    expect(outcome(await byWorker('movePeople', input))).toBe('MEMBER_EXISTS');
    const rows = await database.ownerPool.query('select left_on from membership where resident_id = $1', [residentId]);
    expect(rows.rows.filter((row) => row.left_on === null)).toHaveLength(1);
    expect(rows.rows).toHaveLength(2); // both stay written
    expect((await history(mover, { residentId }))[0]).toMatchObject({
      kind: 'moved',
      to: { householdId: to.householdId },
    });
  });

  it('founds a household when one splits: its own account stays, and a head is named on both sides', async () => {
    const from = await home('老户主', { name: '成家了', bornOn: '1990-01-01' }, { name: '孩子', bornOn: '2019-01-01' });
    const [headId = '', grownId = '', childId = ''] = from.memberIds;
    const to = { kind: 'newHousehold', unitId: scene.place.here.gridId, address: '浏河路90号' };
    const people = [
      { residentId: grownId, relation: '户主' },
      { residentId: childId, relation: '女儿' },
    ];
    const split = await byWorker('movePeople', { people, to, reason: 'livesApart' });
    expect(outcome(split)).toBe('ok');
    const { householdId } = split.data;
    const made = (await byOffice('get', { householdId })).data as {
      headId: string;
      members: unknown[];
      address: string;
    };
    expect(made).toMatchObject({ headId: grownId, address: '浏河路90号' });
    expect(made.members).toHaveLength(2);
    const rest = (await byOffice('get', { householdId: from.householdId })).data;
    expect(rest.headId).toBe(headId);
    const child = [{ residentId: childId, relation: '户主' }];
    expect(outcome(await byWorker('movePeople', { people: child, to, reason: 'movedHouse' }))).toBe('ok'); // alone, there is nobody older
  });

  it('needs a next head where the head goes, and ends a household that nobody is left in', async () => {
    const from = await home('当家的', '另一个大人', { name: '小孩', bornOn: '2018-01-01' });
    const [headId = '', adultId = '', childId = ''] = from.memberIds;
    const go = (more: object) => byWorker('leave', { residentId: headId, reason: 'movedHouse', ...more });
    expect(outcome(await go({}))).toBe('HEAD_NEEDED');
    expect(outcome(await go({ nextHeadId: childId }))).toBe('HEAD_NEEDED');
    expect(outcome(await go({ nextHeadId: randomUUID() }))).toBe('HEAD_NEEDED');
    expect(outcome(await go({ nextHeadId: adultId }))).toBe('ok');
    const { data } = await byOffice('get', { householdId: from.householdId });
    expect(data).toMatchObject({ headId: adultId });
    const back = { people: [{ residentId: headId, relation: '父亲' }], reason: 'cameBack' };
    const to = { kind: 'household', householdId: from.householdId };
    expect(outcome(await byWorker('movePeople', { ...back, to }))).toBe('ok'); // found by where they lived last
    const alone = await home('独居');
    expect(outcome(await byWorker('leave', { residentId: alone.memberIds[0], reason: 'movedHouse' }))).toBe('ok');
    expect(outcome(await byOffice('addMember', { householdId: alone.householdId, name: '谁', relation: '子' }))).toBe(
      'HOUSEHOLD_NOT_FOUND',
    );
  });

  it('comes from another community only with the code that the person shows', async () => {
    const { memberIds } = await registerHome(world(), scene.place.elsewhere, { name: '外社区的' });
    const [residentId = ''] = memberIds;
    const mover = await bind(world(), residentId);
    const to = { kind: 'newHousehold', unitId: scene.place.here.gridId, address: '浏河路91号' };
    const input = { people: [{ residentId, relation: '户主' }], to, reason: 'movedHouse' };
    expect(outcome(await byWorker('movePeople', input))).toBe('NOT_ALLOWED');
    const { qr } = (await ask(mover.identity, 'personalCode')).data;
    const shown = { ...input, people: [{ relation: '户主' }], scanned: qr };
    expect(outcome(await byWorker('movePeople', shown))).toBe('ok');
    expect((await ask(mover.identity, 'me')).data.household?.address).toBe('浏河路91号');
  });

  it('takes a whole household with its account and card, under a new number where it goes to another community', async () => {
    const { householdId, number } = await home('搬走的一家');
    const nearby = { householdId, unitId: scene.place.here.communityId, address: '新地址1号', reason: 'movedHouse' };
    expect((await byOffice('moveHousehold', nearby)).data).toEqual({ number });
    const { communityId } = scene.place.elsewhere;
    const far = { ...nearby, unitId: communityId };
    expect(outcome(await byOffice('moveHousehold', far))).toBe('NOT_ALLOWED');
    const both = await employ(world(), scene.place.here, 'communityStaff', scene.place.here.communityId, '两边都管');
    await appoint(world(), both.residentId, 'communityStaff', communityId);
    expect(outcome(await ask(both.identity, 'moveHousehold', far))).toBe('ok');
    const { rows } = await database.ownerPool.query('select community_id from household where id = $1', [householdId]);
    expect(rows).toEqual([{ community_id: communityId }]);
  });
});

describe('a new head', () => {
  it('is a grown-up member, and the consent to spend what is the household’s ends with the former one', async () => {
    const { householdId, memberIds } = await home('原户主', '新户主', { name: '小孩', bornOn: '2018-01-01' });
    const [formerId = '', nextId = '', childId = ''] = memberIds;
    const former = await bind(world(), formerId);
    await ask(former.identity, 'agreeToPool', { household: true, agreed: true });
    const change = (headId: string) =>
      byWorker('changeHead', { householdId, headId, formerRelation: '母亲', reason: 'toldUs' });
    expect(outcome(await change(childId))).toBe('HEAD_NEEDED');
    expect(outcome(await change(nextId))).toBe('ok');
    const { household } = (await ask(former.identity, 'me')).data;
    expect(household).toMatchObject({ headId: nextId, poolAgreed: false });
    const relations = household?.members.map(({ residentId, relation }) => [residentId, relation]);
    expect(relations).toEqual(
      expect.arrayContaining([
        [nextId, '户主'],
        [formerId, '母亲'],
      ]),
    );
  });
});

describe('a death', () => {
  const died = (residentId: string, more: object = {}) =>
    byOffice('recordDeath', { residentId, diedOn: '2026-11-02', reason: 'showedPaper', ...more });

  it('ends binding and roles that day, keeps the history, and gives the household its next head', async () => {
    const { householdId, memberIds } = await home({ name: '老人', bornOn: '1940-01-01' }, '老伴');
    const [residentId = '', spouseId = ''] = memberIds;
    const gone = await bind(world(), residentId);
    expect(outcome(await byWorker('recordDeath', { residentId, diedOn: '2026-11-02', reason: 'toldUs' }))).toBe(
      'NOT_ALLOWED',
    );
    expect(outcome(await died(residentId))).toBe('HEAD_NEEDED');
    expect(outcome(await died(residentId, { diedOn: '1939-01-01', nextHeadId: spouseId }))).toBe('DIED_ON_IMPOSSIBLE');
    expect(outcome(await died(residentId, { diedOn: '2999-01-01', nextHeadId: spouseId }))).toBe('DIED_ON_IMPOSSIBLE');
    expect(outcome(await died(residentId, { nextHeadId: spouseId }))).toBe('ok');
    expect(outcome(await died(residentId))).toBe('ok'); // said again
    expect((await ask(gone.identity, 'me')).data.resident).toBeNull();
    const found = (await byOffice('get', { householdId })).data;
    expect(found).toMatchObject({ headId: spouseId });
    expect(found.members).toHaveLength(1);
    expect(await person(residentId)).toMatchObject({ diedOn: '2026-11-02', householdId });
    const spouse = await bind(world(), spouseId);
    expect((await history(spouse, { householdId })).map(({ kind }) => kind).sort()).toEqual(['becameHead', 'died']);
  });

  it('is taken back where it was the wrong person: in the household again, and bound anew', async () => {
    const { householdId, memberIds } = await home({ name: '弄错了', bornOn: '1950-01-01' });
    const [residentId = ''] = memberIds;
    expect(outcome(await died(residentId))).toBe('ok');
    expect(outcome(await byOffice('undoDeath', { residentId, reason: 'wroteWrong' }))).toBe('ok');
    const { data } = await byOffice('get', { householdId });
    expect(data.members).toHaveLength(1);
    expect(outcome(await byOffice('issueBindCode', { residentId }))).toBe('ok');
  });
});
