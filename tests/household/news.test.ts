import { randomUUID } from 'node:crypto';
import { comingUp, leadOf } from '../../cloudfunctions/household/rules/news';
import type { Guardianship } from '../../cloudfunctions/household/rules/standing';
import { insertChanges } from '../../cloudfunctions/household/store/changes';
import { DAY_MS } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { keepFile } from '../support/upload';
import { TEST_NOW_MS } from '../support/world';
import { bind, CONSENT, newcomer, registerHome, type Somebody } from './neighbourhood';
import { type Row, rosterOf, wang, wife } from './roster-scene';
import { useScene } from './scene';

/** What people are told without looking for it: all that others changed about them and theirs, and what changes soon. */
const database = useDatabase();
const scene = useScene(database);
const { ask, handOut, world } = scene;
const byWorker = (verb: Parameters<typeof ask>[1], input: object) => ask(scene.place.gridWorker.identity, verb, input);
const newsOf = async (who: Somebody) => (await ask(who.identity, 'news')).data;
const toldTo = async (who: Somebody) =>
  (await newsOf(who)).news.map(({ change, binding }) => change?.kind ?? binding?.kind);
const seeAll = async (who: Somebody) => {
  const { upToMs } = await newsOf(who);
  await ask(who.identity, 'seeNews', { upToMs });
};
const later = (ms = 1000) => {
  scene.nowMs += ms;
};

async function family(...members: Parameters<typeof registerHome>[2][]) {
  const { householdId, memberIds } = await registerHome(world(), scene.place.here, ...members);
  const [headId = '', otherId = ''] = memberIds;
  return { householdId, memberIds, otherId, head: await bind(world(), headId) };
}

describe('news', () => {
  it('tell the person and the family of a correction by staff, as new until they were seen, and for good after', async () => {
    const { head, otherId } = await family({ name: '当家' }, { name: '家人' });
    const other = await bind(world(), otherId);
    expect(await newsOf(head)).toMatchObject({ unseen: 0, news: [], upToMs: null });
    await byWorker('correctPerson', { residentId: otherId, name: '改了名', reason: 'showedPaper' });
    for (const who of [head, other]) {
      const told = await newsOf(who);
      expect(told).toMatchObject({
        unseen: 1,
        news: [{ isNew: true, change: { kind: 'corrected', fields: ['name'] } }],
      });
      expect(told.news[0]?.change?.byName).toMatch(/./);
    }
    await seeAll(head);
    expect(await newsOf(head)).toMatchObject({ unseen: 0, news: [{ isNew: false }] });
    expect((await newsOf(other)).unseen).toBe(1); // each sees for themself
    await ask(head.identity, 'seeNews', { upToMs: 0 });
    expect((await newsOf(head)).unseen).toBe(0); // never goes back
    later();
    await byWorker('correctPerson', { residentId: otherId, sex: 'male', reason: 'toldUs' });
    expect(await newsOf(head)).toMatchObject({ unseen: 1, news: [{ isNew: true }, { isNew: false }] });
  });

  it('tell of moving, of a death, of a new head and of another address; of before one came, nothing', async () => {
    const { head, householdId, otherId } = await family({ name: '老当家' }, { name: '小当家' });
    const { memberIds } = await registerHome(world(), scene.place.here, { name: '要来的' }, { name: '留下的' });
    const [moverId = '', stayingId = ''] = memberIds;
    const [mover, staying] = [await bind(world(), moverId), await bind(world(), stayingId)];
    await byWorker('correctPerson', { residentId: otherId, sex: 'male', reason: 'toldUs' });
    later(DAY_MS);
    const people = [{ residentId: moverId, relation: '儿媳' }];
    const move = { people, to: { kind: 'household', householdId }, nextHeadId: stayingId, reason: 'married' };
    expect((await byWorker('movePeople', move)).ok).toBe(true);
    expect(await toldTo(mover)).toEqual(['moved']);
    expect((await toldTo(staying)).sort()).toEqual(['becameHead', 'moved']);
    expect(await toldTo(head)).toEqual(['moved', 'corrected']);
    later();
    await byWorker('changeHead', { householdId, headId: otherId, formerRelation: '父亲', reason: 'toldUs' });
    await byWorker('moveHousehold', {
      ...{ householdId, unitId: scene.place.here.gridId, address: '新地址2号', reason: 'movedHouse' },
    });
    const died = { residentId: otherId, diedOn: '2026-11-20', nextHeadId: moverId, reason: 'showedPaper' };
    await ask(scene.place.staff.identity, 'recordDeath', died);
    expect((await toldTo(mover)).sort()).toEqual(['becameHead', 'becameHead', 'died', 'houseMoved', 'moved']);
  });

  it('tell the others who was bound and unbound, and nobody of what they did themself', async () => {
    const home = await handOut({ name: '当家的' }, { name: '要绑的' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    await seeAll(head);
    later();
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    const member = newcomer();
    expect((await ask(member, 'bindByCard', input)).ok).toBe(true);
    expect(await newsOf(head)).toMatchObject({ unseen: 1 });
    expect((await newsOf(head)).news[0]).toMatchObject({ binding: { kind: 'bound', name: '要绑的' } });
    expect((await ask(member, 'news')).data.news).toMatchObject([{ change: { kind: 'cardMade' } }]);
    later();
    await ask(scene.place.staff.identity, 'unbindResident', { residentId: home.residentId });
    expect(await toldTo(head)).toEqual(['unbound', 'bound', 'cardMade']);
    expect((await newsOf(scene.place.staff)).news).toEqual([]);
  });

  it('tell guardian and household of a guardian, and the guardian of what happens to the child', async () => {
    const { head, otherId } = await family({ name: '奶奶' }, { name: '小雨', bornOn: '2016-05-01' });
    const { head: father } = await family({ name: '爸爸', bornOn: '1985-01-01' });
    const paper = { paper: 'ruling', paperOn: '2026-10-08', until: '2026-12-10', instead: false };
    const named = { residentId: otherId, guardianId: father.residentId, ...paper };
    expect((await byWorker('recordGuardian', named)).ok).toBe(true);
    for (const who of [head, father]) expect(await toldTo(who)).toEqual(['guardianNamed']);
    const lead = async (who: Somebody) => (await newsOf(who)).news[0]?.leadsTo;
    expect(await lead(father)).toEqual({ what: 'ward', holderId: otherId });
    expect(await lead(head)).toMatchObject({ what: 'family' });
    expect((await newsOf(father)).comingUp).toMatchObject([{ what: 'guardianEnds', on: '2026-12-11', name: '小雨' }]);
    later();
    await byWorker('correctPerson', { residentId: otherId, sex: 'female', reason: 'toldUs' });
    expect(await toldTo(father)).toEqual(['corrected', 'guardianNamed']);
  });

  it('tell child and head thirty days before the child decides alone, as new once', async () => {
    const { head, otherId } = await family({ name: '家长' }, { name: '快成年', bornOn: '2008-12-20' });
    const child = await bind(world(), otherId);
    const told = await newsOf(head);
    expect(told).toMatchObject({
      unseen: 1,
      comingUp: [
        {
          what: 'own18',
          on: '2026-12-20',
          isSelf: false,
          isNew: true,
          leadsTo: { what: 'pooling', holderId: otherId },
        },
      ],
    });
    expect((await newsOf(child)).comingUp).toMatchObject([{ what: 'own18', isSelf: true }]);
    await seeAll(head);
    expect(await newsOf(head)).toMatchObject({ unseen: 0, comingUp: [{ isNew: false }] });
    scene.nowMs = TEST_NOW_MS + 40 * DAY_MS;
    expect((await newsOf(head)).comingUp).toEqual([]);
  });
});

describe('what a list says', () => {
  const listed = (phone: string, more: object = {}) => ({ ...wang, 联系电话: phone, ...more });
  const takeIn = async (...rows: readonly Row[]) => {
    const { place } = scene;
    const fileHash = await keepFile(world(), place.staff.identityId, rosterOf(...rows));
    const input = { unitId: place.here.communityId, fileName: '浏河花名册.xlsx', fileHash };
    expect(await ask(place.staff.identity, 'importRoster', input)).toMatchObject({ ok: true });
  };
  const bound = async (name: string) => {
    const found = await ask(scene.place.staff.identity, 'find', { unitId: scene.place.here.communityId, query: name });
    return bind(world(), found.data.people[0]?.residentId ?? '');
  };
  beforeEach(async () => {
    await scene.moveOn();
    await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [scene.place.here.gridId]);
  });

  it('of somebody stands in their history and is told like a correction by hand, with the list as the reason', async () => {
    await takeIn(listed('14000005001'), wife);
    const [head, other] = [await bound('王大山'), await bound('李小河')];
    expect(await toldTo(head)).toEqual([]);
    later();
    const moved = { 居住地址: '山边9号' };
    const son = { ...wife, 姓名: '王小溪', 与户主关系: '子', 性别: '男', 出生日期: '1990-05-06' };
    await takeIn(listed('14000005099', moved), { ...wife, ...moved }, { ...son, ...moved });
    const byHand = { reason: 'roster', listName: '浏河花名册.xlsx', byName: '社小工' };
    for (const who of [head, other]) {
      const { news } = await newsOf(who);
      expect(news.map(({ change }) => change)).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ kind: 'corrected', name: '王大山', fields: ['phone'], ...byHand }),
          expect.objectContaining({ kind: 'houseMoved', fields: ['address'], ...byHand }),
          expect.objectContaining({ kind: 'added', name: '王小溪', ...byHand }),
        ]),
      );
      expect(news).toHaveLength(3);
    }
    const history = await ask(head.identity, 'history', { residentId: head.residentId });
    expect(history.data.changes).toMatchObject([{ kind: 'corrected', fields: ['phone'], ...byHand }]);
    later();
    await takeIn(listed('14000005099', moved), { ...wife, ...moved }, { ...son, ...moved });
    expect(await toldTo(head)).toHaveLength(3); // nothing new, nothing told
  });

  it('of a birth is told with both days', async () => {
    await takeIn(listed('14000005001', { 出生日期: '1960' }));
    const head = await bound('王大山');
    later();
    await takeIn(listed('14000005001', { 性别: '男' }));
    expect((await newsOf(head)).news).toMatchObject([
      { change: { kind: 'corrected', fields: ['bornOn'], bornBefore: '1960-12-31', bornAfter: '1960-01-02' } },
    ]);
  });

  it('of 8,000 people is one statement', async () => {
    const { householdId, memberIds } = await registerHome(world(), scene.place.here, { name: '许多' });
    const rows = Array.from({ length: 8_000 }, () => ({
      ...{ changeId: randomUUID(), kind: 'corrected' as const, residentId: memberIds[0] ?? '', householdId },
      ...{
        toHouseholdId: null,
        guardianId: null,
        fields: ['phone', 'note'] as const,
        bornBefore: null,
        bornAfter: null,
        unitChangeId: null,
      },
      ...{ reason: 'toldUs' as const, importId: null, byResidentId: scene.place.staff.residentId, atMs: TEST_NOW_MS },
    }));
    await insertChanges(database.db, rows);
    const kept = 'select from person_change where household_id = $1 and fields = array[$2, $3]';
    expect(await scene.count(kept, householdId, 'phone', 'note')).toBe(8_000);
  });
});

describe('what others said for somebody', () => {
  it('tells the family of a card that was made, replaced, stopped, and not who stopped it', async () => {
    const { head, householdId, otherId } = await family({ name: '持卡人' }, { name: '家人' });
    const other = await bind(world(), otherId);
    await byWorker('issueCard', { householdId });
    later();
    await byWorker('issueCard', { householdId });
    later();
    expect((await ask(head.identity, 'revokeCard', { householdId })).ok).toBe(true);
    expect(await toldTo(head)).toEqual(['cardReplaced', 'cardMade']);
    expect(await toldTo(other)).toEqual(['cardStopped', 'cardReplaced', 'cardMade']);
    const home = await family({ name: '没有卡的' });
    const print = { householdIds: [home.householdId, householdId] };
    later();
    await byWorker('printCards', print);
    expect(await toldTo(home.head)).toEqual(['cardMade']);
    later();
    await byWorker('printCards', print); // the same cards once more
    expect(await toldTo(home.head)).toEqual(['cardMade']);
  });

  it('tells a child, and whoever acts for them, of each word once, with the way to say otherwise', async () => {
    const { head, householdId, otherId } = await family({ name: '家长' }, { name: '大孩子', bornOn: '2011-01-01' });
    const child = await bind(world(), otherId);
    const { head: father } = await family({ name: '爸爸', bornOn: '1985-01-01' });
    const paper = { paper: 'ruling', paperOn: '2026-10-08', instead: false };
    await byWorker('recordGuardian', { residentId: otherId, guardianId: father.residentId, ...paper });
    later();
    const pool = (agreed: boolean) => ask(head.identity, 'agreeToPool', { residentId: otherId, agreed });
    await pool(true);
    await pool(true);
    later();
    await ask(head.identity, 'showMyName', { residentId: otherId, shown: true });
    await ask(head.identity, 'showMyName', { residentId: otherId, shown: true });
    for (const who of [child, father])
      expect((await toldTo(who)).slice(0, -1)).toEqual(['namingAgreed', 'poolingAgreed']);
    const leads = (await newsOf(child)).news.map(({ leadsTo }) => leadsTo);
    expect(leads.slice(0, 2)).toEqual([
      { what: 'naming', holderId: otherId },
      { what: 'pooling', holderId: otherId },
    ]);
    later();
    await pool(false);
    await pool(false);
    expect((await toldTo(father))[0]).toBe('poolingEnded');
    expect(await toldTo(head)).toEqual(['guardianNamed']);
    later();
    await ask(child.identity, 'agreeToPool', { agreed: true }); // their own word is nobody's news
    expect((await toldTo(head)).length + (await toldTo(child)).length).toBe(1 + 4);
    later();
    for (const agreed of [true, true, false]) await ask(head.identity, 'agreeToPool', { household: true, agreed });
    expect((await toldTo(child)).slice(0, 2).sort()).toEqual(['familyPoolAgreed', 'familyPoolEnded']);
    expect((await newsOf(child)).news[0]?.leadsTo).toEqual({ what: 'family', holderId: householdId });
  });

  it('tells what a guardian in the place of others ended of it', async () => {
    const { head, otherId } = await family({ name: '奶奶' }, { name: '小雨', bornOn: '2016-05-01' });
    const { head: father } = await family({ name: '爸爸', bornOn: '1985-01-01' });
    await ask(head.identity, 'agreeToPool', { residentId: otherId, agreed: true });
    later();
    const paper = { paper: 'ruling', paperOn: '2026-10-08', instead: true };
    await byWorker('recordGuardian', { residentId: otherId, guardianId: father.residentId, ...paper });
    expect((await toldTo(head)).sort()).toEqual(['guardianNamed', 'poolingEnded']);
  });
});

describe('what comes up', () => {
  const born = (bornOn: string, bornPrecision: 'day' | 'year' = 'day', guardians: readonly Guardianship[] = []) => [
    { residentId: 'child', bornOn, bornPrecision, guardians },
  ];
  const on = (people: ReturnType<typeof born>, today: string) => comingUp(people, today).map(({ what }) => what);

  it.each([
    ['2012-12-23', '2026-11-22', []],
    ['2012-12-23', '2026-11-23', ['asked14']],
    ['2012-12-23', '2026-12-22', ['asked14']],
    ['2012-12-23', '2026-12-23', []],
    ['2008-12-01', '2026-11-23', ['own18']],
    ['2012-02-29', '2026-02-05', ['asked14']],
  ])('of somebody born on %s on %s is %j', (bornOn, today, what) => {
    expect(on(born(bornOn), today)).toEqual(what);
  });

  it('is nothing where only the year is known, and of a paper that ends with childhood is told once', () => {
    expect(on(born('2008-12-31', 'year'), '2026-12-10')).toEqual([]);
    const paper = { guardianId: 'g', until: '2030-01-01', ofChild: true, isSole: false };
    expect(on(born('2008-12-01', 'day', [paper]), '2026-11-23')).toEqual(['own18']);
    expect(on(born('2015-01-01', 'day', [{ ...paper, until: '2026-11-30' }]), '2026-11-23')).toEqual(['guardianEnds']);
  });
});

describe('where a line leads', () => {
  const at = { residentId: 'me', householdId: 'home', wardIds: ['ward'], actsForIds: ['me', 'ward', 'child'] };
  it.each([
    ['corrected', 'other', at, { what: 'family', holderId: 'home' }],
    ['houseMoved', null, at, { what: 'family', holderId: 'home' }],
    ['corrected', 'ward', at, { what: 'ward', holderId: 'ward' }],
    ['asked14', 'ward', at, { what: 'ward', holderId: 'ward' }],
    ['poolingAgreed', 'me', at, { what: 'pooling', holderId: 'me' }],
    ['namingEnded', 'child', at, { what: 'naming', holderId: 'child' }],
    ['poolingAgreed', 'other', at, { what: 'family', holderId: 'home' }],
    ['left', 'me', { ...at, householdId: null }, { what: 'passbook', holderId: 'me' }],
    ['left', 'other', { ...at, householdId: null }, null],
  ] as const)('told %s of %s', (kind, residentId, reading, lead) => {
    expect(leadOf({ kind, residentId }, reading)).toEqual(lead);
  });
});
