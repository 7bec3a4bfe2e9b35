import { randomUUID } from 'node:crypto';
import { awardRoom } from '../../cloudfunctions/award/main';
import { findPrincipal } from '../../cloudfunctions/household';
import type { Answer } from '../../cloudfunctions/kit/refusal';
import { openRoom } from '../../cloudfunctions/kit/room';
import type { World } from '../../cloudfunctions/kit/world';
import { bind, insertNeighbourhood, type Neighbourhood, registerHome } from '../household/neighbourhood';
import { useDatabase } from '../support/database';
import { insertItem } from '../support/rows';
import { testWorld } from '../support/world';

/** The same as write-once.test.ts, where it matters most: points, which share their transactions with other callers. */
const database = useDatabase();
let world: World;
let hood: Neighbourhood;
let itemId: string;
let give: (input: object, requestId: string) => Promise<Answer>;
const residentIds: string[] = [];

beforeAll(async () => {
  world = testWorld(database);
  hood = await insertNeighbourhood(world);
  const by = { units: hood.here, draftedBy: hood.staff.residentId };
  itemId = await insertItem(database.db, by, { name: '清洁家园', points: 5 });
  for (let i = 0; i < 20; i++) {
    const { memberIds } = await registerHome(world, hood.here, { name: `居民${i}` });
    residentIds.push(memberIds[0] as string);
    await bind(world, memberIds[0] as string);
  }
  const door = openRoom(awardRoom, world, findPrincipal);
  give = (input, requestId) => door('give', { body: { input, requestId }, identity: hood.staff.identity });
});

const inputOf = (i: number) => ({ itemId, holders: [{ kind: 'resident', id: residentIds[i % residentIds.length] }] });
const count = async (text: string) =>
  (await database.pool.query<{ n: number }>(`select count(*) as n from ${text}`)).rows[0]?.n;

it('gives 25 calls of the same request, all at once, one answer and one award: 200 requests', async () => {
  const requests = Array.from({ length: 200 }, (_, i) => ({ input: inputOf(i), requestId: randomUUID() }));
  for (let from = 0; from < requests.length; from += 8) {
    const together = requests.slice(from, from + 8); // several requests meet in one batch, their doubles among them
    const calls = Array.from({ length: 25 }, () => together).flat();
    const answers = await Promise.all(calls.map(({ input, requestId }) => give(input, requestId)));
    for (const [i] of together.entries()) {
      const same = answers.filter((_, at) => at % together.length === i);
      expect(same).toHaveLength(25);
      expect(same[0]).toMatchObject({ ok: true, data: { postedCount: 1, postedPoints: 5 } });
      expect(new Set(same.map((answer) => JSON.stringify(answer))).size).toBe(1);
    }
  }
  expect(await count('award')).toBe(200);
  expect(await count('ledger_entry')).toBe(200);
  expect(await count("audit_log where action = 'award.give' and outcome = 'ok'")).toBe(200);
  const { rows } = await database.pool.query('select sum(lifetime)::int as total, max(seq) as longest from account');
  expect(rows).toEqual([{ total: 1000, longest: 10 }]);
}, 180_000);

it('refuses the id with other holders, another item or another day, also when both come at once', async () => {
  const before = await count('award');
  for (let i = 0; i < 50; i++) {
    const requestId = randomUUID();
    const other = [inputOf(i + 1), { ...inputOf(i), deedDate: '2026-11-20' }, { ...inputOf(i), itemId: randomUUID() }];
    const answers = await Promise.all([inputOf(i), ...other].map((input) => give(input, requestId)));
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code));
    const first = codes.filter((code) => code !== 'REQUEST_ID_REUSED');
    expect(first).toHaveLength(1);
    expect(['ok', 'ITEM_NOT_FOUND']).toContain(first[0]);
  }
  const after = (await count('award')) as number;
  expect(after).toBeLessThanOrEqual((before as number) + 50);
  expect(await count('ledger_entry')).toBe(after);
});
