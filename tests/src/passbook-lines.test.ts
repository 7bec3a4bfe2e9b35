import type { Entry } from '../../src/ledger/entry-words';
import { toMonths } from '../../src/ledger/lines';
import { DONE, WORDS } from '../../src/ledger/receipt/receipt-words';

jest.mock('../../src/ways', () => ({ goTo: () => undefined }));

const entry = (kind: Entry['kind'], seq: number): Entry => ({
  ...{ accountId: 'account', seq, kind, points: 60, title: '购书卡', source: 'voucher', sourceId: 'voucher' },
  ...{ unitId: 'unit', unitName: '浏河社区', itemId: null, itemVersion: null, deedDate: '2026-11-20' },
  ...{ postedAtMs: Date.parse('2026-11-20T12:00:00+08:00'), correctsSeq: null, correctedBySeq: null },
});
const linesOf = (...kinds: Entry['kind'][]) => toMonths(kinds.map(entry), [])[0]?.lines ?? [];

describe('a voucher in the passbook', () => {
  it('is one number when it was redeemed and used: nobody adds it up twice', () => {
    const [hold, used] = linesOf('hold', 'redeem');
    expect(hold).toMatchObject({ title: '换了购书卡', points: 60, kind: 'held' });
    expect(used).toMatchObject({ title: '用掉了购书卡', source: '分在换的时候算过了，这里不再算' });
    expect(used).not.toHaveProperty('points');
  });

  it('comes back with a plus when it is given back, and is not shown like points that were earned', () => {
    const [hold, back, earned] = linesOf('hold', 'release', 'credit');
    expect(hold).toMatchObject({ points: 60, kind: 'held' });
    expect(back).toMatchObject({ title: '退回了购书卡', points: 60, kind: 'returned' });
    expect(earned).toMatchObject({ points: 60, kind: 'final' });
  });
});

describe('a month of the passbook', () => {
  it('says of what was entered later on which day that was', () => {
    const late = { ...entry('credit', 3), postedAtMs: Date.parse('2026-11-23T09:00:00+08:00') };
    const [month] = toMonths([entry('credit', 4), late], []);
    expect(month?.lines.map(({ source }) => source)).toEqual([
      expect.not.stringContaining('记的 '),
      expect.stringContaining('11月23日记的'),
    ]);
  });

  it('has the sum of what its lines show', () => {
    const sums = [{ month: '2026-11', credited: 9, held: 80, released: 20, redeemed: 60, corrected: 3 }];
    expect(toMonths([entry('credit', 1)], sums)[0]?.sum).toBe('入账 +9，换了 80，退回 20，改正 −3');
  });
});

describe('a receipt', () => {
  it('says 入账 of points that were earned, and of no others', () => {
    expect(DONE.credit).toContain('入账');
    const others = [DONE.hold, DONE.redeem, DONE.release, DONE.correction];
    expect(others).toEqual(['积分已经给你留着。', '积分已经用掉。', '积分已经退回。', '已经改正。']);
    expect(WORDS.notYet.next).not.toContain('入账');
  });
});
