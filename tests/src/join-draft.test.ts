import { EMPTY, forgetJoinDraft, joinDraftOf, keepJoinDraft } from '../../src/session/join-draft';

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
    expect(joinDraftOf('writer')).toBeUndefined();
    keepJoinDraft('writer', draft);
    jest.setSystemTime(23 * HOUR);
    expect(joinDraftOf('writer')).toEqual(draft);
  });

  it('does not stay on the device for longer', () => {
    keepJoinDraft('writer', draft);
    jest.setSystemTime(24 * HOUR);
    expect(joinDraftOf('writer')).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is shown to nobody else, and gone when somebody else comes', () => {
    keepJoinDraft('writer', draft);
    expect(joinDraftOf('somebody else')).toBeUndefined();
    expect(mockStored.size).toBe(0);
  });

  it('is gone when it was sent or the person has signed out', () => {
    keepJoinDraft('writer', draft);
    forgetJoinDraft();
    expect(mockStored.size).toBe(0);
  });
});
