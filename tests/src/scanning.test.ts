/** @jest-environment jsdom */
import { useScan } from '../../src/activity/scan/use-scan';
import { act, renderHook } from './hook';

const mockSeen = {
  params: {} as Record<string, string>,
  me: undefined as object | undefined,
  refusal: undefined as object | undefined,
  reloads: 0,
  reloaded: () => {
    mockSeen.reloads += 1;
  },
  scanned: (): Promise<object> => Promise.reject({ errMsg: 'scanCode:fail cancel' }),
  went: [] as unknown[],
};
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: { scanCode: () => mockSeen.scanned() },
  useRouter: () => ({ params: mockSeen.params }),
  useLoad: () => {},
  useDidShow: () => {},
}));
jest.mock('../../src/session', () => ({
  useMe: () => ({ me: mockSeen.me, refusal: mockSeen.refusal, reload: async () => mockSeen.reloaded() }),
}));
jest.mock('../../src/ways', () => ({
  ...jest.requireActual('../../src/ways'),
  replaceBy: (...way: unknown[]) => mockSeen.went.push(way),
}));
jest.mock('../../src/api', () => ({
  write: async () => ({ ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' }),
}));

const page = renderHook(() => useScan());
const NOBODY_ANSWERS = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
const LINK = encodeURIComponent('https://bank.test/p/Ab-_1234');
const ME = { roles: [] };

beforeEach(() => Object.assign(mockSeen, { params: {}, me: ME, refusal: undefined, reloads: 0, went: [] }));

it('says that nobody answers when a link was opened, and asks again', async () => {
  Object.assign(mockSeen, { params: { q: LINK }, me: undefined });
  await page.show({});
  expect(page.seen()).toMatchObject({ waiting: true, refusal: undefined });
  mockSeen.refusal = NOBODY_ANSWERS;
  await page.show({});
  expect(page.seen().refusal).toMatchObject({ code: 'UNREACHABLE' });
  page.seen().again();
  expect(mockSeen.reloads).toBe(1);
  Object.assign(mockSeen, { me: ME, refusal: undefined });
  await page.show({});
  expect(page.seen().waiting).toBe(false);
  expect(mockSeen.went).toEqual([['pages/activity', { short: 'Ab-_1234' }]]);
});

it.each(['%', '%E6%B4', 'https%3A%2F%2Fbank.test%2Fx%2F%', '%00'])('says of q=%s that it is no code', async (q) => {
  mockSeen.params = { q };
  await page.show({});
  expect(page.seen().useless).toBe('unknown');
});

it('opens what a poster’s code says', async () => {
  mockSeen.params = { scene: 'Ab-_1234' };
  await page.show({});
  expect(mockSeen.went).toEqual([['pages/activity', { short: 'Ab-_1234' }]]);
});

describe('WeChat’s scanner', () => {
  it('says nothing when the person closed it', async () => {
    await page.show({});
    await act(async () => page.seen().scanWithWeChat());
    expect(page.seen()).toMatchObject({ scannerRefused: false, useless: undefined });
  });

  it('says that it did not open, until it does', async () => {
    mockSeen.scanned = () => Promise.reject({ errMsg: 'scanCode:fail auth deny' });
    await page.show({});
    await act(async () => page.seen().scanWithWeChat());
    expect(page.seen().scannerRefused).toBe(true);
    mockSeen.scanned = async () => ({ result: '', path: 'pages/activity/index?scene=Ab-_1234' });
    await act(async () => page.seen().scanWithWeChat());
    expect(page.seen().scannerRefused).toBe(false);
    expect(mockSeen.went).toEqual([['pages/activity', { short: 'Ab-_1234' }]]);
  });

  it('says of a code from elsewhere that it is none of ours', async () => {
    mockSeen.scanned = async () => ({ result: 'https://example.org/menu' });
    await page.show({});
    await act(async () => page.seen().scanWithWeChat());
    expect(page.seen().useless).toBe('unknown');
  });
});
