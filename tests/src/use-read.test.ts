/** @jest-environment jsdom */
import { useRead } from '../../src/api/use-read';
import { act, renderHook } from './hook';

/** Questions on their way to the server, and what the page's frame would call. */
const mockAsked: { input: unknown; resolve: (result: unknown) => void }[] = [];
const mockFrame: { show?: () => void; hide?: () => void } = {};
jest.mock('@tarojs/taro', () => ({
  useDidShow: (show: () => void) => {
    mockFrame.show = show;
  },
  useDidHide: (hide: () => void) => {
    mockFrame.hide = hide;
  },
}));
jest.mock('../../src/api', () => ({
  read: (_name: string, input: unknown) => new Promise((resolve) => mockAsked.push({ input, resolve })),
}));

const found = (name: string) => ({ ok: true, data: { people: [{ name }], nextCursor: null } });
const refused = { ok: false, code: 'CARD_NOT_FOUND', detail: {}, traceId: '' };

type Question = { unitId: string; scanned: string } | null;
const card = (scanned: string): Question => ({ unitId: 'unit', scanned });

const page = renderHook(({ question, everyMs }: { question: Question; everyMs?: number }) =>
  useRead('household.find', question, everyMs),
);
const show = (question: Question, everyMs?: number) => page.show({ question, ...(everyMs && { everyMs }) });
const names = () => page.seen().data?.people.map(({ name }) => name);
/** Answers the question that was asked as the nth, counted from 0. */
const answer = (nth: number, result: unknown) => act(async () => mockAsked[nth]?.resolve(result));
const reload = () => act(async () => void page.seen().reload());

beforeEach(() => {
  mockAsked.length = 0;
});

describe('another question', () => {
  it('never stands beside the answer to the one before', async () => {
    await show(card('first card'));
    await answer(0, found('李家'));
    expect(names()).toEqual(['李家']);
    await show(card('second card'));
    expect(page.seen()).toMatchObject({ data: undefined, loading: true });
    await answer(1, found('王家'));
    expect(names()).toEqual(['王家']);
  });

  it('that is refused shows nobody', async () => {
    await show(card('first card'));
    await answer(0, found('李家'));
    await show(card('second card'));
    await answer(1, refused);
    expect(page.seen()).toMatchObject({ data: undefined, refusal: refused, loading: false });
  });

  it('does not stand beside the refusal of the one before', async () => {
    await show(card('first card'));
    await answer(0, refused);
    await show(card('second card'));
    expect(page.seen()).toMatchObject({ refusal: undefined, loading: true });
  });

  it('is not answered by what comes late for the one before', async () => {
    await show(card('first card'));
    await show(card('second card'));
    await answer(1, found('王家'));
    await answer(0, found('李家'));
    expect(names()).toEqual(['王家']);
  });

  it('that waits has no answer', async () => {
    await show(card('first card'));
    await answer(0, found('李家'));
    await show(null);
    expect(page.seen()).toMatchObject({ data: undefined, refusal: undefined, loading: false });
  });
});

describe('the same question again', () => {
  it('keeps what is known until the new answer, and when that is a refusal', async () => {
    await show(card('card'));
    await answer(0, found('李家'));
    await reload();
    expect(names()).toEqual(['李家']);
    await answer(1, refused);
    expect(names()).toEqual(['李家']);
    expect(page.seen().refusal).toEqual(refused);
  });

  it('is not set back by an older answer that comes later', async () => {
    await show(card('card'));
    await reload();
    await answer(1, found('new'));
    await answer(0, found('old'));
    expect(names()).toEqual(['new']);
  });

  it('takes the answer that is there while a newer one is on its way', async () => {
    await show(card('card'));
    await reload();
    await answer(0, found('old'));
    expect(names()).toEqual(['old']);
    await answer(1, found('new'));
    expect(names()).toEqual(['new']);
  });
});

describe('what another page was told', () => {
  const other = renderHook(() => useRead('ledger.balance', {}));
  const balance = renderHook(() => useRead('ledger.balance', {}));
  const told = (available: number) => ({ ok: true, data: { balance: { available } } });
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const nextTurn = () => act(async () => void jest.advanceTimersByTime(1));

  it('is there once the page is drawn, is asked again, and stays where nobody answers', async () => {
    await other.show({});
    await answer(0, told(80));
    await other.leave();
    await balance.show({});
    expect(mockAsked).toHaveLength(2);
    expect(balance.seen()).toMatchObject({ data: undefined, loading: true });
    await nextTurn();
    expect(balance.seen()).toMatchObject({ data: { balance: { available: 80 } }, loading: false });
    await answer(1, { ...refused, code: 'UNREACHABLE' });
    expect(balance.seen()).toMatchObject({ data: { balance: { available: 80 } }, refusal: { code: 'UNREACHABLE' } });
  });

  it('is not taken for an answer that has come since', async () => {
    await balance.show({});
    await other.show({});
    expect(mockAsked).toHaveLength(1);
    await answer(0, told(90));
    await nextTurn();
    expect([balance.seen(), other.seen()].map(({ data }) => data?.balance.available)).toEqual([90, 90]);
  });
});

describe('asking again and again', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());
  const passTime = (ms: number) => act(async () => void jest.advanceTimersByTime(ms));

  it('rests while another page lies in front, and goes on when this one is back', async () => {
    await show(card('card'), 60_000);
    await act(async () => mockFrame.show?.());
    await passTime(60_000);
    expect(mockAsked).toHaveLength(2);
    mockFrame.hide?.();
    await passTime(600_000);
    expect(mockAsked).toHaveLength(2);
    await act(async () => mockFrame.show?.());
    expect(mockAsked).toHaveLength(3);
    await passTime(60_000);
    expect(mockAsked).toHaveLength(4);
  });
});
