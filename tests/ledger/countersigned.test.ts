import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readPublishedCopies } from '../../cloudfunctions/host/ledger-tools/published';
import { findPrincipal } from '../../cloudfunctions/household';
import { openRoom } from '../../cloudfunctions/kit/room';
import { signCheckpoints, verifyLedger } from '../../cloudfunctions/ledger';
import { ledgerRoom } from '../../cloudfunctions/ledger/main';
import {
  bearsOut,
  type Checkpoint,
  type Countersignature,
  countersignerState,
} from '../../cloudfunctions/ledger/rules';
import { publishedLinesIn } from '../../cloudfunctions/platform/local/published-file';
import { addDays } from '../../cloudfunctions/values/dates';
import { countersignText } from '../../cloudfunctions/values/receipt';
import type { Somebody } from '../household/neighbourhood';
import { countersigned, makeKey } from '../reliability/matrix/countersigner';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { TEST_NOW_MS } from '../support/world';
import { FIRST, rewriteHistory, setThreeDays } from './three-days';

/** product.md, part 4: somebody from outside signs finished days a second time, with a key that is not here. */
const DAY_MS = 86_400_000;
let database: TestDatabase;
let committee: ReturnType<typeof makeKey>;
let stage: Awaited<ReturnType<typeof setThreeDays>>;
let admin: Somebody;
let district: Somebody;
let unitId: string;
let ask: (who: Somebody | null, verb: string, input: object) => Promise<{ ok: boolean; code?: string; data?: never }>;

/** Each test has a ledger, people and a key of its own, and stands alone. */
beforeEach(async () => {
  database = await createTestDatabase({});
  committee = makeKey();
  stage = await setThreeDays(database);
  ({ admin, district, unitId } = stage);
  const door = openRoom(ledgerRoom, stage.world, findPrincipal);
  let asked = 0;
  ask = async (who, verb, input) => {
    const requestId = `countersigned-${String(asked++).padStart(10, '0')}`;
    const body = verb === 'countersignatures' ? { input } : { input, requestId };
    return (await door(verb, { body, identity: who?.identity ?? null })) as never;
  };
});
afterEach(() => database.close());

const name = (who: Somebody, publicKey: string) =>
  ask(who, 'nameCountersigner', { unitId, name: '村务监督委员会', publicKey });
const idOf = (told: { data?: unknown }) => (told.data as { countersignerId: string }).countersignerId;
/** The committee’s key, by the word of two. */
const begin = async () => {
  const countersignerId = idOf(await name(admin, committee.publicKey));
  await ask(district, 'confirmCountersigner', { countersignerId });
};
const signing = (day: number, by = committee) =>
  countersigned(stage.checkpoints[day] as Checkpoint, TEST_NOW_MS + (day + 1) * DAY_MS, by.privateKey);
const send = (days: readonly object[], { publicKey } = committee) => ask(null, 'countersign', { publicKey, days });
const verify = (copies: readonly Countersignature[] = []) => {
  const published = { checkpoints: [], heads: [], countersignatures: copies };
  return verifyLedger(database.db, stage.world.keys, { nowMs: stage.world.clock(), published });
};

describe('whose key signs days a second time', () => {
  it('is said by two, of whom no one is enough, and never by the office alone', async () => {
    expect(await name(stage.hood.staff, committee.publicKey)).toMatchObject({ code: 'NOT_ALLOWED' });
    const named = await name(admin, committee.publicKey);
    expect(named.data).toMatchObject({ state: 'waiting' });
    expect(await send([signing(0)])).toMatchObject({ code: 'COUNTERSIGNER_NOT_FOUND' });
    const countersignerId = idOf(named);
    expect(await ask(admin, 'confirmCountersigner', { countersignerId })).toMatchObject({ code: 'COUNTERSIGNER_SAID' });
    const told = await ask(district, 'confirmCountersigner', { countersignerId });
    expect(told.data).toEqual({ countersignerId, state: 'inForce' });
    expect((await ask(admin, 'confirmCountersigner', { countersignerId })).data).toMatchObject({ state: 'inForce' });
    expect(await name(district, committee.publicKey)).toMatchObject({ code: 'KEY_KNOWN' });
  });

  it('ends by two, while one that waits is taken back by one', async () => {
    const [lost, mistaken] = [makeKey(), makeKey()];
    const countersignerId = idOf(await name(district, lost.publicKey));
    await ask(admin, 'confirmCountersigner', { countersignerId });
    expect((await ask(admin, 'endCountersigner', { countersignerId })).data).toMatchObject({ isEnded: false });
    expect(await ask(admin, 'endCountersigner', { countersignerId })).toMatchObject({ code: 'COUNTERSIGNER_SAID' });
    expect((await send([signing(0, lost)], lost)).data).toEqual({ taken: 1 });
    expect((await ask(district, 'endCountersigner', { countersignerId })).data).toMatchObject({ isEnded: true });
    expect(await send([signing(1, lost)], lost)).toMatchObject({ code: 'COUNTERSIGNER_NOT_FOUND' });
    const other = { countersignerId: idOf(await name(admin, mistaken.publicKey)) };
    expect((await ask(district, 'endCountersigner', other)).data).toMatchObject({ isEnded: true });
    expect(await ask(district, 'confirmCountersigner', other)).toMatchObject({ code: 'COUNTERSIGNER_NOT_FOUND' });
  });

  it('is nobody’s after either word alone, whatever the order', () => {
    expect([0, 1, 2].map((begins) => [0, 1, 2].map((ends) => countersignerState({ begins, ends })))).toEqual([
      ['waiting', 'ended', 'ended'],
      ['waiting', 'ended', 'ended'],
      ['inForce', 'ending', 'ended'],
    ]);
  });
});

describe('a countersignature', () => {
  it('is over this text, byte for byte, so that any program can make it', () => {
    expect(countersignText({ unitId: 'u', day: '2026-11-23', hash: 'ab', signedAtMs: 1795406400000 })).toBe(
      '["behaviour-bank countersignature v1","u","2026-11-23","ab",1795406400000]',
    );
  });

  it('is refused of another key, of a day that is not signed, of another hash, and then none of them is taken', async () => {
    await begin();
    const [first, second] = [signing(0), signing(1)];
    const stranger = makeKey();
    expect(await send([signing(0, stranger)], stranger)).toMatchObject({ code: 'COUNTERSIGNER_NOT_FOUND' });
    expect(await send([first, signing(1, stranger)])).toMatchObject({ code: 'COUNTERSIGNATURE_WRONG' });
    expect(await send([{ ...first, signedAtMs: 1 }])).toMatchObject({ code: 'COUNTERSIGNATURE_WRONG' });
    const [unknown, other] = [{ day: '2030-01-01' }, { hash: 'ab'.repeat(32) }].map((more) =>
      countersigned({ ...(stage.checkpoints[0] as Checkpoint), ...more }, 1, committee.privateKey),
    );
    expect(await send([first, unknown as object])).toMatchObject({
      ...{ code: 'DAY_NOT_SIGNED', detail: { day: '2030-01-01' } },
    });
    expect(await send([second, other as object])).toMatchObject({ code: 'DAY_DIFFERS', detail: { day: FIRST } });
    expect((await ask(null, 'countersignatures', { unitId, day: addDays(FIRST, 1) })).data).toMatchObject({
      ...{ countersignatures: [] },
    });
  });

  it('stands once however often it is sent, for everybody to see, and nobody changes it', async () => {
    await begin();
    const told = await Promise.all([0, 1, 2, 3].map(() => send([signing(0), signing(1)])));
    expect(told.map(({ data }) => data).sort()).toEqual(expect.arrayContaining([{ taken: 2 }, { taken: 0 }]));
    const { day, hash } = stage.checkpoints[1] as Checkpoint;
    const shown = await ask(null, 'countersignatures', { unitId, day });
    expect(shown.data).toMatchObject({
      countersignatures: [{ unitId, day, hash, name: '村务监督委员会', publicKey: committee.publicKey }],
      countersigners: [{ name: '村务监督委员会', state: 'inForce', saidByMe: false }],
    });
    expect(await verify()).toMatchObject({ fault: null, countersigned: [{ days: 2, untilDay: day }] });
    await expect(database.db.deleteFrom('countersignature').execute()).rejects.toThrow();
  });
});

describe('whoever has the database and the operator’s key', () => {
  const kept = (): Countersignature => ({ ...signing(1), unitId, publicKey: committee.publicKey });
  const named = { what: 'countersignature', unitId, fault: 'differs' };

  it('is given away by the first day that somebody from outside signed, and by nothing else', async () => {
    await begin();
    await send([signing(0), signing(1)]);
    await rewriteHistory(database, stage.world);
    expect((await verify()).fault).toEqual({ ...named, unitId, day: FIRST });
    expect(await send([signing(2)])).toMatchObject({ code: 'DAY_DIFFERS' });
    await database.ownerPool.query(
      'alter table countersignature disable trigger all; delete from countersignature; alter table countersignature enable trigger all',
    );
    expect((await verify()).fault).toBeNull();
  });

  it('is given away also by the file of the one who signed, where the tables hold no signature any more', async () => {
    await begin();
    await rewriteHistory(database, stage.world);
    expect((await verify([kept()])).fault).toEqual({ ...named, unitId, day: kept().day });
    const forged = { ...kept(), signature: 'ab'.repeat(64) };
    expect(await verify([forged])).toMatchObject({ fault: null, countersigned: [] });
  });

  it('is given away by our own file, where the tables hold no signature any more: taken out, or rewritten behind it', async () => {
    await begin();
    await send([signing(0), signing(1)]);
    const folder = mkdtempSync(path.join(tmpdir(), 'published-'));
    const world = { ...stage.world, published: publishedLinesIn(folder) };
    const days = async () => (await readPublishedCopies({}, folder)).countersigned.map(({ day }) => day);
    await signCheckpoints(world, world.clock());
    await signCheckpoints(world, world.clock());
    expect(await days()).toEqual([0, 1].map((day) => stage.checkpoints[day]?.day)); // each once, however often the job comes by
    await send([signing(2)]);
    await stage.addDay();
    await signCheckpoints(world, world.clock()); // heads and signatures stand among each other
    expect(await days()).toHaveLength(3);
    const held = async () => {
      const copies = await readPublishedCopies({}, folder);
      return (await verifyLedger(database.db, world.keys, { nowMs: world.clock(), published: copies })).fault;
    };
    expect(await held()).toBeNull();
    await database.ownerPool.query(
      `alter table countersignature disable trigger all; delete from countersignature where day = '${signing(1).day}'; alter table countersignature enable trigger all`,
    );
    expect(await held()).toEqual({ ...named, unitId, day: signing(1).day, fault: 'missing' });
    await rewriteHistory(database, stage.world);
    await database.ownerPool.query(
      'alter table countersignature disable trigger all; delete from countersignature; alter table countersignature enable trigger all',
    );
    expect(await held()).toMatchObject({ day: FIRST });
  });

  it('cannot put another hash under a signature', async () => {
    await begin();
    await database.ownerPool.query(
      `insert into countersignature select id, $1, $2, now(), $3 from countersigner where public_key = $4`,
      [FIRST, Buffer.alloc(32), Buffer.alloc(64), Buffer.from(committee.publicKey, 'hex')],
    );
    expect((await verify()).fault).toEqual({ ...named, unitId, day: FIRST, fault: 'wrongSignature' });
  });
});

it('bears two signatures of a day only where the day says that it was signed anew, and the same key has signed that', () => {
  const late = { on: '2026-11-30', why: 'restored' as const, by: '值班岗' };
  expect(bearsOut({ hash: 'b', late }, new Set(['a', 'b']))).toBe(true);
  expect(bearsOut({ hash: 'b', late }, new Set(['a']))).toBe(false);
  expect(bearsOut({ hash: 'b', late: null }, new Set(['a', 'b']))).toBe(false);
  expect(bearsOut(undefined, new Set(['a']))).toBe(false);
});
