/** @jest-environment jsdom */
import { useLiveCode } from '../../src/activity/live-code/use-live-code';
import { TEST_NOW_MS } from '../support/world';
import { act, renderHook } from './hook';

const mockStorage = new Map<string, unknown>();
const mockDevice = { isFull: false };
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStorage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => {
    if (mockDevice.isFull) throw new Error('setStorageSync:fail exceed max size');
    mockStorage.set(key, value);
  },
  removeStorageSync: (key: string) => mockStorage.delete(key),
}));
const mockAsked: ((result: unknown) => void)[] = [];
jest.mock('../../src/api', () => ({ read: () => new Promise((resolve) => mockAsked.push(resolve)) }));

const page = renderHook(() => useLiveCode('activity'));
const answer = (nth: number, result: unknown) => act(async () => mockAsked[nth]?.(result));
const passTime = (ms: number) => act(async () => void jest.advanceTimersByTime(ms));
const unreachable = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
const key = () => ({
  ok: true,
  data: {
    ...{ activityId: 'activity', shortId: 'aB3_-x00', key: 'A'.repeat(43), qrPrefix: 'http://x/', stepMs: 30_000 },
    ...{ keyVersion: 1, epochMs: 0, opensAtMs: 0, serverNowMs: TEST_NOW_MS, closesAtMs: TEST_NOW_MS + 3_600_000 },
  },
});

beforeEach(() => {
  jest.useFakeTimers({ now: TEST_NOW_MS });
  mockAsked.length = 0;
  mockStorage.clear();
  mockDevice.isFull = false;
});
afterEach(() => jest.useRealTimers());

describe('the page of the live code', () => {
  it('asks again while nobody answers, and keeps the key that it is given', async () => {
    await page.show({});
    await answer(0, unreachable);
    await passTime(20_000);
    expect(mockAsked).toHaveLength(2);
    await answer(1, key());
    expect(page.seen().drawn?.digits).toMatch(/^\d{6}$/);
    expect(mockStorage.has('live-codes')).toBe(true);
  });

  it('asks no more once it is left, also when it is left while it asks', async () => {
    await page.show({});
    await page.leave();
    await answer(0, unreachable);
    await passTime(60_000);
    expect(mockAsked).toHaveLength(1);
  });

  it('keeps no key that comes after it is left', async () => {
    await page.show({});
    await page.leave();
    await answer(0, key());
    expect(mockStorage.size).toBe(0);
  });

  it('goes on by the server’s clock when the device’s is set right while the code is shown', async () => {
    await page.show({});
    await answer(0, key());
    const shown = page.seen().drawn?.digits;
    jest.setSystemTime(TEST_NOW_MS + 8 * 60_000);
    await passTime(250);
    expect(page.seen().drawn?.digits).not.toBe(shown);
    await act(async () => page.seen().putRight(TEST_NOW_MS + 250));
    await passTime(250);
    expect(page.seen().drawn?.digits).toBe(shown);
  });

  it('hears that the key was renewed, asks for it once, and goes on with the one it has until it comes', async () => {
    await page.show({});
    await answer(0, key());
    const shown = page.seen().drawn?.digits;
    await act(async () => page.seen().heard(1));
    expect(mockAsked).toHaveLength(1);
    await act(async () => page.seen().heard(2));
    await act(async () => page.seen().heard(2));
    expect(mockAsked).toHaveLength(2);
    await answer(1, unreachable);
    expect(page.seen().drawn?.digits).toBe(shown);
    await passTime(20_000);
    await answer(2, { ok: true, data: { ...key().data, key: 'B'.repeat(43), keyVersion: 2 } });
    expect(page.seen().drawn?.digits).not.toBe(shown);
    await act(async () => page.seen().heard(2));
    expect(mockAsked).toHaveLength(3);
  });

  it('draws the code also when the storage is full', async () => {
    mockDevice.isFull = true;
    await page.show({});
    await answer(0, key());
    expect(page.seen().drawn?.digits).toMatch(/^\d{6}$/);
  });
});
