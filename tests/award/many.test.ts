import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { family, HOUR, lifetimeOf, type Scene, setScene } from '../activity/scene';
import { appoint, bind, employ, registerHome, type Somebody } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors, type Told } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';

/** One deed of many people, what shows it, and what its giver sees of it afterwards. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});

const itemWith = (values: Parameters<typeof insertItem>[2]) =>
  insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, values);
const resident = (id: string | undefined) => ({ kind: 'resident', id });
interface Foreseen {
  readonly refusal: string | null;
  readonly capTimes: number | null;
  readonly nearest: { readonly cap: string; readonly times: number; readonly capTimes: number } | null;
  readonly householdLeft: number | null;
}
const foreseenOf = (told: Told) => fieldOf<Foreseen[]>(told, 'results');
const reasonsOf = (told: Told) => foreseenOf(told).map(({ refusal }) => refusal ?? 'ok');
interface Result {
  readonly outcome: { readonly state: string; readonly code?: string };
}
const outcomesOf = (told: Told) =>
  fieldOf<Result[]>(told, 'results').map(({ outcome }) => outcome.code ?? outcome.state);

/** Two hundred people in a hundred households, two in each. */
async function twoHundred(): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < 100; i++) {
    const home = await registerHome(scene.world, scene.here, { name: `甲${i}` }, { name: `乙${i}` });
    ids.push(...home.memberIds);
  }
  return ids;
}

/** How many statements are sent meanwhile, on whichever connection. */
async function countStatements<T>(work: () => Promise<T>): Promise<{ count: number; result: T }> {
  const sent = jest.spyOn(Client.prototype, 'query');
  const result = await work();
  const count = sent.mock.calls.length;
  sent.mockRestore();
  return { count, result };
}

describe('one deed of two hundred people', () => {
  let people: readonly string[];
  let giver: Somebody;
  beforeAll(async () => {
    people = await twoHundred();
    giver = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '发放人');
  }, 60_000);

  it('is foreseen and given by one request id, with an answer for each; half of it refused, and nothing twice', async () => {
    const itemId = await itemWith({ points: 5, cap_household_day: 1 });
    const input = { itemId, holders: people.map(resident) };
    const told = await ask(giver, 'award.preview', input);
    expect(told.data).toMatchObject({
      postedCount: 100,
      postedPoints: 500,
      giver: { limitPoints: 5_000, leftPoints: 5_000 },
    });
    const halves = people.map((_, i) => (i % 2 === 0 ? 'ok' : 'CAP_REACHED'));
    expect(reasonsOf(told)).toEqual(halves);
    const requestId = randomUUID();
    const first = await ask(giver, 'award.give', input, requestId);
    expect(first.data).toMatchObject({ postedCount: 100, postedPoints: 500 });
    expect(outcomesOf(first)).toEqual(halves.map((code) => (code === 'ok' ? 'posted' : code)));
    expect((await ask(giver, 'award.give', input, requestId)).data).toEqual(first.data);
    const { count } = await database.db
      .selectFrom('award')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(100);
  });

  it('costs as many statements as one of a single person', async () => {
    const itemId = await itemWith({ points: 1, cap_person_day: 9 });
    const give = (ids: readonly string[]) => ask(giver, 'award.give', { itemId, holders: ids.map(resident) });
    const foresee = (ids: readonly string[]) => ask(giver, 'award.preview', { itemId, holders: ids.map(resident) });
    await give(people.slice(0, 1)); // what is prepared once is prepared
    for (const act of [give, foresee]) {
      const one = await countStatements(() => act(people.slice(0, 1)));
      const many = await countStatements(() => act(people));
      expect(one.count).toBeGreaterThan(0);
      expect(many.count).toBe(one.count);
      expect(fieldOf(many.result, 'postedCount')).toBe(200);
    }
  });

  it('takes three hundred at once and no more', async () => {
    const itemId = await itemWith({});
    const holders = Array.from({ length: 301 }, () => resident(randomUUID()));
    expect((await ask(giver, 'award.give', { itemId, holders })).code).toBe('INVALID_INPUT');
    const told = await ask(giver, 'award.give', { itemId, holders: holders.slice(1) });
    expect(new Set(outcomesOf(told))).toEqual(new Set(['HOLDER_NOT_FOUND']));
    expect(outcomesOf(told)).toHaveLength(300);
  });
});

describe('whoever chooses sees', () => {
  it('each of a household as free while it is not full, how many more it takes, and how often it counted', async () => {
    const itemId = await itemWith({ points: 5, cap_household_month: 2, cap_person_month: 4 });
    const { memberIds } = await family(scene, { name: '甲' }, { name: '乙' }, { name: '丙' });
    const holders = memberIds.map(resident);
    const alone = async () => foreseenOf(await ask(scene.staff, 'award.preview', { itemId, holders, alone: true }));
    expect((await alone()).map(({ refusal, householdLeft }) => [refusal, householdLeft])).toEqual([
      [null, 2],
      [null, 2],
      [null, 2],
    ]);
    expect(reasonsOf(await ask(scene.staff, 'award.preview', { itemId, holders }))).toEqual([
      'ok',
      'ok',
      'CAP_REACHED',
    ]);
    await ask(scene.staff, 'award.give', { itemId, holders: holders.slice(0, 1) });
    const [first, second] = await alone();
    expect(first).toMatchObject({ householdLeft: 1, nearest: { cap: 'householdMonth', times: 1, capTimes: 2 } });
    expect(second).toMatchObject({ refusal: null, householdLeft: 1 });
    await ask(scene.staff, 'award.give', { itemId, holders: holders.slice(1, 2) });
    expect(await alone()).toMatchObject([
      { refusal: 'CAP_REACHED', capTimes: 2, householdLeft: 0 },
      { refusal: 'CAP_REACHED', capTimes: 2, householdLeft: 0 },
      { refusal: 'CAP_REACHED', capTimes: 2, householdLeft: 0 },
    ]);
  });

  it('who has died or moved away, and the own family, before anything is given', async () => {
    const itemId = await itemWith({});
    const home = await registerHome(scene.world, scene.here, { name: '同事' }, { name: '家人' });
    const somebody = await bind(scene.world, home.memberIds[0] as string);
    await appoint(scene.world, somebody.residentId, 'communityStaff', scene.here.communityId);
    const dead = (await family(scene, { name: '走了的' })).head.residentId;
    const died = { residentId: dead, diedOn: '2026-11-20', reason: 'toldUs' };
    expect((await ask(scene.staff, 'household.recordDeath', died)).ok).toBe(true);
    const elsewhere = (await registerHome(scene.world, scene.elsewhere, { name: '远的' })).memberIds[0];
    const holders = [home.memberIds[1], dead, elsewhere].map(resident);
    expect(reasonsOf(await ask(somebody, 'award.preview', { itemId, holders }))).toEqual([
      'OWN_HOUSEHOLD',
      'HOLDER_NOT_FOUND',
      'HOLDER_NOT_FOUND',
    ]);
  });
});

describe('an item that asks for evidence', () => {
  it('is given with words of it, once for the deed, and signing in is evidence by itself', async () => {
    const { head } = await family(scene);
    const holders = [resident(head.residentId)];
    const itemId = await itemWith({ evidence: '两位当事人签字' });
    const give = (more: object) => ask(scene.staff, 'award.give', { itemId, holders, ...more });
    expect(await give({})).toMatchObject({ code: 'EVIDENCE_NEEDED', detail: { evidence: '两位当事人签字' } });
    expect(await lifetimeOf(scene, head.residentId)).toBe(0);
    const deedId = randomUUID();
    expect(outcomesOf(await give({ deedId, evidence: '单子在居委会' }))).toEqual(['posted']);
    expect(outcomesOf(await give({ deedId, evidence: '别的话' }))).toEqual(['COUNTED_ALREADY']);
    const mine = await ask(scene.staff, 'award.givenToday', { unitId: scene.here.communityId });
    const told = fieldOf<{ deedId: string }[]>(mine, 'awards').find((one) => one.deedId === deedId);
    expect(told).toMatchObject({ evidence: '单子在居委会' });
    const signedIn = await itemWith({ evidence: '活动签到' });
    expect(outcomesOf(await ask(scene.staff, 'award.give', { itemId: signedIn, holders }))).toEqual(['posted']);
  });

  it('is shown with it to the second person who signs', async () => {
    const { head } = await family(scene);
    const itemId = await itemWith({ points: 500, evidence: '现场照片' });
    const input = { itemId, holders: [resident(head.residentId)], evidence: '照片在网格员手机里' };
    expect(outcomesOf(await ask(scene.staff, 'award.give', input))).toEqual(['waiting']);
    const colleague = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '同事');
    const waiting = await ask(colleague, 'award.waiting', { unitId: scene.here.communityId });
    expect(fieldOf<object[]>(waiting, 'awards').at(-1)).toMatchObject({ evidence: '照片在网格员手机里' });
  });
});

describe('what I gave today', () => {
  interface Given {
    readonly awards: readonly {
      readonly deedId: string;
      readonly holder: { readonly id: string; readonly name: string };
      readonly entrySeq: number;
      readonly state: string;
      readonly withdrawUntilMs: number | null;
    }[];
    readonly sum: { readonly deeds: number; readonly count: number; readonly points: number };
  }
  const mine = async (who: Somebody) =>
    (await ask(who, 'award.givenToday', { unitId: scene.here.communityId })).data as unknown as Given;
  const withdrawalOf = ({ awards }: Given) => ({
    ...{ accountId: awards[0]?.holder.id, entrySeq: awards[0]?.entrySeq, reason: 'wrongPerson' },
  });

  it('is the giver’s alone, sums up, and is withdrawn within the hour by a correction that another approves', async () => {
    const { communityId } = scene.here;
    const giver = await employ(scene.world, scene.here, 'gridWorker', scene.here.gridId, '网格员');
    const admin = await employ(scene.world, scene.here, 'communityAdmin', communityId, '管理员');
    const { memberIds } = await family(scene, { name: '陈桂兰' }, { name: '陈小兰' });
    const itemId = await itemWith({ points: 5 });
    await ask(giver, 'award.give', { itemId, holders: memberIds.map(resident) });
    const before = await mine(giver);
    expect(before.sum).toEqual({ deeds: 1, count: 2, points: 10 });
    expect(before.awards.map(({ holder }) => holder.name).sort()).toEqual(['陈小兰', '陈桂兰'].sort());
    expect(before.awards[0]?.withdrawUntilMs).toBe(TEST_NOW_MS + HOUR);
    expect((await mine(admin)).awards).toEqual([]);
    expect(await ask(admin, 'award.withdraw', withdrawalOf(before))).toMatchObject({ code: 'AWARD_NOT_FOUND' });
    const told = await ask(giver, 'award.withdraw', withdrawalOf(before));
    const correctionId = fieldOf<string>(told, 'correctionId');
    expect(await ask(giver, 'award.withdraw', withdrawalOf(before))).toMatchObject({ code: 'CORRECTION_WAITING' });
    const waits = await mine(giver);
    expect(waits.awards[0]).toMatchObject({ state: 'correctionWaiting', withdrawUntilMs: null });
    expect(waits.sum).toEqual({ deeds: 1, count: 2, points: 10 }); // nothing is taken back before another approves
    expect((await ask(admin, 'ledger.decideCorrection', { correctionId, approve: true })).data).toMatchObject({
      state: 'approved',
    });
    const after = await mine(giver);
    expect(after.awards[0]?.state).toBe('corrected');
    expect(after.sum).toEqual({ deeds: 1, count: 1, points: 5 });
  });

  it('is withdrawn no more after an hour', async () => {
    const giver = await employ(scene.world, scene.here, 'gridWorker', scene.here.gridId, '网格员');
    const { head } = await family(scene);
    await ask(giver, 'award.give', { itemId: await itemWith({}), holders: [resident(head.residentId)] });
    const given = await mine(giver);
    scene.setClock(TEST_NOW_MS + HOUR);
    expect(await ask(giver, 'award.withdraw', withdrawalOf(given))).toMatchObject({
      code: 'WITHDRAWAL_OVER',
      detail: { untilMs: TEST_NOW_MS + HOUR },
    });
    expect((await mine(giver)).awards[0]?.withdrawUntilMs).toBeNull();
    scene.setClock(TEST_NOW_MS);
  });

  it('is still there just after midnight, to be withdrawn, and no part of the new day’s sum', async () => {
    const giver = await employ(scene.world, scene.here, 'gridWorker', scene.here.gridId, '网格员');
    const { head } = await family(scene);
    scene.setClock(Date.parse('2026-11-23T23:50:00+08:00'));
    await ask(giver, 'award.give', { itemId: await itemWith({}), holders: [resident(head.residentId)] });
    scene.setClock(Date.parse('2026-11-24T00:10:00+08:00'));
    const { awards, sum } = await mine(giver);
    expect(awards).toMatchObject([{ state: 'stands', withdrawUntilMs: Date.parse('2026-11-24T00:50:00+08:00') }]);
    expect(sum).toEqual({ deeds: 0, count: 0, points: 0 });
    scene.setClock(Date.parse('2026-11-24T00:51:00+08:00'));
    expect((await mine(giver)).awards).toEqual([]);
    scene.setClock(TEST_NOW_MS);
  });
});
