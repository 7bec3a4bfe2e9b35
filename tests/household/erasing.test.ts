import { randomUUID } from 'node:crypto';
import { sealLeftOver, wordsOf } from '../../cloudfunctions/household';
import { family, type Scene, setScene } from '../activity/scene';
import { type AskAny, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { bind, employ, registerHome, type Somebody } from './neighbourhood';

/** Somebody has themself erased (PIPL; product.md, certain events): what goes, what stands, and who is told. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const give = async (residentId: string, points: number) => {
  const itemId = await insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, { points });
  return ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'resident', id: residentId }] });
};
const rows = async (sql: string, ...values: unknown[]) => (await database.ownerPool.query(sql, values)).rows;
const erase = (residentId: string, more: object = {}, by: Somebody = scene.staff) =>
  ask(by, 'household.erasePerson', { residentId, reason: 'toldUs', ...more });
const toldTo = async (who: Somebody) => {
  const news = (await ask(who, 'household.news', {})).data?.news as { change: { kind: string; name: string } | null }[];
  return news.map(({ change }) => change?.kind);
};

it('destroys what says who they are and the key to it; entries, lifetime points and history stay without a name', async () => {
  const { head, householdId, memberIds } = await family(
    scene,
    { name: '要走的', phone: '14000009001' },
    { name: '留下的' },
  );
  const [, stayingId = ''] = memberIds;
  const staying = await bind(scene.world, stayingId);
  await give(head.residentId, 9);
  await ask(head, 'household.agreeToPool', { agreed: true });
  await ask(head, 'household.showMyName', { shown: true });
  const entries = await rows('select * from ledger_entry where account_id = $1', head.residentId);
  expect(entries).toHaveLength(1);
  expect(await ask(head, 'household.eraseMyself', {})).toMatchObject({ code: 'HEAD_NEEDED' });
  scene.setClock(TEST_NOW_MS + 1000);
  expect(await ask(head, 'household.eraseMyself', { nextHeadId: stayingId })).toMatchObject({ data: { erased: true } });

  for (const table of ['personal_data', 'personal_index', 'keyring.personal_key'])
    expect(await rows(`select from ${table} where subject_id = $1`, head.residentId)).toEqual([]);
  expect(
    await rows('select sex, born_on, names_shown, erased_on from resident where id = $1', head.residentId),
  ).toEqual([{ sex: null, born_on: null, names_shown: false, erased_on: '2026-11-23' }]);
  expect(await rows('select from consent where resident_id = $1 and withdrawn_at is null', head.residentId)).toEqual(
    [],
  );
  expect(await rows('select * from ledger_entry where account_id = $1', head.residentId)).toEqual(entries);
  expect(await rows('select lifetime from account where account_id = $1', head.residentId)).toEqual([{ lifetime: 9 }]);
  expect(await ask(head, 'household.me', {})).toMatchObject({ data: { resident: null, household: null } });

  expect((await toldTo(staying)).sort()).toEqual(['becameHead', 'erased']);
  const { data } = await ask(staying, 'household.history', { householdId });
  expect(data?.changes).toContainEqual(expect.objectContaining({ kind: 'erased', name: '', byName: '' }));
  expect((await ask(staying, 'household.me', {})).data?.household).toMatchObject({
    headId: stayingId,
    members: [{ residentId: stayingId }],
  });
});

it('closes the account for good: nothing comes in, nothing goes out, nobody mends, binds or takes them in again', async () => {
  const { head, memberIds, householdId } = await family(scene, { name: '当家' }, { name: '被删的' });
  const goneId = memberIds[1] ?? '';
  await give(goneId, 9);
  expect(await erase(goneId)).toMatchObject({ ok: true });
  expect(JSON.stringify(await give(goneId, 5))).toMatch(/NOT_ALLOWED|HOLDER_NOT_FOUND|RESIDENT_NOT_FOUND/);
  const gone = { code: 'RESIDENT_NOT_FOUND' };
  expect(await erase(goneId)).toMatchObject(gone);
  expect(await ask(scene.staff, 'household.person', { residentId: goneId })).toMatchObject(gone);
  const reason = { residentId: goneId, reason: 'toldUs' };
  expect(await ask(scene.staff, 'household.correctPerson', { ...reason, name: '又来了' })).toMatchObject(gone);
  expect(await ask(scene.staff, 'household.recordDeath', { ...reason, diedOn: '2026-11-02' })).toMatchObject(gone);
  expect(await ask(scene.staff, 'household.undoDeath', reason)).toMatchObject(gone);
  expect(await ask(scene.staff, 'household.issueBindCode', { residentId: goneId })).toMatchObject(gone);
  const people = [{ residentId: goneId, relation: '子' }];
  const back = { people, to: { kind: 'household', householdId }, reason: 'cameBack' };
  expect(await ask(scene.staff, 'household.movePeople', back)).toMatchObject(gone);
  const found = await ask(scene.staff, 'household.find', { unitId: scene.here.communityId, query: '被删的' });
  expect(found.data?.people).toEqual([]);
  const lent = await ask(head, 'ledger.balance', {});
  expect(JSON.stringify(lent.data)).not.toContain(goneId);
});

it('of the last one takes the address too, and of a guardian ends that, which the ward’s family hears', async () => {
  const { head, memberIds } = await family(scene, { name: '奶奶' }, { name: '小雨', bornOn: '2016-05-01' });
  const { head: father, householdId } = await family(scene, { name: '爸爸', bornOn: '1985-01-01' });
  const paper = { paper: 'ruling', paperOn: '2026-10-08', instead: true };
  await ask(scene.gridWorker, 'household.recordGuardian', {
    ...{ residentId: memberIds[1], guardianId: father.residentId, ...paper },
  });
  scene.setClock(TEST_NOW_MS + 1000);
  expect(await ask(father, 'household.eraseMyself', {})).toMatchObject({ ok: true });
  expect(await rows('select from personal_data where subject_id = $1', householdId)).toEqual([]);
  expect((await rows('select ended_on from household where id = $1', householdId))[0]).toMatchObject({
    ended_on: '2026-11-23',
  });
  expect(await toldTo(head)).toEqual(['guardianEnded', 'guardianNamed']);
  expect(await ask(head, 'household.agreeToPool', { residentId: memberIds[1], agreed: true })).toMatchObject({
    ok: true,
  });
});

it('is the person’s own word once grown up, else the office’s; not a grid worker’s, and not one’s own family’s', async () => {
  const { memberIds } = await registerHome(
    scene.world,
    scene.here,
    { name: '大人' },
    { name: '少年', bornOn: '2011-01-01' },
  );
  const young = await bind(scene.world, memberIds[1] ?? '');
  expect(await ask(young, 'household.eraseMyself', {})).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await erase(young.residentId, {}, scene.gridWorker)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await erase(young.residentId, {}, scene.stranger)).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await erase(scene.staff.residentId)).toMatchObject({ code: 'OWN_HOUSEHOLD' });
  expect(await erase(young.residentId)).toMatchObject({ ok: true });
});

it('leaves no birthday behind: neither in what was corrected nor in what was asked for in vain', async () => {
  const { head, memberIds } = await family(
    scene,
    { name: '改过的', bornOn: '1980-05-06' },
    { name: '别人', bornOn: '1981-01-01' },
  );
  const correct = { residentId: head.residentId, born: { known: 'day', on: '1980-06-07' }, reason: 'showedPaper' };
  expect(await ask(scene.staff, 'household.correctPerson', correct)).toMatchObject({ ok: true });
  await database.ownerPool.query(
    `insert into bind_application (id, identity_id, community_id, born_on, sex, state, refused_because, created_at)
      values (gen_random_uuid(), $1, $2, '1980-06-07', 'male', 'refused', 'other', now())`,
    [head.identityId, scene.here.communityId],
  );
  await database.ownerPool.query(
    `insert into binding_event (id, identity_id, resident_id, kind, at) values (gen_random_uuid(), $1, $2, 'boundByCard', now())`,
    [head.identityId, head.residentId],
  );
  const trail =
    'select born_before, born_after, fields from person_change where resident_id = $1 and fields <> array[]::text[]';
  expect(await rows(trail, head.residentId)).toEqual([
    { born_before: '1980-05-06', born_after: '1980-06-07', fields: ['bornOn'] },
  ]);
  const hide = 'update person_change set born_before = null, born_after = null where resident_id = $1';
  await expect(rows(hide, head.residentId)).rejects.toThrow('append-only');
  expect(await erase(head.residentId, { nextHeadId: memberIds[1] })).toMatchObject({ ok: true });
  expect(await rows(trail, head.residentId)).toEqual([{ born_before: null, born_after: null, fields: ['bornOn'] }]);
  expect(await rows('select born_on, sex from bind_application where identity_id = $1', head.identityId)).toEqual([
    { born_on: null, sex: null },
  ]);
  await expect(
    rows("update person_change set reason = 'toldUs' where resident_id = $1", head.residentId),
  ).rejects.toThrow();
});

it('takes along the words that were typed about them, and leaves those about others', async () => {
  const { staff: giver, colleague, here } = await twoAtTheDesk();
  const { head, memberIds } = await family(scene, { name: '被说的' }, { name: '接着的' });
  const other = await registerHome(scene.world, here, { name: '别家的' });
  const [otherId = ''] = other.memberIds;
  const itemId = await insertItem(database.db, { units: here, draftedBy: giver.residentId }, { points: 1 });
  const told = (id: string, words: string, deedId = randomUUID()) =>
    ask(giver, 'award.give', { itemId, deedId, evidence: words, holders: [{ kind: 'resident', id }] });
  const together = randomUUID();
  await told(head.residentId, '给王奶奶送了三天饭', together);
  await told(otherId, '修好了楼道的灯');
  await told(memberIds[1] as string, '也一起送了饭', together); // the same deed, and its words are told again
  const dear = await insertItem(database.db, { units: here, draftedBy: giver.residentId }, { points: 900 });
  const waits = await ask(giver, 'award.give', { itemId: dear, holders: [{ kind: 'resident', id: head.residentId }] });
  expect(waits).toMatchObject({ data: { waiting: expect.anything() } });
  const { waitingId } = (await waitingHere(colleague))[0] as { waitingId: string };
  expect(await ask(colleague, 'award.askGiver', { waitingId, question: '他真的去了？' })).toMatchObject({ ok: true });
  expect(await ask(giver, 'award.answerSigner', { waitingId, answer: '去了，李叔看见的' })).toMatchObject({ ok: true });
  expect(await waitingHere(colleague)).toMatchObject([
    { words: [{ words: '他真的去了？' }, { words: '去了，李叔看见的' }] },
  ]);

  // nothing of it stands in plain text, in whatever column
  const tables = await rows("select tablename as name from pg_tables where schemaname = 'public'");
  const plain = async (words: string) => {
    const counted = tables.map(({ name }) => `select '${name}' as name from ${name} as t where t::text like $1`);
    return rows(counted.join(' union '), `%${words}%`);
  };
  expect(await plain('王奶奶')).toEqual([]);
  expect(await plain('李叔')).toEqual([]);

  const before = await countWords();
  expect(await ask(head, 'household.eraseMyself', { nextHeadId: memberIds[1] })).toMatchObject({ ok: true });
  expect(await countWords()).toBe(before - 3); // of the deed, and of what was asked and answered
  expect(await waitingHere(colleague)).toMatchObject([{ words: [{ words: '' }, { words: '' }] }]);
  const { data } = await ask(giver, 'award.givenToday', { unitId: here.communityId });
  const evidenceOf = (id: string) =>
    ((data?.awards ?? []) as { holder: { id: string }; evidence: string | null }[]).find(
      ({ holder }) => holder.id === id,
    )?.evidence;
  expect(evidenceOf(otherId)).toBe('修好了楼道的灯');
  expect(evidenceOf(head.residentId)).toBe('也一起送了饭'); // what is left of the deed they did together
});

it('seals what stood there before the words were sealed', async () => {
  const { head, memberIds } = await family(scene, { name: '从前的' }, { name: '如今的' });
  const [{ id }] = await rows('select gen_random_uuid() as id');
  await rows('insert into unsealed_words values ($1, $2, $3)', id, '从前说的话', [head.residentId]);
  expect(await sealLeftOver(scene.world, TEST_NOW_MS)).toBe(1);
  expect(await sealLeftOver(scene.world, TEST_NOW_MS)).toBe(0);
  expect(await rows('select from unsealed_words')).toEqual([]);
  expect((await wordsOf(scene.world, database.db, [id]))(id)).toBe('从前说的话');
  expect(await ask(head, 'household.eraseMyself', { nextHeadId: memberIds[1] })).toMatchObject({ ok: true });
  expect((await wordsOf(scene.world, database.db, [id]))(id)).toBe('');
  expect(await rows('select from keyring.personal_key where subject_id = $1', id)).toEqual([]);
});

const twoAtTheDesk = async () => {
  const { staff, here } = scene;
  return { staff, here, colleague: await employ(scene.world, here, 'communityAdmin', here.communityId, '另一位') };
};
const waitingHere = async (who: Somebody) =>
  (await ask(who, 'award.waiting', { unitId: scene.here.communityId })).data?.awards as object[];
const countWords = async () =>
  (await rows("select count(*)::int as count from personal_data where subject_kind = 'words'"))[0]?.count as number;
