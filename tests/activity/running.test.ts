import { randomUUID } from 'node:crypto';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import {
  announce,
  codeOf,
  family,
  HOUR,
  MINUTE,
  type Scene,
  screenOf,
  setScene,
  society,
  supervisor,
  visitor,
} from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const plan = () => ({
  unitId: scene.here.communityId,
  itemId: scene.itemId,
  title: '清洁日',
  place: '小广场',
  startsAtMs: now + HOUR,
  endsAtMs: now + 2 * HOUR,
});
const create = (values: object, by = scene.staff) => scene.ask(by, 'create', { ...plan(), ...values });

describe('what a grid worker of one grid runs', () => {
  it('is what their grid holds: no key and no cancelling of what is all the community’s, only help at the door', async () => {
    const { activityId } = await announce(scene);
    for (const verb of ['liveCode', 'cancel'] as const)
      expect(codeOf(await scene.ask(scene.gridWorker, verb, { activityId }))).toBe('NOT_ALLOWED');
    const own = await announce(scene, { unitId: scene.here.gridId }, scene.gridWorker);
    for (const verb of ['liveCode', 'cancel'] as const)
      expect(codeOf(await scene.ask(scene.gridWorker, verb, { activityId: own.activityId }))).toBe('ok');
    const { head } = await family(scene);
    const helped = { activityId, residentIds: [head.residentId], how: 'card' };
    expect(codeOf(await scene.ask(scene.gridWorker, 'checkInResident', helped))).toBe('ok');
  });
});

describe('announcing', () => {
  it('is for the office in all of the community, for a grid worker in their grid, and for nobody else', async () => {
    expect(codeOf(await create({}))).toBe('ok');
    expect(codeOf(await create({}, scene.gridWorker))).toBe('NOT_ALLOWED');
    expect(codeOf(await create({ unitId: scene.here.gridId }, scene.gridWorker))).toBe('ok');
    expect(codeOf(await create({ unitId: scene.here.gridId }))).toBe('ok');
    expect(codeOf(await create({}, scene.stranger))).toBe('NOT_ALLOWED');
    expect(codeOf(await create({}, (await family(scene)).head))).toBe('NOT_ALLOWED');
    expect(codeOf(await create({}, await supervisor(scene)))).toBe('NOT_ALLOWED');
  });

  it('is for a society by the office, which chooses what its activities earn; its leader runs them', async () => {
    const [own, other] = [await society(scene, '读书会'), await society(scene, '合唱团')];
    expect(codeOf(await create({ societyId: own.societyId }, own.leader))).toBe('NOT_ALLOWED');
    expect(codeOf(await create({}, own.leader))).toBe('NOT_ALLOWED');
    const { activityId } = await announce(scene, { societyId: own.societyId });
    expect(codeOf(await scene.ask(other.leader, 'liveCode', { activityId }))).toBe('NOT_ALLOWED');
    expect(codeOf(await scene.ask(own.leader, 'liveCode', { activityId }))).toBe('ok');
    expect(codeOf(await scene.ask(own.leader, 'cancel', { activityId }))).toBe('ok');
    expect(codeOf(await create({ societyId: randomUUID() }, scene.staff))).toBe('SOCIETY_NOT_FOUND');
  });

  it.each([
    ['TIMES_REVERSED', { endsAtMs: now + HOUR }],
    ['TOO_LONG', { endsAtMs: now + 26 * HOUR }],
    ['IN_THE_PAST', { startsAtMs: now - 25 * HOUR, endsAtMs: now - 20 * HOUR }],
    ['CAPACITY_WITHOUT_SIGN_UP', { capacity: 10 }],
    ['ITEM_NOT_FOUND', { itemId: randomUUID() }],
    ['UNIT_NOT_FOUND', { unitId: randomUUID() }],
    ['INVALID_INPUT', { title: '' }],
    ['INVALID_INPUT', { capacity: 0, signUp: 'open' }],
    ['INVALID_INPUT', { points: 100 }],
  ])('is refused with %s', async (code, values) => {
    expect(codeOf(await create(values))).toBe(code);
  });

  it('needs a community, and an item of it that is published and thanks a person at once', async () => {
    expect(codeOf(await create({ unitId: scene.here.districtId }))).toBe('UNIT_NOT_FOUND');
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const elsewhere = await insertItem(database.db, { ...by, units: scene.elsewhere });
    const forHouseholds = await insertItem(database.db, by, { holder_kind: 'household' });
    const reviewed = await insertItem(database.db, by, { needs_review: true });
    const retired = await insertItem(database.db, by);
    await database.ownerPool.query(`update point_item set state = 'retired' where id = $1`, [retired]);
    const codes = [elsewhere, forHouseholds, reviewed, retired].map(async (itemId) => codeOf(await create({ itemId })));
    expect(await Promise.all(codes)).toEqual([
      'ITEM_NOT_FOUND',
      'HOLDER_KIND_DIFFERS',
      'NEEDS_REVIEW',
      'ITEM_NOT_PUBLISHED',
    ]);
  });

  it('keeps an item’s promise when the item is retired before the day', async () => {
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, by, { points: 7 });
    const { activityId } = await announce(scene, { itemId });
    await database.ownerPool.query(`update point_item set state = 'retired' where id = $1`, [itemId]);
    const code = (await screenOf(scene, activityId)).codeAt(now);
    expect((await scene.ask((await family(scene)).head, 'checkIn', { code })).data.points).toBe(7);
  });
});

describe('announcing a row of weeks', () => {
  it('makes one activity for each, at the same hour of the same weekday', async () => {
    const { data } = await create({ weeks: 4 });
    expect(data.activityIds).toHaveLength(4);
    expect(data.activityIds[0]).toBe(data.activityId);
    const shown = [];
    for (const activityId of data.activityIds) shown.push((await scene.ask(null, 'get', { activityId })).data);
    const WEEK = 7 * 24 * HOUR;
    expect(shown.map(({ startsAtMs }) => startsAtMs)).toEqual([0, 1, 2, 3].map((n) => now + HOUR + n * WEEK));
    expect(new Set(shown.map(({ shortId }) => shortId)).size).toBe(4);
    await scene.ask(scene.staff, 'cancel', { activityId: data.activityIds[2] });
    expect((await scene.ask(null, 'get', { activityId: data.activityIds[3] })).data.isCancelled).toBe(false);
  });

  it('is refused beyond a season, and with nothing made', async () => {
    const list = async () =>
      (await scene.ask(null, 'list', { unitId: scene.here.communityId, days: 62 })).data.activities.length;
    const before = await list();
    expect(codeOf(await create({ weeks: 13 }))).toBe('INVALID_INPUT');
    expect(codeOf(await create({ weeks: 12, endsAtMs: now }))).toBe('TIMES_REVERSED');
    expect(await list()).toBe(before);
  });
});

describe('changing', () => {
  const words = { title: '清洁日', place: '小广场', startsAtMs: now + HOUR, endsAtMs: now + 2 * HOUR, signUp: 'open' };
  const change = (activityId: string, values: object = {}, by = scene.staff) =>
    scene.ask(by, 'change', { activityId, ...words, ...values });
  const shown = async (activityId: string) => (await scene.ask(null, 'get', { activityId })).data;

  it('puts right what was announced, and tells what people must know to come', async () => {
    const { activityId } = await announce(scene, words);
    expect(codeOf(await change(activityId, { title: '秋季大扫除', bring: '手套' }))).toBe('ok');
    expect(await shown(activityId)).toMatchObject({
      ...{ title: '秋季大扫除', bring: '手套', timeChangedAtMs: null, placeChangedAtMs: null },
    });
    scene.setClock(now + 5);
    await change(activityId, { place: '三号院', endsAtMs: now + 30 * MINUTE + HOUR });
    scene.setClock(now + 9);
    await change(activityId, { place: '四号院', endsAtMs: now + 30 * MINUTE + HOUR });
    expect(await shown(activityId)).toMatchObject({
      ...{ place: '四号院', endsAtMs: now + 30 * MINUTE + HOUR, timeChangedAtMs: now + 5, placeChangedAtMs: now + 9 },
    });
  });

  it('is for those who run it, and not for one that is cancelled or over', async () => {
    const { activityId } = await announce(scene, words);
    expect(codeOf(await change(activityId, {}, scene.stranger))).toBe('NOT_ALLOWED');
    expect(codeOf(await change(activityId, {}, (await family(scene)).head))).toBe('NOT_ALLOWED');
    expect(codeOf(await change(randomUUID()))).toBe('ACTIVITY_NOT_FOUND');
    scene.setClock(now + 2 * HOUR);
    expect(codeOf(await change(activityId))).toBe('ACTIVITY_OVER');
    scene.setClock(now);
    await scene.ask(scene.staff, 'cancel', { activityId });
    expect(codeOf(await change(activityId))).toBe('ACTIVITY_CANCELLED');
  });

  it.each([
    ['TIMES_REVERSED', { endsAtMs: now + HOUR }],
    ['TOO_LONG', { endsAtMs: now + 26 * HOUR }],
    ['IN_THE_PAST', { startsAtMs: now - 25 * HOUR, endsAtMs: now - 20 * HOUR }],
    ['CAPACITY_WITHOUT_SIGN_UP', { signUp: 'none', capacity: 9 }],
    ['INVALID_INPUT', { itemId: randomUUID() }],
  ])('is refused with %s', async (code, values) => {
    const { activityId } = await announce(scene, words);
    expect(codeOf(await change(activityId, values))).toBe(code);
  });

  it('leaves the beginning once somebody has come: the day of their deed hangs on it', async () => {
    const { activityId } = await announce(scene, words);
    scene.setClock(now + 40 * MINUTE);
    const { head } = await family(scene);
    await scene.ask(head, 'checkIn', { code: (await screenOf(scene, activityId)).codeAt(now + 40 * MINUTE) });
    expect(codeOf(await change(activityId, { startsAtMs: now + HOUR + MINUTE }))).toBe('ACTIVITY_BEGUN');
    expect(codeOf(await change(activityId, { endsAtMs: now + 3 * HOUR }))).toBe('ok');
  });

  it('puts nobody off the list, and lets those who wait move up where there are more places', async () => {
    const { activityId } = await announce(scene, { ...words, capacity: 1 });
    const [first, second, third] = [await family(scene), await family(scene), await family(scene)];
    for (const { head } of [first, second, third]) await scene.ask(head, 'signUp', { activityId });
    const state = async ({ head }: typeof first) => (await scene.ask(head, 'get', { activityId })).data.mySignUp;
    expect(codeOf(await change(activityId, { signUp: 'none' }))).toBe('PEOPLE_SIGNED_UP');
    expect((await change(activityId, { capacity: 2 })).data).toEqual({ activityId, movedUpCount: 1 });
    expect([await state(first), await state(second), await state(third)]).toEqual(['signedUp', 'signedUp', 'waiting']);
    expect(codeOf(await change(activityId, { capacity: 1 }))).toBe('PEOPLE_SIGNED_UP');
    expect((await change(activityId)).data.movedUpCount).toBe(1);
    expect(await state(third)).toBe('signedUp');
  });
});

describe('cancelling', () => {
  it('is for those who run it, once, and not when it is over', async () => {
    const { activityId } = await announce(scene);
    const cancel = (by = scene.staff) => scene.ask(by, 'cancel', { activityId });
    expect(codeOf(await cancel(scene.stranger))).toBe('NOT_ALLOWED');
    const late = await announce(scene);
    expect(codeOf(await cancel())).toBe('ok');
    expect(codeOf(await cancel())).toBe('ACTIVITY_CANCELLED');
    expect(codeOf(await scene.ask(scene.staff, 'cancel', { activityId: randomUUID() }))).toBe('ACTIVITY_NOT_FOUND');
    scene.setClock(now + 2 * HOUR);
    expect(codeOf(await scene.ask(scene.staff, 'cancel', { activityId: late.activityId }))).toBe('ACTIVITY_OVER');
    expect((await scene.ask(null, 'get', { activityId })).data.isCancelled).toBe(true);
  });
});

describe('looking', () => {
  it('needs no sign-in; a poster’s short id is enough, and how it stands with the caller is told', async () => {
    const club = await society(scene, '太极队');
    const { activityId, shortId } = await announce(scene, { societyId: club.societyId, signUp: 'open', capacity: 9 });
    const { head } = await family(scene);
    await scene.ask(head, 'signUp', { activityId });
    await scene.ask(head, 'checkIn', { code: (await screenOf(scene, activityId)).codeAt(now) });
    const seen = await scene.ask(null, 'get', { shortId });
    expect(seen.data).toMatchObject({
      ...{ activityId, shortId, societyName: '太极队', itemName: '清洁家园', points: 5, capacity: 9 },
      posterQr: `https://bank.test/p/${shortId}`,
      ...{ signedUpCount: 1, attendedCount: 1, mySignUp: 'none', iAttended: false, isCancelled: false },
    });
    expect((await scene.ask(head, 'get', { activityId })).data).toMatchObject({
      mySignUp: 'signedUp',
      iAttended: true,
    });
    expect(codeOf(await scene.ask(null, 'get', { shortId: 'AAAAAAAA' }))).toBe('ACTIVITY_NOT_FOUND');
    for (const input of [{}, { activityId, shortId }])
      expect((await scene.ask(null, 'get', input)).detail).toEqual({
        fields: ['input'],
        why: ['give either activityId (a UUID) or shortId (eight characters)'],
      });
  });

  it('lists a community by time and day, for its grids too, and nothing of the next; over midnight on both days', async () => {
    scene.setClock(Date.parse('2027-03-01T10:00:00+08:00'));
    const at = (text: string) => ({
      startsAtMs: Date.parse(`${text}+08:00`),
      endsAtMs: Date.parse(`${text}+08:00`) + HOUR,
    });
    for (const [title, when] of [
      ['三', '2027-03-02T23:30'],
      ['一', '2027-03-01T00:10'],
      ['二', '2027-03-02T09:00'],
      ['四', '2027-03-03T00:00'],
    ] as const)
      await announce(scene, { title, ...at(when) });
    const list = async (input: object) => (await scene.ask(null, 'list', input)).data;
    const { communityId, gridId, districtId } = scene.here;
    const two = await list({ unitId: communityId, days: 2 });
    expect(two.today).toBe('2027-03-01');
    expect(two.activities.map((activity) => activity.title)).toEqual(['一', '二', '三']);
    const later = await list({ unitId: gridId, fromDate: '2027-03-03' });
    expect(later.activities.map((activity) => activity.title)).toEqual(['三', '四']);
    expect((await list({ unitId: scene.elsewhere.communityId })).activities).toEqual([]);
    expect(codeOf(await scene.ask(null, 'list', { unitId: districtId }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('the live code', () => {
  it('gives the key to those who run the activity, and writes down who took it', async () => {
    const { gridId: unitId } = scene.here;
    const later = { unitId, startsAtMs: now + 48 * HOUR, endsAtMs: now + 49 * HOUR };
    const { activityId } = await announce(scene, later);
    const told = await scene.ask(scene.gridWorker, 'liveCode', { activityId });
    expect(told.data).toMatchObject({
      ...{ activityId, stepMs: 30_000, epochMs: Date.UTC(2026, 0, 1), serverNowMs: now },
      ...{ qrPrefix: 'https://bank.test/a/', opensAtMs: now + 47.5 * HOUR, closesAtMs: now + 49.5 * HOUR },
    });
    expect(Buffer.from(told.data.key, 'base64url')).toHaveLength(32);
    const audit = await database.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'activity.liveCode')
      .where('target_id', '=', activityId)
      .execute();
    expect(audit).toMatchObject([{ resident_id: scene.gridWorker.residentId, outcome: 'ok' }]);
    expect(JSON.stringify(audit)).not.toContain(told.data.key);
  });

  it('is another key for every activity, and nobody else’s', async () => {
    const [one, two] = [await announce(scene), await announce(scene)];
    const key = async (activityId: string) => (await scene.ask(scene.staff, 'liveCode', { activityId })).data.key;
    expect(await key(one.activityId)).not.toBe(await key(two.activityId));
    const other = await society(scene, '围棋社');
    for (const by of [scene.stranger, other.leader, (await family(scene)).head, await supervisor(scene)])
      expect(codeOf(await scene.ask(by, 'liveCode', { activityId: one.activityId }))).toBe('NOT_ALLOWED');
  });

  it('is refused when there is nothing to check in to any more', async () => {
    const { activityId } = await announce(scene);
    const ask = () => scene.ask(scene.staff, 'liveCode', { activityId });
    scene.setClock(now + 2 * HOUR + 31 * MINUTE);
    expect(codeOf(await ask())).toBe('ACTIVITY_OVER');
    scene.setClock(now);
    await scene.ask(scene.staff, 'cancel', { activityId });
    expect(codeOf(await ask())).toBe('ACTIVITY_CANCELLED');
    expect(codeOf(await scene.ask(scene.staff, 'liveCode', { activityId: randomUUID() }))).toBe('ACTIVITY_NOT_FOUND');
  });
});

describe('arrivals', () => {
  it('come live, newest first, masked; those of the last seconds are told again and none is left out', async () => {
    const { activityId } = await announce(scene, { signUp: 'open', capacity: 1 });
    const screen = await screenOf(scene, activityId);
    const people = [(await family(scene, { name: '李桂芳' })).head, (await family(scene, { name: '欧阳修文' })).head];
    for (const [i, who] of people.entries()) {
      scene.setClock(now + i * MINUTE);
      await scene.ask(who, 'signUp', { activityId });
      await scene.ask(who, 'checkIn', { code: screen.codeAt(now + i * MINUTE) });
    }
    const look = async (input: object) => (await scene.ask(scene.staff, 'attendance', { activityId, ...input })).data;
    const all = await look({});
    expect(all).toMatchObject({ attendedCount: 2, signedUpCount: 1, waitingCount: 1, serverNowMs: now + MINUTE });
    expect(all.arrivals.map(({ name, how, atMs }) => [name, how, atMs])).toEqual([
      ['欧阳＊＊', 'scan', now + MINUTE],
      ['李＊芳', 'scan', now],
    ]);
    expect((await look({ afterMs: now + MINUTE })).arrivals).toHaveLength(1);
    expect((await look({ afterMs: now + 2 * MINUTE })).arrivals).toEqual([]);
  });

  it('are named in full for staff who ask so, which is written down; never for others', async () => {
    const club = await society(scene, '剪纸社');
    const { activityId } = await announce(scene, { societyId: club.societyId });
    const { head } = await family(scene, { name: '李桂芳' });
    await scene.ask(head, 'checkIn', { code: (await screenOf(scene, activityId)).codeAt(now) });
    const boss = await supervisor(scene);
    const names = async (by: typeof boss) =>
      (await scene.ask(by, 'attendance', { activityId, masked: false })).data.arrivals.map((arrival) => arrival.name);
    expect(await names(scene.staff)).toEqual(['李桂芳']);
    expect(await names(club.leader)).toEqual(['李＊芳']);
    expect(await names(boss)).toEqual(['李＊芳']);
    const audit = await database.db
      .selectFrom('audit_log')
      .selectAll()
      .where('action', '=', 'activity.attendance')
      .execute();
    expect(audit).toMatchObject([{ resident_id: scene.staff.residentId, target_id: activityId, detail: { names: 1 } }]);
    for (const by of [scene.stranger, head, await visitor(scene)])
      expect(codeOf(await scene.ask(by, 'attendance', { activityId }))).toBe('NOT_ALLOWED');
    const nowhere = await scene.ask(scene.staff, 'attendance', { activityId: randomUUID() });
    expect(codeOf(nowhere)).toBe('ACTIVITY_NOT_FOUND');
  });
});
