/** @jest-environment jsdom */
import type { Activity } from '../../src/activity/use-week';
import { heldWords, whenWords } from '../../src/home/workbench/activity-words';
import { useLateSheets } from '../../src/home/workbench/late-sheets';
import { act, renderHook } from './hook';

const mockAsked: { name: string; input: unknown; resolve: (result: unknown) => void }[] = [];
jest.mock('@tarojs/taro', () => ({ useDidShow: () => {}, useDidHide: () => {} }));
jest.mock('../../src/components/tag', () => ({}));
jest.mock('../../src/api', () => ({
  read: (name: string, input: unknown) => new Promise((resolve) => mockAsked.push({ name, input, resolve })),
}));

const at = (text: string) => Date.parse(`${text}+08:00`);
const TODAY = '2026-11-30';
const activity = (title: string, from: string, to: string, more: Partial<Activity> = {}) =>
  ({ title, startsAtMs: at(from), endsAtMs: at(to), isCancelled: false, attendedCount: 0, ...more }) as Activity;

const HELD = [
  activity('太早', '2026-11-23T08:00', '2026-11-23T08:59'),
  activity('还能补', '2026-11-23T08:00', '2026-11-23T09:01'),
  activity('取消了', '2026-11-28T09:00', '2026-11-28T10:00', { isCancelled: true }),
  activity('到半夜', '2026-11-29T22:00', '2026-11-30T00:00'),
  activity('过了半夜', '2026-11-29T22:00', '2026-11-30T02:00'),
];

const page = renderHook(({ today }: { today: string | undefined }) => useLateSheets('here', today));
beforeEach(() => {
  mockAsked.length = 0;
  jest.spyOn(Date, 'now').mockReturnValue(at('2026-11-30T09:00'));
});
afterEach(() => jest.restoreAllMocks());

describe('sheets to type in at the workbench', () => {
  it('are those of the seven days before the server’s today, the latest first; today’s stand above', async () => {
    await page.show({ today: undefined });
    expect(mockAsked).toHaveLength(0);
    await page.show({ today: TODAY });
    expect(mockAsked).toMatchObject([
      { name: 'activity.list', input: { unitId: 'here', fromDate: '2026-11-23', days: 7 } },
    ]);
    await act(async () => mockAsked[0]?.resolve({ ok: true, data: { today: TODAY, activities: HELD } }));
    expect(page.seen().activities?.map(({ title }) => title)).toEqual(['到半夜', '还能补']);
  });

  it('say when it was, and who came', () => {
    const came = activity('清洁日', '2026-11-29T19:30', '2026-11-29T21:00', { attendedCount: 12 });
    expect(heldWords(came, TODAY)).toBe('昨天 19:30，来了 12 人');
    expect(heldWords(activity('清洁日', '2026-11-24T09:00', '2026-11-24T10:00'), TODAY)).toBe(
      '11月24日 9:00，还没有人签到',
    );
  });
});

it('what began yesterday and goes on says so', () => {
  const patrol = activity('夜间巡逻', '2026-11-29T22:00', '2026-11-30T02:00', { attendedCount: 6 });
  expect(whenWords(patrol, at('2026-11-30T00:05'))).toBe('昨天开始的，正在办，到了 6 人');
  expect(whenWords(patrol, at('2026-11-30T09:00'))).toBe('昨天开始的，办完了，来了 6 人');
  expect(whenWords(patrol, at('2026-11-29T23:00'))).toBe('正在办，到了 6 人');
});
