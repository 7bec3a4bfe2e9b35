import { signUpWord } from '../../src/activity/activity/sign-up-word';
import { usable } from '../../src/home/home/use-home';
import { type Voucher, voucherFacts } from '../../src/reward/voucher-words';

jest.mock('@tarojs/taro', () => ({}));
jest.mock('../../src/session', () => ({}));
jest.mock('../../src/api/use-read', () => ({}));

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-20T10:00:00+08:00');

describe('a voucher', () => {
  const voucher = (state: Voucher['state']) =>
    ({
      ...{ state, points: 80, expiresAtMs: NOW + 9 * DAY, redeemedAtMs: NOW, redeemedAtProvider: '卫生服务中心' },
      ...{ providers: [], steps: ['带上身份证和这张券。'] },
    }) as unknown as Voucher;
  const terms = (state: Voucher['state']) => voucherFacts(voucher(state), NOW).map(({ term }) => term);

  it('tells how it is used as long as it can be', () => {
    expect(terms('issued')).toEqual(['有效期', '怎么用']);
    for (const state of ['redeemed', 'cancelled', 'lapsed'] as const) expect(terms(state)).toEqual(['现在']);
  });
});

describe('the button of an activity', () => {
  const word = (mySignUp: 'none' | 'signedUp' | 'waiting', signedUpCount: number, capacity: number | null = 10) =>
    signUpWord({ mySignUp, signedUpCount, capacity });

  it('speaks of a place where there is one, and of the queue where there is none', () => {
    expect(word('none', 9)).toBe('我要报名');
    expect(word('none', 99, null)).toBe('我要报名');
    expect(word('none', 10)).toBe('我来排队');
    expect(word('waiting', 10)).toBe('不排了');
    expect(word('signedUp', 10)).toBe('不去了，把名额让出来');
  });
});

describe('关怀模式’s home', () => {
  const shown = (...kinds: string[]) => {
    const vouchers = kinds.map((kind, i) => ({ kind, expiresAtMs: NOW + (9 - i) * DAY }));
    const asked = { data: { vouchers }, refusal: undefined, reload: async () => undefined };
    return usable(asked as unknown as Parameters<typeof usable>[0]).voucher;
  };

  it('counts every voucher that can be used, by a name that is true of all of them', () => {
    expect(shown('healthCheck')).toEqual({ count: 1, word: '体检券', until: '到 2026年11月29日' });
    expect(shown('healthCheck', 'bookCard')).toEqual({
      ...{ count: 2, word: '兑换券', until: '最早的一张到 2026年11月28日' },
    });
    expect(shown()).toBeUndefined();
  });
});
