import { randomUUID } from 'node:crypto';
import type { CallerIdentity } from '../../cloudfunctions/kit/principal';
import { useDatabase } from '../support/database';
import { bind, CONSENT, employ, insertNeighbourhood, newcomer, outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, world } = scene;
beforeEach(scene.moveOn);

const said = { name: '沈新民', phone: '14000003333', address: '浏河路77号2单元', bornOn: '1988-08-08', sex: 'male' };
async function apply(who: CallerIdentity = newcomer(), more = {}) {
  const answer = await ask(who, 'applyToBind', {
    communityId: scene.place.here.communityId,
    ...said,
    consent: CONSENT,
    ...more,
  });
  return { who, answer, applicationId: answer.data?.applicationId };
}
const decide = (applicationId: string, decision: object, who = scene.place.gridWorker) =>
  ask(who.identity, 'decideApplication', { applicationId, decision });

describe('applying to be bound', () => {
  it('waits for a decision, is seen by the applicant, and can be taken back', async () => {
    const { who, applicationId } = await apply();
    expect((await ask(who, 'me')).data.application).toMatchObject({
      applicationId,
      state: 'waiting',
      createdAtMs: scene.nowMs,
    });
    expect(outcome((await apply(who)).answer)).toBe('APPLICATION_WAITING');
    expect(outcome(await ask(newcomer(), 'withdrawApplication', { applicationId }))).toBe('APPLICATION_NOT_FOUND');
    expect((await ask(who, 'withdrawApplication', { applicationId })).data).toEqual({ state: 'withdrawn' });
    expect(outcome(await ask(who, 'withdrawApplication', { applicationId }))).toBe('APPLICATION_DECIDED');
    const left = await database.ownerPool.query('select from personal_data where subject_id = $1', [applicationId]);
    expect(left.rowCount).toBe(0);
    expect(outcome((await apply(who)).answer)).toBe('ok');
  });

  it('is refused to who is bound, to a child, to who is not born yet, for a unit that is no community, and the sixth time in a day', async () => {
    expect(outcome((await apply(scene.place.staff.identity)).answer)).toBe('BOUND_ALREADY');
    expect(outcome((await apply(newcomer(), { bornOn: '2015-01-01' })).answer)).toBe('GUARDIAN_CONSENT_NEEDED');
    expect(outcome((await apply(newcomer(), { bornOn: '2026-11-24' })).answer)).toBe('BORN_IN_FUTURE');
    expect(outcome((await apply(newcomer(), { communityId: scene.place.here.gridId })).answer)).toBe('UNIT_NOT_FOUND');
    expect(outcome((await apply(newcomer(), { communityId: randomUUID() })).answer)).toBe('UNIT_NOT_FOUND');
    const who = newcomer();
    for (let i = 0; i < 5; i++) {
      const { applicationId } = await apply(who);
      await ask(who, 'withdrawApplication', { applicationId });
    }
    expect(outcome((await apply(who)).answer)).toBe('TOO_MANY');
  });
});

describe('applications that wait', () => {
  it('are listed oldest first, page by page, each with who could be meant and what agrees', async () => {
    const same = await registerHome(
      world(),
      scene.place.here,
      { name: '沈新民', phone: '14000003333', bornOn: '1988-08-08' },
      { name: '沈小' },
    );
    await registerHome(world(), scene.place.here, { name: '沈新民', bornOn: '1950-01-01' });
    await registerHome(world(), scene.place.elsewhere, { name: '沈新民', phone: '14000003333' });
    const first = await apply();
    scene.nowMs += 1000;
    const second = await apply(newcomer(), { name: '没有这人', phone: '14000009999', bornOn: undefined });
    const list = (cursor?: string) =>
      ask(scene.place.gridWorker.identity, 'applications', {
        unitId: scene.place.here.gridId,
        limit: 1,
        ...(cursor && { cursor }),
      });
    const page = await list();
    expect(page.data.applications).toMatchObject([
      { applicationId: first.applicationId, name: said.name, phone: said.phone, address: said.address, age: 38 },
    ]);
    const [best, other] = page.data.applications[0]?.matches ?? [];
    expect(best).toMatchObject({
      residentId: same.memberIds[0],
      householdNumber: same.number,
      agrees: ['name', 'phone', 'bornOn'],
    });
    expect(other).toMatchObject({ agrees: ['name'], age: 76 });
    const next = await list(page.data.nextCursor ?? '');
    expect(next.data).toMatchObject({
      applications: [{ applicationId: second.applicationId, matches: [] }],
      nextCursor: null,
    });
  });

  it('show the head of the address that was given', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '老沈' }, { name: '小沈' });
    const { data } = await ask(scene.place.staff.identity, 'get', { householdId: home.householdId });
    await apply(newcomer(), { address: data.address.replace('号', '号 ') });
    const list = await ask(scene.place.staff.identity, 'applications', { unitId: scene.place.here.communityId });
    expect(list.data.applications[0]?.matches).toMatchObject([{ residentId: home.memberIds[0], agrees: ['address'] }]);
  });

  it('are for the staff of the community', async () => {
    const unitId = scene.place.here.communityId;
    expect(outcome(await ask(scene.place.stranger.identity, 'applications', { unitId }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(newcomer(), 'applications', { unitId }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(scene.place.staff.identity, 'applications', { unitId: randomUUID() }))).toBe(
      'UNIT_NOT_FOUND',
    );
    expect(outcome(await ask(scene.place.staff.identity, 'applications', { unitId, cursor: 'x_y' }))).toBe(
      'INVALID_INPUT',
    );
  });
});

describe('deciding', () => {
  it('binds the applicant to a resident of the roster, who learns the phone number, and erases the application', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '沈新民' });
    const { who, applicationId } = await apply();
    const decided = await decide(applicationId, { kind: 'resident', residentId: home.memberIds[0] });
    expect(decided.data).toEqual({ state: 'approved', residentId: home.memberIds[0] });
    const { data } = await ask(who, 'me');
    expect(data).toMatchObject({ resident: { residentId: home.memberIds[0] }, application: { state: 'approved' } });
    const found = await ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      query: said.phone,
    });
    expect(found.data.people).toMatchObject([{ residentId: home.memberIds[0], isBound: true }]);
    const left = await database.ownerPool.query('select from personal_data where subject_id = $1', [applicationId]);
    expect(left.rowCount).toBe(0);
    const trail = await database.ownerPool.query(
      'select kind, by_resident_id from binding_event where resident_id = $1',
      [home.memberIds[0]],
    );
    expect(trail.rows).toEqual([{ kind: 'boundByApplication', by_resident_id: scene.place.gridWorker.residentId }]);
    const consents = await database.ownerPool.query(
      'select from consent where resident_id = $1 and withdrawn_at is null',
      [home.memberIds[0]],
    );
    expect(consents.rowCount).toBe(2);
  });

  it('binds no child under 14, whatever birthday the application left out, and leaves it waiting as it was', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '沈家长' },
      { name: '沈新民', bornOn: '2014-11-24' }, // twelve tomorrow
      { name: '沈大宝', bornOn: '2012-11-23' }, // fourteen today
    );
    const { who, applicationId } = await apply(newcomer(), { bornOn: undefined });
    expect(await decide(applicationId, { kind: 'resident', residentId: home.memberIds[1] })).toMatchObject({
      code: 'GUARDIAN_CONSENT_NEEDED',
      detail: { age: 11, because: 'headInvites' },
    });
    expect((await ask(who, 'me')).data).toMatchObject({ resident: null, application: { state: 'waiting' } });
    const found = await ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      query: said.phone,
    });
    expect(found.data.people).toEqual([]); // the child learned no phone number
    expect(outcome(await decide(applicationId, { kind: 'resident', residentId: home.memberIds[2] }))).toBe('ok');
  });

  it('adds the applicant to a household, once', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '老沈' });
    const { who, applicationId } = await apply();
    const decision = { kind: 'newMember', householdId: home.householdId, relation: '子' };
    expect((await decide(applicationId, decision)).data.state).toBe('approved');
    const { data } = await ask(who, 'me');
    expect(data.household?.members).toMatchObject([
      { name: '老沈' },
      { name: '沈新民', relation: '子', age: 38, sex: 'male' },
    ]);
    expect(await decide(applicationId, decision)).toMatchObject({
      code: 'APPLICATION_DECIDED',
      detail: { state: 'approved' },
    });
    const twin = await apply();
    expect(outcome(await decide(twin.applicationId, decision))).toBe('MEMBER_EXISTS');
  });

  it('makes the applicant the head of a household that has none, and the next one a member', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '老沈' });
    await database.ownerPool.query('update household set head_id = null where id = $1', [home.householdId]);
    const decision = { kind: 'newMember', householdId: home.householdId, relation: '户主' };
    const first = await apply();
    const { data } = await decide(first.applicationId, decision);
    expect((await ask(first.who, 'me')).data.household?.headId).toBe(data.residentId);
    const second = await apply(newcomer(), { name: '沈新华' });
    expect(outcome(await decide(second.applicationId, decision))).toBe('ok');
    expect((await ask(first.who, 'me')).data.household).toMatchObject({ headId: data.residentId });
    expect((await ask(second.who, 'me')).data.household?.members).toContainEqual(
      expect.objectContaining({ name: '沈新华', relation: '成员' }),
    );
  });

  it('opens a household for the applicant, who is its head', async () => {
    const { who, applicationId } = await apply();
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: scene.place.here.gridId }))).toBe('ok');
    const { data } = await ask(who, 'me');
    expect(data.household).toMatchObject({ number: 'N0001', address: said.address, headId: data.resident?.residentId });
  });

  it('refuses with a reason that the applicant is told', async () => {
    const { who, applicationId } = await apply();
    const decided = await decide(applicationId, { kind: 'refuse', because: 'notLivingHere' });
    expect(decided.data).toEqual({ state: 'refused', residentId: null });
    const { data } = await ask(who, 'me');
    expect(data).toMatchObject({ resident: null, application: { state: 'refused', refusedBecause: 'notLivingHere' } });
    const consents = await database.ownerPool.query(
      'select from consent where withdrawn_at is null and identity_id = $1',
      [data.identityId],
    );
    expect(consents.rowCount).toBe(0);
  });

  it('comes to one decision when two decide at once', async () => {
    const { applicationId } = await apply();
    const decisions = [
      decide(applicationId, { kind: 'newHousehold', unitId: scene.place.here.gridId }),
      decide(applicationId, { kind: 'refuse', because: 'other' }, scene.place.staff),
    ];
    const outcomes = (await Promise.all(decisions)).map(outcome);
    expect(outcomes.sort()).toEqual(['APPLICATION_DECIDED', 'ok']);
  });

  it('is not for strangers, not for the applicant, and not outside the decider’s reach', async () => {
    const { who, applicationId } = await apply();
    expect(outcome(await decide(applicationId, { kind: 'refuse', because: 'other' }, scene.place.stranger))).toBe(
      'NOT_ALLOWED',
    );
    expect(outcome(await decide(randomUUID(), { kind: 'refuse', because: 'other' }))).toBe('APPLICATION_NOT_FOUND');
    const away = await registerHome(world(), scene.place.elsewhere, { name: '外人' });
    expect(outcome(await decide(applicationId, { kind: 'resident', residentId: away.memberIds[0] }))).toBe(
      'NOT_ALLOWED',
    );
    expect(outcome(await decide(applicationId, { kind: 'resident', residentId: randomUUID() }))).toBe(
      'RESIDENT_NOT_FOUND',
    );
    expect(
      outcome(await decide(applicationId, { kind: 'newMember', householdId: away.householdId, relation: '子' })),
    ).toBe('NOT_ALLOWED');
    expect(outcome(await decide(applicationId, { kind: 'newMember', householdId: randomUUID(), relation: '子' }))).toBe(
      'HOUSEHOLD_NOT_FOUND',
    );
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: scene.place.elsewhere.gridId }))).toBe(
      'NOT_ALLOWED',
    );
    expect((await ask(who, 'me')).data.application?.state).toBe('waiting');
  });

  it('keeps within the community that was asked, even where a role reaches several', async () => {
    const { applicationId } = await apply();
    const wide = await employ(world(), scene.place.here, 'communityStaff', scene.place.here.streetId, '街小办');
    const other = await insertNeighbourhood(world());
    await database.ownerPool.query(
      "update org_unit set path = replace(path, $1, (select path from org_unit where id = $2) ) where path like $1 || '%' and id <> $3",
      [
        `/${other.here.cityId}/${other.here.districtId}/${other.here.streetId}/`,
        scene.place.here.streetId,
        other.here.streetId,
      ],
    );
    const away = await registerHome(world(), other.here, { name: '邻社区人' });
    expect(outcome(await decide(applicationId, { kind: 'resident', residentId: away.memberIds[0] }, wide))).toBe(
      'RESIDENT_NOT_FOUND',
    );
    expect(
      outcome(await decide(applicationId, { kind: 'newMember', householdId: away.householdId, relation: '子' }, wide)),
    ).toBe('HOUSEHOLD_NOT_FOUND');
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: other.here.gridId }, wide))).toBe(
      'UNIT_NOT_FOUND',
    );
  });

  it('refuses one’s own application, somebody bound meanwhile, and a resident who is bound', async () => {
    const { who, applicationId } = await apply();
    const home = await registerHome(world(), scene.place.here, { name: '已有人' });
    await bind(world(), home.memberIds[0] ?? '');
    expect(outcome(await decide(applicationId, { kind: 'resident', residentId: home.memberIds[0] }))).toBe(
      'RESIDENT_BOUND_ALREADY',
    );
    const { data } = await ask(who, 'me');
    const free = await registerHome(world(), scene.place.here, { name: '空着' });
    await database.ownerPool.query('update identity set resident_id = $2 where id = $1', [
      data.identityId,
      free.memberIds[0],
    ]);
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: scene.place.here.gridId }))).toBe(
      'BOUND_ALREADY',
    );
    await database.ownerPool.query('update bind_application set identity_id = $2 where id = $1', [
      applicationId,
      scene.place.gridWorker.identityId,
    ]);
    expect(outcome(await decide(applicationId, { kind: 'newHousehold', unitId: scene.place.here.gridId }))).toBe(
      'OWN_APPLICATION',
    );
  });

  it('is no longer needed once the applicant is bound by card', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '沈新民' });
    const { who, applicationId } = await apply();
    const card = await ask(scene.place.staff.identity, 'issueCard', { householdId: home.householdId });
    const code = await ask(scene.place.staff.identity, 'issueBindCode', { residentId: home.memberIds[0] });
    const input = { card: card.data.number, code: code.data.code, consent: CONSENT };
    expect(outcome(await ask(who, 'bindByCard', input))).toBe('ok');
    expect((await ask(who, 'me')).data.application?.state).toBe('withdrawn');
    expect(outcome(await decide(applicationId, { kind: 'refuse', because: 'other' }))).toBe('APPLICATION_DECIDED');
  });
});
