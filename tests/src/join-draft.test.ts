import { EMPTY, joinDraftOf } from '../../src/session/join-draft';

const mockStored = new Map<string, unknown>();
jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockStored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => mockStored.set(key, value),
  removeStorageSync: (key: string) => mockStored.delete(key),
}));

const HOUR = 3_600_000;
const draft = { ...EMPTY, name: '郑小梅', address: '浏河路 8 号' };

describe('an application that is not sent yet', () => {
  beforeEach(() => {
    mockStored.clear();
    jest.useFakeTimers({ now: 0 });
  });
  afterEach(() => jest.useRealTimers());

  it('is there when its writer comes back within a day', () => {
    expect(joinDraftOf('writer').read()).toBeUndefined();
    joinDraftOf('writer').keep(draft);
    jest.setSystemTime(23 * HOUR);
    expect(joinDraftOf('writer').read()).toEqual(draft);
  });

  it('does not stay on the device for longer', () => {
    joinDraftOf('writer').keep(draft);
    jest.setSystemTime(24 * HOUR);
    expect(joinDraftOf('writer').read()).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is shown to nobody else, and gone when somebody else comes', () => {
    joinDraftOf('writer').keep(draft);
    expect(joinDraftOf('somebody else').read()).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is gone when it was sent or the person has signed out', () => {
    joinDraftOf('writer').keep(draft);
    joinDraftOf('writer').forget();
    expect(mockStored.size).toBe(0);
  });
});
