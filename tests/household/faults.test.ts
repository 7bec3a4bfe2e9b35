import { randomUUID } from 'node:crypto';
import { actions } from '../../cloudfunctions/household/actions';
import { useDatabase } from '../support/database';
import { type Break, type FaultyDatabase, openFaulty } from '../support/faulty';
import { keepFile } from '../support/upload';
import { testWorld } from '../support/world';
import {
  type Ask,
  bind,
  CONSENT,
  insertNeighbourhood,
  type Neighbourhood,
  newcomer,
  openDoor,
  registerHome,
} from './neighbourhood';
import { makeWorkbook } from './workbook';

/** reliability.md, test 9, for the commands of this room: a fault at every statement, and around commit. */
jest.setTimeout(180_000);

const STATEMENTS_MAX = 80;
const WAYS: readonly Break[] = ['beforeSending', 'afterDoing'];
const database = useDatabase();
let faulty: FaultyDatabase;
let ask: Ask;
let place: Neighbourhood;

beforeAll(async () => {
  ask = openDoor(testWorld(database), actions);
  place = await insertNeighbourhood(testWorld(database));
  await database.ownerPool.query("update org_unit set name = '第一网格' where id = $1", [place.here.gridId]);
  faulty = openFaulty(database.url);
});
afterAll(() => faulty.close());

/** Everything that a command of this room can leave behind, as numbers. */
const COUNTED = {
  residents: 'select count(*) from resident',
  households: 'select count(*) from household',
  memberships: 'select count(*) from membership',
  words: 'select count(*) from personal_data',
  keys: 'select count(*) from keyring.personal_key',
  tokens: 'select count(*) from personal_index',
  bound: 'select count(*) from identity where resident_id is not null',
  trail: 'select count(*) from binding_event',
  consents: 'select count(*) from consent where withdrawn_at is null and resident_id is not null',
  cards: 'select count(*) from household_card where revoked_at is null',
  codesUsed: 'select count(*) from bind_code where used_at is not null',
  triesLeft: 'select coalesce(sum(tries_left), 0) from bind_code',
  invitesUsed: 'select count(*) from invite where used_at is not null',
  waiting: "select count(*) from bind_application where state = 'waiting'",
  imports: 'select count(*) from roster_import',
  attempts: 'select coalesce(sum(count), 0) from attempt',
  events: 'select count(*) from outbox',
  answers: 'select count(*) from request_log where answer is not null',
  audit: 'select count(*) from audit_log',
};
type Counts = Record<keyof typeof COUNTED, number>;

async function count(): Promise<Counts> {
  const columns = Object.entries(COUNTED).map(([name, query]) => `(${query})::int as "${name}"`);
  const { rows } = await database.ownerPool.query(`select ${columns.join(', ')}`);
  return rows[0];
}
const difference = (after: Counts, before: Counts) =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, value]) => [name, value - before[name as keyof Counts]] as const)
      .filter(([, by]) => by !== 0),
  );

/** A broken connection's transaction ends when the server sees the socket closed; until then its rows stay locked. */
async function serverHasNoticed(): Promise<void> {
  const open = `select from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  while ((await database.ownerPool.query(open)).rowCount) await new Promise(setImmediate);
}

type Command = (ask: Ask) => Promise<unknown>;

/** Breaks the connection at one statement after the other; what is left is nothing or all of it, and a retry is all. */
async function breakEverywhere(how: Break, arrange: () => Promise<Command>, leaves: Partial<Counts>): Promise<void> {
  const throughFaults = openDoor(testWorld(faulty), actions);
  for (let at = 1; at <= STATEMENTS_MAX; at++) {
    const command = await arrange();
    const before = await count();
    faulty.breakAt(at, how);
    await command(throughFaults);
    const hasBroken = faulty.mend();
    await serverHasNoticed();
    const broken = difference(await count(), before);
    await command(ask);
    const done = difference(await count(), before);
    expect(done).toEqual({ answers: 1, audit: 1, ...leaves });
    expect([{}, done]).toContainEqual(broken);
    if (!hasBroken) {
      expect(at).toBeGreaterThan(8);
      return;
    }
  }
  throw new Error('the command never came to its end');
}

async function handOut() {
  const home = await registerHome(testWorld(database), place.here, { name: '持卡' });
  const card = await ask(place.staff.identity, 'issueCard', { householdId: home.householdId });
  const code = await ask(place.staff.identity, 'issueBindCode', { residentId: home.memberIds[0] });
  const who = newcomer();
  await ask(who, 'me');
  return { who, card: card.data.number, code: code.data.code };
}

describe.each(WAYS)('a connection that breaks %s', (how) => {
  it('leaves somebody bound by card or not, never half, and one retry finishes it', () =>
    breakEverywhere(
      how,
      async () => {
        const { who, card, code } = await handOut();
        const requestId = randomUUID();
        return (door) => door(who, 'bindByCard', { card, code, consent: CONSENT }, requestId);
      },
      { bound: 1, trail: 1, consents: 2, codesUsed: 1, events: 1 },
    ));

  it('counts a wrong code once, however often it is sent again', () =>
    breakEverywhere(
      how,
      async () => {
        const { who, card, code } = await handOut();
        const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
        const requestId = randomUUID();
        return (door) => door(who, 'bindByCard', { card, code: wrong, consent: CONSENT }, requestId);
      },
      { triesLeft: -1, attempts: 1 },
    ));

  it('leaves an invite used or not', () =>
    breakEverywhere(
      how,
      async () => {
        const home = await registerHome(testWorld(database), place.here, { name: '户主' }, { name: '受邀' });
        const head = await bind(testWorld(database), home.memberIds[0] ?? '');
        const invite = await ask(head.identity, 'invite', { residentId: home.memberIds[1] });
        const who = newcomer();
        await ask(who, 'me');
        const requestId = randomUUID();
        return (door) => door(who, 'acceptInvite', { code: invite.data.code, consent: CONSENT }, requestId);
      },
      { bound: 1, trail: 1, consents: 2, invitesUsed: 1, events: 1 },
    ));

  it('leaves a resident bound, or unbound by staff with the trail of it', () =>
    breakEverywhere(
      how,
      async () => {
        const home = await registerHome(testWorld(database), place.here, { name: '丢了手机' });
        const [residentId = ''] = home.memberIds;
        await bind(testWorld(database), residentId);
        const requestId = randomUUID();
        return (door) => door(place.gridWorker.identity, 'unbindResident', { residentId }, requestId);
      },
      { bound: -1, trail: 1, events: 1 },
    ));

  it('leaves an application approved, with its household, or waiting', () =>
    breakEverywhere(
      how,
      async () => {
        const said = {
          communityId: place.here.communityId,
          name: '申请人',
          phone: '14000006001',
          address: '申请路1号',
        };
        const applied = await ask(newcomer(), 'applyToBind', { ...said, consent: CONSENT });
        const decision = { kind: 'newHousehold', unitId: place.here.gridId };
        const { applicationId } = applied.data;
        const requestId = randomUUID();
        return (door) => door(place.gridWorker.identity, 'decideApplication', { applicationId, decision }, requestId);
      },
      // the application's own words, key and index go, those of the resident and the household come
      {
        residents: 1,
        households: 1,
        memberships: 1,
        words: 1,
        keys: 1,
        bound: 1,
        trail: 1,
        consents: 2,
        waiting: -1,
        events: 3,
        audit: 2,
      },
    ));

  it('leaves a roster taken in whole or not at all', () => {
    let run = 0;
    return breakEverywhere(
      how,
      async () => {
        const number = `F${how}${++run}`;
        const rows = [`断线甲`, `断线乙`, `断线丙`].map((name, i) => [
          number,
          name,
          i === 0 ? '户主' : '子',
          '第一网格',
        ]);
        const file = makeWorkbook([['户编号', '姓名', '与户主关系', '网格'], ...rows]);
        const fileHash = await keepFile(testWorld(database), place.staff.identityId, file);
        const input = { unitId: place.here.communityId, fileName: '名册.xlsx', fileHash };
        const requestId = randomUUID();
        return (door) => door(place.staff.identity, 'importRoster', input, requestId);
      },
      // of the three, of the household and of the list, whose name may be somebody's
      { residents: 3, households: 1, memberships: 3, words: 5, keys: 5, tokens: 18, imports: 1, events: 1 },
    );
  });

  it('leaves one more household with its head, or none', () => {
    let run = 0;
    return breakEverywhere(
      how,
      async () => {
        const input = { unitId: place.here.gridId, address: `断线路${how}${++run}号`, head: { name: '断线人' } };
        const requestId = randomUUID();
        return (door) => door(place.staff.identity, 'addHousehold', input, requestId);
      },
      { residents: 1, households: 1, memberships: 1, words: 2, keys: 2, tokens: 7, events: 1 },
    );
  });
});
