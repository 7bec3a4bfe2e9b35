/** @jest-environment jsdom */
import { usePages } from '../../src/api/use-pages';
import { act, renderHook } from './hook';

/** Questions on their way to the server. */
const mockAsked: { input: unknown; resolve: (result: unknown) => void }[] = [];
jest.mock('@tarojs/taro', () => ({ useDidShow: () => {}, useDidHide: () => {} }));
jest.mock('../../src/api', () => ({
  read: (_name: string, input: unknown) => new Promise((resolve) => mockAsked.push({ input, resolve })),
}));

const found = (name: string, nextCursor: string | null) => ({ ok: true, data: { people: [{ name }], nextCursor } });
const refused = { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' };

const page = renderHook(({ unitId }: { unitId: string | null }) =>
  usePages('household.find', unitId === null ? null : { unitId }),
);
const names = () => page.seen().pages.flatMap(({ people }) => people.map(({ name }) => name));
/** Answers the question that was asked as the nth, counted from 0. */
const answer = (nth: number, result: unknown) => act(async () => mockAsked[nth]?.resolve(result));
const more = () => act(async () => void page.seen().more());

beforeEach(() => {
  mockAsked.length = 0;
});

it('shows the first page, and the next below it when asked for, until there is none', async () => {
  await page.show({ unitId: 'here' });
  expect(page.seen()).toMatchObject({ ready: false, hasMore: false });
  await answer(0, found('甲', 'after-a'));
  expect(page.seen()).toMatchObject({ ready: true, hasMore: true, busy: false });
  await more();
  expect(page.seen().busy).toBe(true);
  expect(mockAsked[1]?.input).toEqual({ unitId: 'here', cursor: 'after-a' });
  await answer(1, found('乙', null));
  expect(names()).toEqual(['甲', '乙']);
  expect(page.seen()).toMatchObject({ hasMore: false, busy: false });
  await more();
  expect(mockAsked).toHaveLength(2);
});

it('asks once however often it is tapped', async () => {
  await page.show({ unitId: 'here' });
  await answer(0, found('甲', 'after-a'));
  await more();
  await more();
  expect(mockAsked).toHaveLength(2);
});

it('keeps what is there when the next page does not come, and says why until it does', async () => {
  await page.show({ unitId: 'here' });
  await answer(0, found('甲', 'after-a'));
  await more();
  await answer(1, refused);
  expect(names()).toEqual(['甲']);
  expect(page.seen()).toMatchObject({ moreRefusal: refused, refusal: undefined, hasMore: true });
  await more();
  await answer(2, found('乙', null));
  expect(names()).toEqual(['甲', '乙']);
  expect(page.seen().moreRefusal).toBeUndefined();
});

it('begins anew when it is read again or something else is asked, and a late page of before is not shown', async () => {
  await page.show({ unitId: 'here' });
  await answer(0, found('甲', 'after-a'));
  await more();
  await page.show({ unitId: 'there' });
  await answer(1, found('乙', null));
  expect(names()).toEqual([]);
  await answer(2, found('丙', 'after-c'));
  expect(names()).toEqual(['丙']);
  await more();
  await answer(3, found('丁', null));
  await act(async () => void page.seen().reload());
  await answer(4, found('戊', null));
  expect(names()).toEqual(['戊']);
});

it('keeps what was added when it is read again and nothing has changed, as on the way back from a row', async () => {
  await page.show({ unitId: 'here' });
  await answer(0, found('甲', 'after-a'));
  await more();
  await answer(1, found('乙', null));
  await act(async () => void page.seen().reload());
  await answer(2, found('甲', 'after-a'));
  expect(names()).toEqual(['甲', '乙']);
  expect(page.seen().hasMore).toBe(false);
});

it('waits while there is nothing to ask', async () => {
  await page.show({ unitId: null });
  await more();
  expect(mockAsked).toHaveLength(0);
  expect(page.seen()).toMatchObject({ ready: false, refusal: undefined });
});
