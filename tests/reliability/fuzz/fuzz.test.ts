import fc from 'fast-check';
import type { Action } from '../../../cloudfunctions/kit/action';
import { bind, newcomer, type Somebody, settle } from '../../household/neighbourhood';
import { useDatabase } from '../../support/database';
import { seeded } from '../../support/seeded';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { FUZZED_READS, FUZZED_WRITES } from '../figures';
import { type Desk, openDesk, registry, type Who } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';
import { changedTables, makeLook } from '../matrix/untouched';
import { fromSchema } from './from-schema';
import { changes, spoil } from './hostile';

/** Whatever comes in is done or refused: never a fault, never a wait without end, and nothing written on a refusal. */
const database = useDatabase();
const world = testWorld(database, { clock: () => nowMs });
let nowMs = TEST_NOW_MS;
let desk: Desk;
let place: Place;
let key: Buffer;
let ids: string[];
let look: () => Promise<string>;

beforeAll(async () => {
  desk = openDesk(world);
  place = await setPlace(world, desk, await addBranch(world));
  const ask = { activityId: place.activity.activityId };
  const held = await desk.must<{ key: string }>(place.people.communityStaff.identity, 'activity.liveCode', ask);
  key = Buffer.from(held.key, 'base64url');
  ids = [...new Set(JSON.stringify(place).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])];
  look = await makeLook(database.ownerPool);
}, 120_000);

/** Somebody new each time for what binds or unbinds; else the person of the place whom the contract lets in. */
async function whoAsks({ name, allow }: Action): Promise<Who> {
  if (name === 'household.unbind') return (await freshResident()).identity;
  const [role] = allow.flatMap((rule) => (rule.kind === 'role' ? rule.roles : []));
  if (role) return place.people[role === 'gridWorker' ? 'communityStaff' : role].identity;
  return allow.some(({ kind }) => kind === 'signedIn') ? newcomer() : place.head.identity;
}
async function freshResident(): Promise<Somebody> {
  const { memberIds } = await settle(world, place.units, { name: '路人' });
  return bind(world, memberIds[0] as string);
}

const LIMIT_MS = 5_000;
const isAnswer = (value: unknown) => typeof (value as { ok?: unknown } | null)?.ok === 'boolean';

it.each(registry.map(({ action }) => action.name))(
  '%s',
  async (name) => {
    const action = registry.find((bound) => bound.action.name === name)?.action as Action;
    const numRuns = action.effect === 'read' ? FUZZED_READS : FUZZED_WRITES;
    const plausible = () => inputs[name]?.(place, { nowMs, keyOf: () => key });
    const given = fc.oneof(
      { weight: 5, arbitrary: changes.map((done) => () => spoil(plausible(), done)) },
      { weight: 4, arbitrary: fromSchema(action.input, ids).map((input) => () => input) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((input) => () => input) },
    );
    const who = await whoAsks(action);
    await desk.ask(who, 'household.me', {});
    let before = await look();
    await fc.assert(
      fc.asyncProperty(given, async (make) => {
        nowMs += 15_000; // past the limit on wrong codes
        const input = make();
        const startedMs = performance.now();
        const answer = await desk.ask(who, name, input);
        expect(isAnswer(answer)).toBe(true);
        expect(performance.now() - startedMs).toBeLessThan(LIMIT_MS);
        const code = answer.ok ? 'ok' : answer.code;
        if (code === 'INVALID_INPUT' || code === 'NOT_SIGNED_IN') return;
        const after = await look();
        expect([input, code, answer.ok ? [] : changedTables(before, after)]).toEqual([
          input,
          expect.not.stringMatching('FAULT'),
          [],
        ]);
        before = after;
      }),
      seeded({ numRuns, endOnFailure: true }),
    );
  },
  600_000,
);
