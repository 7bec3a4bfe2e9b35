import { watchLedger } from '../../cloudfunctions/jobs/watch-ledger';
import { signCheckpoints } from '../../cloudfunctions/ledger';
import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import { family, type Scene, setScene } from '../activity/scene';
import type { Somebody } from '../household/neighbourhood';
import { type AskAny, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertReward } from '../support/rows';

interface Page {
  readonly entries: { seq: number; deedDate: string; postedAtMs: number }[];
  readonly months: object[];
  readonly nextCursor: string | null;
}
const database = useDatabase();
const DAY_MS = 86_400_000;
let scene: Scene;
let ask: AskAny;

beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
});

const give = (residentId: string) =>
  ask(scene.staff, 'award.give', { itemId: scene.itemId, holders: [{ kind: 'resident', id: residentId }] });

describe('a passbook', () => {
  const readPage = async (who: Somebody, cursor?: string) =>
    (await ask(who, 'ledger.passbook', { limit: 2, ...(cursor && { cursor }) })).data as unknown as Page;
  async function read(who: Somebody): Promise<Page['entries']> {
    const entries: Page['entries'] = [];
    let cursor: string | null | undefined;
    do {
      const page = await readPage(who, cursor ?? undefined);
      entries.push(...page.entries);
      cursor = page.nextCursor;
    } while (cursor);
    return entries;
  }

  it('stands in the order of the deeds, what was entered late too, and each line keeps the day of its entry', async () => {
    const { head } = await family(scene, { name: '陈小雨' });
    const deeds = [-1, -5, 0, -5, -3].map((days) => addDays(businessDate(scene.world.clock()), days));
    for (const deedDate of deeds) {
      const by = { units: scene.here, draftedBy: scene.staff.residentId };
      const itemId = await insertItem(database.db, by, { points: 2 });
      await ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'resident', id: head.residentId }], deedDate });
    }
    const entries = await read(head);
    expect(entries.map(({ seq }) => seq)).toEqual([3, 1, 5, 4, 2]);
    expect(entries.map(({ deedDate }) => deedDate)).toEqual([...deeds].sort().reverse());
    expect(new Set(entries.map(({ postedAtMs }) => businessDate(postedAtMs)))).toEqual(
      new Set([businessDate(scene.world.clock())]),
    );
  });

  it('tells of each month what its lines show: what vouchers set aside too', async () => {
    const { head } = await family(scene, { name: '王小二' });
    await give(head.residentId);
    const by = { units: scene.here, createdBy: scene.staff.residentId };
    await ask(head, 'reward.issueVoucher', { rewardId: await insertReward(database.db, by, { cost: 4 }) });
    const { months } = await readPage(head);
    expect(months).toMatchObject([{ credited: 5, held: 4, released: 0, redeemed: 0, corrected: 0 }]);
  });

  it('says whose it is, for the head of a printed one', async () => {
    const { head } = await family(scene, { name: '周爱华' });
    expect((await ask(head, 'ledger.holder', {})).data).toMatchObject({ kind: 'resident', name: '周爱华' });
    expect(await ask(scene.stranger, 'ledger.holder', { holderId: head.residentId })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });
});

it('goes on counting beyond two thousand million lifetime points', async () => {
  const { head } = await family(scene, { name: '周爱华' });
  await give(head.residentId);
  await database.ownerPool.query('update account set lifetime = $1 where account_id = $2', [
    2 ** 31 - 2,
    head.residentId,
  ]);
  scene.setClock(scene.world.clock() + DAY_MS);
  expect(await give(head.residentId)).toMatchObject({
    ok: true,
    data: { results: [{ outcome: { state: 'posted' } }] },
  });
  expect(await ask(head, 'ledger.balance', {})).toMatchObject({ data: { balance: { lifetime: 2 ** 31 + 3 } } });
});

it('says that the clock is behind where a day is signed already, keeps the request for later, and tells the operator', async () => {
  const { head } = await family(scene, { name: '李大山' });
  const nowMs = scene.world.clock();
  for (const nightMs of [nowMs, nowMs + DAY_MS]) await signCheckpoints(scene.world, nightMs);
  const errors: unknown[] = [];
  const watched = { ...scene.world, log: { ...scene.world.log, error: (line: object) => void errors.push(line) } };
  const input = { itemId: scene.itemId, holders: [{ kind: 'resident', id: head.residentId }] };
  const requestId = 'the-same-request-before-and-after';
  const first = await ask(scene.staff, 'award.give', input, requestId);
  expect(first).toMatchObject({ ok: false, code: 'CLOCK_BEHIND' });
  expect(await watchLedger(watched, nowMs)).toBe(1);
  expect(errors).toMatchObject([{ alarm: 'clockIsBehind', clockIsBehind: true }]);
  scene.setClock(nowMs + DAY_MS);
  expect(await ask(scene.staff, 'award.give', input, requestId)).toMatchObject({ ok: true });
  expect(await watchLedger(watched, nowMs + DAY_MS)).toBe(0);
});
