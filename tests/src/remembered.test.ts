import { ask, forgetAnswers, remembered } from '../../src/api/remembered';
import { forgetAll, sitsHere } from '../../src/device/kept';

const mockStored = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => mockStored.set(key, value),
  removeStorageSync: (key: string) => mockStored.delete(key),
}));

/** Questions on their way to the server. */
const asked: { name: string; input: unknown; resolve: (result: unknown) => void }[] = [];
const read = ((name: string, input: unknown) =>
  new Promise((resolve) => asked.push({ name, input, resolve }))) as unknown as Parameters<typeof ask>[0];

const MINE = '{}';
const balance = (available: number) => ({ ok: true, data: { balance: { available } } });
const refusal = (code: string) => ({ ok: false, code, detail: {}, traceId: '' });
const shown = (question = MINE) => remembered('ledger.balance', question)?.balance.available;

async function hear(result: unknown, question = MINE) {
  const answer = ask(read, 'ledger.balance', question);
  asked[asked.length - 1]?.resolve(result);
  return await answer;
}

beforeEach(() => {
  asked.length = 0;
  forgetAll();
  mockStored.clear();
  jest.useFakeTimers({ now: 0 });
});
afterEach(() => jest.useRealTimers());

describe('what was answered', () => {
  it('is shown to the same question, and to no other', async () => {
    await hear(balance(80));
    expect(shown()).toBe(80);
    expect(shown('{"holderId":"a neighbour"}')).toBeUndefined();
  });

  it('is asked again nonetheless, and replaced', async () => {
    await hear(balance(80));
    await hear(balance(90));
    expect(asked).toHaveLength(2);
    expect(shown()).toBe(90);
  });

  it('is shown for five minutes', async () => {
    await hear(balance(80));
    jest.setSystemTime(5 * 60_000 - 1);
    expect(shown()).toBe(80);
    jest.setSystemTime(5 * 60_000);
    expect(shown()).toBeUndefined();
  });

  it('is not shown on another day, however soon after it was heard', async () => {
    jest.setSystemTime(new Date('2026-11-30T23:59:00+08:00'));
    await hear(balance(80));
    jest.setSystemTime(new Date('2026-11-30T23:59:59+08:00'));
    expect(shown()).toBe(80);
    jest.setSystemTime(new Date('2026-12-01T00:00:00+08:00'));
    expect(shown()).toBeUndefined();
  });

  it('is not shown for longer on a phone whose clock was put back', async () => {
    jest.setSystemTime(60_000);
    await hear(balance(80));
    jest.setSystemTime(0);
    expect(shown()).toBeUndefined();
  });

  it('stays while nobody answers, and goes when it is refused', async () => {
    await hear(balance(80));
    await hear(refusal('UNREACHABLE'));
    await hear(refusal('FAULT'));
    expect(shown()).toBe(80);
    await hear(refusal('NOT_ALLOWED'));
    expect(shown()).toBeUndefined();
  });

  it('is let go, the oldest first, when it is much', async () => {
    for (let i = 0; i <= 30; i += 1) await hear(balance(i), `{"holderId":"${i}"}`);
    expect(shown('{"holderId":"0"}')).toBeUndefined();
    expect(shown('{"holderId":"1"}')).toBe(1);
    expect(shown('{"holderId":"30"}')).toBe(30);
  });
});

describe('the same question of two', () => {
  it('is sent once while it is on its way, and again afterwards', async () => {
    const both = [ask(read, 'ledger.balance', MINE), ask(read, 'ledger.balance', MINE)];
    expect(asked.map(({ input }) => input)).toEqual([{}]);
    asked[0]?.resolve(balance(80));
    expect(await Promise.all(both)).toEqual([balance(80), balance(80)]);
    void ask(read, 'ledger.balance', MINE);
    expect(asked).toHaveLength(2);
  });

  it('is sent for each where people are looked for or a code is asked for', async () => {
    for (const name of ['household.find', 'household.personalCode'] as const) {
      asked.length = 0;
      const both = [ask(read, name, MINE), ask(read, name, MINE)];
      expect(asked).toHaveLength(2);
      for (const { resolve } of asked) resolve({ ok: true, data: {} });
      await Promise.all(both);
      expect(remembered(name, MINE)).toBeUndefined();
    }
  });
});

describe('a write', () => {
  it('lets all go that was known before', async () => {
    await hear(balance(80));
    forgetAnswers();
    expect(shown()).toBeUndefined();
  });

  it('lets nobody have what was asked before it', async () => {
    const before = ask(read, 'ledger.balance', MINE);
    forgetAnswers();
    const after = ask(read, 'ledger.balance', MINE);
    expect(asked).toHaveLength(2);
    asked[1]?.resolve(balance(20));
    expect(await after).toEqual(balance(20));
    asked[0]?.resolve(balance(80));
    await before;
    expect(shown()).toBe(20);
  });
});

describe('another person', () => {
  it('is shown nothing of the one before, nor of what comes late for them', async () => {
    sitsHere('li');
    await hear(balance(80));
    const late = ask(read, 'ledger.balance', MINE);
    sitsHere('wang');
    expect(shown()).toBeUndefined();
    asked[1]?.resolve(balance(80));
    await late;
    expect(shown()).toBeUndefined();
  });

  it('is shown nothing after the one before has signed out', async () => {
    sitsHere('li');
    await hear(balance(80));
    forgetAll();
    expect(shown()).toBeUndefined();
  });
});
