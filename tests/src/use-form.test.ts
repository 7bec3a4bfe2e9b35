/** @jest-environment jsdom */
import type { Refused } from '../../src/api';
import { firstOf, isMobile, isWhole, isWritten, orEmpty, unless } from '../../src/components/form/checks';
import { useForm } from '../../src/components/form/use-form';
import { act, renderHook } from './hook';

const mockBegun = { words: undefined as string | undefined, ended: 0 };
jest.mock('../../src/components/leaving/use-begun', () => ({
  useBegun: (words: string | undefined) => {
    mockBegun.words = words;
    return {
      done: () => {
        mockBegun.ended += 1;
      },
    };
  },
}));

const EMPTY = { name: '', phone: '', stock: '3' };
type Values = typeof EMPTY;

const kept: { draft: Values | undefined } = { draft: undefined };
const draft = {
  read: () => kept.draft,
  keep: (values: Values) => {
    kept.draft = values;
  },
  forget: () => {
    kept.draft = undefined;
  },
};
const notTaken = (...fields: string[]): Refused => ({
  ok: false,
  code: 'INVALID_INPUT',
  detail: { fields, why: [] },
  traceId: '',
});

const sent: Values[] = [];
const done: string[] = [];
const answer: { now: string | undefined } = { now: 'an id' };

const useNamed = ({ refusal }: { refusal?: Refused }) =>
  useForm({
    begin: EMPTY,
    draft,
    problemsIn: ({ name, phone }) => ({
      name: unless(isWritten(name), '先填姓名'),
      phone: unless(orEmpty(phone, isMobile), '手机号要十一位'),
    }),
    writing: { busy: false, refusal },
    send: async (values) => {
      sent.push(values);
      return answer.now;
    },
    onDone: (id, { name }) => done.push(`${name}: ${id}`),
    named: { stockPerPeriod: 'stock' },
  });
const page = renderHook(useNamed);
const nextTime = renderHook(useNamed);
const write = (key: keyof Values, value: string) => act(async () => page.seen().field(key).onInput(value));
const leave = (key: keyof Values) => act(async () => page.seen().field(key).onLeave());
const tap = () =>
  act(async () => {
    const { blocked, onTap, onBlocked } = page.seen().button;
    if (blocked) onBlocked();
    else onTap();
  });
const errors = () => (['name', 'phone', 'stock'] as const).map((key) => page.seen().field(key).error);

beforeEach(async () => {
  kept.draft = undefined;
  sent.length = 0;
  done.length = 0;
  answer.now = 'an id';
  await page.show({});
});

describe('what is missing', () => {
  it('is not said of a form that nobody has tried to send yet', async () => {
    expect(page.seen().button.blocked).toBeUndefined();
    await write('phone', '139');
    expect([page.seen().button.blocked, ...errors()]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('stands at the button after a tap, the first of it, until it is put right', async () => {
    await tap();
    expect(page.seen().button.blocked).toBe('先填姓名');
    await write('phone', '139');
    await write('name', '李明');
    expect(page.seen().button.blocked).toBe('手机号要十一位');
    await write('phone', '13900000000');
    expect(page.seen().button.blocked).toBeUndefined();
  });

  it('is said at a field once something wrong was left in it, and goes as it is put right', async () => {
    await write('phone', '139');
    await leave('phone');
    await leave('name');
    expect(errors()).toEqual([undefined, '手机号要十一位', undefined]);
    await write('phone', '13900000000');
    expect(errors()).toEqual([undefined, undefined, undefined]);
  });

  it('is said at each field after a tap, which leads to the first and sends nothing', async () => {
    await write('phone', '139');
    await tap();
    expect(errors()).toEqual(['先填姓名', '手机号要十一位', undefined]);
    expect(page.seen().field('name').asked).toBeGreaterThan(0);
    expect(page.seen().field('phone').asked).toBe(0);
    expect(sent).toEqual([]);
  });

  it('leads to a choice too, and again with each tap', async () => {
    await tap();
    const first = page.seen().choice('name');
    await tap();
    const second = page.seen().choice('name');
    expect([first.error, second.error]).toEqual(['先填姓名', '先填姓名']);
    expect(second.asked).toBeGreaterThan(first.asked);
    expect(page.seen().choice('phone')).toEqual({ error: undefined, asked: 0 });
  });

  it('leads there again at the next tap', async () => {
    await tap();
    await leave('name');
    expect(page.seen().field('name').asked).toBe(0);
    await tap();
    expect(page.seen().field('name').asked).toBeGreaterThan(0);
  });

  it('sends nothing by the button of a refusal either', async () => {
    await act(async () => page.seen().alert.onRetry());
    expect(sent).toEqual([]);
  });
});

describe('what the server did not take', () => {
  it('stands at its field, by the name that the form has for it, until something else is written', async () => {
    answer.now = undefined;
    await write('name', '李明');
    await tap();
    await page.show({ refusal: notTaken('input.stockPerPeriod', 'input.head.name', 'input.unknown') });
    expect(errors()).toEqual(['没填对，请改一改', undefined, '没填对，请改一改']);
    expect(page.seen().field('name').asked).toBeGreaterThan(0);
    await write('name', '李小明');
    expect(errors()).toEqual([undefined, undefined, '没填对，请改一改']);
    expect(page.seen().button.blocked).toBeUndefined();
  });

  it('is nobody else’s fault: another refusal marks no field', async () => {
    answer.now = undefined;
    await write('name', '李明');
    await tap();
    await page.show({ refusal: { ok: false, code: 'UNREACHABLE', detail: {}, traceId: '' } });
    expect(errors()).toEqual([undefined, undefined, undefined]);
    expect(done).toEqual([]);
  });
});

describe('the draft', () => {
  it('is kept with each letter and forgotten once it is sent', async () => {
    await write('name', '李明');
    expect(kept.draft).toEqual({ ...EMPTY, name: '李明' });
    await tap();
    expect(sent).toEqual([{ ...EMPTY, name: '李明' }]);
    expect(done).toEqual(['李明: an id']);
    expect(kept.draft).toBeUndefined();
  });

  it('stays when it was refused, and is where the form begins the next time', async () => {
    answer.now = undefined;
    await write('name', '李明');
    await tap();
    expect(done).toEqual([]);
    await nextTime.show({});
    expect(nextTime.seen().values).toEqual({ ...EMPTY, name: '李明' });
  });

  it('loses nothing of two changes in one moment', async () => {
    await act(async () => {
      page.seen().change({ name: '李明' });
      page.seen().set('phone')('13900000000');
    });
    expect(page.seen().values).toEqual({ name: '李明', phone: '13900000000', stock: '3' });
  });
});

it('checks what is written', () => {
  expect([isWritten('  '), isWritten(' 李 ')]).toEqual([false, true]);
  expect(['0', '1', '100', '101', '1.5', '', '一'].map((typed) => isWhole(typed, 1, 100))).toEqual([
    ...[false, true, true, false, false, false, false],
  ]);
  expect(['', '13900000000', '1390000000', '23900000000'].map(isMobile)).toEqual([false, true, false, false]);
  expect(orEmpty('', isMobile)).toBe(true);
  expect(firstOf<Values>({ name: undefined, phone: '二', stock: '三' })).toBe('二');
});

describe('leaving a form', () => {
  const plain = renderHook(() =>
    useForm({
      begin: EMPTY,
      problemsIn: () => ({}),
      writing: { busy: false, refusal: undefined },
      send: async () => answer.now,
      onDone: () => done.push(`asked before leaving: ${mockBegun.ended}`),
    }),
  );
  const put = (name: string) => act(async () => plain.seen().change({ name }));

  it('asks once something was written, and no more when it was sent', async () => {
    mockBegun.ended = 0;
    await plain.show({});
    expect(mockBegun.words).toBeUndefined();
    await put('王秀英');
    expect(mockBegun.words).toMatch('还没有交');
    await put('');
    expect(mockBegun.words).toBeUndefined();
    await put('王秀英');
    await act(async () => plain.seen().button.onTap());
    expect(mockBegun.words).toBeUndefined();
    expect(done.at(-1)).toBe('asked before leaving: 1');
  });

  it('asks nothing where what was written stays as a draft', async () => {
    await page.show({});
    await write('name', '李');
    expect(mockBegun.words).toBeUndefined();
  });
});
