/** @jest-environment jsdom */
import { leaveBegun, stay, useBegun, useQuestion } from '../../src/components/leaving/use-begun';
import { act, renderHook } from './hook';

type Transition = { action: 'POP' | 'PUSH' | 'REPLACE'; retry: () => void };
const mockRouter = { blocker: undefined as ((transition: Transition) => void) | undefined };
const mockHide: (() => void)[] = [];
jest.mock('@tarojs/taro', () => ({ useDidShow: () => {}, useDidHide: (hide: () => void) => void mockHide.push(hide) }));
jest.mock('@tarojs/router', () => ({
  history: {
    block: (blocker: (transition: Transition) => void) => {
      mockRouter.blocker = blocker;
      return () => {
        if (mockRouter.blocker === blocker) mockRouter.blocker = undefined;
      };
    },
  },
}));

const page = renderHook(({ words }: { words?: string }) => ({ ...useBegun(words), question: useQuestion() }));
const went: string[] = [];
const move = (action: Transition['action']) =>
  act(async () => {
    const retry = () => void went.push(action);
    if (mockRouter.blocker) mockRouter.blocker({ action, retry });
    else retry();
  });

beforeAll(() => {
  process.env.TARO_ENV = 'h5';
});
beforeEach(() => {
  went.length = 0;
});

it('lets go at once where nothing was begun', async () => {
  await page.show({});
  await move('POP');
  expect(went).toEqual(['POP']);
  expect(page.seen().question).toBeUndefined();
});

it('asks before going back, stays when told to, and goes when told to', async () => {
  await page.show({ words: '还没有签到' });
  await move('POP');
  expect(went).toEqual([]);
  expect(page.seen().question?.words).toBe('还没有签到');
  await act(async () => stay());
  await move('POP');
  await act(async () => page.seen().question?.go());
  expect(went).toEqual(['POP']);
  await act(async () => stay());
});

it('lets who goes on to another page go on', async () => {
  await page.show({ words: '还没有签到' });
  await move('PUSH');
  expect(went).toEqual(['PUSH']);
  expect(page.seen().question).toBeUndefined();
});

it('asks at a button that leads away, and not once it was sent', async () => {
  const home = jest.fn();
  await page.show({ words: '还没有签到' });
  await act(async () => page.seen().leave(home));
  expect(home).not.toHaveBeenCalled();
  await act(async () => page.seen().question?.go());
  expect(home).toHaveBeenCalledTimes(1);
  await act(async () => stay());
  await page.show({});
  await act(async () => page.seen().leave(home));
  expect(home).toHaveBeenCalledTimes(2);
  await move('POP');
  expect(went).toEqual(['POP']);
});

it('asks on a way within the page, too, and not on the ways of another page in front of it', async () => {
  const close = () => act(async () => leaveBegun(() => void went.push('closed')));
  await page.show({ words: '填好的还没有交' });
  await close();
  expect(went).toEqual([]);
  expect(page.seen().question?.words).toBe('填好的还没有交');
  await act(async () => page.seen().question?.go());
  expect(went).toEqual(['closed']);
  await act(async () => stay());
  await page.show({});
  await page.show({ words: '填好的还没有交' });
  await act(async () => mockHide[mockHide.length - 1]?.());
  await close();
  expect(went).toEqual(['closed', 'closed']);
});

it('closes at once where nothing was begun', async () => {
  await page.show({});
  leaveBegun(() => void went.push('closed'));
  expect(went).toEqual(['closed']);
});
