import { randomUUID } from 'node:crypto';
import { businessDate } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { bind, CONSENT, employ, insertNeighbourhood, newcomer, outcome, registerHome } from './neighbourhood';
import { useScene } from './scene';

const database = useDatabase();
const scene = useScene(database);
const { ask, world } = scene;

const namesIn = (answer: { data: { people: { name: string }[] } }) => answer.data.people.map((one) => one.name);

describe('find', () => {
  it('finds by the whole name, by any part of it, by phone, its tail and the household number, and nobody else', async () => {
    const { number } = await registerHome(
      world(),
      scene.place.here,
      { name: '欧阳修文', phone: '14055501234' },
      { name: '欧阳小修' },
    );
    const unitId = scene.place.here.communityId;
    const by = async (query: string) => namesIn(await ask(scene.place.staff.identity, 'find', { unitId, query }));
    expect(await by('欧阳修文')).toEqual(['欧阳修文']);
    expect(await by('阳修')).toEqual(['欧阳修文']);
    expect(await by('修')).toEqual(['欧阳小修', '欧阳修文']);
    expect(await by(' 欧阳 ')).toEqual(['欧阳小修', '欧阳修文']);
    expect(await by('14055501234')).toEqual(['欧阳修文']);
    expect(await by('1234')).toEqual(['欧阳修文']);
    expect(await by(number.toLowerCase())).toEqual(['欧阳小修', '欧阳修文']);
    expect(await by('不在此')).toEqual([]);
    expect(await by('··')).toEqual([]);
    expect(await by("' or 1=1 --%_")).toEqual([]);
  });

  it('finds a long name by a long piece of it only', async () => {
    await registerHome(world(), scene.place.here, { name: '买买提·艾合买提江' });
    const unitId = scene.place.here.communityId;
    const by = async (query: string) => namesIn(await ask(scene.place.staff.identity, 'find', { unitId, query }));
    expect(await by('提艾合买提江')).toEqual(['买买提·艾合买提江']);
    expect(await by('买提江艾合买')).toEqual([]);
  });

  it('lists everybody by pinyin, page by page, none twice and none left out, even when the last one has gone', async () => {
    const own = await insertNeighbourhood(world());
    const people = ['张三', '李四', '王五', '赵六', '阿七', '钱八', '孙九'];
    const homes = [];
    for (const name of people) homes.push(await registerHome(world(), own.here, { name }));
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await ask(own.gridWorker.identity, 'find', {
        unitId: own.here.gridId,
        limit: 2,
        ...(cursor && { cursor }),
      });
      seen.push(...namesIn(answer));
      cursor = answer.data.nextCursor ?? undefined;
      if (seen.length === 4)
        await database.ownerPool.query("update resident set died_on = '2026-11-22' where id = $1", [
          answer.data.people.at(-1)?.residentId,
        ]);
    } while (cursor);
    const sorted = ['网小格', '社小工', ...people].sort(new Intl.Collator('zh-u-co-pinyin').compare);
    expect(seen).toEqual(sorted);
  });

  it('tells those whose ids are held in the order asked, and leaves out whoever is not of the unit', async () => {
    const [first, second] = [
      await registerHome(world(), scene.place.here, { name: '甲一' }),
      await registerHome(world(), scene.place.here, { name: '乙二' }),
    ];
    const elsewhere = await insertNeighbourhood(world());
    const stranger = await registerHome(world(), elsewhere.here, { name: '外人' });
    const residentIds = [
      ...second.memberIds,
      ...stranger.memberIds,
      ...first.memberIds,
      ...second.memberIds,
      randomUUID(),
    ];
    const answer = await ask(scene.place.staff.identity, 'find', { unitId: scene.place.here.communityId, residentIds });
    expect(namesIn(answer)).toEqual(['乙二', '甲一']);
  });

  it('asks in one way at a time', async () => {
    const both = { unitId: scene.place.here.communityId, query: '王', scanned: '1234567890' };
    expect((await ask(scene.place.staff.identity, 'find', both)).detail).toEqual({
      fields: ['input'],
      why: ['one of query, scanned and residentIds'],
    });
  });

  it('refuses a cursor that no answer gave', async () => {
    const answer = await ask(scene.place.staff.identity, 'find', {
      unitId: scene.place.here.communityId,
      cursor: "x' or 1=1",
    });
    expect(outcome(answer)).toBe('INVALID_INPUT');
  });

  it('finds by a scanned personal code until it runs out, and only within reach', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '扫码人' });
    const resident = await bind(world(), home.memberIds[0] ?? '');
    const code = await ask(resident.identity, 'personalCode');
    expect(code.data.expiresAtMs).toBe(TEST_NOW_MS + 300_000);
    expect(code.data.qr).toMatch(/^https:\/\/bank\.test\/r\/[A-Za-z0-9_-]{43}$/);
    const scan = { unitId: scene.place.here.communityId, scanned: code.data.qr };
    expect(namesIn(await ask(scene.place.staff.identity, 'find', scan))).toEqual(['扫码人']);
    const { gridId } = scene.place.here;
    await database.ownerPool.query('update household set unit_id = community_id where id = $1', [home.householdId]);
    const byGridWorker = await ask(scene.place.gridWorker.identity, 'find', { unitId: gridId, scanned: code.data.qr });
    expect(namesIn(byGridWorker)).toEqual(['扫码人']);
    const away = { unitId: scene.place.elsewhere.communityId, scanned: code.data.qr };
    expect(await ask(scene.place.stranger.identity, 'find', away)).toMatchObject({
      code: 'NOT_ALLOWED',
      detail: { because: 'livesElsewhere' },
    });
    scene.nowMs += 300_000;
    expect(outcome(await ask(scene.place.staff.identity, 'find', scan))).toBe('CODE_EXPIRED');
    const nothing = { unitId: scene.place.here.communityId, scanned: '0000000000' };
    expect(outcome(await ask(scene.place.staff.identity, 'find', nothing))).toBe('CARD_NOT_FOUND');
  });

  it('shows a supervisor whoever shows a card or code, masked and without an address, and nobody else', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '将来管', phone: '14055509876' },
      { name: '家里人' },
    );
    const resident = await bind(world(), home.memberIds[0] ?? '');
    const { qr } = (await ask(resident.identity, 'personalCode')).data;
    const card = await ask(scene.place.staff.identity, 'issueCard', { householdId: home.householdId });
    const district = await employ(
      world(),
      scene.place.elsewhere,
      'districtSupervisor',
      scene.place.here.districtId,
      '区小督',
    );
    const find = (by: object) => ask(district.identity, 'find', { unitId: scene.place.here.districtId, ...by });
    const byCode = await find({ scanned: qr });
    expect(byCode.data.people).toMatchObject([
      { residentId: home.memberIds[0], name: '将＊管', address: '', isBound: true },
    ]);
    expect(namesIn(await find({ scanned: card.data.number }))).toEqual(['将＊管', '家＊人']);
    const refused = [{}, { query: '将来管' }, { query: '14055509876' }, { residentIds: [home.memberIds[0]] }];
    for (const by of refused)
      expect(await find(by)).toMatchObject({ code: 'NOT_ALLOWED', detail: { because: 'onlyByCode' } });
    const away = await registerHome(world(), scene.place.elsewhere, { name: '别处人' });
    const stranger = await ask((await bind(world(), away.memberIds[0] ?? '')).identity, 'personalCode');
    expect(await find({ scanned: stranger.data.qr })).toMatchObject({ detail: { because: 'livesElsewhere' } });
  });

  it('is for the staff of the unit: not for residents, nor for staff of another community, nor above one’s grid', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '普通居民' });
    const resident = await bind(world(), home.memberIds[0] ?? '');
    const here = { unitId: scene.place.here.communityId };
    expect(outcome(await ask(resident.identity, 'find', here))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(scene.place.stranger.identity, 'find', here))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(scene.place.gridWorker.identity, 'find', here))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(null, 'find', here))).toBe('NOT_SIGNED_IN');
    expect(outcome(await ask(scene.place.staff.identity, 'find', { unitId: randomUUID() }))).toBe('UNIT_NOT_FOUND');
  });
});

describe('get and names', () => {
  it('shows a household to its members and its staff, and to nobody else', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '户主甲', phone: '14000000099' });
    const other = await registerHome(world(), scene.place.here, { name: '邻居乙' });
    const member = await bind(world(), home.memberIds[0] ?? '');
    const neighbour = await bind(world(), other.memberIds[0] ?? '');
    const input = { householdId: home.householdId };
    const answer = await ask(member.identity, 'get', input);
    expect(answer.data).toMatchObject({
      number: home.number,
      phone: '14000000099',
      card: null,
      members: [{ name: '户主甲', isHead: true }],
    });
    expect(outcome(await ask(scene.place.gridWorker.identity, 'get', input))).toBe('ok');
    expect(outcome(await ask(neighbour.identity, 'get', input))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(scene.place.stranger.identity, 'get', input))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(member.identity, 'get', { householdId: randomUUID() }))).toBe('HOUSEHOLD_NOT_FOUND');
  });

  it('gives names in full to staff, masked to supervisors, and leaves out who is out of reach', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '何春花' });
    const supervisor = await employ(
      world(),
      scene.place.elsewhere,
      'districtSupervisor',
      scene.place.here.districtId,
      '区小督',
    );
    const residentIds = [home.memberIds[0], scene.place.stranger.residentId];
    const forStaff = await ask(scene.place.staff.identity, 'names', { residentIds });
    expect(forStaff.data.names).toEqual([{ residentId: home.memberIds[0], name: '何春花' }]);
    const forSupervisor = await ask(supervisor.identity, 'names', { residentIds });
    expect(forSupervisor.data.names).toEqual([{ residentId: home.memberIds[0], name: '何＊花' }]);
  });
});

describe('what people agree to', () => {
  it('pools the points of a member and of the household, recorded as consent and withdrawn at will', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '当家人' },
      { name: '小孩', bornOn: '2018-01-01' },
      { name: '大人', bornOn: '1980-01-01' },
    );
    const [headId = '', childId = '', adultId = ''] = home.memberIds;
    const head = await bind(world(), headId);
    expect((await ask(head.identity, 'agreeToPool', { agreed: true })).data).toEqual({ agreed: true });
    expect(outcome(await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: true }))).toBe('ok');
    expect(outcome(await ask(head.identity, 'agreeToPool', { household: true, agreed: true }))).toBe('ok');
    expect(outcome(await ask(head.identity, 'agreeToPool', { residentId: adultId, agreed: true }))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(head.identity, 'agreeToPool', { residentId: randomUUID(), agreed: true }))).toBe(
      'RESIDENT_NOT_FOUND',
    );
    const { data } = await ask(head.identity, 'me');
    expect(data.household?.poolAgreed).toBe(true);
    expect(data.household?.members.map((one) => one.agreedToPool)).toEqual([true, false, true]);
    await ask(head.identity, 'agreeToPool', { residentId: childId, agreed: false });
    const { rows } = await database.ownerPool.query(
      "select given_by, withdrawn_at from consent where resident_id = $1 and purpose = 'pooling'",
      [childId],
    );
    expect(rows).toEqual([{ given_by: headId, withdrawn_at: new Date(TEST_NOW_MS) }]);
  });

  it('lets nobody but the head speak for the household', async () => {
    const home = await registerHome(
      world(),
      scene.place.here,
      { name: '户主' },
      { name: '成员', bornOn: '1980-01-01' },
    );
    const member = await bind(world(), home.memberIds[1] ?? '');
    expect(outcome(await ask(member.identity, 'agreeToPool', { household: true, agreed: true }))).toBe('ONLY_HEAD');
    expect(outcome(await ask(newcomer(), 'agreeToPool', { agreed: true }))).toBe('NOT_ALLOWED');
  });

  it('shows a name in public only after the person agreed', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '愿意' });
    const somebody = await bind(world(), home.memberIds[0] ?? '');
    expect((await ask(somebody.identity, 'showMyName', { shown: true })).data).toEqual({ shown: true });
    expect((await ask(somebody.identity, 'me')).data.resident?.namesShown).toBe(true);
    await ask(somebody.identity, 'showMyName', { shown: false });
    expect((await ask(somebody.identity, 'me')).data.resident?.namesShown).toBe(false);
  });

  it('gives an assisted member’s code to the head, and to no neighbour', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '女儿' }, { name: '老母', isAssisted: true });
    const other = await registerHome(world(), scene.place.here, { name: '邻居' });
    const head = await bind(world(), home.memberIds[0] ?? '');
    const neighbour = await bind(world(), other.memberIds[0] ?? '');
    const input = { residentId: home.memberIds[1] };
    expect(outcome(await ask(head.identity, 'personalCode', input))).toBe('ok');
    expect(outcome(await ask(neighbour.identity, 'personalCode', input))).toBe('NOT_ALLOWED');
    expect(outcome(await ask(head.identity, 'personalCode', { residentId: randomUUID() }))).toBe('RESIDENT_NOT_FOUND');
  });
});

describe('households and members added by staff', () => {
  it('registers newcomers by residence and numbers them, and the same family only once', async () => {
    const input = {
      unitId: scene.place.here.gridId,
      address: '新开路9号 3单元',
      head: { name: '新来人', phone: '14000001111' },
    };
    const added = await ask(scene.place.gridWorker.identity, 'addHousehold', input);
    expect(added.data.number).toBe('N0001');
    const got = await ask(scene.place.staff.identity, 'get', { householdId: added.data.householdId });
    expect(got.data).toMatchObject({
      address: '新开路9号 3单元',
      headId: added.data.headId,
      unitId: scene.place.here.gridId,
    });
    const again = await ask(scene.place.staff.identity, 'addHousehold', { ...input, address: '新开路9号3单元' });
    expect(again).toMatchObject({ code: 'HOUSEHOLD_EXISTS', detail: { householdId: added.data.householdId } });
    const second = await ask(scene.place.staff.identity, 'addHousehold', { ...input, head: { name: '另一家' } });
    expect(second.data.number).toBe('N0002');
    const taken = await ask(scene.place.staff.identity, 'addHousehold', {
      ...input,
      number: 'N0002',
      head: { name: '第三家' },
    });
    expect(outcome(taken)).toBe('HOUSEHOLD_EXISTS');
  });

  it('gives ten households added at once ten numbers', async () => {
    const added = await Promise.all(
      Array.from({ length: 10 }, (_, i) =>
        ask(scene.place.staff.identity, 'addHousehold', {
          unitId: scene.place.here.gridId,
          address: `同时路${i}号`,
          head: { name: '同时人' },
        }),
      ),
    );
    expect(new Set(added.map((answer) => answer.data?.number)).size).toBe(10);
  });

  it('refuses a household outside the caller’s reach, above the communities or with a head from the future', async () => {
    const head = { name: '某人' };
    const add = (unitId: string, more = {}) =>
      ask(scene.place.staff.identity, 'addHousehold', { unitId, address: '某路1号', head: { ...head, ...more } });
    expect(outcome(await add(scene.place.elsewhere.gridId))).toBe('NOT_ALLOWED');
    expect(outcome(await add(randomUUID()))).toBe('UNIT_NOT_FOUND');
    expect(outcome(await add(scene.place.here.gridId, { bornOn: '2026-11-24' }))).toBe('BORN_IN_FUTURE');
  });

  it('adds an assisted member with a helper, and the same person only once', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '户主', bornOn: '1970-01-01' });
    const input = {
      householdId: home.householdId,
      name: '老人家',
      relation: '父亲',
      bornOn: '1940-01-01',
      assisted: true,
      helperId: home.memberIds[0],
    };
    const added = await ask(scene.place.staff.identity, 'addMember', input);
    const got = await ask(scene.place.staff.identity, 'get', { householdId: home.householdId });
    expect(got.data.members).toMatchObject([
      { isHead: true },
      { residentId: added.data.residentId, isAssisted: true, age: 86 },
    ]);
    expect(outcome(await ask(scene.place.staff.identity, 'addMember', input))).toBe('MEMBER_EXISTS');
    const twin = { ...input, name: '双胞胎', helperId: randomUUID() };
    expect(outcome(await ask(scene.place.staff.identity, 'addMember', twin))).toBe('HELPER_NOT_FOUND');
    expect(
      outcome(
        await ask(scene.place.staff.identity, 'addMember', { ...twin, helperId: scene.place.stranger.residentId }),
      ),
    ).toBe('HELPER_NOT_FOUND');
  });

  it('wants a guardian’s consent for a child under fourteen and keeps it', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '家长' });
    const bornOn = `${Number(businessDate(scene.nowMs).slice(0, 4)) - 10}-01-01`;
    const input = { householdId: home.householdId, name: '十岁娃', relation: '女', bornOn };
    expect(outcome(await ask(scene.place.staff.identity, 'addMember', input))).toBe('GUARDIAN_CONSENT_NEEDED');
    const added = await ask(scene.place.staff.identity, 'addMember', { ...input, guardianConsent: CONSENT });
    const { rows } = await database.ownerPool.query(
      'select purpose, given_by, version from consent where resident_id = $1',
      [added.data.residentId],
    );
    expect(rows).toEqual([{ purpose: 'child', given_by: home.memberIds[0], version: CONSENT.version }]);
  });

  it('refuses a member of a household that is not there, out of reach, not born yet, or a second head', async () => {
    const home = await registerHome(world(), scene.place.here, { name: '户主' });
    const away = await registerHome(world(), scene.place.elsewhere, { name: '外人' });
    const add = (householdId: string, more = {}) =>
      ask(scene.place.staff.identity, 'addMember', { householdId, name: '某', relation: '子', ...more });
    expect(outcome(await add(randomUUID()))).toBe('HOUSEHOLD_NOT_FOUND');
    expect(outcome(await add(away.householdId))).toBe('NOT_ALLOWED');
    expect(outcome(await add(home.householdId, { bornOn: '2027-01-01' }))).toBe('BORN_IN_FUTURE');
    expect(outcome(await add(home.householdId, { relation: '户主' }))).toBe('INVALID_INPUT');
  });
});
