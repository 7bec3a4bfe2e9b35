import { addDays, startOfDayMs } from '../../cloudfunctions/values/dates';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { TEST_NOW_MS } from '../support/world';
import { announce, family, HOUR, type Scene, screenOf, setScene } from './scene';

const database = useDatabase();
let scene: Scene;
beforeAll(async () => {
  scene = await setScene(database);
});
beforeEach(() => scene.setClock(TEST_NOW_MS));

const now = TEST_NOW_MS;
const DAY = 24 * HOUR;
const TODAY = '2026-11-23';

/** An activity of today, whose item was worth 5 from long ago. */
async function held() {
  const by = { units: scene.here, draftedBy: scene.staff.residentId };
  const itemId = await insertItem(database.db, by, { points: 5 });
  return { itemId, ...(await announce(scene, { itemId })) };
}

/** The item as somebody publishes it anew at that moment. */
async function republish(itemId: string, atMs: number, change: { points: number; holder_kind?: string }) {
  const { version, ...last } = await database.db
    .selectFrom('point_item_version')
    .selectAll()
    .where('item_id', '=', itemId)
    .orderBy('version', 'desc')
    .executeTakeFirstOrThrow();
  const made = { ...last, ...change, grades: '[]', version: version + 1, published_at: new Date(atMs) } as Omit<
    typeof last,
    'grades'
  > & {
    grades: string;
    version: number;
  };
  await database.db.transaction().execute(async (trx) => {
    await trx.insertInto('point_item_version').values(made).execute();
    await trx
      .updateTable('point_item')
      .set({ current_version: version + 1 })
      .where('id', '=', itemId)
      .execute();
  });
}

async function typeIn(activityId: string) {
  const { residentId } = (await family(scene)).head;
  const input = { activityId, residentIds: [residentId], how: 'name' };
  const told = await scene.ask(scene.staff, 'checkInResident', input);
  const { rows } = await database.pool.query(
    `select item_version as version, points, deed_date as "deedDate" from award where account_id = $1`,
    [residentId],
  );
  return { told: told.data.points, award: rows[0] };
}

describe('a check-in counts by the item as it was on the day of the deed', () => {
  it('also when the sheet is typed in after the item was published anew; the activity says so', async () => {
    const { activityId, itemId } = await held();
    scene.setClock(now + 3 * DAY);
    await republish(itemId, now + 3 * DAY, { points: 50 });
    expect(await typeIn(activityId)).toEqual({ told: 5, award: { version: 1, points: 5, deedDate: TODAY } });
    expect((await scene.ask(null, 'get', { activityId })).data.points).toBe(5);
    const next = await announce(scene, { itemId, startsAtMs: now + 3 * DAY, endsAtMs: now + 3 * DAY + HOUR });
    expect((await scene.ask(null, 'get', { activityId: next.activityId })).data.points).toBe(50);
    expect(await typeIn(next.activityId)).toMatchObject({ told: 50, award: { version: 2 } });
  });

  it('whether they scan for themselves or are brought, past midnight too', async () => {
    const by = { units: scene.here, draftedBy: scene.staff.residentId };
    const itemId = await insertItem(database.db, by, { points: 5 });
    const midnight = startOfDayMs(addDays(TODAY, 1));
    const { activityId } = await announce(scene, { itemId, startsAtMs: midnight - HOUR, endsAtMs: midnight + HOUR });
    scene.setClock(midnight + 1);
    await republish(itemId, midnight, { points: 50 });
    const { head, memberIds } = await family(scene, { name: '李建国' }, { name: '李小宝', bornOn: '2019-01-01' });
    const code = (await screenOf(scene, activityId)).codeAt(midnight + 1);
    expect((await scene.ask(head, 'checkIn', { code })).data.points).toBe(5);
    const brought = await scene.ask(head, 'bringAlong', { activityId, alongIds: [memberIds[1] as string] });
    expect(brought.data.along).toMatchObject([{ outcome: { state: 'posted', points: 5 } }]);
  });

  it('a version for households is none for persons: theirs counts on, then and later', async () => {
    const { activityId, itemId } = await held();
    const tomorrow = await announce(scene, { itemId, startsAtMs: now + DAY, endsAtMs: now + DAY + HOUR });
    await republish(itemId, now, { points: 60, holder_kind: 'household' });
    expect(await typeIn(activityId)).toMatchObject({ told: 5, award: { version: 1, points: 5 } });
    scene.setClock(now + DAY);
    expect(await typeIn(tomorrow.activityId)).toMatchObject({ told: 5, award: { version: 1, points: 5 } });
  });
});
