import { randomUUID } from 'node:crypto';
import { liveCode, stepAt } from '../../cloudfunctions/activity/rules';
import { found } from '../../cloudfunctions/host/founding/found';
import { handOver } from '../../cloudfunctions/host/founding/hand-over';
import { FoundingPlan } from '../../cloudfunctions/host/founding/plan';
import { isRefusal } from '../../cloudfunctions/kit/refusal';
import { linesOf, sumsUntil } from '../../src/ledger/passbook-print/sheets';
import { type Desk, openDesk, type Who } from '../reliability/matrix/desk';
import { useDatabase } from '../support/database';
import { momentMs as at } from '../support/moments';
import { announced, hashOf, partOf } from '../support/upload';
import { testWorld } from '../support/world';
import { FAMILIES_IN_ROSTER, ROSTER, RULES } from './first-week-sheets';

/** What a community does in its first week, from an empty database on, each step on what the one before has left. */
const database = useDatabase();
let nowMs = at('2026-11-30T09:00');
const world = testWorld(database, { clock: () => nowMs });
let desk: Desk;

const phone = (openid: string) => ({ kind: 'wechat', openid }) as const;
const [he, fang, min, lan] = [phone('o-he'), phone('o-fang'), phone('o-min'), phone('o-lan')];
const plan = FoundingPlan.parse({
  city: { name: '江城市', code: '420001' },
  district: { name: '东岸区', code: '420001-01' },
  street: { name: '桥头街道', code: '420001-01-01' },
  community: { name: '河湾社区', code: '420001-01-01-01', setting: 'urban' },
  first: { name: '何主任', phone: '14000000009', address: '河湾路 1 号', householdNumber: 'HW9999' },
});

type Ids = Record<string, string>;
const units: Ids = {};
const items: Ids = {};
interface Person {
  readonly residentId: string;
  readonly name: string;
  readonly householdId: string;
}
const people: Person[] = [];
/** By name, without who founded it: the second admin, a member of staff, a resident, and all the others. */
const neighbours = () => people.filter(({ name }) => name !== plan.first.name);
const here = () => ({ unitId: units.河湾社区 ?? '' });

async function upload(who: Who, file: Buffer) {
  const { missing } = await desk.must<{ missing: number[] }>(who, 'files.beginUpload', announced(file));
  for (const part of missing) {
    const sent = { fileHash: hashOf(file), part, partBase64: partOf(file, part) };
    await desk.must(who, 'files.uploadPart', sent);
  }
  return { ...here(), fileName: '文件.xlsx', fileHash: hashOf(file) };
}
const agreed = { consent: { version: '2026-12', agreed: true } };
/** The office prints a card and tells six digits; they scan the one and type the other on their own phone. */
async function join(who: Who, { residentId, householdId }: Person) {
  const { number } = await desk.must<{ number: string }>(he, 'household.issueCard', { householdId });
  const { code } = await desk.must<{ code: string }>(he, 'household.issueBindCode', { residentId });
  await desk.must(who, 'household.bindByCard', { card: number, code, ...agreed });
}

beforeAll(() => {
  desk = openDesk(world);
});

it('Monday: is founded, and its first person binds and adds the grids', async () => {
  const made = await found(world, plan);
  if (isRefusal(made)) throw new Error(made.code);
  const papers = await handOver(world, made);
  await desk.must(he, 'household.bindByCard', { card: papers.cardNumber, code: papers.code, ...agreed });
  const tree = await desk.must<{ units: { name: string; unitId: string }[] }>(he, 'organisation.tree', {});
  for (const { name, unitId } of tree.units) units[name] = unitId;
  for (const [i, name] of ['一网格', '二网格'].entries()) {
    const grid = { parentId: here().unitId, name, code: `420001-01-01-01-0${i + 1}` };
    units[name] = (await desk.must<{ unitId: string }>(he, 'organisation.createUnit', grid)).unitId;
  }
});

it('Monday: takes in the roster as it is kept, and asks about what is unclear', async () => {
  const file = await upload(he, ROSTER);
  const seen = await desk.must<{ counts: object; unclear: object[]; sheets: object[] }>(he, 'household.previewRoster', {
    ...file,
    limit: 1_000,
  });
  expect(seen.sheets).toMatchObject([
    { name: '填表说明', state: 'withoutHeader' },
    { name: '花名册', state: 'read' },
  ]);
  expect(seen.unclear).toMatchObject([{ name: '王老太', because: 'saysGone', words: '2024年去世' }]);
  const taken = await desk.must<{ counts: object; findings: { name?: string; row: number; kind: string }[] }>(
    he,
    'household.importRoster',
    file,
  );
  const counts = { newHouseholds: FAMILIES_IN_ROSTER, newPeople: 2 * FAMILIES_IN_ROSTER, refusedRows: 3 };
  expect(taken.counts).toMatchObject(counts);
  expect(taken.findings.filter(({ kind }) => kind === 'twoHeads')).toHaveLength(2);
  const again = await desk.must<{ counts: object }>(he, 'household.importRoster', file);
  expect(again.counts).toMatchObject({ newPeople: 0, unchangedPeople: 2 * FAMILIES_IN_ROSTER });
  let cursor: string | null | undefined;
  do {
    const page = { ...here(), limit: 100, ...(cursor && { cursor }) };
    const found = await desk.must<{ people: typeof people; nextCursor: string | null }>(he, 'household.find', page);
    people.push(...found.people);
    cursor = found.nextCursor;
  } while (cursor);
  expect(people).toHaveLength(2 * FAMILIES_IN_ROSTER + 1);
});

it('Tuesday: a second admin, a member of staff and a resident bind by card and code', async () => {
  nowMs = at('2026-12-01T10:00');
  const [first, second, third] = neighbours() as [Person, Person, Person];
  for (const [who, one] of [
    [fang, first],
    [min, second],
    [lan, third],
  ] as const)
    await join(who, one);
  const office = here();
  await desk.must(he, 'organisation.grantRole', { ...office, residentId: first.residentId, role: 'communityAdmin' });
  await desk.must(he, 'organisation.grantRole', { ...office, residentId: second.residentId, role: 'communityStaff' });
});

interface Entry {
  kind: string;
}
interface Line {
  sheet: number;
  cell: string;
  name: string;
  result: string;
  why: string | null;
  rule: string | null;
}

it('Wednesday: one reads a rule sheet in and answers what it asks, another publishes it', async () => {
  nowMs = at('2026-12-02T14:00');
  const notice = {
    number: '江文明办〔2026〕1号',
    title: '积分指导标准',
    issuer: '江城市文明办',
    issuedOn: '2026-03-01',
  };
  const city = { unitId: units.江城市 };
  const { policyDocumentId } = await desk.must<{ policyDocumentId: string }>(he, 'catalogue.addPolicyDocument', {
    ...city,
    ...notice,
  });
  const range = { category: '公益', name: '公益活动', pointsMin: 1, pointsMax: 50, countedPer: '人次' };
  const { guidelineItemId } = await desk.must<{ guidelineItemId: string }>(he, 'catalogue.addGuideline', {
    ...{ ...city, policyDocumentId },
    ...range,
  });
  const file = await upload(min, RULES);
  const { lines } = await desk.must<{ lines: Line[] }>(min, 'catalogue.previewSheet', file);
  expect(lines.map(({ name, why, rule, result }) => [name, why ?? rule ?? result])).toEqual([
    ['打扫公共楼道', 'take'],
    ['参加志愿巡逻', 'take'],
    ['获评文明家庭', 'take'],
    ['调解邻里纠纷', 'range'],
    ['参加居民议事会', 'take'],
    ['楼道堆物', 'rule4BothWays'],
    ['乱扔垃圾', 'rule4NoDeduction'],
  ]);
  const asked = lines.filter(({ result }) => result === 'ask');
  const answers = asked.map(({ sheet, cell }) => ({ sheet, cell, answer: { kind: 'points', points: 8 } }));
  const { drafts } = await desk.must<{ drafts: { itemId: string; name: string }[] }>(min, 'catalogue.importSheet', {
    ...file,
    answers,
  });
  for (const { name, itemId } of drafts) items[name] = itemId;
  const itemIds = drafts.map(({ itemId }) => itemId);
  const legalDuty = { isDuty: false, reason: '自愿参加，法律没有要求' };
  const basis = { policyDocumentId, guidelineItemId, caps: { personDay: 1 }, legalDuty };
  await desk.must(min, 'catalogue.completeDrafts', { ...here(), itemIds, ...basis });
  const publish = (who: Who) =>
    desk.must<{ published: object[]; refused: object[] }>(who, 'catalogue.publishItem', { ...here(), itemIds });
  const alone = await publish(min);
  expect([alone.published, alone.refused.length]).toEqual([[], 5]);
  const done = await publish(fang);
  expect([done.published.length, done.refused]).toEqual([5, []]);
});

it('Thursday: an event over midnight counts for the evening on which it began', async () => {
  nowMs = at('2026-12-03T09:00');
  const patrol = { itemId: items.参加居民议事会, title: '冬夜议事会', place: '居委会二楼' };
  const when = { startsAtMs: at('2026-12-03T22:30'), endsAtMs: at('2026-12-04T00:30') };
  const { activityId, shortId } = await desk.must<Ids>(min, 'activity.create', { ...here(), ...patrol, ...when });
  nowMs = at('2026-12-04T00:10');
  const held = await desk.must<{ key: string }>(min, 'activity.liveCode', { activityId });
  const code = liveCode(Buffer.from(held.key, 'base64url'), shortId ?? '', stepAt(nowMs));
  await desk.must(lan, 'activity.checkIn', { code });
  const { entries } = await desk.must<{ entries: Entry[] }>(lan, 'ledger.passbook', {});
  expect(entries).toMatchObject([{ kind: 'credit', points: 3, deedDate: '2026-12-03', source: 'checkIn' }]);
});

it('Friday: one deed is given to two hundred, in one request that is safe to repeat', async () => {
  nowMs = at('2026-12-04T16:00');
  const holders = neighbours()
    .slice(2, 202)
    .map(({ residentId }) => ({ kind: 'resident', id: residentId }));
  const ask = { itemId: items.打扫公共楼道, holders };
  const requestId = randomUUID();
  const first = await desk.ask(min, 'award.give', ask, requestId);
  // One of them lives with who gives: that one a colleague gives.
  expect(first).toMatchObject({ ok: true, data: { postedCount: 199, postedPoints: 398 } });
  expect(await desk.ask(min, 'award.give', ask, requestId)).toEqual(first);
  expect(await desk.must(lan, 'ledger.balance', {})).toMatchObject({ balance: { lifetime: 5 } });
});

it('Saturday: what a donor gave is handed over the counter in its window, counted by one and watched by another', async () => {
  nowMs = at('2026-12-04T17:00');
  const city = { unitId: units.江城市 };
  const notice = {
    number: '江文明办〔2026〕2号',
    title: '积分超市办法',
    issuer: '江城市文明办',
    issuedOn: '2026-04-01',
  };
  const { policyDocumentId } = await desk.must<Ids>(he, 'catalogue.addPolicyDocument', { ...city, ...notice });
  const kind = { ...city, name: '积分超市', nature: 'goods', policyDocumentId };
  const { kindId } = await desk.must<Ids>(he, 'reward.nameKind', kind);
  const shop = { ...here(), name: '居委会一楼', kind: 'shop', place: '河湾路 1 号' };
  const { providerId } = await desk.must<Ids>(fang, 'organisation.createProvider', shop);
  const { goodsId } = await desk.must<Ids>(fang, 'reward.addGoods', { ...here(), name: '洗手液', measure: '瓶' });
  const slip = { kind: 'donated', goodsId, quantity: 3, source: '街口超市', paper: '捐1' };
  const { slipId } = await desk.must<Ids>(min, 'reward.countGoods', { ...here(), slip });
  expect(await desk.ask(min, 'reward.watchSlip', { slipId, isRight: true })).toMatchObject({ ok: false });
  await desk.must(fang, 'reward.watchSlip', { slipId, isRight: true });
  const windows = [{ days: { every: 'month', nth: 1, weekday: 6 }, from: '08:30', until: '11:30' }];
  const terms = { cost: 4, period: 'month', stockPerPeriod: 50, limitHolder: 1, validDays: 30, windows };
  const basis = { policyDocumentId, fundedBy: '居民捐的', unitCostCents: 0, providerIds: [providerId] };
  const goods = { kind: 'open', kindId, goodsId, title: '洗手液', summary: '一瓶' };
  const { rewardId } = await desk.must<Ids>(fang, 'reward.create', { ...here(), ...goods, ...terms, ...basis });
  const holder = { kind: 'resident', id: neighbours()[2]?.residentId };
  const handOver = () => desk.ask(min, 'reward.handOver', { holder, lines: [{ rewardId, quantity: 1 }] });
  const opens = { fromMs: at('2026-12-05T08:30') };
  expect(await handOver()).toMatchObject({ code: 'WINDOW_CLOSED', detail: opens });
  nowMs = at('2026-12-05T09:00');
  expect(await handOver()).toMatchObject({ ok: true, data: { points: 4, availableLeft: 1 } });
  expect(await handOver()).toMatchObject({ code: 'LIMIT_REACHED' });
});

it('Sunday: two correct what was given to the wrong person, and see whose it is', async () => {
  nowMs = at('2026-12-06T09:00');
  const wrong = neighbours()[9] as Person;
  const proposal = { accountId: wrong.residentId, seq: 1, reason: 'wrongPerson' };
  const { correctionId } = await desk.must<Ids>(min, 'ledger.proposeCorrection', proposal);
  const { corrections } = await desk.must<{ corrections: object[] }>(fang, 'ledger.corrections', here());
  expect(corrections).toMatchObject([
    { correctionId, holder: { name: wrong.name }, proposedByName: neighbours()[1]?.name },
  ]);
  expect(await desk.ask(min, 'ledger.decideCorrection', { correctionId, approve: true })).toMatchObject({ ok: false });
  await desk.must(fang, 'ledger.decideCorrection', { correctionId, approve: true });
});

it('Sunday: a passbook is printed whole, in the order of deeds, and adds up', async () => {
  const { entries } = await desk.must<{ entries: Parameters<typeof linesOf>[0] }>(lan, 'ledger.passbook', {
    limit: 100,
  });
  const lines = linesOf(entries);
  expect(lines.map(({ kind, what, credited }) => [kind, what, credited])).toEqual([
    ['entry', '参加居民议事会（12月4日记的）', 3],
    ['entry', '打扫公共楼道', 2],
    ['entry', '换了洗手液', null],
    ['entry', '洗手液用掉了（分在换的时候算过了）', null],
    ['month', '', 5],
  ]);
  expect(sumsUntil(entries)).toEqual({ credited: 5, drawn: 4, available: 1 });
});
