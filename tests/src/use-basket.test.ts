/** @jest-environment jsdom */
import { useBasket } from '../../src/reward/counter/use-counter';
import type { Reward } from '../../src/reward/reward-words';
import { act, renderHook } from './hook';

const rice = {
  ...{
    rewardId: 'rice',
    title: '大米',
    cost: 10,
    stockLeft: 50,
    limitHolder: 20,
    choices: [],
    goods: { measure: '袋' },
  },
  mine: {
    ...{ holder: { kind: 'resident', id: 'li' }, available: 15, missing: 0, obstacles: [], poolAvailable: 430 },
    pool: [
      { holder: { kind: 'resident', id: 'wang' }, available: 30 },
      { holder: { kind: 'household', id: 'family' }, available: 400 },
    ],
  },
};
const mockSent: object[] = [];
const mockAnswers: Readonly<Record<string, object>> = {
  'ledger.balance': { balance: { available: 15 } },
  'household.get': { members: [{ residentId: 'wang', name: '王建国' }] },
  'reward.list': { rewards: [rice], nextCursor: null },
  'reward.vouchers': { vouchers: [], nextCursor: null },
};
jest.mock('../../src/device/leaving', () => ({ holdBack: () => () => undefined }));
jest.mock('@tarojs/taro', () => ({ useDidShow: () => undefined, useDidHide: () => undefined }));
jest.mock('../../src/api', () => ({
  read: async (name: string) => ({ ok: true, data: mockAnswers[name] }),
  write: async (_name: string, input: object) => {
    mockSent.push(input);
    return { ok: true, data: { handed: [], points: 40, availableLeft: 0 } };
  },
  callerIs: () => true,
  whenOther: () => () => undefined,
}));

type Person = Parameters<typeof useBasket>[0];
const page = renderHook(() => useBasket({ residentId: 'li', householdId: 'family', name: '李萍' } as Person));
const reward = rice as unknown as Reward;

it('offers as much as the points reach for that may be used, and sends whose they are', async () => {
  await page.show({});
  expect(page.seen().most(reward)).toBe(1);
  expect(page.seen().lent.map(({ holder }) => holder.id)).toEqual(['wang', 'family']);
  await act(async () => page.seen().togglePool('wang'));
  expect(page.seen().most(reward)).toBe(20); // 15, 30, and the household's own 400 joins: as many as one may have
  await act(async () => page.seen().set(reward, 4));
  expect(page.seen().missing).toBe(0);
  await act(async () => page.seen().hand());
  expect(mockSent).toEqual([
    { holder: { kind: 'resident', id: 'li' }, pool: ['wang'], lines: [{ rewardId: 'rice', quantity: 4 }] },
  ]);
});

it('says what is missing once nobody lends any more', async () => {
  await page.show({});
  await act(async () => page.seen().togglePool('wang'));
  await act(async () => page.seen().set(reward, 4));
  await act(async () => page.seen().togglePool('wang'));
  expect(page.seen().missing).toBe(25);
});
