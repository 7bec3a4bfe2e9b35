import { family, type Scene, setScene } from '../activity/scene';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertReward } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { bind, registerHome, type Somebody } from './neighbourhood';

/** Guardians by a paper, who live elsewhere: written down, never over, and told. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

interface Case {
  readonly head: Somebody;
  readonly householdId: string;
  readonly childId: string;
  readonly father: Somebody;
}
/** A grandmother's household with a child in it; the father lives in a household of his own. */
async function apart(bornOn = '2016-05-01'): Promise<Case> {
  const { head, householdId, memberIds } = await family(
    scene,
    { name: '奶奶', bornOn: '1955-01-01' },
    { name: '小雨', bornOn },
  );
  const { head: father } = await family(scene, { name: '爸爸', bornOn: '1985-01-01' });
  return { head, householdId, childId: memberIds[1] ?? '', father };
}
const paper = { paper: 'ruling', paperOn: '2026-10-08', instead: false };
const record = ({ childId, father }: Case, more: object = {}, by = scene.gridWorker) =>
  ask(by, 'household.recordGuardian', { residentId: childId, guardianId: father.residentId, ...paper, ...more });
const end = (guardianshipId: string, by = scene.gridWorker) =>
  ask(by, 'household.endGuardian', { guardianshipId, reason: 'showedPaper' });
const give = async (residentId: string, points: number) => {
  const itemId = await insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, { points });
  await ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'resident', id: residentId }] });
};
const pooled = async (who: Somebody, residentId: string) =>
  JSON.stringify((await ask(who, 'household.agreeToPool', { residentId, agreed: true })).data ?? {});
const wards = async (who: Somebody) =>
  (await ask(who, 'household.me', {})).data?.wards as { residentId: string; agreedToPool: boolean }[];

describe('a guardian by a paper', () => {
  it('acts for the child from another household, sees and spends what the child has, and nothing of the others', async () => {
    const one = await apart();
    await give(one.childId, 9);
    await give(one.head.residentId, 4);
    expect(await ask(one.father, 'ledger.balance', { holderId: one.childId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await record(one)).toMatchObject({ ok: true });
    expect(await wards(one.father)).toMatchObject([{ residentId: one.childId, mayActFor: true }]);
    const { data } = await ask(one.father, 'ledger.balance', { holderId: one.childId });
    expect(data).toMatchObject({ balance: { lifetime: 9 }, household: null });
    const rewardId = await insertReward(
      database.db,
      { units: scene.here, createdBy: scene.staff.residentId },
      { cost: 5 },
    );
    const holder = { kind: 'resident', id: one.childId };
    expect(await pooled(one.head, one.head.residentId)).toContain('true');
    const shown = await ask(one.father, 'reward.get', { rewardId, holder });
    expect(shown.data).toMatchObject({ mine: { available: 9, pool: [], poolAvailable: 0 } });
    expect(await ask(one.father, 'reward.issueVoucher', { rewardId, holder })).toMatchObject({ ok: true });
    const own = await ask(one.father, 'reward.vouchers', {});
    expect(own.data?.vouchers).toHaveLength(1);
    const more = { rewardId, holder, pool: [one.head.residentId] };
    expect(await ask(one.father, 'reward.issueVoucher', more)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await ask(one.father, 'household.history', { residentId: one.childId })).toMatchObject({ ok: true });
    expect(await ask(one.father, 'household.history', { householdId: one.householdId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('who lives in no household of ours reaches book, code, rewards and vouchers of the ward', async () => {
    const one = await apart();
    await give(one.childId, 9);
    await record(one);
    const gone = { residentId: one.father.residentId, reason: 'movedHouse' };
    expect(await ask(scene.gridWorker, 'household.leave', gone)).toMatchObject({ ok: true });
    expect((await ask(one.father, 'household.me', {})).data).toMatchObject({
      household: null,
      wards: [{ residentId: one.childId }],
    });
    const holderId = one.childId;
    const holder = { kind: 'resident', id: one.childId };
    const { data } = await ask(one.father, 'ledger.balance', { holderId });
    expect(data).toMatchObject({ balance: { lifetime: 9 } });
    expect((await ask(one.father, 'ledger.passbook', { holderId })).data?.entries).toHaveLength(1);
    expect(await ask(one.father, 'household.personalCode', { residentId: holderId })).toMatchObject({ ok: true });
    const staffed = { units: scene.here, createdBy: scene.staff.residentId };
    const rewardId = await insertReward(database.db, staffed, { cost: 5 });
    const offered = (await ask(one.father, 'reward.list', { holder })).data?.rewards as { rewardId: string }[];
    expect(offered.map((reward) => reward.rewardId)).toContain(rewardId);
    expect(await ask(one.father, 'reward.get', { rewardId, holder })).toMatchObject({ ok: true });
    expect(await ask(one.father, 'reward.issueVoucher', { rewardId, holder })).toMatchObject({ ok: true });
    expect((await ask(one.father, 'reward.vouchers', {})).data?.vouchers).toHaveLength(1);
    expect(await ask(one.father, 'household.agreeToPool', { residentId: holderId, agreed: true })).toMatchObject({
      ok: true,
    });
  });

  it('stands in the history that the household reads: who, by whom; and at the desk which paper and until when', async () => {
    const one = await apart();
    const told = await record(one, { until: '2027-10-07' });
    expect(await record(one, { until: '2027-10-07' })).toEqual(told); // said again
    const { data } = await ask(one.head, 'household.history', { householdId: one.householdId });
    expect(data).toMatchObject({
      changes: [{ kind: 'guardianNamed', name: '小雨', guardianName: '爸爸', byName: expect.stringMatching(/./) }],
    });
    const person = (await ask(scene.staff, 'household.person', { residentId: one.childId })).data;
    expect(person).toMatchObject({
      guardians: [{ name: '爸爸', paper: 'ruling', paperOn: '2026-10-08', until: '2027-10-07', isSole: false }],
    });
    for (const change of ['update guardianship set until = null', 'delete from guardianship'])
      await expect(database.ownerPool.query(change)).rejects.toThrow('append-only');
  });

  it('beside the head leaves her what she may; in her place it ends at once, with what she agreed to', async () => {
    const one = await apart();
    await record(one);
    expect(await pooled(one.head, one.childId)).toContain('true');
    expect(await record(one, { instead: true })).toMatchObject({ ok: true });
    expect(await ask(one.head, 'household.agreeToPool', { residentId: one.childId, agreed: true })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
    expect(await wards(one.father)).toMatchObject([{ residentId: one.childId, agreedToPool: false }]);
    expect(await pooled(one.father, one.childId)).toContain('true');
    const { head: mother } = await family(scene, { name: '妈妈', bornOn: '1986-01-01' });
    await record({ ...one, father: mother }, { instead: true, paperOn: '2026-11-01' });
    expect(await wards(one.father)).toEqual([]);
    expect(await wards(mother)).toMatchObject([{ residentId: one.childId, agreedToPool: false }]);
  });

  it('is ended by staff, with what they agreed to, and the head acts for the child again', async () => {
    const one = await apart();
    const guardianshipId = fieldOf<string>(await record(one, { instead: true }), 'guardianshipId');
    await pooled(one.father, one.childId);
    expect(await end(guardianshipId, scene.stranger)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await end(guardianshipId)).toMatchObject({ ok: true });
    expect(await end(guardianshipId)).toMatchObject({ ok: true }); // said again
    await expect(database.ownerPool.query('delete from guardianship_end')).rejects.toThrow('append-only');
    expect(await wards(one.father)).toEqual([]);
    const { rows } = await database.ownerPool.query(
      `select m.pool_guardian_at from membership m where m.resident_id = $1 and m.left_on is null`,
      [one.childId],
    );
    expect(rows).toEqual([{ pool_guardian_at: null }]);
    expect(await pooled(one.head, one.childId)).toContain('true');
  });

  it('of a child ends by itself at 18, though the paper names no end', async () => {
    const one = await apart('2008-11-25');
    await record(one);
    expect(await wards(one.father)).toHaveLength(1);
    const person = (await ask(scene.staff, 'household.person', { residentId: one.childId })).data;
    expect(person).toMatchObject({ guardians: [{ until: '2026-11-24' }] });
    scene.setClock(TEST_NOW_MS + 2 * 86_400_000);
    expect(await wards(one.father)).toEqual([]);
    expect(await ask(one.father, 'ledger.balance', { holderId: one.childId })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('of a grown-up who cannot act speaks for them by a court’s paper, not by the register', async () => {
    const one = await apart('1950-01-01');
    expect(await record(one, { paper: 'register' })).toMatchObject({ code: 'PAPER_ABOUT_CHILDREN' });
    expect(await record(one, { paper: 'ruling' })).toMatchObject({ ok: true });
    expect(await pooled(one.father, one.childId)).toContain('true');
    expect(await wards(one.father)).toMatchObject([{ agreedToPool: true }]);
  });

  it('is a grown-up other than the person, by a paper of today, recorded by somebody whom it does not concern', async () => {
    const one = await apart();
    const { memberIds } = await registerHome(
      scene.world,
      scene.here,
      { name: '谁' },
      { name: '小弟', bornOn: '2012-01-01' },
    );
    const young = { ...one, father: { ...one.father, residentId: memberIds[1] ?? '' } };
    expect(await record(young)).toMatchObject({ code: 'GUARDIAN_UNFIT' });
    const self = { ...one, father: { ...one.father, residentId: one.childId } };
    expect(await record(self)).toMatchObject({ code: 'GUARDIAN_UNFIT' });
    expect(await record(one, { paperOn: '2026-12-31' })).toMatchObject({ code: 'PAPER_DAYS_IMPOSSIBLE' });
    expect(await record(one, { until: '2026-11-01' })).toMatchObject({ code: 'PAPER_DAYS_IMPOSSIBLE' });
    expect(await record({ ...one, father: scene.gridWorker })).toMatchObject({ code: 'OWN_HOUSEHOLD' });
    expect(await record(one, {}, scene.stranger)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await record(one, {}, one.father)).toMatchObject({ code: 'NOT_ALLOWED' });
    await record({ ...one, father: scene.staff });
    const own = { itemId: scene.itemId, holders: [{ kind: 'resident', id: one.childId }] };
    expect(JSON.stringify(await ask(scene.staff, 'award.give', own))).toContain('OWN_HOUSEHOLD');
  });

  it('from another community shows the code, and is not found otherwise', async () => {
    const one = await apart();
    const { memberIds } = await registerHome(scene.world, scene.elsewhere, { name: '外地爸', bornOn: '1985-01-01' });
    const away = await bind(scene.world, memberIds[0] ?? '');
    expect(await record({ ...one, father: away })).toMatchObject({ code: 'NOT_ALLOWED' });
    const scanned = fieldOf<string>(await ask(away, 'household.personalCode', {}), 'qr');
    const shown = { residentId: one.childId, scanned, ...paper };
    expect(await ask(scene.gridWorker, 'household.recordGuardian', shown)).toMatchObject({ ok: true });
    expect(await wards(away)).toHaveLength(1);
  });
});
