import { actions } from '../../cloudfunctions/household/actions';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import {
  type Ask,
  bind,
  CONSENT,
  insertNeighbourhood,
  issuePapers,
  type Neighbourhood,
  newcomer,
  openDoor,
  outcome,
} from './neighbourhood';

const database = useDatabase();
const world = () => testWorld(database);
const ROUNDS = 12;
let ask: Ask;
let place: Neighbourhood;

beforeAll(async () => {
  ask = openDoor(world(), actions);
  place = await insertNeighbourhood(world());
});

/** How often the database had to break off one of two that waited for each other. */
async function deadlocks(): Promise<number> {
  await database.ownerPool.query('select pg_stat_force_next_flush()');
  const { rows } = await database.ownerPool.query<{ deadlocks: string }>(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0]?.deadlocks);
}

/** A household with its card, a code for the second member, and an invite of the head's for them. */
async function papers() {
  const home = await issuePapers(world(), ask, place, { name: '甲某' }, { name: '乙某' });
  const head = await bind(world(), home.memberIds[0] ?? '');
  const { data } = await ask(head.identity, 'invite', { residentId: home.residentId });
  return { ...home, head, invite: data.code };
}

/** Somebody's application to be the second member, on the list of the community. */
async function application(who: ReturnType<typeof newcomer>) {
  const input = { name: '乙某', phone: '14000000001', address: '浏河路', consent: CONSENT };
  return (await ask(who, 'applyToBind', { communityId: place.here.communityId, ...input })).data.applicationId;
}

it('nobody who opens, uses or ends a way to the same resident waits in a ring', async () => {
  const before = await deadlocks();
  for (let round = 0; round < ROUNDS; round++) {
    const { card, code, invite, head, residentId } = await papers();
    const { identity: staff } = place.staff;
    const applicant = newcomer();
    const decision = { kind: 'resident', residentId };
    const applicationId = await application(applicant);
    const outcomes = await Promise.all([
      ask(newcomer(), 'bindByCard', { card: card.number, code, consent: CONSENT }),
      ask(staff, 'issueBindCode', { residentId }),
      ask(newcomer(), 'acceptInvite', { code: invite, consent: CONSENT }),
      ask(head.identity, 'invite', { residentId }),
      ask(staff, 'decideApplication', { applicationId, decision }),
      ask(applicant, 'bindByCard', { card: card.number, code, consent: CONSENT }),
      ask(staff, 'unbindResident', { residentId }),
    ]);
    expect(outcomes.map(outcome)).not.toContain('FAULT');
  }
  expect(await deadlocks()).toBe(before);
});
