import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { findAnswer, requestKey } from '../../cloudfunctions/kit/request-log';
import type { World } from '../../cloudfunctions/kit/world';
import { useDatabase } from '../support/database';
import { seeded } from '../support/seeded';
import { testWorld } from '../support/world';
import { type Ask, openShelf, RESIDENT } from './shelf';

const database = useDatabase();
let world: World;
let ask: Ask;
beforeAll(() => {
  world = testWorld(database);
  ask = openShelf(world);
});

const Box = fc.record({
  label: fc.string({ minLength: 1, maxLength: 20 }).filter((label) => !['full', 'broken', 'odd'].includes(label)),
  size: fc.integer({ min: 1, max: 100_000 }),
  fragile: fc.boolean(),
});
const Input = fc
  .tuple(Box, fc.option(Box, { nil: undefined }))
  .map(([box, near]) => (near ? { ...box, near } : box))
  .filter((input) => !input.label.includes('\u0000'));
const countBoxes = async () =>
  Number((await database.pool.query<{ n: number }>('select count(*) as n from job_lease')).rows[0]?.n);

it('refuses the same request id with another body: 500 mutations, all refused, nothing written', async () => {
  const requestId = randomUUID();
  const first = { label: 'the first', size: 7, fragile: true, near: { label: 'beside', size: 1, fragile: false } };
  expect(await ask('put', { input: first, requestId })).toMatchObject({ ok: true });
  const before = await countBoxes();
  const one = <T extends object>(from: T) =>
    fc
      .constantFrom(...(Object.keys(from) as (keyof T)[]))
      .chain((field) => Input.map((other) => ({ ...from, [field]: other[field as 'label'] })));
  const Mutated = fc.oneof(
    one(first),
    one(first.near).map((near) => ({ ...first, near })),
    Input,
  );
  const isOther = (input: object) => JSON.stringify(input) !== JSON.stringify(first);
  await fc.assert(
    fc.asyncProperty(Mutated.filter(isOther), async (input) => {
      const answer = await ask('put', { input, requestId });
      expect(answer).toMatchObject({ ok: false, code: 'REQUEST_ID_REUSED' });
    }),
    seeded({ numRuns: 500 }),
  );
  expect(await countBoxes()).toBe(before);
});

it('gives 25 calls of the same request, all at once, one answer and one deed: 200 requests', async () => {
  const before = await countBoxes();
  for (let i = 0; i < 200; i++) {
    const body = { input: { label: `at once ${i}`, size: i + 1 }, requestId: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 25 }, () => ask('put', body)));
    expect(answers[0]).toMatchObject({ ok: true });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  }
  expect(await countBoxes()).toBe(before + 200);
});

it('does it once although some of those calling broke off', async () => {
  const body = { input: { label: 'broken', size: 1 }, requestId: randomUUID() };
  const answers = await Promise.all(Array.from({ length: 10 }, () => ask('put', body)));
  expect(new Set(answers.map((answer) => !answer.ok && answer.code))).toEqual(new Set(['FAULT']));
  const key = requestKey(world.keys, body.requestId, 'shelf.put', RESIDENT, body.input);
  expect(await findAnswer(database.db, key)).toBeNull();
});
