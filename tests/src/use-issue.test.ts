/** @jest-environment jsdom */
import { useIssue } from '../../src/reward/reward/use-issue';
import { act, renderHook } from './hook';

const mockServer = { stock: 1, asked: 0, pool: [] as object[] };
const home = {
  resident: { residentId: 'li' },
  household: { householdId: 'family', members: [{ residentId: 'li', age: 72, mayActFor: false, agreedToPool: false }] },
};
const caller = { ...home, me: { ...home, wards: [] } };
jest.mock('../../src/device/leaving', () => ({ holdBack: () => () => undefined }));
jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined, useDidHide: () => undefined }));
jest.mock('../../src/ways', () => ({ replaceBy: () => undefined }));
jest.mock('../../src/api', () => ({
  read: async () => {
    mockServer.asked += 1;
    const { stock } = mockServer;
    const mine = {
      holder: { kind: 'resident', id: 'li' },
      pool: mockServer.pool,
      missing: 0,
      obstacles: stock > 0 ? [] : ['OUT_OF_STOCK'],
      poolAvailable: 0,
      voucherId: null,
    };
    return { ok: true, data: { holderKind: 'resident', stockLeft: stock, mine } };
  },
  write: async () => ({ ok: false, code: 'OUT_OF_STOCK', detail: {}, traceId: '' }),
}));

const page = renderHook(() => useIssue('health-check', caller as never));

it('shows how things stand now, when the last one went to somebody else a moment ago', async () => {
  await page.show({});
  expect(page.seen().standing?.mine.obstacles).toEqual([]);
  mockServer.stock = 0;
  await act(async () => page.seen().issue());
  expect(page.seen().refusal?.code).toBe('OUT_OF_STOCK');
  expect(page.seen().standing).toMatchObject({ stockLeft: 0, mine: { obstacles: ['OUT_OF_STOCK'] } });
});

it('offers the points of who agreed and, last, the household’s own, each as the server has them', async () => {
  mockServer.pool = [
    { holder: { kind: 'resident', id: 'wang' }, available: 30 },
    { holder: { kind: 'household', id: 'family' }, available: 400 },
  ];
  await page.show({});
  expect(page.seen().lenders).toMatchObject([
    { id: 'wang', name: '去世的家人留下的' },
    { id: 'family', name: '全家共有的积分' },
  ]);
});

const ward = { residentId: 'xiaoyu', name: '小雨', age: 10, mayActFor: true };
const guardian = { resident: { residentId: 'baba' }, household: null };
const away = renderHook(() => useIssue('health-check', { ...guardian, me: { ...guardian, wards: [ward] } } as never));
it('asks for the ward of a guardian who lives in no household of ours, and for nobody else', async () => {
  await away.show({});
  expect(away.seen()).toMatchObject({ holderId: 'xiaoyu', candidates: [{ residentId: 'xiaoyu' }], lenders: [] });
});
