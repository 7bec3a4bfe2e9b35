import type { Action } from '../../../cloudfunctions/kit/action';
import type { Answer } from '../../../cloudfunctions/kit/refusal';
import { ROLES, type Role } from '../../../cloudfunctions/values/roles';
import { bind, newcomer, registerHome, type Somebody } from '../../household/neighbourhood';
import { useDatabase } from '../../support/database';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { boundOf, type Desk, openDesk, registry, type Who } from './desk';
import { type Around, inputs } from './inputs';
import { addBranch, type Place, setPlace } from './place';
import { changedTables, makeLook, NOTED_BY_READS } from './untouched';

/** Role × action × place, every cell, from the registry that the host serves. */
const CALLERS = ['nobody', 'newcomer', 'resident', ...ROLES] as const;
type Caller = (typeof CALLERS)[number];
const PLACES = ['own community', 'other community', 'other district', 'other city'] as const;
type Where = (typeof PLACES)[number];

/**
 * Names nothing of a place (a file is its sender's own), or holds a secret that is itself the permission: the code on the screen (and having been
 * counted by it), on a card, in an invite; or a signature, which says whose it is.
 */
const WITHOUT_PLACE = [
  'files.beginUpload',
  'files.uploadPart',
  'activity.checkIn',
  'activity.bringAlong',
  'household.me',
  'household.news',
  'household.seeNews',
  'household.unbind',
  'household.eraseMyself',
  'household.bindByCard',
  'household.acceptInvite',
  'household.applyToBind',
  'ledger.verifyReceipt',
  'ledger.countersign',
];
/** What any community shows to whoever may ask: no personal data in it, names masked. */
const SHOWN_TO_ALL = [
  'organisation.tree',
  'organisation.providers',
  'organisation.societies',
  'catalogue.items',
  'catalogue.policyDocuments',
  'catalogue.guidelines',
  'catalogue.programmes',
  'ledger.checkpoints',
  'ledger.nights',
  'ledger.countersignatures',
  'award.neighbours',
  'activity.list',
  'activity.get',
];
/** Answer for those whom the caller reaches and leave the others out without a word. */
const LEAVES_OUT: Record<string, (data: never) => number> = {
  'household.names': ({ names }: { names: unknown[] }) => names.length,
};
/** Refusals that say no more than "not yours". */
const TURNED_AWAY = /^(NOT_ALLOWED|OTHER_PROVIDER|[A-Z]+_NOT_FOUND)$/;

const database = useDatabase();
let nowMs = TEST_NOW_MS;
let desk: Desk;
let places: Record<Where, Place>;
let look: () => Promise<string>;
let callers: Record<Caller, Somebody | null>;
const keys = new Map<Place, Buffer>();
const around = (): Around => ({ nowMs, keyOf: (place) => keys.get(place) as Buffer });

beforeAll(async () => {
  const world = testWorld(database, { clock: () => nowMs });
  desk = openDesk(world);
  const own = await addBranch(world);
  const branches: Record<Where, typeof own> = {
    'own community': own,
    'other community': await addBranch(world, [own.cityId, own.districtId, own.streetId]),
    'other district': await addBranch(world, [own.cityId]),
    'other city': await addBranch(world),
  };
  places = {} as typeof places;
  for (const where of PLACES) {
    places[where] = await setPlace(world, desk, branches[where]);
    const { people, activity } = places[where];
    const ask = { activityId: activity.activityId };
    const { key } = await desk.must<{ key: string }>(people.communityStaff.identity, 'activity.liveCode', ask);
    keys.set(places[where], Buffer.from(key, 'base64url'));
  }
  const { people, head } = places['own community'];
  callers = { nobody: null, newcomer: null, resident: head, ...people };
  look = await makeLook(database.ownerPool);
}, 120_000);

it('has an input for every action of the registry, and none for an action that is gone', () => {
  expect(Object.keys(inputs).sort()).toEqual(registry.map(({ action }) => action.name).sort());
});

/** What the contract's `allow` says of the caller before any place is looked at. */
function barredBy({ allow }: Action, caller: Caller): 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | null {
  const lets = (rule: (typeof allow)[number]) => {
    if (rule.kind === 'anyone') return true;
    if (caller === 'nobody') return false;
    if (rule.kind === 'signedIn') return true;
    if (rule.kind === 'resident') return caller !== 'newcomer';
    return rule.roles.includes(caller as Role);
  };
  if (allow.some(lets)) return null;
  return caller === 'nobody' ? 'NOT_SIGNED_IN' : 'NOT_ALLOWED';
}

/** Districts reach their communities and cities their districts; everybody else works or lives in one community. */
function isWithinReach(caller: Caller, where: Where): boolean {
  if (caller === 'citySupervisor') return where !== 'other city';
  if (caller === 'districtSupervisor') return where === 'own community' || where === 'other community';
  return where === 'own community';
}

async function whoAsks(name: string, caller: Caller): Promise<Who> {
  if (name === 'household.eraseMyself' && callers[caller]) return fresh(places['own community']); // there is no way back
  if (caller !== 'newcomer') return callers[caller]?.identity ?? null;
  if (name === 'household.withdrawApplication') return places['own community'].withdrawing.applicant;
  const asking = newcomer(); // a binding makes a resident of whoever asked
  await desk.ask(asking, 'household.me', {});
  return asking;
}
async function fresh({ units }: Place): Promise<Who> {
  const world = testWorld(database, { clock: () => nowMs });
  const { memberIds } = await registerHome(world, units, { name: '路人' });
  return (await bind(world, memberIds[0] as string)).identity;
}

interface Cell {
  readonly answer: Answer;
  readonly changed: readonly string[];
}
async function askIn(name: string, caller: Caller, where: Where): Promise<Cell> {
  const who = await whoAsks(name, caller);
  if (/lookUpVoucher|redeemVoucher/.test(name)) nowMs += 61_000; // its five wrong tries a minute are another test's business
  const before = await look();
  const answer = await desk.ask(who, name, inputs[name]?.(places[where], around()));
  const changed = changedTables(before, await look());
  if (answer.ok && name === 'household.unbind') await bindAgain(callers[caller]);
  return { answer, changed };
}

/** Otherwise every later cell would be a newcomer's. */
async function bindAgain(somebody: Somebody | null): Promise<void> {
  const values = [somebody?.residentId, somebody?.identityId];
  const { rowCount } = await database.ownerPool.query('update identity set resident_id = $1 where id = $2', values);
  expect(rowCount).toBe(1);
}
const codeOf = (answer: Answer) => (answer.ok ? 'ok' : answer.code);

/** Why the cell is wrong, or null. */
function faultIn(name: string, caller: Caller, where: Where, { answer, changed }: Cell): string | null {
  const { action } = boundOf(name);
  const code = codeOf(answer);
  if (code === 'FAULT' || code === 'INVALID_INPUT') return code;
  if (!answer.ok && changed.length > 0) return `refused with ${code} and wrote ${changed}`;
  const written = changed.filter((table) => !table.startsWith(`public.${NOTED_BY_READS[name]}:`));
  if (action.effect === 'read' && written.length > 0) return `a read that wrote ${written}`;
  const denial = barredBy(action, caller);
  if (denial) return code === denial ? null : `${code} in place of ${denial}`;
  if (isWithinReach(caller, where) || WITHOUT_PLACE.includes(name) || SHOWN_TO_ALL.includes(name)) return null;
  if (!answer.ok) return TURNED_AWAY.test(code) ? null : `told ${code} about another place`;
  const count = LEAVES_OUT[name];
  return count?.(answer.data as never) === 0 ? null : 'let in';
}

async function walk(where: Where): Promise<{ wrong: string[]; let: Set<string>; cells: number }> {
  const wrong: string[] = [];
  const did = new Set<string>();
  let cells = 0;
  for (const name of Object.keys(inputs)) {
    for (const caller of CALLERS) {
      const cell = await askIn(name, caller, where);
      const fault = faultIn(name, caller, where, cell);
      if (fault) wrong.push(`${caller} × ${name} × ${where}: ${fault}`);
      if (cell.answer.ok) did.add(name);
      cells++;
    }
  }
  return { wrong, let: did, cells };
}

// The own community last: there deeds succeed, and some of them end what the others need.
it.each(PLACES.slice(1))(
  'lets nobody act or look where they have no role, and writes nothing: %s',
  async (where) => {
    const { wrong, cells } = await walk(where);
    expect(wrong).toEqual([]);
    expect(cells).toBe(CALLERS.length * registry.length);
  },
  180_000,
);

it('lets in by the contract at home, and there every action succeeds for somebody', async () => {
  const { wrong, let: did } = await walk('own community');
  expect(wrong).toEqual([]);
  expect(registry.map(({ action }) => action.name).filter((name) => !did.has(name))).toEqual([]);
}, 180_000);

it('sees a write, so that its silence means something', async () => {
  const before = await look();
  const { head } = places['other city'];
  await desk.must(head.identity, 'household.showMyName', { shown: true });
  expect(changedTables(before, await look()).join(' ')).toMatch(/public\.consent:.*public\.resident:/);
});
