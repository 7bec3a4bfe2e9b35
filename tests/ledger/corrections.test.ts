import { family, type Scene, setScene, society } from '../activity/scene';
import { appoint, employ, type Somebody } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { insertItem, insertReward } from '../support/rows';
import { Traffic, watching } from '../support/traffic';

/** Rule 2: a wrong entry is corrected by a second one that names it, proposed by one person and approved by another. */
const traffic = new Traffic();
let database: TestDatabase;
let scene: Scene;
let ask: AskAny;
let admin: Somebody;
let colleague: Somebody;

beforeAll(async () => {
  database = await createTestDatabase({ max: 4, Client: watching(traffic) });
  scene = await setScene(database);
  ask = openDoors(scene.world);
  const { communityId } = scene.here;
  admin = await employ(scene.world, scene.here, 'communityAdmin', communityId, '管理员');
  colleague = await employ(scene.world, scene.here, 'communityAdmin', communityId, '副管理');
});

afterAll(() => database.close());

/** Somebody with one credit of five points. */
async function credited(): Promise<Somebody> {
  const { head } = await family(scene, { name: '周爱华' });
  const holders = [{ kind: 'resident', id: head.residentId }];
  await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders });
  return head;
}
const propose = (by: Somebody, of: Somebody, seq = 1) =>
  ask(by, 'ledger.proposeCorrection', { accountId: of.residentId, seq, reason: 'wrongPerson' });
const decide = (by: Somebody, correctionId: string, approve = true) =>
  ask(by, 'ledger.decideCorrection', { correctionId, approve });
const withdraw = (by: Somebody, correctionId: string) => ask(by, 'ledger.withdrawCorrection', { correctionId });
async function proposed(by: Somebody, of: Somebody): Promise<string> {
  return fieldOf(await propose(by, of), 'correctionId');
}
const accountOf = async ({ residentId }: Somebody) =>
  (await database.pool.query('select lifetime, held, seq from account where account_id = $1', [residentId])).rows[0];
async function redeemAll(who: Somebody): Promise<void> {
  const by = { units: scene.here, createdBy: admin.residentId };
  const rewardId = await insertReward(database.db, by, { cost: 5 });
  expect(await ask(who, 'reward.issueVoucher', { rewardId })).toMatchObject({ ok: true });
}

describe('a correction', () => {
  it('takes the points back by a second entry that names the first', async () => {
    const who = await credited();
    const told = await decide(admin, await proposed(scene.staff, who));
    expect(told.data).toEqual({ state: 'approved', entrySeq: 2 });
    expect(await accountOf(who)).toEqual({ lifetime: 0, held: 0, seq: 2 });
    const { rows } = await database.pool.query(
      'select kind, points, corrects_seq from ledger_entry where account_id = $1 and seq = 2',
      [who.residentId],
    );
    expect(rows).toEqual([{ kind: 'correction', points: 5, corrects_seq: 1 }]);
  });

  it('ends the thanks: what should not have been is told to neighbours no more, nor counted for the day', async () => {
    const who = await credited();
    const unitId = scene.here.communityId;
    const told = async () => {
      const { thanks } = (await ask(who, 'award.neighbours', { unitId })).data as { thanks: unknown[] };
      const { today } = (await ask(scene.staff, 'award.recent', { unitId })).data as { today: { points: number } };
      return [thanks.length, today.points];
    };
    const [thanks = 0, points = 0] = await told();
    await decide(admin, await proposed(scene.staff, who));
    expect(await told()).toEqual([thanks - 1, points - 5]);
  });

  it('leaves its place under the cap free: what was corrected does not count', async () => {
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, by, { name: '义务理发', points: 5, cap_person_day: 1 });
    const { head } = await family(scene, { name: '周爱华' });
    const give = async () => {
      const holders = [{ kind: 'resident', id: head.residentId }];
      const told = await ask(scene.staff, 'award.give', { itemId, holders });
      return fieldOf<{ outcome: object }[]>(told, 'results')[0]?.outcome;
    };
    expect(await give()).toMatchObject({ state: 'posted' });
    expect(await give()).toMatchObject({ code: 'CAP_REACHED' });
    await decide(admin, await proposed(scene.staff, head));
    expect(await give()).toMatchObject({ state: 'posted' });
    expect(await give()).toMatchObject({ code: 'CAP_REACHED' });
  });

  it('is not approved by the one who proposed it, but by a colleague', async () => {
    const who = await credited();
    const correctionId = await proposed(admin, who);
    expect(await decide(admin, correctionId)).toMatchObject({ code: 'OWN_PROPOSAL' });
    expect(await accountOf(who)).toMatchObject({ lifetime: 5, seq: 1 });
    expect((await decide(colleague, correctionId)).data).toMatchObject({ state: 'approved' });
  });

  it('is not decided by the one whose points they are, nor by their household, but by a colleague', async () => {
    const { head, memberIds } = await family(scene, { name: '管家人' }, { name: '家里人' });
    await appoint(scene.world, head.residentId, 'communityAdmin', scene.here.communityId);
    for (const residentId of memberIds) {
      await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders: [{ kind: 'resident', id: residentId }] });
      const told = await ask(scene.staff, 'ledger.proposeCorrection', {
        accountId: residentId,
        seq: 1,
        reason: 'wrongItem',
      });
      const correctionId = fieldOf<string>(told, 'correctionId');
      for (const approve of [false, true])
        expect(await decide(head, correctionId, approve)).toMatchObject({ code: 'OWN_HOUSEHOLD' });
      expect(await decide(colleague, correctionId)).toMatchObject({ data: { state: 'approved' } });
    }
  });

  it('is not decided by the leader of the society whose points they are', async () => {
    const { societyId, leader } = await society(scene, '太极队');
    await appoint(scene.world, leader.residentId, 'communityAdmin', scene.here.communityId);
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, by, { name: '公益演出', holder_kind: 'society' });
    await ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'society', id: societyId }] });
    const told = await ask(scene.staff, 'ledger.proposeCorrection', {
      accountId: societyId,
      seq: 1,
      reason: 'wrongItem',
    });
    const correctionId = fieldOf<string>(told, 'correctionId');
    expect(await decide(leader, correctionId, false)).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    expect(await decide(colleague, correctionId)).toMatchObject({ data: { state: 'approved' } });
  });

  it('is only noted when the points are held already: they stay', async () => {
    const who = await credited();
    const correctionId = await proposed(scene.staff, who);
    await redeemAll(who);
    expect((await decide(admin, correctionId)).data).toEqual({ state: 'noted', entrySeq: null });
    expect(await accountOf(who)).toEqual({ lifetime: 5, held: 5, seq: 2 });
  });

  it('is proposed once at a time, decided once, and never made of the same entry again', async () => {
    const who = await credited();
    const correctionId = await proposed(scene.staff, who);
    expect(await propose(admin, who)).toMatchObject({ code: 'CORRECTION_WAITING' });
    expect((await decide(admin, correctionId)).data).toMatchObject({ state: 'approved' });
    expect(await decide(colleague, correctionId)).toMatchObject({ code: 'CORRECTION_DECIDED' });
    expect(await propose(admin, who)).toMatchObject({ code: 'CORRECTED_ALREADY' });
    expect(await accountOf(who)).toMatchObject({ lifetime: 0, seq: 2 });
  });

  it('is decided once by two who decide at the same moment', async () => {
    const who = await credited();
    const correctionId = await proposed(scene.staff, who);
    const told = await Promise.all([decide(admin, correctionId), decide(colleague, correctionId)]);
    expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual(['CORRECTION_DECIDED', 'ok']);
  });

  it('that was refused leaves the points and may be proposed anew', async () => {
    const who = await credited();
    expect((await decide(admin, await proposed(scene.staff, who), false)).data).toMatchObject({ state: 'refused' });
    expect(await accountOf(who)).toMatchObject({ lifetime: 5, seq: 1 });
    expect(await propose(scene.staff, who)).toMatchObject({ ok: true });
  });

  it('is taken back by who proposed it: the entry stays, leaves the list and may be proposed anew', async () => {
    const who = await credited();
    const correctionId = await proposed(admin, who);
    expect((await withdraw(admin, correctionId)).data).toEqual({ correctionId });
    expect(await accountOf(who)).toMatchObject({ lifetime: 5, seq: 1 });
    const waiting = fieldOf<{ correctionId: string }[]>(
      await ask(admin, 'ledger.corrections', { unitId: scene.here.communityId }),
      'corrections',
    );
    expect(waiting.map((one) => one.correctionId)).not.toContain(correctionId);
    expect(await decide(colleague, correctionId)).toMatchObject({ code: 'CORRECTION_DECIDED' });
    expect(await withdraw(admin, correctionId)).toMatchObject({ code: 'CORRECTION_DECIDED' });
    expect((await decide(colleague, await proposed(admin, who))).data).toMatchObject({ state: 'approved' });
  });

  it('is taken back by nobody else, and not once it is decided', async () => {
    const who = await credited();
    const correctionId = await proposed(scene.staff, who);
    expect(await withdraw(admin, correctionId)).toMatchObject({ code: 'NOT_YOUR_PROPOSAL' });
    expect(await withdraw(scene.stranger, correctionId)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await withdraw(admin, who.residentId)).toMatchObject({ code: 'CORRECTION_NOT_FOUND' });
    expect((await decide(admin, correctionId)).data).toMatchObject({ state: 'approved' });
    expect(await withdraw(scene.staff, correctionId)).toMatchObject({ code: 'CORRECTION_DECIDED' });
    expect(await accountOf(who)).toMatchObject({ lifetime: 0, seq: 2 });
  });

  it('is either decided or taken back, when both happen at the same moment', async () => {
    const who = await credited();
    const correctionId = await proposed(scene.staff, who);
    const told = await Promise.all([decide(admin, correctionId), withdraw(scene.staff, correctionId)]);
    expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual(['CORRECTION_DECIDED', 'ok']);
  });

  it('is of credits alone', async () => {
    const who = await credited();
    await redeemAll(who);
    expect(await propose(scene.staff, who, 2)).toMatchObject({ code: 'NOT_A_CREDIT' });
    expect(await propose(scene.staff, who, 3)).toMatchObject({ code: 'ENTRY_NOT_FOUND' });
  });

  it('is nobody’s business in another community', async () => {
    const who = await credited();
    const { stranger } = scene;
    expect(await propose(stranger, who)).toMatchObject({ code: 'NOT_ALLOWED' });
    const { elsewhere } = scene;
    const foreign = await employ(scene.world, elsewhere, 'communityAdmin', elsewhere.communityId, '外人');
    expect(await decide(foreign, await proposed(scene.staff, who))).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

interface Listed {
  readonly correctionId: string;
  readonly entry: { readonly points: number };
  readonly holder: object;
  readonly proposedByName: string;
}

describe('corrections that wait', () => {
  const unitId = () => scene.here.communityId;
  const list = async (by = admin) =>
    fieldOf<Listed[]>(await ask(by, 'ledger.corrections', { unitId: unitId(), limit: 100 }), 'corrections');
  const settle = async () => {
    for (const { correctionId } of await list()) await decide(colleague, correctionId, false);
  };
  beforeEach(settle);

  it('say whose the points are, in which household, and who proposed', async () => {
    const { head, householdId, memberIds } = await family(scene, { name: '周国强' }, { name: '周小雨' });
    const { societyId, leader } = await society(scene, '太极拳队');
    const itemOf = (kind: 'household' | 'society') =>
      insertItem(
        database.db,
        { units: scene.here, draftedBy: scene.staff.residentId },
        { name: kind, holder_kind: kind },
      );
    const holders = [
      { itemId: scene.itemId, kind: 'resident', id: memberIds[1] },
      { itemId: await itemOf('household'), kind: 'household', id: householdId },
      { itemId: await itemOf('society'), kind: 'society', id: societyId },
    ];
    for (const { itemId, kind, id } of holders) {
      await ask(scene.staff, 'award.give', { itemId, holders: [{ kind, id }] });
      await ask(scene.staff, 'ledger.proposeCorrection', { accountId: id, seq: 1, reason: 'wrongPerson' });
    }
    const ofHome = { householdId, householdHead: '周国强' };
    const shown = await list();
    expect(new Set(shown.map(({ holder }) => holder))).toEqual(
      new Set([
        { kind: 'resident', id: memberIds[1], name: '周小雨', ...ofHome },
        { kind: 'household', id: householdId, name: '周国强', ...ofHome },
        { kind: 'society', id: societyId, name: '太极拳队', householdId: null, householdHead: null },
      ]),
    );
    expect(new Set(shown.map(({ proposedByName }) => proposedByName))).toEqual(new Set(['社小工']));
    for (const nobody of [head, leader])
      expect(await ask(nobody, 'ledger.corrections', { unitId: unitId() })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('are read with as many statements for six as for one', async () => {
    const statements = async () => {
      traffic.clear();
      const { length } = await list();
      return [length, traffic.sent.length];
    };
    await proposed(scene.staff, await credited());
    const [one, forOne] = await statements();
    for (let more = 0; more < 5; more++) await proposed(scene.staff, await credited());
    const [six, forSix] = await statements();
    expect([one, six]).toEqual([1, 6]);
    expect(forSix).toBe(forOne);
  });
});
