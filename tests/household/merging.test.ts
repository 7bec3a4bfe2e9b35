import { family, type Scene, setScene } from '../activity/scene';
import { type AskAny, fieldOf, openDoors } from '../reliability/doors';
import { useDatabase } from '../support/database';
import { insertItem, insertReward } from '../support/rows';
import { bind, employ, registerHome, type Somebody } from './neighbourhood';

/** Two records of one person: a link, and no entry touched. */
const database = useDatabase();
let scene: Scene;
let ask: AskAny;
let colleague: Somebody;

beforeAll(async () => {
  scene = await setScene(database);
  ask = openDoors(scene.world);
  colleague = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '同小事');
});

interface Two {
  readonly survivor: Somebody;
  readonly mergedId: string;
  /** Signs in as the record that goes. */
  readonly other: Somebody;
}
const give = async (residentId: string, points: number) => {
  const by = { units: scene.here, draftedBy: scene.staff.residentId };
  const itemId = await insertItem(database.db, by, { points });
  const told = await ask(scene.staff, 'award.give', { itemId, holders: [{ kind: 'resident', id: residentId }] });
  expect(told).toMatchObject({ ok: true });
};
/** Registered twice, in two households, with points on both. */
async function twice(): Promise<Two> {
  const { head: survivor } = await family(scene, { name: '王秀英', bornOn: '1950-02-03' });
  const { memberIds } = await registerHome(scene.world, scene.here, { name: '王秀瑛', bornOn: '1950-02-03' });
  const other = await bind(scene.world, memberIds[0] ?? '');
  await give(survivor.residentId, 7);
  await give(other.residentId, 5);
  await give(other.residentId, 3);
  return { survivor, mergedId: other.residentId, other };
}
const propose = ({ survivor, mergedId }: Two, by = scene.staff) =>
  ask(by, 'household.proposeMerge', { survivorId: survivor.residentId, mergedId, reason: 'showedPaper' });
const decide = (by: Somebody, mergeId: string, approve = true) =>
  ask(by, 'household.decideMerge', { mergeId, approve });
async function merged(two: Two): Promise<void> {
  expect(await decide(colleague, fieldOf(await propose(two), 'mergeId'))).toMatchObject({ data: { state: 'agreed' } });
}
const proposeParting = ({ mergedId }: Two) =>
  ask(scene.staff, 'household.proposeParting', { mergedId, reason: 'wroteWrong' });
const entries = async ({ survivor, mergedId }: Two) =>
  (
    await database.pool.query(
      'select account_id, seq, points, kind, hash from ledger_entry where account_id = any($1) order by 1, 2',
      [[survivor.residentId, mergedId]],
    )
  ).rows;
const rewardFor = (cost: number) =>
  insertReward(database.db, { units: scene.here, createdBy: scene.staff.residentId }, { cost });
const balanceOf = async (who: Somebody) =>
  (await ask(who, 'ledger.balance', {})).data as never as {
    balance: { lifetime: number; available: number };
    household: { total: { lifetime: number } };
    months: { credited: number }[];
  };

describe('two records of one person', () => {
  it('are one once a second person agrees: points, passbook, household, list and binding', async () => {
    const two = await twice();
    const before = await entries(two);
    await merged(two);
    expect(await entries(two)).toEqual(before);
    const told = await balanceOf(two.survivor);
    expect(told).toMatchObject({ balance: { lifetime: 15, available: 15 }, household: { total: { lifetime: 15 } } });
    expect(told.months.map(({ credited }) => credited)).toEqual([15]);
    const lines: { points: number }[] = [];
    let cursor: string | null = null;
    do {
      const { data } = await ask(two.survivor, 'ledger.passbook', { limit: 1, ...(cursor && { cursor }) });
      const page = data as never as { entries: { points: number }[]; months: object[]; nextCursor: string | null };
      expect(page.months).toMatchObject([{ credited: 15 }]);
      lines.push(...page.entries);
      cursor = page.nextCursor;
    } while (cursor);
    expect(lines.map(({ points }) => points).toSorted()).toEqual([3, 5, 7]);
    expect((await ask(two.other, 'household.me', {})).data).toMatchObject({ resident: null }); // their phone is the other one
    const asked = { unitId: scene.here.communityId, query: '王秀' };
    const { data: list } = await ask(scene.staff, 'ledger.people', { ...asked, sort: { by: 'lifetime' } });
    const rows = (list as never as { people: { residentId: string; points: object }[] }).people;
    const here = rows.filter(({ residentId }) => [two.survivor.residentId, two.mergedId].includes(residentId));
    expect(here).toMatchObject([{ residentId: two.survivor.residentId, points: { lifetime: 15 } }]);
  });

  it('tell the person, and nothing is given to, mended of or moved under the record that has gone', async () => {
    const two = await twice();
    await merged(two);
    const shown = await ask(scene.staff, 'household.person', { residentId: two.mergedId });
    expect(shown.data).toMatchObject({
      residentId: two.survivor.residentId,
      merged: [{ residentId: two.mergedId, name: '王秀瑛', isDrawnOn: false }],
    });
    const gone = { residentId: two.mergedId, reason: 'wroteWrong' };
    const home = { kind: 'newHousehold', unitId: scene.here.gridId, address: '又一处' };
    const people = [{ residentId: two.mergedId, relation: '户主' }];
    for (const [action, input] of [
      ['household.correctPerson', { ...gone, sex: 'male' }],
      ['household.movePeople', { people, to: home, reason: 'cameBack' }],
      ['household.recordDeath', { ...gone, diedOn: '2026-11-02' }],
    ] as const)
      expect(await ask(scene.staff, action, input)).toMatchObject({ code: 'RESIDENT_NOT_FOUND' });
    const { data } = await ask(two.survivor, 'household.history', { residentId: two.survivor.residentId });
    expect(data).toMatchObject({ changes: [{ kind: 'merged', reason: 'showedPaper', byName: '同小事' }] });
    const holders = [{ kind: 'resident', id: two.mergedId }];
    const given = await ask(scene.staff, 'award.give', { itemId: scene.itemId, holders });
    expect(JSON.stringify(given)).toContain('HOLDER_NOT_FOUND');
  });

  it('spend from both accounts, each by its own entries, and every balance is the sum of its entries', async () => {
    const two = await twice();
    const held = await ask(two.other, 'reward.issueVoucher', { rewardId: await rewardFor(2) });
    expect(held).toMatchObject({ ok: true });
    await merged(two);
    const { data } = await ask(two.survivor, 'reward.vouchers', {});
    expect((data as never as { vouchers: object[] }).vouchers).toHaveLength(1);
    const cancelled = await ask(two.survivor, 'reward.cancelVoucher', { voucherId: fieldOf(held, 'voucherId') });
    expect(cancelled).toMatchObject({ data: { pointsBack: 2 } });
    expect(await ask(two.survivor, 'reward.issueVoucher', { rewardId: await rewardFor(11) })).toMatchObject({
      ok: true,
    });
    expect(await balanceOf(two.survivor)).toMatchObject({ balance: { lifetime: 15, available: 4 } });
    const { rows } = await database.pool.query(
      `select a.account_id, a.lifetime = coalesce(sum(e.points) filter (where e.kind = 'credit'), 0) as adds_up,
         a.held = coalesce(sum(case e.kind when 'hold' then e.points when 'release' then -e.points end), 0) as holds
       from account a join ledger_entry e using (account_id) where account_id = any($1) group by a.account_id`,
      [[two.survivor.residentId, two.mergedId]],
    );
    expect(rows).toEqual(rows.map(({ account_id }) => ({ account_id, adds_up: true, holds: true })));
    expect(rows).toHaveLength(2);
    expect(await proposeParting(two)).toMatchObject({ code: 'MERGE_DRAWN_ON' });
  });

  it('need a second person, never the same one, and are refused where they are one already', async () => {
    const two = await twice();
    const mergeId = fieldOf<string>(await propose(two), 'mergeId');
    expect(await propose(two)).toMatchObject({ code: 'MERGE_WAITING' });
    expect(await decide(scene.staff, mergeId)).toMatchObject({ code: 'OWN_MERGE' });
    expect(await decide(scene.gridWorker, mergeId)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await decide(scene.stranger, mergeId)).toMatchObject({ code: 'NOT_ALLOWED' });
    const waiting = await ask(colleague, 'household.merges', { unitId: scene.here.communityId });
    expect(JSON.stringify(waiting.data)).toContain('王秀瑛');
    expect(await decide(colleague, mergeId)).toMatchObject({ data: { state: 'agreed' } });
    expect(await decide(colleague, mergeId)).toMatchObject({ code: 'MERGE_DECIDED' });
    expect(await propose(two)).toMatchObject({ ok: false });
    const third = await twice();
    const chain = { survivorId: third.survivor.residentId, mergedId: two.survivor.residentId, reason: 'toldUs' };
    expect(await ask(scene.staff, 'household.proposeMerge', chain)).toMatchObject({ code: 'MERGED_ALREADY' });
  });

  it('stay two where it is taken back or turned down', async () => {
    for (const by of [scene.staff, colleague]) {
      const two = await twice();
      const mergeId = fieldOf<string>(await propose(two), 'mergeId');
      const state = by === scene.staff ? 'withdrawn' : 'turnedDown';
      expect(await decide(by, mergeId, false)).toMatchObject({ data: { state } });
      expect(await balanceOf(two.survivor)).toMatchObject({ balance: { lifetime: 7 } });
    }
  });

  it('are two again by the same way, where none of the other’s points were spent', async () => {
    const two = await twice();
    await merged(two);
    const mergeId = fieldOf<string>(await proposeParting(two), 'mergeId');
    expect(await decide(scene.staff, mergeId)).toMatchObject({ code: 'OWN_MERGE' });
    expect(await decide(colleague, mergeId)).toMatchObject({ data: { state: 'agreed' } });
    expect(await balanceOf(two.survivor)).toMatchObject({ balance: { lifetime: 7 } });
    const other = await ask(scene.staff, 'ledger.balance', { holderId: two.mergedId });
    expect(other.data).toMatchObject({ holderId: two.mergedId, balance: { lifetime: 8 } });
    const { data } = await ask(scene.staff, 'household.person', { residentId: two.mergedId });
    expect(data).toMatchObject({ name: '王秀瑛', householdId: expect.any(String), isHead: true, merged: [] }); // its household too
  });

  it('are one once, though two people agree at once and points come in meanwhile', async () => {
    const two = await twice();
    const mergeId = fieldOf<string>(await propose(two), 'mergeId');
    const third = await employ(scene.world, scene.here, 'communityStaff', scene.here.communityId, '第三人');
    const late = insertItem(database.db, { units: scene.here, draftedBy: scene.staff.residentId }, { points: 20 });
    const holders = [{ kind: 'resident', id: two.mergedId }];
    const [first, second, given] = await Promise.all([
      decide(colleague, mergeId),
      decide(third, mergeId),
      ask(scene.staff, 'award.give', { itemId: await late, holders }),
    ]);
    expect([first.code ?? 'ok', second.code ?? 'ok'].toSorted()).toEqual(['MERGE_DECIDED', 'ok']);
    const got = JSON.stringify(given).includes('"posted"') ? 20 : 0;
    expect(await balanceOf(two.survivor)).toMatchObject({ balance: { lifetime: 15 + got } });
  });

  it('sign in as before, where the record that stays was bound to nobody', async () => {
    const { memberIds } = await registerHome(scene.world, scene.here, { name: '孙一' }, { name: '孙一一' });
    const [survivorId = '', mergedId = ''] = memberIds;
    const who = await bind(scene.world, mergedId);
    await give(survivorId, 4);
    const two = { survivor: { ...who, residentId: survivorId }, mergedId, other: who };
    await merged(two);
    expect(await balanceOf(who)).toMatchObject({ holderId: survivorId, balance: { lifetime: 4 } });
    const told = await proposeParting(two);
    expect(await decide(colleague, fieldOf(told, 'mergeId'))).toMatchObject({ data: { state: 'agreed' } });
    expect(await balanceOf(who)).toMatchObject({ holderId: mergedId, balance: { lifetime: 0 } });
    const { data } = await ask(scene.staff, 'household.person', { residentId: mergedId });
    expect(data).toMatchObject({ householdId: expect.any(String) });
  });

  it('keep a household its head: the record that stays takes over, and elsewhere one is named first', async () => {
    const { memberIds } = await registerHome(
      scene.world,
      scene.here,
      { name: '赵国庆', bornOn: '1949-10-01' },
      { name: '赵国庆二', bornOn: '1949-10-01' },
    );
    const [mergedId = '', survivorId = ''] = memberIds;
    const asked = { survivorId, mergedId, reason: 'wroteWrong' };
    const told = await ask(scene.staff, 'household.proposeMerge', asked);
    expect(await decide(colleague, fieldOf(told, 'mergeId'))).toMatchObject({ data: { state: 'agreed' } });
    const { rows } = await database.pool.query(
      'select head_id from household h join membership m on m.household_id = h.id where resident_id = $1 and left_on is null',
      [survivorId],
    );
    expect(rows).toEqual([{ head_id: survivorId }]);
    const other = await registerHome(scene.world, scene.here, { name: '赵国清' }, { name: '赵小明' });
    const elsewhere = { survivorId, mergedId: other.memberIds[0], reason: 'wroteWrong' };
    expect(await ask(scene.staff, 'household.proposeMerge', elsewhere)).toMatchObject({ code: 'HEAD_NEEDED' });
  });
});
