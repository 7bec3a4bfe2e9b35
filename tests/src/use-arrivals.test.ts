/** @jest-environment jsdom */
import { useArrivals } from '../../src/activity/live-code/use-arrivals';
import { act, renderHook } from './hook';

const mockAsked: { input: Record<string, unknown>; resolve: (result: unknown) => void }[] = [];
jest.mock('../../src/api', () => ({
  read: (_name: string, input: Record<string, unknown>) => new Promise((resolve) => mockAsked.push({ input, resolve })),
}));

const EVERY_MS = 4_000;
const told = (ids: string, nextCursor: string | null = null, serverNowMs = 1_000) => ({
  ok: true,
  data: {
    ...{ attendedCount: 9, signedUpCount: 0, waitingCount: 0, nextCursor, serverNowMs },
    arrivals: [...ids].map((residentId) => ({
      residentId,
      name: residentId,
      how: 'scan',
      atMs: residentId.charCodeAt(0),
    })),
  },
});
const page = renderHook(() => useArrivals('a', true));
const here = () =>
  page
    .seen()
    .seen?.arrivals.map(({ residentId }) => residentId)
    .join('');
const answer = (nth: number, result: unknown) => act(async () => mockAsked[nth]?.resolve(result));
const wait = () => act(async () => void jest.advanceTimersByTime(EVERY_MS));
const older = () => page.seen().older;

beforeEach(() => {
  jest.useFakeTimers();
  mockAsked.length = 0;
});
afterEach(() => jest.useRealTimers());

it('those who came earlier stand below when asked for, while new ones go on coming above', async () => {
  await page.show({});
  expect(older().hasMore).toBe(false);
  await answer(0, told('fe', 'behind-e'));
  expect(older()).toMatchObject({ hasMore: true, busy: false });
  await act(async () => void older().more());
  await act(async () => void older().more());
  expect(mockAsked).toHaveLength(2);
  expect(mockAsked[1]?.input).toMatchObject({ cursor: 'behind-e' });
  await wait();
  await answer(2, told('gf', null, 2_000));
  expect(older().hasMore).toBe(true);
  await answer(1, told('dc'));
  expect(here()).toBe('gfedc');
  expect(older().hasMore).toBe(false);
});

it('that they did not come is said, and they can be asked for again', async () => {
  await page.show({});
  await answer(0, told('fe', 'behind-e'));
  await act(async () => void older().more());
  const refused = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };
  await answer(1, refused);
  expect(older()).toMatchObject({ hasMore: true, moreRefusal: refused });
  expect(page.seen().refusal).toBeUndefined();
});

it('more new ones than a page holds are all read, and none is left out when one page fails', async () => {
  await page.show({});
  await answer(0, told('a'));
  await wait();
  await answer(1, told('fe', 'behind-e', 2_000));
  expect(mockAsked[2]?.input).toMatchObject({ afterMs: 1_000, cursor: 'behind-e' });
  await answer(2, { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' });
  expect(here()).toBe('a');
  await wait();
  expect(mockAsked[3]?.input).toMatchObject({ afterMs: 1_000 });
  await answer(3, told('gf', 'behind-f', 3_000));
  await answer(4, told('edcb', null, 3_001));
  expect(here()).toBe('gfedcba');
});
