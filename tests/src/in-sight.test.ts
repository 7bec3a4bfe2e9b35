/** @jest-environment jsdom */
import { useInSight } from '../../src/components/alert/in-sight';
import { renderHook } from './hook';

const mockWindow = { noticeTop: 0, scrollTop: 0 };
const mockScrolled: unknown[] = [];
jest.mock('@tarojs/taro', () => {
  const query = {
    select: () => query,
    selectViewport: () => query,
    boundingClientRect: () => query,
    scrollOffset: () => query,
    exec: (tell: (answers: unknown[]) => void) =>
      tell([{ top: mockWindow.noticeTop }, { scrollTop: mockWindow.scrollTop }]),
  };
  return {
    __esModule: true,
    default: {
      getWindowInfo: () => ({ windowHeight: 800 }),
      nextTick: (run: () => void) => run(),
      createSelectorQuery: () => query,
      pageScrollTo: (how: unknown) => mockScrolled.push(how),
    },
  };
});

const page = renderHook(({ answers = true, words = '没能办成' }: { answers?: boolean; words?: string }) =>
  useInSight(answers, words),
);
const shownAt = async (noticeTop: number, scrollTop: number) => {
  Object.assign(mockWindow, { noticeTop, scrollTop });
  mockScrolled.length = 0;
  await page.show({});
  return mockScrolled;
};

it('an answer above the screen is brought below the head of the page', async () => {
  expect(await shownAt(-900, 1_500)).toEqual([{ scrollTop: 480, duration: 240 }]);
});

it('an answer that the foot of the page covers is brought up', async () => {
  expect(await shownAt(750, 100)).toEqual([{ scrollTop: 730, duration: 240 }]);
});

it('the top of the page is as far as it goes', async () => {
  expect(await shownAt(-40, 60)).toEqual([{ scrollTop: 0, duration: 240 }]);
});

it('what is in sight stays put', async () => {
  expect(await shownAt(300, 1_500)).toEqual([]);
});
