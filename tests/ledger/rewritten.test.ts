import { randomUUID } from 'node:crypto';
import { watchLedger } from '../../cloudfunctions/jobs/watch-ledger';
import { runOn } from '../../cloudfunctions/kit/statement';
import { inTransaction } from '../../cloudfunctions/kit/transaction';
import type { PublishedLines, World } from '../../cloudfunctions/kit/world';
import {
  append,
  type Holder,
  ledgerAlarms,
  lockAccounts,
  signCheckpoints,
  signLate,
  verifyLedger,
} from '../../cloudfunctions/ledger';
import type { NightHead } from '../../cloudfunctions/ledger/rules';
import { addDays, businessDate } from '../../cloudfunctions/values/dates';
import {
  type Book,
  type BookAccount,
  type BookEntry,
  copyBook,
  overwrite,
  readBook,
} from '../reliability/tampering/book';
import { rewriteFrom } from '../reliability/tampering/rewrite';
import { useDatabase } from '../support/database';
import { insertUnits } from '../support/rows';
import { TEST_NOW_MS, testWorld } from '../support/world';

/** Whoever owns the database, and has no key, rewrites what is old, and takes away the signatures over it. */
const database = useDatabase();
const DAY_MS = 86_400_000;
const FIRST = businessDate(TEST_NOW_MS);
const dayOf = (day: number) => addDays(FIRST, day);
const noonMs = (day: number) => TEST_NOW_MS + day * DAY_MS;
const DAYS = 6;
const FORGED = 2;
const holder: Holder = { kind: 'resident', id: randomUUID() };
let world: World;
let lines: string[] = [];
let unitId: string;
let sound: Book;

/** A file that only grows. */
const kept: PublishedLines = {
  lines: async () => lines,
  add: async (more) => void lines.push(...more),
};
const published = () => ({ checkpoints: [], heads: lines.map((line): NightHead => JSON.parse(line)) });

async function credit(unit: string, to: Holder, atMs: number): Promise<void> {
  await inTransaction(database.db, async (trx) => {
    const accounts = await lockAccounts(runOn(trx), [to], atMs);
    const deed = { accountId: to.id, kind: 'credit' as const, points: 3, title: '清洁家园', unitId: unit };
    const rest = { source: 'give' as const, sourceId: randomUUID(), deedDate: FIRST, postedAtMs: atMs };
    await append(runOn(trx), accounts, [{ ...deed, ...rest, itemId: null, itemVersion: null, correctsSeq: null }]);
  });
}

beforeAll(async () => {
  world = { ...testWorld(database), published: kept };
  unitId = (await insertUnits(database.db)).communityId;
  const neighbours = (await insertUnits(database.db)).communityId;
  for (let day = 0; day < DAYS; day++) {
    await credit(unitId, holder, noonMs(day));
    await credit(neighbours, { kind: 'resident', id: randomUUID() }, noonMs(day));
    await signCheckpoints(world, noonMs(day + 1));
  }
  sound = await readBook(database);
});

/** 500 more in an entry of the third day, its chain and account reckoned anew, and the community's last four checkpoints gone. */
async function forge(further: (book: Book) => void = () => {}): Promise<void> {
  const book = copyBook(sound);
  const account = book.accounts.find(({ accountId }) => accountId === holder.id) as BookAccount;
  (account.entries[FORGED] as BookEntry).points += 500;
  rewriteFrom(account, FORGED);
  const stays = (one: { unitId: string; day: string }) => one.unitId !== unitId || one.day < dayOf(FORGED);
  book.checkpoints = book.checkpoints.filter(stays);
  book.trees = book.trees.filter(stays);
  further(book);
  await overwrite(database, book);
}
const verify = (asked: object = {}) => verifyLedger(database.db, world.keys, { nowMs: noonMs(DAYS), ...asked });
const checkpointsOf = async (unit: string) =>
  (await database.db.selectFrom('checkpoint').select('day').where('unit_id', '=', unit).execute()).length;

beforeEach(async () => {
  lines = sound.heads.map((head) => JSON.stringify(head));
  await overwrite(database, copyBook(sound));
});

it('has nothing to say of what stands as it was signed', async () => {
  expect(await verify({ published: published() })).toMatchObject({ fault: null, late: [], heads: DAYS });
  expect(await ledgerAlarms(world, noonMs(DAYS))).toEqual({
    daysUnsigned: 0,
    signedIsGone: false,
    clockIsBehind: false,
    countersignersSilent: 0,
  });
});

it('names the first day without its checkpoint, and never signs it: not by night, nor by a person’s word', async () => {
  await forge();
  const gone = { what: 'checkpoint', unitId, day: dayOf(FORGED), fault: 'unsigned' };
  expect(await verify()).toMatchObject({ fault: gone });
  expect(await signCheckpoints(world, noonMs(DAYS))).toBe(0);
  expect(await signLate(world, noonMs(DAYS), { why: 'hostDown', by: '值班岗' })).toMatchObject({
    ok: false,
    because: 'removed',
  });
  expect(await signLate(world, noonMs(DAYS), { why: 'restored', by: '值班岗' })).toMatchObject({ ok: false });
  expect(await checkpointsOf(unitId)).toBe(FORGED);
  expect(await verify()).toMatchObject({ fault: gone });
});

it('raises an alarm, once', async () => {
  const errors: unknown[][] = [];
  const watched = { ...world, log: { ...world.log, error: (...line: unknown[]) => void errors.push(line) } };
  await forge();
  expect(await ledgerAlarms(world, noonMs(DAYS))).toMatchObject({ daysUnsigned: 4, signedIsGone: true });
  expect([
    await watchLedger(watched as World, noonMs(DAYS)),
    await watchLedger(watched as World, noonMs(DAYS)),
  ]).toEqual([2, 2]);
  expect(errors).toHaveLength(2);
  await overwrite(database, copyBook(sound));
  expect(await watchLedger(watched as World, noonMs(DAYS))).toBe(0);
});

it('is not deceived where the heads of those nights are gone too: others’ checkpoints stand without one', async () => {
  await forge((book) => {
    book.heads = book.heads.slice(0, FORGED);
  });
  expect(await verify()).toMatchObject({ fault: { unitId, day: dayOf(FORGED), fault: 'unsigned' } });
  expect(await signCheckpoints(world, noonMs(DAYS))).toBe(0);
  expect(await signLate(world, noonMs(DAYS), { why: 'hostDown', by: '值班岗' })).toMatchObject({ because: 'lost' });
});

it('is not deceived on the morning after, when the newest night alone is taken away and could still be signed in time', async () => {
  const book = copyBook(sound);
  const account = book.accounts.find(({ accountId }) => accountId === holder.id) as BookAccount;
  (account.entries[DAYS - 1] as BookEntry).points += 500;
  rewriteFrom(account, DAYS - 1);
  const from = dayOf(DAYS - 1);
  Object.assign(book, {
    checkpoints: book.checkpoints.filter(({ day }) => day < from),
    trees: book.trees.filter(({ day }) => day < from),
    heads: book.heads.filter(({ day }) => day < from),
  });
  await overwrite(database, book);
  expect(await signCheckpoints(world, noonMs(DAYS))).toBe(0);
  expect(await ledgerAlarms(world, noonMs(DAYS))).toMatchObject({ signedIsGone: true });
  expect(await verify({ published: published() })).toMatchObject({ fault: { day: from } });
});

describe('a host that was down for days', () => {
  /** Three days without a night, the last of them yesterday. */
  async function sleep(): Promise<void> {
    for (const day of [DAYS, DAYS + 1, DAYS + 2]) await credit(unitId, holder, noonMs(day));
  }
  const nowMs = noonMs(DAYS + 3);

  it('signs yesterday of those who lack nothing, and waits with the rest for a person’s word', async () => {
    await sleep();
    expect(await signCheckpoints(world, nowMs)).toBe(0);
    expect(await ledgerAlarms(world, nowMs)).toMatchObject({ daysUnsigned: 2, signedIsGone: false });
    expect(await verify({ nowMs })).toMatchObject({ fault: { day: dayOf(DAYS), fault: 'unsigned' } });
  });

  it('catches up by that word, which stands in what is signed, and is told by verify', async () => {
    await sleep();
    expect(await signLate(world, nowMs, { why: 'hostDown', by: '值班岗' })).toEqual({ ok: true, signed: 3 });
    const late = { on: dayOf(DAYS + 3), why: 'hostDown', by: '值班岗' };
    const walk = await verify({ nowMs, published: published() });
    expect(walk).toMatchObject({ fault: null, heads: DAYS + 2 });
    expect(walk.late).toMatchObject([
      { unitId, day: dayOf(DAYS), late },
      { unitId, day: dayOf(DAYS + 1), late },
      { day: dayOf(DAYS + 1), count: 2, late },
    ]);
    expect(lines).toHaveLength(DAYS + 2);
    expect(await ledgerAlarms(world, nowMs)).toMatchObject({ daysUnsigned: 0, signedIsGone: false });
    expect(await signCheckpoints(world, noonMs(DAYS + 4))).toBe(0);
    expect(await verify({ nowMs: noonMs(DAYS + 4) })).toMatchObject({ fault: null, heads: DAYS + 3 });
  });

  it('needs the word also for nights in which nothing was entered: nobody could tell them from a tail cut off', async () => {
    expect(await signCheckpoints(world, noonMs(DAYS + 5))).toBe(0);
    expect(await verify({ nowMs: noonMs(DAYS + 5) })).toMatchObject({ fault: { what: 'head', fault: 'unsigned' } });
    expect(await signLate(world, noonMs(DAYS + 5), { why: 'hostDown', by: '值班岗' })).toEqual({ ok: true, signed: 0 });
    expect(await verify({ nowMs: noonMs(DAYS + 5), published: published() })).toMatchObject({ fault: null });
  });

  it('signs anew what a restored backup lacks, by that word alone, and verify tells it against what was published', async () => {
    const book = copyBook(sound);
    const before = ({ day }: { day: string }) => day < dayOf(DAYS - 2);
    Object.assign(book, {
      checkpoints: book.checkpoints.filter(before),
      trees: book.trees.filter(before),
      heads: book.heads.filter(before),
    });
    await overwrite(database, book);
    expect(await signLate(world, noonMs(DAYS), { why: 'hostDown', by: '值班岗' })).toMatchObject({ because: 'lost' });
    expect(await signLate(world, noonMs(DAYS), { why: 'restored', by: '值班岗' })).toMatchObject({ ok: true });
    const walk = await verify({ published: published() });
    expect(walk).toMatchObject({ fault: null });
    expect(walk.late.every(({ late }) => late?.why === 'restored')).toBe(true);
    expect(walk.late.length).toBeGreaterThan(2);
    expect(await ledgerAlarms(world, noonMs(DAYS))).toMatchObject({ daysUnsigned: 0, signedIsGone: false });
  });
});

it('names the oldest that differs from a file of published ones, whatever the order of the file', async () => {
  const others = sound.checkpoints
    .filter((one) => one.unitId === unitId)
    .map((one) => ({ ...one, root: 'ab'.repeat(32) }));
  expect(await verify({ published: { heads: [], checkpoints: others.reverse() } })).toMatchObject({
    fault: { what: 'checkpoint', unitId, day: FIRST, fault: 'notAsPublished' },
  });
});
