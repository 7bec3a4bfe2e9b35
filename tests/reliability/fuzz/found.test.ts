import { randomUUID } from 'node:crypto';
import { useDatabase } from '../../support/database';
import { testWorld } from '../../support/world';
import { openDesk } from '../matrix/desk';
import { addBranch, setPlace } from '../matrix/place';

/** What the fuzzing found, so that no seed is needed to find it again. */
const database = useDatabase();

it.each<[name: string, input: object]>([
  ['ledger.receipt', { seq: 2 ** 31 }],
  ['ledger.proposeCorrection', { seq: Number.MAX_SAFE_INTEGER, reason: 'wrongItem' }],
  ['ledger.checkpoints', { cursor: '家' }],
  ['ledger.checkpoints', { cursor: '2026-02-30' }],
  ['ledger.passbook', { cursor: '9'.repeat(20) }],
  ['ledger.passbook', { cursor: 'x' }],
])('%s refuses %j as not understood', async (name, input) => {
  const world = testWorld(database);
  const desk = openDesk(world);
  const { units, head, people } = await setPlace(world, desk, await addBranch(world));
  const named = name === 'ledger.checkpoints' ? { unitId: units.communityId } : {};
  const account = 'seq' in input ? { accountId: head.residentId } : {};
  const answer = await desk.ask(people.communityAdmin.identity, name, { ...named, ...account, ...input }, randomUUID());
  expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
});
