import type { AddressInfo } from 'node:net';
import { createApp } from '../../../cloudfunctions/host/app';
import { findPrincipal, rooms } from '../../../cloudfunctions/host/rooms';
import { readSettings } from '../../../cloudfunctions/host/settings';
import type { World } from '../../../cloudfunctions/kit/world';
import { verifyLedger } from '../../../cloudfunctions/ledger';
import { ROLES } from '../../../cloudfunctions/values/roles';
import { useDatabase } from '../../support/database';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { type Counts, countAll, difference } from '../faults/counts';
import { NETWORK_ROUNDS } from '../figures';
import { boundOf, type Desk, openDesk, type Who } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';
import { openCaller, sessionOf } from './caller';
import { FAULTS, type Fault, Wire } from './wire';

/**
 * reliability.md, test 10: the app's own client and the host, with a wire between them that spoils one to five tries of
 * every write, in every way. What it leaves is compared with a place where nothing was spoiled.
 */
const WRITES = Object.keys(inputs).filter((name) => boundOf(name).action.effect === 'write');
const ROUNDS = Array.from({ length: NETWORK_ROUNDS }, (_, i) => i);
const database = useDatabase();
let world: World;
let desk: Desk;
let wire: Wire;
let closeHost: () => Promise<unknown>;

/** Who may do it, and what one time of it leaves behind. */
interface Plain {
  readonly callerOf: (place: Place) => Who;
  readonly leaves: Counts;
}
const plain = new Map<string, Plain>();

beforeAll(async () => {
  world = testWorld(database, { clock: () => TEST_NOW_MS });
  desk = openDesk(world);
  const settings = readSettings({ PORT: '0', RATE_LIMIT_FACTOR: '0' });
  const app = await createApp({ world, rooms, findPrincipal, settings, isDemo: true, web: null });
  await app.listen({ port: 0, host: '127.0.0.1' });
  closeHost = () => app.close();
  wire = await Wire.to((app.server.address() as AddressInfo).port);
  const { place, around } = await newPlace();
  for (const name of WRITES) plain.set(name, await doPlainly(name, place, around));
});
afterAll(async () => {
  await wire?.close();
  await closeHost?.();
});

async function newPlace() {
  const place = await setPlace(world, desk, await addBranch(world));
  const ask = { activityId: place.activity.activityId };
  const { key } = await desk.must<{ key: string }>(place.people.communityStaff.identity, 'activity.liveCode', ask);
  return { place, around: { nowMs: TEST_NOW_MS, keyOf: () => Buffer.from(key, 'base64url') } };
}
type Around = Awaited<ReturnType<typeof newPlace>>['around'];

const count = () => countAll(database.ownerPool);
const CALLERS: readonly ((place: Place) => Who)[] = [
  () => null,
  ({ withdrawing }) => withdrawing.applicant,
  ({ head }) => head.identity,
  ...ROLES.map(
    (role) =>
      ({ people }: Place) =>
        people[role].identity,
  ),
];

/** Over a wire that is fine, as the first who may. */
async function doPlainly(name: string, place: Place, around: Around): Promise<Plain> {
  const codes: string[] = [];
  for (const callerOf of CALLERS) {
    const caller = openCaller(world, wire, await sessionOf(world, callerOf(place)));
    const before = await count();
    const { answer } = await caller.insist(name, inputs[name]?.(place, around) ?? {});
    if (answer.ok) return { callerOf, leaves: difference(await count(), before) };
    codes.push(answer.code);
  }
  throw new Error(`nobody may ${name}: ${codes}`);
}

/** A place and who is signed in there. What the last deed left is what the next one begins with: it is counted once. */
class Round {
  private readonly sessions = new Map<Plain['callerOf'], string>();
  private last: Counts | undefined;

  constructor(
    private readonly place: Place,
    private readonly around: Around,
  ) {}

  /** What went otherwise than without the fault, or null. */
  async doSpoiled(name: string, fault: Fault, tries: number) {
    const { callerOf, leaves } = plain.get(name) as Plain;
    const caller = openCaller(world, wire, await this.sessionFor(callerOf));
    const input = inputs[name]?.(this.place, this.around) ?? {};
    const [before, spoiledBefore] = [this.last ?? (await count()), wire.spoiled];
    wire.spoil(Array.from({ length: tries }, () => fault));
    const { answer, taps } = await caller.insist(name, input);
    wire.spoil([]);
    await wire.quiet();
    this.last = await count();
    const left = difference(this.last, before);
    const is = { answer: answer.ok ? 'ok' : answer.code, left, pending: caller.pending().length };
    const expected = { answer: 'ok', left: leaves, pending: 0 };
    const spoiled = wire.spoiled - spoiledBefore;
    return JSON.stringify(is) === JSON.stringify(expected) ? null : { name, spoiled, taps, ...is, leaves };
  }

  /** A newcomer is another one each time. Whoever signs in leaves rows too, so it is counted anew. */
  private async sessionFor(callerOf: Plain['callerOf']): Promise<string> {
    const who = callerOf(this.place);
    const session = this.sessions.get(callerOf) ?? (await this.signIn(who));
    if (who) this.sessions.set(callerOf, session);
    return session;
  }

  private signIn(who: Who): Promise<string> {
    this.last = undefined;
    return sessionOf(world, who);
  }
}

it('finds every write of the registry something that one time of it leaves', () => {
  expect(plain.size).toBe(WRITES.length);
  for (const [, { leaves }] of plain) expect(leaves).toMatchObject({ answers: 1, 'rows of request_log': 1 });
});

describe.each(FAULTS)('%s: every write is done exactly once and answered', (fault) => {
  it.each(ROUNDS)('round %d', async (round) => {
    const { place, around } = await newPlace();
    const there = new Round(place, around);
    const wrong: object[] = [];
    for (const name of WRITES) {
      const tries = fault === 'duplicate' ? 1 : 1 + (round % 5);
      const found = await there.doSpoiled(name, fault, tries);
      if (found) wrong.push(found);
    }
    expect(wrong).toEqual([]);
  });
});

it('leaves a ledger whose every chain verifies', async () => {
  expect(await verifyLedger(database.db, world.keys)).toMatchObject({ fault: null });
});
