import { whoAmong } from '../../src/household/find/person-words';
import type { Person } from '../../src/household/find/use-found-people';
import type { Entry } from '../../src/ledger/entry-words';
import { toMonths } from '../../src/ledger/lines';
import { linesAmong, type Voucher } from '../../src/reward/voucher-words';
import { TEST_NOW_MS } from '../support/world';

jest.mock('../../src/ways', () => ({ goTo: () => undefined }));

const person = (householdNumber: string, age: number): Person => ({
  ...{ residentId: `${householdNumber} ${age}`, name: '曾静', age, sex: 'female', householdId: householdNumber },
  ...{ householdNumber, address: '浏河路19号', unitName: '一组', relation: '女儿' },
  ...{ isHead: false, headName: '李桂芳', isAssisted: false, isBound: false, lends: false },
});
const entry = (seq: number, deedDate: string): Entry => ({
  ...{ accountId: 'account', seq, kind: 'credit', points: 8, title: '调解邻里纠纷', source: 'give', sourceId: 'deed' },
  ...{ unitId: 'unit', unitName: '浏河社区', itemId: null, itemVersion: null, deedDate },
  ...{ postedAtMs: 0, correctsSeq: null, correctedBySeq: null },
});
const voucher = (voucherId: string, code: string | null): Voucher => ({
  ...{ voucherId, rewardId: 'reward', kind: 'healthCheck', title: '免费体检', choice: null },
  ...{ holder: { kind: 'resident', id: 'resident' }, holderName: '李＊芳', quantity: 1, points: 80 },
  ...{
    state: code ? 'issued' : 'cancelled',
    code,
    qr: null,
    redeemedAtMs: null,
    redeemedAtProvider: null,
    endedAtMs: null,
  },
  ...{ issuedAtMs: TEST_NOW_MS, expiresAtMs: TEST_NOW_MS + 86_400_000, providers: [], steps: [] },
  ...{ communityName: '浏河社区', communityPhone: null },
});

describe('what would sound alike in a list', () => {
  it('of people says the household’s number too, and of nobody else', () => {
    const people = [person('LH0100', 19), person('LH0312', 19), person('LH0229', 38)];
    expect(people.map(whoAmong(people))).toEqual([
      '19 岁 · 浏河路19号 · 户编号 LH0100',
      '19 岁 · 浏河路19号 · 户编号 LH0312',
      '38 岁 · 浏河路19号',
    ]);
  });

  it('of a day in the passbook says which entry it is, and of no other day', () => {
    const [month] = toMonths([entry(3, '2026-11-20'), entry(2, '2026-11-20'), entry(1, '2026-11-19')], []);
    expect(month?.lines.map(({ further }) => further)).toEqual(['第 3 笔', '第 2 笔', undefined]);
  });

  it('of vouchers says the code, or when it was redeemed once the code is gone', () => {
    const [first, second, gone] = [voucher('1', 'KF7 3Q9'), voucher('2', 'KF7 3Q2'), voucher('3', null)];
    const line = linesAmong([first, second, gone], TEST_NOW_MS);
    expect([line(first), line(second)]).toEqual([
      expect.stringMatching(/ · 券码 KF7 3Q9$/),
      expect.stringMatching(/ · 券码 KF7 3Q2$/),
    ]);
    expect(line(gone)).not.toContain('换的');
    expect(linesAmong([gone, voucher('4', null)], TEST_NOW_MS)(gone)).toMatch(/ · 11月23日 12:00 换的$/);
  });
});
