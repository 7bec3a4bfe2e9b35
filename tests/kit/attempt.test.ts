import { randomUUID } from 'node:crypto';
import { countAttempt, refuseWhenExhausted } from '../../cloudfunctions/kit/attempt';
import { useDatabase } from '../support/database';
import { whileNobodyWrites } from '../support/waiting';
import { TEST_NOW_MS, testWorld } from '../support/world';
import { type Ask, DIGITS, openShelf } from './shelf';

const CONNECTIONS = 10;
const database = useDatabase({ max: CONNECTIONS });
let nowMs = TEST_NOW_MS;
let ask: Ask;
beforeAll(() => {
  ask = openShelf(testWorld(database, { clock: () => nowMs }));
});
/** A window of ten minutes that no other test has tried in. */
beforeEach(() => {
  nowMs += 3_600_000;
});

const codeOf = (answer: Awaited<ReturnType<Ask>>) => (answer.ok ? 'ok' : answer.code);

describe.each(['open', 'openPosting'])('guessing at %s', (verb) => {
  const tryDigits = async (digits: string, requestId: string = randomUUID()) =>
    codeOf(await ask(verb, { input: { digits }, requestId }));

  it('counts wrong tries although each was refused, and after five lets nobody in till the window ends', async () => {
    for (let i = 0; i < 5; i++) expect(await tryDigits('000')).toBe('CODE_WRONG');
    expect(await tryDigits(DIGITS)).toBe('TOO_MANY');
    const locked = await ask(verb, { input: { digits: DIGITS }, requestId: randomUUID() });
    expect(locked).toMatchObject({ code: 'TOO_MANY', detail: { retryAtMs: nowMs + 600_000 } });
    nowMs += 599_999;
    expect(await tryDigits(DIGITS)).toBe('TOO_MANY');
    nowMs += 1;
    expect(await tryDigits(DIGITS)).toBe('ok');
  });

  it('does not count what was right', async () => {
    for (let i = 0; i < 7; i++) expect(await tryDigits(DIGITS)).toBe('ok');
    for (let i = 0; i < 4; i++) expect(await tryDigits('000')).toBe('CODE_WRONG');
    expect(await tryDigits(DIGITS)).toBe('ok');
  });

  it('counts the same request once, one after the other and all at once', async () => {
    const requestId = randomUUID();
    for (let i = 0; i < 3; i++) expect(await tryDigits('000', requestId)).toBe('CODE_WRONG');
    const atOnce = randomUUID();
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryDigits('111', atOnce)));
    expect(new Set(answers)).toEqual(new Set(['CODE_WRONG']));
    for (let i = 0; i < 3; i++) expect(await tryDigits('000')).toBe('CODE_WRONG');
    expect(await tryDigits('000')).toBe('TOO_MANY');
  });

  it('looks at no more than five of a hundred guesses sent at once', async () => {
    const answers = await whileNobodyWrites(database, 'attempt', CONNECTIONS, () =>
      Array.from({ length: 100 }, (_, i) => tryDigits(String(500 + i))),
    );
    expect(answers.filter((code) => code === 'CODE_WRONG')).toHaveLength(5);
    expect(answers.filter((code) => code === 'TOO_MANY')).toHaveLength(95);
  });
});

it('counts every key and every window by itself', async () => {
  const limit = { key: 'one', max: 2, windowMs: 60_000 };
  const exhausted = (key: string, ms: number) => refuseWhenExhausted(database.db, { ...limit, key }, ms);
  await countAttempt(database.db, limit, 60_000);
  expect(await exhausted('one', 60_000)).toBeNull();
  await countAttempt(database.db, limit, 119_999);
  expect(await exhausted('one', 119_999)).toMatchObject({ code: 'TOO_MANY', detail: { retryAtMs: 120_000 } });
  expect(await exhausted('one', 120_000)).toBeNull();
  expect(await exhausted('two', 119_999)).toBeNull();
});
