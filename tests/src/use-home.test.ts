/** @jest-environment jsdom */
import { useHome } from '../../src/home/home/use-home';
import { renderHook } from './hook';

const START = Date.parse('2026-11-29T22:00+08:00');
const NOW = Date.parse('2026-11-30T00:05+08:00');
const mockPatrol = {
  ...{
    activityId: 'a',
    title: '夜间巡逻',
    place: '三号院',
    points: 5,
    startsAtMs: START,
    endsAtMs: START + 14_400_000,
  },
  ...{ isCancelled: false, iAttended: false, mySignUp: 'none' },
};
const mockZero = { lifetime: 0, available: 0 };
const mockMe = {
  ...{ roles: [], resident: { name: '李桂芳' } },
  household: { communityId: 'here', members: [], gridWorker: null },
};
const mockThanks = [
  ...['刘＊英', '陈＊', '刘＊英', '王＊'].map((name) => ({ name, deed: '清洁家园', deedDate: '2026-11-29' })),
  { name: '周＊', deed: '义务理发', deedDate: '2026-11-29' },
  { name: '周＊', deed: '清洁家园', deedDate: '2026-11-28' },
];
jest.mock('@tarojs/taro', () => ({ useDidShow: () => {}, useDidHide: () => {} }));
jest.mock('../../src/session', () => ({ useMe: () => ({ me: mockMe }) }));
jest.mock('../../src/api', () => ({
  read: async (name: string) => {
    const data = {
      'activity.list': { today: '2026-11-30', activities: [mockPatrol] },
      'award.neighbours': { thanks: mockThanks },
      'ledger.balance': { balance: mockZero, months: [], household: null },
    }[name];
    return data ? { ok: true, data } : { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
  },
}));

const home = renderHook(() => useHome());

it('tells after midnight of what began yesterday and goes on', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  await home.show({});
  const state = home.seen();
  expect(state).toMatchObject({
    kind: 'ready',
    content: {
      next: [{ id: 'a', dayWord: '昨天', day: '29', where: '22:00 · 三号院' }],
      nudge: { activityId: 'a', words: '昨天 22:00 三号院“夜间巡逻”，有空来搭把手，没空也不要紧。' },
    },
  });
});

it('thanks for a deed in one sentence, however many did it', async () => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
  await home.show({});
  const state = home.seen();
  expect(state.kind === 'ready' && state.content.thanks.map(({ words, from }) => `${from} ${words}`)).toEqual([
    '昨天 谢谢刘＊英、陈＊等几位邻居做了“清洁家园”。',
    '昨天 谢谢周＊做了“义务理发”。',
    '11月28日 谢谢周＊做了“清洁家园”。',
  ]);
});
