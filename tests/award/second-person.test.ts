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
}
const waitingFor = async (who: Somebody) =>
  fieldOf<Waiting[]>(await ask(who, 'award.waiting', { unitId: scene.here.communityId }), 'awards');

describe('an award above what one person gives alone', () => {
  /** 1,000 points, given by staff to one resident. */
  async function dear(by = scene.staff) {
    const { head } = await family(scene, { name: '陈桂兰' });
    const given = await ask(by, 'award.give', { itemId: await item(1_000), holders: [resident(head.residentId)] });
    const { waitingId = '' } = (await waitingFor(by)).at(-1) ?? {};
    return { given, waitingId, residentId: head.residentId };
  }

  it('posts nothing before a second person signs, who sees all that there is to judge', async () => {
    const { given, waitingId, residentId } = await dear();
    expect(given.data).toMatchObject({ postedCount: 0, waiting: { pointsAlone: 100 } });
    expect(outcomesOf(given)).toEqual(['waiting']);
    expect(await lifetimeOf(scene, residentId)).toBe(0);
    expect((await waitingFor(scene.staff)).at(-1)).toMatchObject({ waitingId, isOwn: true });
    expect((await waitingFor(colleague)).at(-1)).toMatchObject({
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
    expect((await ask(scene.staff, 'award.preview', input)).data).toMatchObject({ waiting: { pointsAlone: 100 } });
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
    expect(fieldOf<Result[]>(refused, 'results')[0]?.outcome.limit).toEqual({ name: 'givenToOneADay', points: 200 });
    expect(outcomesOf(await giveTo(memberIds[0] as string, colleague))).toEqual(['posted']);
    const { head } = await family(scene);
    expect(outcomesOf(await giveTo(head.residentId))).toEqual(['posted']);
  });
});
