/** @jest-environment jsdom */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { useAppFacts } from '../../src/app-facts';
import { watchPages } from '../../src/app-pages';
import { act, renderHook } from './hook';

jest.mock('../../src/components/page-state', () => ({
  ErrorState: ({ title, onRetry }: { title: string; onRetry: () => void }) =>
    require('react').createElement('button', { onClick: onRetry }, title),
}));
jest.mock('../../src/components/screen', () => ({ Screen: ({ children }: { children: unknown }) => children }));
jest.mock('../../src/components/skeleton', () => ({ Skeleton: () => null }));
jest.mock('../../src/ways', () => ({ startAt: () => {} }));

const Home = () => createElement('p', {}, '首页在这里');
const files = new Map<string, () => Promise<{ default: typeof Home }>>();
const [home, award] = watchPages(
  ['pages/home/index', 'staff/award/index'].map((path) => ({
    path,
    load: (context: string, params: string) =>
      [(files.get(path) as () => Promise<{ default: typeof Home }>)(), context, params] as const,
  })),
);
const opened = (route: typeof home) => route?.load('context', 'params')[0] ?? Promise.reject();
const facts = renderHook(() => useAppFacts());

it('tells which page is on its way, from the tap until it is there', async () => {
  let come: (page: { default: typeof Home }) => void = () => {};
  files.set(
    'pages/home/index',
    () =>
      new Promise((resolve) => {
        come = resolve;
      }),
  );
  await facts.show({});
  let page: Promise<unknown> = Promise.resolve();
  await act(async () => {
    page = opened(home);
  });
  await facts.show({});
  expect(facts.seen().opening).toBe('pages/home/index');
  await act(async () => come({ default: Home }));
  expect(await page).toEqual({ default: Home });
  expect(facts.seen().opening).toBeUndefined();
  expect(home?.load('context', 'params').slice(1)).toEqual(['context', 'params']);
});

it('never shows a page that was overtaken by another way, such as back', async () => {
  let come: (page: { default: typeof Home }) => void = () => {};
  files.set(
    'staff/award/index',
    () =>
      new Promise((resolve) => {
        come = resolve;
      }),
  );
  files.set('pages/home/index', async () => ({ default: Home }));
  const late = jest.fn();
  await act(async () => {
    void opened(award).then(late);
    await opened(home);
  });
  await act(async () => come({ default: Home }));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(late).not.toHaveBeenCalled();
});

it('says of a page whose file does not come that it could not be opened, and opens it by another try', async () => {
  let tries = 0;
  files.set('staff/award/index', async () => {
    tries += 1;
    if (tries === 1) throw new Error('Loading chunk 7 failed.');
    return { default: Home };
  });
  let Page = Home;
  await act(async () => {
    Page = (await opened(award)).default as typeof Home;
  });
  const place = document.createElement('div');
  const root = createRoot(place);
  await act(async () => root.render(createElement(Page)));
  expect(place.textContent).toBe('这一页没能打开');
  await act(async () => place.querySelector('button')?.click());
  expect(place.textContent).toBe('首页在这里');
  await act(async () => root.unmount());
});
