import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { pathOf } from '../../../cloudfunctions/host/api';
import { findPrincipal, rooms } from '../../../cloudfunctions/host/rooms';
import { startSession } from '../../../cloudfunctions/host/sessions';
import { serveParlour } from '../../host/served';
import { useDatabase } from '../../support/database';
import { seeded } from '../../support/seeded';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { FUZZED_INPUTS } from '../figures';
import { boundOf, openDesk, registry } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';
import { bodyTwist } from './bodies';
import { headerTwist, lineTwist } from './heads';
import { bytesOf, type Heard, send, type Twist, type Wire } from './wire';
import { watchWrites } from './writes';

/** reliability.md, test 13, from the wire: whatever bytes come, a plain no or a yes, never a fault, a hang or a trace of a refusal. */
const database = useDatabase();
const world = testWorld(database);
let port: number;
let place: Place;
let key: Buffer;
let tokens: string[];
let written: Awaited<ReturnType<typeof watchWrites>>;

beforeAll(async () => {
  const desk = openDesk(world);
  place = await setPlace(world, desk, await addBranch(world));
  const { communityStaff, communityAdmin, providerClerk } = place.people;
  const ask = { activityId: place.activity.activityId };
  key = Buffer.from(
    (await desk.must<{ key: string }>(communityStaff.identity, 'activity.liveCode', ask)).key,
    'base64url',
  );
  const callers = [place.head, communityStaff, communityAdmin, providerClerk];
  tokens = await Promise.all(callers.map(async ({ identityId }) => (await startSession(world, identityId)).token));
  const env = { RATE_LIMIT_FACTOR: '0' }; // limits have tests of their own
  const host = await serveParlour(database, { world, rooms, findPrincipal, env });
  port = (host.app.server.address() as AddressInfo).port;
  written = await watchWrites(database.ownerPool);
}, 120_000);

/** A request that one of our own pages could send. */
const request = fc.record({ name: fc.constantFrom(...registry.map(({ action }) => action.name)), who: fc.nat(4) });
function honest({ name, who }: { readonly name: string; readonly who: number }): Wire {
  const { action } = boundOf(name);
  const input = inputs[action.name]?.(place, { nowMs: TEST_NOW_MS, keyOf: () => key });
  const body = Buffer.from(JSON.stringify(action.effect === 'read' ? { input } : { input, requestId: randomUUID() }));
  const token = tokens[who];
  return {
    ...{ method: 'POST', path: pathOf(action.name), version: 'HTTP/1.1', body, hangsUp: false },
    headers: [
      ['host', 'bank.test'],
      ['connection', 'close'],
      ['content-type', 'application/json'],
      ['content-length', String(body.length)],
      ...(token ? ([['authorization', `Bearer ${token}`]] as const) : []),
    ],
  };
}

const isRefusal = (body: string): boolean => {
  try {
    const said = JSON.parse(body);
    return said.ok === false && typeof said.code === 'string' && said.code !== 'FAULT' && /^.{36}$/.test(said.traceId);
  } catch {
    return false;
  }
};
/** What Node itself answers to what is no HTTP: a status, and no more than that in words. */
const isPlain = ({ status, body }: Heard) => [400, 408, 413, 417, 431].includes(status) && body.length < 120;

/** What is wrong with the answer to these bytes; null when nothing is. */
async function wrongWith(wire: Wire): Promise<string | null> {
  const heard = await send(port, bytesOf(wire), wire.hangsUp, 5_000);
  const left = (await written()).map(({ what }) => what);
  if (heard.status >= 200 && heard.status < 300) return null;
  if (left.length > 0) return `${heard.status} left ${left}`;
  if (heard.status === 0) return wire.hangsUp || wire.method === 'CONNECT' ? null : 'closed without a word';
  if (heard.status >= 400 && heard.status < 500)
    return isRefusal(heard.body) || isPlain(heard) || wire.method === 'HEAD' ? null : `${heard.status} ${heard.body}`;
  return `${heard.status} ${heard.body}`;
}

it.each<[what: string, twists: fc.Arbitrary<Twist[]>]>([
  ['bodies', fc.array(bodyTwist, { minLength: 1, maxLength: 2 })],
  ['lines and headers', fc.array(fc.oneof(headerTwist, lineTwist), { minLength: 1, maxLength: 2 })],
  ['anything', fc.array(fc.oneof(bodyTwist, headerTwist, lineTwist), { minLength: 2, maxLength: 4 })],
])(
  '%s that nobody should send are answered by a refusal, and nothing is written',
  async (_what, twists) => {
    const isAnswered = fc.asyncProperty(request, twists, async (asked, twisted) => {
      const wire = twisted.reduce((wire, twist) => twist(wire), honest(asked));
      const wrong = await wrongWith(wire);
      if (wrong) throw new Error(`${wrong}\n${JSON.stringify(bytesOf(wire).toString('latin1').slice(0, 2_000))}`);
    });
    await fc.assert(isAnswered, seeded({ numRuns: FUZZED_INPUTS, endOnFailure: true }));
  },
  600_000,
);

it('bytes that are no HTTP are answered or hung up on', async () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  );
  const isAnswered = fc.asyncProperty(bytes, async (sent) => {
    const heard = await send(port, Buffer.from(sent), true, 5_000);
    expect([0, 400]).toContain(heard.status);
  });
  await fc.assert(isAnswered, seeded({ numRuns: FUZZED_INPUTS / 4, endOnFailure: true }));
});

it('still answers an honest request', async () => {
  expect(await send(port, bytesOf(honest({ name: 'household.me', who: 0 })), false, 5_000)).toMatchObject({
    status: 200,
  });
});
