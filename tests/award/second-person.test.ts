import { family, lifetimeOf, type Scene, setScene } from '../activity/scene';
import { employ, type Somebody } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors, type Told } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';

/** product.md, part 3: above a limit a second person signs, and what one person gives in a day has an end. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let colleague: Somebody;
let district: Somebody;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  colleague = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '同事');
  district = await employ(scene.world, scene.here, 'districtSupervisor', scene.here.districtId, '主管');
});

const item = (points: number) =>
  insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, { points });
const resident = (id: string) => ({ kind: 'resident', id });
interface Result {
  readonly outcome: { readonly state: string; readonly code?: string; readonly limit?: object };
}
const outcomesOf = (told: Told) =>
  fieldOf<Result[]>(told, 'results').map(({ outcome }) => outcome.code ?? outcome.state);
interface Waiting {
  readonly waitingId: string;
  readonly isOwn: boolean;
  readonly holders: readonly { readonly id: string }[];
}
const waitingFor = async (who: Somebody) =>
  fieldOf<Waiting[]>(await ask(who, 'award.waiting', { unitId: scene.here.communityId }), 'awards');
/** What waits for somebody, as `who` sees it. */
const waitingAbout = async (who: Somebody, residentId: string | undefined) =>
  (await waitingFor(who)).find(({ holders }) => holders.some(({ id }) => id === residentId));

/** What was decided about one, as `who` sees it. */
const decidedFor = async (who: Somebody, id: string) =>
  fieldOf<Waiting[]>(await ask(who, 'award.decided', { unitId: scene.here.communityId }), 'awards').find(
    ({ waitingId }) => waitingId === id,
  );

describe('an award above what one person gives alone', () => {
  /** 1,000 points, given by staff to one resident. */
  async function dear(by = scene.staff) {
    const { head } = await family(scene, { name: '陈桂兰' });
    const given = await ask(by, 'award.give', { itemId: await item(1_000), holders: [resident(head.residentId)] });
    const { waitingId = '' } = (await waitingAbout(by, head.residentId)) ?? {};
    return { given, waitingId, residentId: head.residentId };
  }

  it('posts nothing before a second person signs, who sees all that there is to judge', async () => {
    const { given, waitingId, residentId } = await dear();
    expect(given.data).toMatchObject({ postedCount: 0, waiting: { pointsAlone: 100 } });
    expect(outcomesOf(given)).toEqual(['waiting']);
    expect(await lifetimeOf(scene, residentId)).toBe(0);
    expect(await waitingAbout(scene.staff, residentId)).toMatchObject({ waitingId, isOwn: true });
    expect(await waitingAbout(colleague, residentId)).toMatchObject({
      ...{ waitingId, isOwn: false, points: 1_000, pointsAlone: 100, givenBy: scene.staff.residentId },
      holders: [{ kind: 'resident', id: residentId, name: '陈桂兰', householdNumber: expect.any(String) }],
    });
    expect(await ask(scene.staff, 'award.sign', { waitingId })).toMatchObject({ code: 'NEEDS_OTHER_PERSON' });
    const signed = await ask(colleague, 'award.sign', { waitingId });
    expect(outcomesOf(signed)).toEqual(['posted']);
    expect(await lifetimeOf(scene, residentId)).toBe(1_000);
    expect(await ask(district, 'award.sign', { waitingId })).toMatchObject({ code: 'WAITING_AWARD_DECIDED' });
  });

  it('counts once, however many sign it at the same time', async () => {
    const { waitingId, residentId } = await dear();
    const signers = [colleague, district, colleague, district];
    const told = await Promise.all(signers.map((who) => ask(who, 'award.sign', { waitingId })));
    expect(told.map(({ code }) => code ?? 'ok').sort()).toEqual([
      'WAITING_AWARD_DECIDED',
      'WAITING_AWARD_DECIDED',
      'WAITING_AWARD_DECIDED',
      'ok',
    ]);
    expect(await lifetimeOf(scene, residentId)).toBe(1_000);
  });

  it('is signed by the level above where nobody else is free, and by nobody of elsewhere', async () => {
    const { waitingId } = await dear();
    const stranger = await employ(scene.world, scene.elsewhere, 'communityAdmin', scene.elsewhere.communityId, '外人');
    expect(await ask(stranger, 'award.sign', { waitingId })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(outcomesOf(await ask(district, 'award.sign', { waitingId }))).toEqual(['posted']);
  });

  it('is turned down with a reason, or taken back by who gave it, and never posts then', async () => {
    for (const [who, state] of [
      [colleague, 'turnedDown'],
      [scene.staff, 'withdrawn'],
    ] as const) {
      const { waitingId, residentId } = await dear();
      const told = await ask(who, 'award.turnDown', { waitingId, because: '没有这回事' });
      expect(told.data).toEqual({ state });
      expect(await ask(district, 'award.sign', { waitingId })).toMatchObject({
        code: 'WAITING_AWARD_DECIDED',
        detail: { state },
      });
      expect(await lifetimeOf(scene, residentId)).toBe(0);
    }
    const mine = await ask(scene.staff, 'award.givenToday', { unitId: scene.here.communityId });
    const told = { points: 1_000, holders: 1, because: '没有这回事', decidedByName: '同事' };
    expect(fieldOf<object[]>(mine, 'turnedDown')).toMatchObject([told]);
  });

  it('tells before what will wait, and asks nobody up to the limit that the community has set', async () => {
    const { head } = await family(scene);
    const input = { itemId: await item(120), holders: [resident(head.residentId)] };
    const foretold = await ask(scene.staff, 'award.preview', input);
    expect(foretold.data).toMatchObject({ waiting: { pointsAlone: 100 }, signers: { names: ['同事'], count: 1 } });
    const each = await ask(scene.staff, 'award.preview', { ...input, alone: true });
    expect(fieldOf<object | null>(each, 'signers')).toBeNull();
    const home = [resident(colleague.residentId)]; // at the colleague's own home: the level above is asked
    const own = await ask(scene.staff, 'award.preview', { ...input, holders: home });
    expect(fieldOf<object>(own, 'signers')).toEqual({ names: [], count: 0 });
    const admin = await employ(scene.world, scene.here, 'communityAdmin', scene.here.communityId, '管理员');
    const { communityId: unitId } = scene.here;
    expect((await ask(admin, 'organisation.setLimit', { unitId, name: 'awardPointsAlone', value: 120 })).ok).toBe(true);
    expect(outcomesOf(await ask(scene.staff, 'award.give', input))).toEqual(['posted']);
    expect((await ask(admin, 'organisation.setLimit', { unitId, name: 'awardPointsAlone', value: 100 })).ok).toBe(true);
  });
});

describe('what one person gives in a day', () => {
  it('ends at 200 points for one household, also by many calls at once, and a colleague goes on', async () => {
    const giver = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '发放人');
    const { memberIds } = await family(scene, { name: '甲' }, { name: '乙' });
    const itemId = await item(40);
    const giveTo = (id: string, by = giver) => ask(by, 'award.give', { itemId, holders: [resident(id)] });
    const told = await Promise.all(Array.from({ length: 8 }, (_, i) => giveTo(memberIds[i % 2] as string)));
    const codes = told.flatMap(outcomesOf);
    expect(codes.filter((code) => code === 'posted')).toHaveLength(5);
    expect(codes.filter((code) => code === 'GIVER_LIMIT_REACHED')).toHaveLength(3);
    const refused = await giveTo(memberIds[0] as string);
    expect(fieldOf<Result[]>(refused, 'results')[0]?.outcome.limit).toEqual({
      ...{ name: 'givenToOneADay', points: 200, leftPoints: 0 },
    });
    expect(outcomesOf(await giveTo(memberIds[0] as string, colleague))).toEqual(['posted']);
    const { head } = await family(scene);
    expect(outcomesOf(await giveTo(head.residentId))).toEqual(['posted']);
  });
});

describe('what one gives in one go to many', () => {
  /** Six people of households of their own, 100 points each: 600 together. */
  async function six() {
    const itemId = await item(100);
    const homes = await Promise.all(Array.from({ length: 6 }, () => family(scene)));
    return { itemId, holders: homes.map(({ head }) => resident(head.residentId)) };
  }
  const giver = () => employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '发放人');

  it('waits for a second person above 500 points together, though each of them is within the limit', async () => {
    const by = await giver();
    const { itemId, holders } = await six();
    const five = { itemId, holders: holders.slice(1) };
    const alone = { limitOf: 'together', pointsAlone: 500 };
    expect((await ask(by, 'award.preview', five)).data).toMatchObject({ waiting: null });
    expect((await ask(by, 'award.preview', { itemId, holders })).data).toMatchObject({ waiting: alone });
    const given = await ask(by, 'award.give', { itemId, holders });
    expect(given.data).toMatchObject({ postedCount: 0, waiting: alone });
    expect(outcomesOf(given)).toEqual(Array(6).fill('waiting'));
    expect(await lifetimeOf(scene, holders[0]?.id as string)).toBe(0);
    const { waitingId = '', ...mine } = (await waitingAbout(colleague, holders[0]?.id)) ?? {};
    expect(mine).toMatchObject({ ...alone, points: 100, itemVersion: 1 });
    expect(outcomesOf(await ask(colleague, 'award.sign', { waitingId }))).toEqual(Array(6).fill('posted'));
    expect(outcomesOf(await ask(by, 'award.give', five))).toEqual(Array(5).fill('posted'));
  });

  it('counts those alone who would get it, and tells why the others would not before anybody signs', async () => {
    const by = await giver();
    const { itemId, holders } = await six();
    const { head } = await family(scene);
    const unknown = resident('01900002-0000-7000-8000-000000000009');
    const own = await ask(by, 'award.give', { itemId, holders: [...holders.slice(1), unknown] });
    expect(outcomesOf(own)).toEqual([...Array(5).fill('posted'), 'HOLDER_NOT_FOUND']);
    const twice = [...holders, resident(head.residentId), resident(head.residentId), resident(by.residentId)];
    expect(outcomesOf(await ask(by, 'award.give', { itemId, holders: twice }))).toEqual([
      ...Array(7).fill('waiting'),
      'TWICE_IN_LIST',
      'OWN_HOUSEHOLD',
    ]);
    const { waitingId, ...seen } = (await waitingAbout(colleague, head.residentId)) as Waiting;
    const leftOut = [
      { id: head.residentId, refusal: 'TWICE_IN_LIST' },
      { id: by.residentId, name: '发放人', refusal: 'OWN_HOUSEHOLD' },
    ];
    expect(seen).toMatchObject({ leftOut });
    await expect(database.db.updateTable('waiting_award_left_out').set({ seq: 9 }).execute()).rejects.toThrow();
    await expect(database.db.deleteFrom('waiting_award_left_out').execute()).rejects.toThrow();
    expect(outcomesOf(await ask(colleague, 'award.sign', { waitingId }))).toEqual(Array(7).fill('posted'));
    for (const who of [colleague, by])
      expect(await decidedFor(who, waitingId)).toMatchObject({ waitingId, state: 'signed', holders: 7, leftOut });
  });

  it('comes out of the month’s budget of the giver also when signed, and is refused with what is left of it', async () => {
    const by = await giver();
    const admin = await employ(scene.world, scene.here, 'communityAdmin', scene.here.communityId, '管理员');
    const { communityId: unitId } = scene.here;
    const budget = (value: number) => ask(admin, 'organisation.setLimit', { unitId, name: 'givenAMonth', value });
    expect((await budget(950)).ok).toBe(true);
    const { itemId, holders } = await six();
    expect(outcomesOf(await ask(by, 'award.give', { itemId, holders }))).toEqual(Array(6).fill('waiting'));
    const { waitingId = '', ...mine } = (await waitingAbout(colleague, holders[0]?.id)) ?? {};
    expect(mine).toMatchObject({ giverLeftPoints: 950 });
    expect(outcomesOf(await ask(colleague, 'award.sign', { waitingId }))).toEqual(Array(6).fill('posted'));
    const more = { itemId: await item(50), holders };
    expect((await ask(by, 'award.preview', more)).data).toMatchObject({
      ...{ postedPoints: 300, giver: { month: { limitPoints: 950, leftPoints: 350 } } },
    });
    expect(outcomesOf(await ask(by, 'award.give', more))).toEqual(Array(6).fill('posted'));
    const refused = await ask(by, 'award.give', { itemId: await item(60), holders: (await six()).holders.slice(1) });
    const limit = { name: 'givenAMonth', points: 950, leftPoints: 50 };
    expect(fieldOf<Result[]>(refused, 'results').map(({ outcome }) => outcome.limit)).toEqual(Array(5).fill(limit));
    expect((await budget(30_000)).ok).toBe(true);
  });
});

describe('a question of who is to sign', () => {
  interface Line {
    readonly byName: string;
    readonly words: string;
  }
  async function waits() {
    const { head } = await family(scene);
    await ask(scene.staff, 'award.give', { itemId: await item(1_000), holders: [resident(head.residentId)] });
    const { waitingId = '' } = (await waitingAbout(colleague, head.residentId)) ?? {};
    const saidOf = async () =>
      ((await waitingFor(colleague)) as (Waiting & { words: Line[] })[]).find((one) => one.waitingId === waitingId)
        ?.words;
    return { waitingId, residentId: head.residentId, saidOf };
  }

  it('hands it back: nobody signs before whoever gives it has answered, and all that was said stays', async () => {
    const { waitingId, residentId, saidOf } = await waits();
    expect(await ask(scene.staff, 'award.answerSigner', { waitingId, answer: '有' })).toMatchObject({
      code: 'QUESTION_NOT_ASKED',
    });
    expect((await ask(colleague, 'award.askGiver', { waitingId, question: '谁看见的？' })).data).toEqual({
      questions: 1,
    });
    for (const who of [colleague, district])
      expect(await ask(who, 'award.sign', { waitingId })).toMatchObject({ code: 'QUESTION_NOT_ANSWERED' });
    expect(await ask(district, 'award.askGiver', { waitingId, question: '哪天？' })).toMatchObject({
      code: 'QUESTION_NOT_ANSWERED',
    });
    const mine = await ask(scene.staff, 'award.givenToday', { unitId: scene.here.communityId });
    const told = { waitingId, question: '谁看见的？', points: 1_000, holders: 1, askedByName: '同事' };
    expect(fieldOf<object[]>(mine, 'asked')).toMatchObject([told]);
    expect(await lifetimeOf(scene, residentId)).toBe(0);
    expect(await ask(colleague, 'award.answerSigner', { waitingId, answer: '我' })).toMatchObject({ ok: false });
    expect((await ask(scene.staff, 'award.answerSigner', { waitingId, answer: '楼长' })).data).toEqual({
      questions: 1,
    });
    expect(await saidOf()).toMatchObject([{ byName: '同事', words: '谁看见的？' }, { words: '楼长' }]);
    expect(
      fieldOf<object[]>(await ask(scene.staff, 'award.givenToday', { unitId: scene.here.communityId }), 'asked'),
    ).toEqual([]);
    await expect(database.db.deleteFrom('waiting_award_word').execute()).rejects.toThrow();
    expect(outcomesOf(await ask(district, 'award.sign', { waitingId }))).toEqual(['posted']);
    for (const who of [colleague, scene.staff])
      expect(await decidedFor(who, waitingId)).toMatchObject({
        ...{ waitingId, state: 'signed', decidedByName: '主管', because: null, isOwn: who === scene.staff },
        words: [{ byName: '同事', words: '谁看见的？' }, { words: '楼长' }],
      });
    expect(await ask(colleague, 'award.askGiver', { waitingId, question: '谁？' })).toMatchObject({
      code: 'WAITING_AWARD_DECIDED',
    });
  });

  it('is asked once by many at the same time, and a signature that races with it never comes after it', async () => {
    const { waitingId, residentId, saidOf } = await waits();
    const told = await Promise.all([
      ask(colleague, 'award.askGiver', { waitingId, question: '甲' }),
      ask(district, 'award.sign', { waitingId }),
      ask(district, 'award.askGiver', { waitingId, question: '乙' }),
      ask(colleague, 'award.sign', { waitingId }),
    ]);
    expect(told.filter(({ ok }) => ok)).toHaveLength(1);
    const isSigned = told[1]?.ok || told[3]?.ok;
    expect(await lifetimeOf(scene, residentId)).toBe(isSigned ? 1_000 : 0);
    if (!isSigned) expect(await saidOf()).toHaveLength(1);
  });

  it('is not asked by who gives it, nor is it signed by who lives with one of those who get it', async () => {
    const { waitingId } = await waits();
    expect(await ask(scene.staff, 'award.askGiver', { waitingId, question: '？' })).toMatchObject({
      code: 'NEEDS_OTHER_PERSON',
    });
    const own = { itemId: await item(1_000), holders: [resident(colleague.residentId)] };
    expect(outcomesOf(await ask(scene.staff, 'award.give', own))).toEqual(['waiting']);
    const mine = await waitingAbout(colleague, colleague.residentId);
    expect(mine).toMatchObject({ isOwn: false, isFamily: true });
    for (const [action, more] of [
      ['award.sign', {}],
      ['award.askGiver', { question: '？' }],
    ] as const)
      expect(await ask(colleague, action, { waitingId: mine?.waitingId, ...more })).toMatchObject({
        code: 'OWN_HOUSEHOLD',
      });
    expect(outcomesOf(await ask(district, 'award.sign', { waitingId: mine?.waitingId }))).toEqual(['posted']);
  });
});
