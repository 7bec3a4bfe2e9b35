import type { Why } from '../../src/api/actions';
import {
  broughtTo,
  forgetCheckIn,
  hereJustNow,
  justCheckedIn,
  keepBrought,
  keepCheckIn,
} from '../../src/session/checked-in';
import { TEST_NOW_MS } from '../support/world';

const mockStored = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => mockStored.set(key, value),
  removeStorageSync: (key: string) => mockStored.delete(key),
}));

const MINUTE = 60_000;
const minutesAgo = (minutes: number) => TEST_NOW_MS - minutes * MINUTE;
const told = (code: string, detail: object) => hereJustNow({ code, detail } as Why);
const counted = (detail: object) => told('COUNTED_ALREADY', detail);

describe('who checked in a moment ago', () => {
  beforeAll(() => void jest.useFakeTimers({ now: TEST_NOW_MS }));
  afterAll(() => void jest.useRealTimers());
  beforeEach(() => mockStored.clear());

  it('may bring the family to that activity for a quarter of an hour, also after the app was closed', () => {
    expect(justCheckedIn()).toBeUndefined();
    keepCheckIn({ activityId: 'tidy', atMs: minutesAgo(14) });
    expect(justCheckedIn()).toBe('tidy');
    keepCheckIn({ activityId: 'tidy', atMs: minutesAgo(16) });
    expect(justCheckedIn()).toBeUndefined();
  });

  it('is not asked again about those who were brought there already', () => {
    expect(broughtTo('tidy')).toEqual([]);
    keepBrought('tidy', ['father']);
    keepBrought('tidy', ['child']);
    expect(broughtTo('tidy')).toEqual(['father', 'child']);
    expect(broughtTo('choir')).toEqual([]);
    expect(broughtTo(undefined)).toEqual([]);
    keepBrought('choir', ['child']);
    expect(broughtTo('choir')).toEqual(['child']);
    jest.setSystemTime(TEST_NOW_MS + 16 * MINUTE);
    expect(broughtTo('choir')).toEqual([]);
    jest.setSystemTime(TEST_NOW_MS);
  });

  it('is forgotten with the person', () => {
    keepCheckIn({ activityId: 'tidy', atMs: TEST_NOW_MS });
    forgetCheckIn();
    expect(justCheckedIn()).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is known by the server’s answer, too, when the code is given again', () => {
    expect(counted({ activityId: 'tidy', sinceMs: minutesAgo(3) })).toBe('tidy');
    expect(counted({ activityId: 'tidy', sinceMs: minutesAgo(16) })).toBeUndefined();
    expect(counted({ sinceMs: minutesAgo(3) })).toBeUndefined();
    expect(told('CODE_EXPIRED', { activityId: 'tidy', sinceMs: 0 })).toBeUndefined();
    expect(told('CAP_REACHED', { activityId: 'tidy' })).toBe('tidy');
    expect(told('CEILING_REACHED', { activityId: 'tidy', leftPoints: 1 })).toBe('tidy');
    expect(hereJustNow(undefined)).toBeUndefined();
  });
});
