import { randomUUID } from 'node:crypto';
import { schemaOf } from '../../../cloudfunctions/host/openapi/schema';
import { cursorOf } from '../../support/cursor';
import { useDatabase } from '../../support/database';
import { TEST_NOW_MS, testWorld } from '../../support/world';
import { openDesk, registry } from '../matrix/desk';
import { inputs } from '../matrix/inputs';
import { addBranch, setPlace } from '../matrix/place';

/** What the fuzzing found, so that no seed is needed to find it again. */
const database = useDatabase();

it.each<[name: string, input: object]>([
  ['ledger.receipt', { seq: 2 ** 31 }],
  ['ledger.proposeCorrection', { seq: Number.MAX_SAFE_INTEGER, reason: 'wrongItem' }],
  ['ledger.checkpoints', { cursor: '家' }],
  ['ledger.checkpoints', { cursor: cursorOf(['2026-02-30']) }],
  ['ledger.passbook', { cursor: cursorOf([10 ** 20]) }],
  ['ledger.passbook', { cursor: 'x' }],
  ['ledger.passbook', { cursor: cursorOf([{ length: { toString: 'x' } }]) }],
  ['ledger.passbook', { cursor: { length: { valueOf: 1, toString: 1 } } }],
  ['organisation.createProvider', { kind: '药店', name: { length: { toString: 'x' } }, place: '一号楼' }],
])('%s refuses %j as not understood', async (name, input) => {
  const world = testWorld(database);
  const desk = openDesk(world);
  const { units, head, people } = await setPlace(world, desk, await addBranch(world));
  const named = ['ledger.checkpoints', 'organisation.createProvider'].includes(name)
    ? { unitId: units.communityId }
    : {};
  const account = 'seq' in input ? { accountId: head.residentId } : {};
  const answer = await desk.ask(people.communityAdmin.identity, name, { ...named, ...account, ...input }, randomUUID());
  expect(answer).toMatchObject({ ok: false, code: 'INVALID_INPUT' });
});

const isPaged = ({ action }: (typeof registry)[number]) =>
  'cursor' in Object(schemaOf(action.input, 'input').properties);

/** An admin, or who else may ask. */
function roleFor({ allow }: (typeof registry)[number]['action']) {
  const roles = allow.flatMap((rule) => (rule.kind === 'role' ? rule.roles : ['communityAdmin' as const]));
  return roles.includes('communityAdmin') ? 'communityAdmin' : (roles[0] ?? 'communityAdmin');
}

it('takes no cursor that was not given out, whichever list is asked for', async () => {
  const world = testWorld(database);
  const desk = openDesk(world);
  const place = await setPlace(world, desk, await addBranch(world));
  const lists = registry.filter(isPaged);
  expect(lists.map(({ action }) => action.name)).toContain('ledger.passbook');
  for (const { action } of lists)
    for (const cursor of ['x', '家', cursorOf([]), cursorOf([true, randomUUID()])]) {
      const { name } = action;
      const who = place.people[roleFor(action)];
      const input = inputs[name]?.(place, { nowMs: TEST_NOW_MS, keyOf: () => Buffer.alloc(32) });
      const answer = await desk.ask(who.identity, name, { ...input, cursor });
      expect([name, cursor, answer]).toMatchObject([name, cursor, { ok: false, code: 'INVALID_INPUT' }]);
    }
});
