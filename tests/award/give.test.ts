import { randomUUID } from 'node:crypto';
import { addDays } from '../../cloudfunctions/values/dates';
import { family, HOUR, lifetimeOf, type Scene, setScene, society } from '../activity/scene';
import { appoint, bind, employ, registerHome } from '../household/neighbourhood';
import { type AskAny, fieldOf, openDoors, type Told } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertPolicyDocument, MADE_AT } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';

const TODAY = '2026-11-23';
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});

const at = (shanghai: string) => new Date(`${shanghai}:00+08:00`);
const resident = (id: string | undefined) => ({ kind: 'resident', id });
interface Result {
  readonly outcome: { readonly state: string; readonly code?: string };
}
const codesOf = (told: Told) => fieldOf<Result[]>(told, 'results').map(({ outcome }) => outcome.code ?? outcome.state);

describe('giving points', () => {
  it('is not for oneself or the own household, while a colleague may', async () => {
    const home = await registerHome(scene.world, scene.here, { name: '工作人员' }, { name: '家人' });
    const somebody = await bind(scene.world, home.memberIds[0] as string);
    const { communityId } = scene.here;
    const staff = await employ(scene.world, scene.here, 'communityStaff', communityId, '同事');
    await database.db
      .updateTable('role_grant')
      .set({ resident_id: somebody.residentId })
      .where('resident_id', '=', staff.residentId)
      .execute();
    const input = { itemId: scene.itemId, holders: home.memberIds.map(resident) };
    expect(codesOf(await ask(somebody, 'award.give', input))).toEqual(['OWN_HOUSEHOLD', 'OWN_HOUSEHOLD']);
    expect(codesOf(await ask(scene.staff, 'award.give', input))).toEqual(['posted', 'posted']);
  });

  it('is not for the society that one leads, and the screen is told before, while a colleague may', async () => {
    const { societyId, leader } = await society(scene, '舞蹈队');
    await appoint(scene.world, leader.residentId, 'communityStaff', scene.here.communityId);
    const units = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, units, { holder_kind: 'society' });
    const input = { itemId, holders: [{ kind: 'society', id: societyId }] };
    const foreseen = async (who: typeof leader) =>
      fieldOf<{ refusal: string | null }[]>(await ask(who, 'award.preview', input), 'results').map((r) => r.refusal);
    expect(await foreseen(leader)).toEqual(['OWN_SOCIETY']);
    expect(codesOf(await ask(leader, 'award.give', input))).toEqual(['OWN_SOCIETY']);
    expect(await lifetimeOf(scene, societyId)).toBe(0);
    expect(await foreseen(scene.staff)).toEqual([null]);
    expect(codesOf(await ask(scene.staff, 'award.give', input))).toEqual(['posted']);
  });

  it('is for deeds of the last ninety days, today included', async () => {
    const holders = [resident((await family(scene)).head.residentId)];
    const units = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, units, { published_at: at('2026-01-05T09:00') });
    const on = async (deedDate: string) => {
      const told = await ask(scene.staff, 'award.give', { itemId, holders, deedDate });
      return told.code ?? 'ok';
    };
    expect(await on(addDays(TODAY, 1))).toBe('DEED_DATE_NOT_ALLOWED');
    expect(await on(addDays(TODAY, -91))).toBe('DEED_DATE_NOT_ALLOWED');
    expect(await on(addDays(TODAY, -90))).toBe('ok');
    expect(await on(TODAY)).toBe('ok');
  });

  it('takes each holder by its own kind, also where an id stands in the list under two', async () => {
    const { head, householdId } = await family(scene);
    const units = { units: scene.here, draftedBy: scene.staff.residentId };
    const ofHouseholds = await insertItem(database.db, units, { holder_kind: 'household' });
    const twice = (id: string) => ['resident', 'household'].map((kind) => ({ kind, id }));
    const give = async (itemId: string, id: string) =>
      codesOf(await ask(scene.staff, 'award.give', { itemId, holders: twice(id) }));
    expect(await give(ofHouseholds, head.residentId)).toEqual(['HOLDER_KIND_DIFFERS', 'HOLDER_NOT_FOUND']);
    expect(await give(scene.itemId, householdId)).toEqual(['HOLDER_NOT_FOUND', 'HOLDER_KIND_DIFFERS']);
    expect(await lifetimeOf(scene, head.residentId)).toBe(0);
  });

  it('gives nobody the points of one deed twice, whatever list it is sent with again', async () => {
    const [one, two, three] = await Promise.all([1, 2, 3].map(async () => (await family(scene)).head.residentId));
    const give = async (deedId: string | undefined, ...ids: readonly (string | undefined)[]) =>
      codesOf(await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders: ids.map(resident), deedId }));
    const deedId = randomUUID();
    expect(await give(deedId, one, two)).toEqual(['posted', 'posted']);
    expect(await give(deedId, three, two, one)).toEqual(['posted', 'COUNTED_ALREADY', 'COUNTED_ALREADY']);
    expect(await give(randomUUID(), one)).toEqual(['posted']);
    expect(await give(undefined, one)).toEqual(['posted']);
    expect(await give(undefined, one)).toEqual(['posted']);
    const ofOne = await database.db.selectFrom('award').selectAll().where('account_id', '=', String(one)).execute();
    expect(ofOne).toHaveLength(4);
  });

  it('counts the item as it stood on the day of the deed, and nothing before its first day', async () => {
    const units = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, units, { points: 5, published_at: at('2026-11-10T12:00') });
    const first = await database.db
      .selectFrom('point_item_version')
      .selectAll()
      .where('item_id', '=', itemId)
      .executeTakeFirstOrThrow();
    const second = { ...first, grades: '[]', version: 2, points: 8, published_at: at('2026-11-20T23:59') };
    await database.db.insertInto('point_item_version').values(second).execute();
    await database.db.updateTable('point_item').set({ current_version: 2 }).where('id', '=', itemId).execute();
    const holders = [resident((await family(scene)).head.residentId)];
    for (const [deedDate, points] of Object.entries({ '2026-11-10': 5, '2026-11-19': 5, '2026-11-20': 8, [TODAY]: 8 }))
      for (const action of ['award.preview', 'award.give'] as const)
        expect(await ask(scene.staff, action, { itemId, holders, deedDate })).toMatchObject({ data: { points } });
    for (const action of ['award.preview', 'award.give'])
      expect(await ask(scene.staff, action, { itemId, holders, deedDate: '2026-11-09' })).toMatchObject({
        code: 'ITEM_BEGAN_LATER',
        detail: { since: '2026-11-10' },
      });
  });

  it('goes on with the caps of an item that was retired and opened again under nearly its name', async () => {
    const { communityId: unitId } = scene.here;
    const admin = await employ(scene.world, scene.here, 'communityAdmin', unitId, '管理员');
    const units = { units: scene.here, draftedBy: scene.staff.residentId };
    const first = await insertItem(database.db, units, { name: '参与楼道清扫', cap_person_month: 1 });
    const holders = [resident((await family(scene)).head.residentId)];
    const give = async (itemId: string) => codesOf(await ask(scene.staff, 'award.give', { itemId, holders }));
    expect(await give(first)).toEqual(['posted']);
    expect(await give(first)).toEqual(['CAP_REACHED']);
    const openAgain = async (retiring: string) => {
      expect((await ask(admin, 'catalogue.retireItem', { itemId: retiring, because: '重新开' })).ok).toBe(true);
      const policyDocumentId = await insertPolicyDocument(database.db, unitId);
      const programme = { unitId, name: `品牌 ${randomUUID()}`, aim: '邻里相助' };
      const programmeId = fieldOf<string>(await ask(admin, 'catalogue.addProgramme', programme), 'programmeId');
      const what = { name: '参加楼道清扫', category: '公益', points: 2, countedPer: '次', caps: { personMonth: 1 } };
      const why = { policyDocumentId, programmeId, legalDuty: { isDuty: false, reason: '自愿参加' } };
      const itemId = fieldOf<string>(
        await ask(scene.staff, 'catalogue.draftItem', { unitId, ...what, ...why }),
        'itemId',
      );
      const told = await ask(admin, 'catalogue.publishItem', { unitId, itemIds: [itemId] });
      expect(fieldOf(told, 'published')).toMatchObject([{ itemId }]);
      return itemId;
    };
    const second = await openAgain(first);
    expect(await give(second)).toEqual(['CAP_REACHED']);
    expect(await give(await openAgain(second))).toEqual(['CAP_REACHED']);
  });

  it('takes deeds of an item retired since, up to its last day', async () => {
    const admin = await employ(scene.world, scene.here, 'communityAdmin', scene.here.communityId, '管理员');
    const itemId = await insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId });
    const holders = [resident((await family(scene)).head.residentId)];
    const on = (action: 'award.give' | 'award.preview', deedDate: string) =>
      ask(scene.staff, action, { itemId, holders, deedDate });
    expect((await ask(admin, 'catalogue.retireItem', { itemId, because: '并入另一项' })).ok).toBe(true);
    for (const deedDate of ['2026-11-20', TODAY]) {
      expect(fieldOf(await on('award.preview', deedDate), 'results')).toMatchObject([{ refusal: null }]);
      expect(codesOf(await on('award.give', deedDate))).toEqual(['posted']);
    }
    scene.setClock(scene.world.clock() + 24 * HOUR);
    const refused = { code: 'ITEM_NOT_PUBLISHED', detail: { state: 'retired', retiredOn: TODAY } };
    for (const action of ['award.preview', 'award.give'] as const)
      expect(await on(action, addDays(TODAY, 1))).toMatchObject(refused);
    expect(codesOf(await on('award.give', addDays(TODAY, -1)))).toEqual(['posted']);
    scene.setClock(TEST_NOW_MS);
  });

  it('takes no deed for a draft that was dropped before it was ever published', async () => {
    const { communityId: unit_id } = scene.here;
    const [itemId, documentId] = [randomUUID(), await insertPolicyDocument(database.db, unit_id)];
    const item = { id: itemId, unit_id, name: `草稿 ${itemId}`, state: 'draft' as const, created_at: MADE_AT };
    await database.db.insertInto('point_item').values(item).execute();
    const drafted = { drafted_by: scene.staff.residentId, drafted_at: MADE_AT, policy_document_id: documentId };
    const what = { name: item.name, category: '公益', points: 2, counted_per: '次', holder_kind: 'resident' as const };
    await database.db
      .insertInto('point_item_version')
      .values({ item_id: itemId, version: 1, ...what, ...drafted })
      .execute();
    const admin = await employ(scene.world, scene.here, 'communityAdmin', unit_id, '管理员');
    expect((await ask(admin, 'catalogue.retireItem', { itemId, because: '写错了' })).ok).toBe(true);
    const holders = [resident((await family(scene)).head.residentId)];
    expect(await ask(scene.staff, 'award.give', { itemId, holders, deedDate: '2026-11-20' })).toMatchObject({
      code: 'ITEM_NOT_PUBLISHED',
    });
  });

  it('needs an item that is published', async () => {
    const holders = [resident((await family(scene)).head.residentId)];
    await database.ownerPool.query("update point_item set state = 'retired' where id = $1", [scene.itemId]);
    expect(await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders })).toMatchObject({
      code: 'ITEM_NOT_PUBLISHED',
    });
  });
});
