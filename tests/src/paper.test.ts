import { shortCode } from '../../cloudfunctions/values/receipt';
import { type Paper, sheetsOf } from '../../src/components/paper/sheets';
import { registerForm as cardRegister } from '../../src/household/card-print/register-form';
import { isCodeOf } from '../../src/ledger/night-words';
import { periodsOn, writtenPeriod } from '../../src/reward/periods';
import { registerForm } from '../../src/reward/register/form';
import type { Line } from '../../src/reward/register/words';
import { bookForm } from '../../src/reward/shelf/book-form';
import type { Moved, Thing } from '../../src/reward/shelf/words';
import { redeemedOnWords } from '../../src/words/windows';

const DAY_MS = 86_400_000;
const NOON_MS = Date.parse('2026-11-07T04:00:00Z');
const night = { day: '2026-11-06', hash: 'AbCdEfGhIjKlMnOpQrStUvWxYz0123456789abcdefg=' } as never;

const line = (n: number, changed: Partial<Line> = {}): Line =>
  ({
    ...{ voucherId: `v${n}`, rewardId: 'r', title: '洗衣液 2 升', choice: null, quantity: 1, points: 30 },
    ...{ holder: { kind: 'resident', id: 'p' }, holderName: '周德福', address: '7号1单元402', availableAfter: 28 },
    ...{ state: 'redeemed', code: 'KF7 3Q9', providerName: '居委会一楼', expiresAtMs: NOON_MS },
    history: [
      { what: 'issued', atMs: NOON_MS, byName: '赵丽' },
      { what: 'redeemed', atMs: NOON_MS + n, byName: '赵丽' },
    ],
    ...changed,
  }) as Line;
const about = { place: '浏河社区', period: '2026年11月', provider: '居委会一楼', night, isOpen: false };
const textOf = (cell: Paper['rows'][number]['cells'][number]) => (typeof cell === 'string' ? cell : cell.text);
const cells = ({ rows }: Paper, at: number) => (rows.at(at)?.cells ?? []).map(textOf);

describe('兑换登记表', () => {
  it('has its columns, sums that are those of its rows, and what it rests on', () => {
    const form = registerForm([line(2, { quantity: 2, points: 60 }), line(1)], about);
    expect(form.columns.map(({ head }) => head)).toEqual([
      '序号',
      '日期',
      '姓名 / 户',
      '奖励',
      '数量',
      '积分',
      '余额',
      '券号',
      '领取签字',
      '代领人',
      '经办',
    ]);
    expect(cells(form, 0)).toEqual([
      '1',
      '11月7日',
      '周德福',
      '洗衣液 2 升',
      '1',
      '30',
      '28',
      'KF7 3Q9',
      '',
      '',
      '赵丽',
    ]);
    expect(cells(form, -1)).toEqual(['合计', '3', '90', '']);
    expect(form.about).toEqual(['浏河社区', '2026年11月', '服务点：居委会一楼']);
    expect(form.foot[0]).toMatch(/^根据 2026年11月6日 的校验码 /);
    expect(form.foot[1]).toBe('在“每晚公布的校验码”里输入这个码，谁都能核对');
    expect(form.columns.reduce((sum, { mm }) => sum + mm, 0)).toBe(273); // A4 across, less its margins
  });

  it('leaves out what nobody was handed, puts what waits last, and keeps lines free while the day goes on', () => {
    const lines = [
      line(1, { state: 'issued', code: null, history: [{ what: 'issued', atMs: NOON_MS - DAY_MS, byName: '赵丽' }] }),
      line(2, { state: 'cancelled' }),
      line(3),
    ];
    const form = registerForm(lines, { ...about, isOpen: true });
    expect(form.rows).toHaveLength(10 + 1);
    expect(cells(form, 1)).toEqual(['2', '', '周德福', '洗衣液 2 升', '1', '30', '28', '', '', '', '']);
    expect(cells(form, 9)).toEqual(['10', ...Array.from({ length: 10 }, () => '')]);
    expect(cells(form, -1)).toEqual(['合计', '2', '60', '空行留给当场来的，当天补进系统']);
  });

  it('is cut into sheets with every row on one of them, and long words take more room', () => {
    const rowsOf = (form: Paper) => sheetsOf(form).map((sheet) => sheet.length);
    const short = registerForm(
      Array.from({ length: 40 }, (_, n) => line(n)),
      about,
    );
    expect(sheetsOf(short).flat()).toEqual(short.rows);
    expect(rowsOf(short)).toEqual([11, 11, 11, 8]);
    const title = '一个名字特别特别长的奖励'.repeat(4);
    const long = registerForm(
      Array.from({ length: 40 }, (_, n) => line(n, { title })),
      about,
    );
    expect(sheetsOf(long).length).toBeGreaterThan(sheetsOf(short).length);
    expect(sheetsOf({ ...short, rows: [] })).toEqual([[]]);
  });
});

describe('物资出入库台账', () => {
  const moved = (seq: number, quantity: number, onShelf: number, changed: Partial<Moved> = {}): Moved => ({
    ...{ goodsId: 'rice', seq, name: '大米', measure: '袋', kind: 'bought', quantity, onShelf, unitPriceCents: 3_500 },
    ...{ source: '粮油店', paper: '收 0017', handledByName: '赵丽', watchedByName: '钱工', movedAtMs: NOON_MS + seq },
    ...changed,
  });
  const rice: Thing = {
    ...{ goodsId: 'rice', name: '大米', measure: '袋', onShelf: 22, promised: 0 },
    ...{ isEnded: false, changes: [], inDays: { before: 4, came: 20, went: 2, after: 22 } },
  };
  const out = { kind: 'redeemed' as const, unitPriceCents: null, source: null, paper: 'KF7 3Q9', watchedByName: null };

  it('says for each thing what was there, what came and went, and what is left', () => {
    const form = bookForm([rice], [moved(3, -2, 22, out), moved(2, 20, 24)], {
      place: '浏河社区',
      period: '11月',
      night,
    });
    expect(form.rows.map(({ cells: row }) => row.map(textOf))).toEqual([
      ['', '大米', '袋', '', '', '4', '', '上期结存', '', '', ''],
      ['11月7日', '大米', '袋', '20', '', '24', '35', '采购：粮油店', '收 0017', '赵丽', '钱工'],
      ['11月7日', '大米', '袋', '', '2', '22', '', '兑换', 'KF7 3Q9', '赵丽', ''],
      ['大米 小计', '20', '2', '22', ''],
      ['采购合计 700 元，捐赠折价合计 0 元'],
    ]);
    expect(form.columns.reduce((sum, { mm }) => sum + mm, 0)).toBe(273);
  });

  it('leaves out a thing of which none was there and none came', () => {
    const none = { ...rice, inDays: { before: 0, came: 0, went: 0, after: 0 } };
    expect(bookForm([none], [], { place: '', period: '', night: undefined }).rows).toHaveLength(1);
  });
});

it('a form says on which day of redemption it was, by the community’s rule', () => {
  const firstSaturday = { days: { every: 'month' as const, nth: 1, weekday: 6 }, from: '08:30', until: '11:30' };
  const on = (from: string, to: string) => redeemedOnWords('那时', [firstSaturday], { from, to });
  expect(on('2026-11-07', '2026-11-07')).toBe('那时 兑换日（每月第一个周六）');
  expect(on('2026-11-06', '2026-11-06')).toBe('那时');
  expect(on('2026-11-01', '2026-11-30')).toBe('那时（兑换日：每月第一个周六）');
  expect(redeemedOnWords('那时', [], undefined)).toBe('那时');
});

it('the code on a paper is known however it is typed, and another one is not', () => {
  const published = { hash: 'abcd'.repeat(16) };
  const code = shortCode(published.hash);
  for (const typed of [code, code.toLowerCase(), code.replace('-', ''), ` ${code.replace('-', ' ')} `])
    expect(isCodeOf(typed, published)).toBe(true);
  expect(isCodeOf(shortCode('0'.repeat(64)), published)).toBe(false);
  expect(isCodeOf('', published)).toBe(false);
});

it('a period is whole months and years, also in January and in a leap year', () => {
  expect(periodsOn('2027-01-15').before?.days).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(periodsOn('2028-02-10').month?.days).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(periodsOn('2026-12-31').month?.days).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(writtenPeriod(periodsOn('2026-12-31').month, '2026-12-31')).toBe('2026年12月');
  expect(writtenPeriod(undefined, '2026-12-31')).toBe('从开始到 2026年12月31日');
  expect(periodsOn('2026-03-31').before?.days).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

describe('积分卡发放登记', () => {
  const card = (n: number) => ({
    ...{ householdId: `h${n}`, version: 2, qr: '', number: `123456789${n}`, headName: '周德福', phone: null },
    ...{ householdNumber: `LH000${n}`, address: '7号1单元402', communityName: '浏河社区' },
  });

  it('has a line to sign for each card, tells it by its last four digits alone, and says who gives them out', () => {
    const form = cardRegister([card(1), card(2)], '第一网格', '赵丽');
    expect(cells(form, 1)).toEqual(['2', '7892', '2', 'LH0002', '周德福', '7号1单元402', '', '', '']);
    expect(JSON.stringify(form)).not.toContain('1234567892');
    expect([form.about, form.foot[0]]).toEqual([['浏河社区', '第一网格', '2 户'], '经办：赵丽']);
    expect(form.columns.reduce((sum, { mm }) => sum + mm, 0)).toBe(273);
  });
});
