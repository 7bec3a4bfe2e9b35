import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Action } from '../../../cloudfunctions/kit/action';
import { bind, newcomer, registerHome, type Somebody } from '../../household/neighbourhood';
import { useDatabase } from '../../support/database';
import { seeded } from '../../support/seeded';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { FUZZED_INPUTS } from '../figures';
import { type Desk, openDesk, registry, type Who } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, type Place, setPlace } from '../matrix/place';
import { NOTED_BY_READS } from '../matrix/untouched';
import { fromSchema } from './from-schema';
import { changes, spoil, swapId } from './hostile';
import { watchWrites } from './writes';

/** reliability.md, test 13: whatever comes in is done or refused: never a fault, never a wait without end, and nothing written on a refusal. */
const database = useDatabase();
const world = testWorld(database, { clock: () => nowMs });
let nowMs = TEST_NOW_MS;
let desk: Desk;
let written: Awaited<ReturnType<typeof watchWrites>>;

beforeAll(async () => {
  desk = openDesk(world);
  written = await watchWrites(database.ownerPool);
}, 120_000);

/** Where an action is tried: a place in which nothing has been used up yet, and the key of its activity's code. */
async function freshPlace() {
  const place = await setPlace(world, desk, await addBranch(world));
  const ask = { activityId: place.activity.activityId };
  const held = await desk.must<{ key: string }>(place.people.communityStaff.identity, 'activity.liveCode', ask);
  const ids = [...new Set(JSON.stringify(place).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [])];
  return { place, key: Buffer.from(held.key, 'base64url'), ids };
}

/** A read uses nothing up, so all of them are tried in one place; each write has its own. */
let placeOfReads: ReturnType<typeof freshPlace> | undefined;
function placeFor({ effect }: Action) {
  if (effect !== 'read') return freshPlace();
  placeOfReads ??= freshPlace();
  return placeOfReads;
}

/** Somebody new each time for what binds or unbinds; else the person of the place whom the contract lets in. */
async function whoAsks({ name, allow }: Action, place: Place): Promise<Who> {
  if (name === 'household.unbind' || name === 'household.eraseMyself') return (await freshResident(place)).identity;
  const [role] = allow.flatMap((rule) => (rule.kind === 'role' ? rule.roles : []));
  if (role) return place.people[role === 'gridWorker' ? 'communityStaff' : role].identity;
  return allow.some(({ kind }) => kind === 'signedIn') ? newcomer() : place.head.identity;
}
async function freshResident({ units }: Place): Promise<Somebody> {
  const { memberIds } = await registerHome(world, units, { name: '路人' });
  return bind(world, memberIds[0] as string);
}

const LIMIT_MS = 5_000;
/** Where wrong codes are counted, time passes between them; elsewhere a day is enough for all inputs. */
const COUNTS_WRONG = ['reward.lookUpVoucher', 'reward.redeemVoucher'];

/** A deed that is done writes there in a transaction of its own: which doors a card was shown at stands whatever comes of it. */
const WRITES_BESIDE = ['activity.checkInResident'];

/** One action's inputs on their way, some at once. What refusals left is looked for once in fifty: each look is a question more. */
class Trial {
  readonly atOnce: number;
  private readonly asked = new Map<string, { readonly input: unknown; readonly said: string }>();
  private readonly looksAfter: number;

  constructor(
    private readonly who: Who,
    private readonly action: Action,
  ) {
    const isLookedAtEachTime = WRITES_BESIDE.includes(action.name);
    this.atOnce = isLookedAtEachTime ? 1 : 25; // divides how many there are
    this.looksAfter = isLookedAtEachTime ? 1 : 50;
  }

  /** What is wrong with how these were taken, all at once; null when nothing is. */
  async takeAll(inputs: readonly unknown[]): Promise<string | null> {
    const wrong = await Promise.all(inputs.map((input) => this.take(input)));
    const first = wrong.find((one) => one !== null);
    return first ?? (this.asked.size < this.looksAfter ? null : this.look());
  }

  private async take(input: unknown): Promise<string | null> {
    const { name, effect } = this.action;
    nowMs += COUNTS_WRONG.includes(name) ? 15_000 : 10;
    const startedMs = performance.now();
    const requestId = randomUUID();
    const answer: { readonly ok?: unknown; readonly code?: string } = await desk.ask(this.who, name, input, requestId);
    if (typeof answer.ok !== 'boolean') return `no answer: ${JSON.stringify(input)}`;
    if (performance.now() - startedMs > LIMIT_MS) return `too slow: ${JSON.stringify(input)}`;
    if (answer.code === 'FAULT') return `FAULT: ${JSON.stringify(input)}`;
    // told apart before the database was asked, or a read: what those leave is looked for in the end
    if (answer.code === 'INVALID_INPUT' || effect === 'read') return null;
    this.asked.set(requestId, { input, said: answer.code ?? 'ok' });
    return null;
  }

  /** What was written by anything but a deed that was done; null when nothing was. */
  async look(mayBe: (what: string) => boolean = () => false): Promise<string | null> {
    const left = await written([...this.asked.keys()]);
    const [only] = this.looksAfter === 1 ? this.asked.keys() : [];
    const isDone = (by: string | undefined) => this.asked.get(by ?? '')?.said === 'ok';
    const wrong = left.find(({ what, by }) => !mayBe(what) && !isDone(by ?? only));
    const { said, input } = this.asked.get(wrong?.by ?? '') ?? { said: 'nobody knows what' };
    this.asked.clear();
    return wrong ? `${said} left ${wrong.what}: ${JSON.stringify(input)}` : null;
  }
}

it.each(registry.map(({ action }) => action.name))(
  '%s',
  async (name) => {
    const action = registry.find((bound) => bound.action.name === name)?.action as Action;
    const { place, key, ids } = await placeFor(action);
    const plausible = () => inputs[name]?.(place, { nowMs, keyOf: () => key });
    const swaps = fc.tuple(fc.nat(5), fc.constantFrom(...ids));
    const given = fc.oneof(
      { weight: 5, arbitrary: changes.map((done) => () => spoil(plausible(), done)) },
      {
        weight: 1,
        arbitrary: swaps.map(
          ([at, id]) =>
            () =>
              swapId(plausible(), at, id),
        ),
      },
      { weight: 3, arbitrary: fromSchema(action.input, ids).map((input) => () => input) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).map((input) => () => input) },
    );
    const who = await whoAsks(action, place);
    await desk.ask(who, 'household.me', {});
    await written();
    const trial = new Trial(who, action);
    const some = fc.array(given, { minLength: trial.atOnce, maxLength: trial.atOnce });
    const isTaken = fc.asyncProperty(some, async (makers) => {
      const wrong = await trial.takeAll(makers.map((make) => make()));
      if (wrong) throw new Error(wrong);
    });
    await fc.assert(isTaken, seeded({ numRuns: FUZZED_INPUTS / trial.atOnce, endOnFailure: true }));
    expect(await trial.look((what) => what.endsWith(` of ${NOTED_BY_READS[name]}`))).toBeNull();
  },
  600_000,
);
