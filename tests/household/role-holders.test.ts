import { randomUUID } from 'node:crypto';
import { actions } from '../../cloudfunctions/household/actions';
import { useDatabase } from '../support/database';
import { testWorld } from '../support/world';
import {
  type Ask,
  appoint,
  bind,
  CONSENT,
  employ,
  insertNeighbourhood,
  issuePapers,
  type Neighbourhood,
  newcomer,
  openDoor,
  outcome,
  registerHome,
  type Somebody,
} from './neighbourhood';

const database = useDatabase();
const world = () => testWorld(database);
const HOLDS_ROLE = { code: 'NOT_ALLOWED', detail: { because: 'holdsRole', role: 'communityStaff' } };
let ask: Ask;
let place: Neighbourhood;
let admin: Somebody;

beforeAll(async () => {
  ask = openDoor(world(), actions);
  place = await insertNeighbourhood(world());
  admin = await employ(world(), place.here, 'communityAdmin', place.here.communityId, '管大事');
});

/** A household whose last member works for the community and is bound to nobody. */
async function unboundColleague() {
  const home = await registerHome(world(), place.here, { name: '家里人' }, { name: '待绑定' });
  const residentId = home.memberIds[1] ?? '';
  await appoint(world(), residentId, 'communityStaff', place.here.communityId);
  const { data: card } = await ask(place.gridWorker.identity, 'issueCard', { householdId: home.householdId });
  return { ...home, residentId, card };
}

it('whose role has ended is told no secret again that they were told under it', async () => {
  const worker = await employ(world(), place.here, 'gridWorker', place.here.gridId, '要离任');
  const home = await registerHome(world(), place.here, { name: '邻居' });
  const input = { residentId: home.memberIds[0] };
  const requestId = randomUUID();
  const first = await ask(worker.identity, 'issueBindCode', input, requestId);
  expect((await ask(worker.identity, 'issueBindCode', input, requestId)).data).toEqual(first.data);
  const over = 'update role_grant set revoked_at = now(), revoked_by = resident_id where resident_id = $1';
  await database.ownerPool.query(over, [worker.residentId]);
  expect(outcome(await ask(worker.identity, 'issueBindCode', input, requestId))).toBe('NOT_ALLOWED');
});

describe('whoever binds to a resident with a role has that role', () => {
  it('so a colleague hands out no code for them, and an admin above the role does', async () => {
    const { residentId, card } = await unboundColleague();
    for (const { identity } of [place.gridWorker, place.staff])
      expect(await ask(identity, 'issueBindCode', { residentId })).toMatchObject(HOLDS_ROLE);
    const { data } = await ask(admin.identity, 'issueBindCode', { residentId });
    const bound = await ask(newcomer(), 'bindByCard', { card: card.number, code: data.code, consent: CONSENT });
    expect(bound.data).toMatchObject({ residentId });
  });

  it('so a code of before the role was given binds nobody any more', async () => {
    const home = await issuePapers(world(), ask, place, { name: '刚被任命' });
    await appoint(world(), home.residentId, 'communityStaff', place.here.communityId);
    const input = { card: home.card.number, code: home.code, consent: CONSENT };
    expect(await ask(newcomer(), 'bindByCard', input)).toMatchObject(HOLDS_ROLE);
    expect((await ask(admin.identity, 'get', { householdId: home.householdId })).data.members).toMatchObject([
      { isBound: false },
    ]);
  });

  it('so the head of the household neither invites them, nor is an earlier invite good', async () => {
    const { memberIds, residentId } = await unboundColleague();
    const head = await bind(world(), memberIds[0] ?? '');
    expect(await ask(head.identity, 'invite', { residentId })).toMatchObject(HOLDS_ROLE);

    const home = await registerHome(world(), place.here, { name: '户主' }, { name: '先邀请' });
    const other = await bind(world(), home.memberIds[0] ?? '');
    const { data } = await ask(other.identity, 'invite', { residentId: home.memberIds[1] });
    await appoint(world(), home.memberIds[1] ?? '', 'communityStaff', place.here.communityId);
    expect(await ask(newcomer(), 'acceptInvite', { code: data.code, consent: CONSENT })).toMatchObject(HOLDS_ROLE);
  });

  it('so an application for them is approved from above alone', async () => {
    const { residentId } = await unboundColleague();
    const applied = await ask(newcomer(), 'applyToBind', {
      communityId: place.here.communityId,
      ...{ name: '待绑定', phone: '13800138000', address: '浏河路', consent: CONSENT },
    });
    const input = { applicationId: applied.data.applicationId, decision: { kind: 'resident', residentId } };
    expect(await ask(place.staff.identity, 'decideApplication', input)).toMatchObject(HOLDS_ROLE);
    expect(outcome(await ask(admin.identity, 'decideApplication', input))).toBe('ok');
  });

  it('also when the role begins later', async () => {
    const { residentId } = await unboundColleague();
    const later = "update role_grant set valid_from = '2027-01-01' where resident_id = $1";
    await database.ownerPool.query(later, [residentId]);
    expect(await ask(place.staff.identity, 'issueBindCode', { residentId })).toMatchObject(HOLDS_ROLE);
  });

  it('and a role that has ended stands in nobody’s way', async () => {
    const { residentId } = await unboundColleague();
    const over = "update role_grant set valid_until = '2026-01-02' where resident_id = $1";
    await database.ownerPool.query(over, [residentId]);
    expect(outcome(await ask(place.gridWorker.identity, 'issueBindCode', { residentId }))).toBe('ok');
  });
});
