import { NO_CEILINGS } from '../../cloudfunctions/values/awards';
import { EMPTY_BASIS, toSent } from '../../src/catalogue/catalogue/basis';
import { capsWords, lintWords } from '../../src/catalogue/catalogue/item-words';
import { firstOf } from '../../src/components/form/checks';
import { byRow, type Finding, resultWords } from '../../src/household/roster/finding-words';
import { formFor, problemsIn, toAsked } from '../../src/reward/staff-rewards/form';

const COUNTS = {
  rows: 3,
  households: 1,
  people: 2,
  refusedRows: 1,
  newHouseholds: 0,
  newPeople: 0,
  changedPeople: 0,
  unchangedPeople: 2,
};

describe('what a roster’s preview says', () => {
  const findings: Finding[] = [
    { row: 9, field: '姓名', kind: 'missing', effect: 'rowRefused', as: null },
    { row: 4, field: '出生日期', kind: 'chineseForm', effect: 'understood', as: '1950-01-02' },
    { row: 4, field: '联系电话', kind: 'blanksInside', effect: 'understood', as: '14000000001' },
  ];

  it('gathers the findings of a row, and names the day in Chinese', () => {
    expect(byRow(findings, 'understood')).toEqual([
      { row: 4, words: ['出生日期是中文写法，读作“1950年1月2日”', '联系电话中间有空格，读作“14000000001”'] },
    ]);
  });

  it('says of a refused row that it can be mended', () => {
    expect(byRow(findings, 'rowRefused')).toEqual([{ row: 9, words: ['姓名没有填，改好再导'] }]);
  });

  it('says of a row that stays out why, with the words that stand in it', () => {
    const refused = (kind: Finding['kind'], as: string | null, field: Finding['field'] = '出生日期') =>
      byRow([{ row: 9, field, kind, effect: 'rowRefused', as }], 'rowRefused')[0]?.words[0];
    expect(refused('noSuchDay', '1990-02-30')).toContain('1990年2月30日，没有这一天');
    expect(refused('inTheFuture', '2031')).toContain('2031年，还没到');
    expect(refused('unknownGrid', '第九网格', '网格')).toContain('社区里没有“第九网格”');
    expect(refused('doubleInFile', 'LH0012', '姓名')).toContain('LH0012 户里已经有这个人了');
  });

  it('says that nothing was doubled when the same file comes again', () => {
    expect(resultWords(COUNTS).words).toContain('没有重复');
    expect(resultWords({ ...COUNTS, newPeople: 2 }).words).toContain('新登记 2 人');
  });
});

describe('the caps of an item', () => {
  const caps = { ...{ personDay: null, personMonth: 2, personYear: null }, householdDay: null };
  const told = (holderKind: 'resident' | 'household' | 'society', householdYear: number | null = null) =>
    capsWords({ caps: { ...caps, householdMonth: null, householdYear }, ceilings: NO_CEILINGS, holderKind });

  it('are said of whoever the points go to', () => {
    expect(told('society')).toBe('每个社团每月 2 次');
    expect(told('household', 9)).toBe('每户每月 2 次，每户每年 9 次');
    expect(told('resident', 9)).toBe('每人每月 2 次，每户每年 9 次');
  });
});

describe('completing drafts', () => {
  it('sends only what was filled in', () => {
    expect(toSent({ ...EMPTY_BASIS, caps: { ...EMPTY_BASIS.caps, personDay: '1' } })).toEqual({
      caps: { personDay: 1 },
    });
  });

  it('asks why before the legal-duty answer is sent, and refuses a cap that is no whole number', () => {
    expect(toSent({ ...EMPTY_BASIS, isDuty: false })).toBe('请写一句为什么');
    expect(toSent({ ...EMPTY_BASIS, caps: { ...EMPTY_BASIS.caps, personDay: '0' } })).toBe('上限有一处没填对');
  });

  it('names the range that an item stands outside of', () => {
    const detail = { guideline: '清洁家园', points: 20, pointsMin: 1, pointsMax: 10 };
    expect(lintWords({ rule: 'outsideRange', detail })).toContain('1 到 10 分，这里是 20 分');
  });
});

describe('opening a reward', () => {
  const ready = {
    ...formFor('agriculture'),
    summary: '农资',
    cost: '200',
    stock: '20',
    providerIds: ['p'],
    policyDocumentId: 'd',
    fundedBy: '村集体',
    unitCost: '59.9',
  };

  it('sends whole fen, and the holder that the kind is for', () => {
    expect(toAsked(ready, 'u')).toMatchObject({ unitCostCents: 5990, holderKind: 'household', ruralOnly: true });
  });

  it('says what is missing first, and then sends nothing', () => {
    const without = { ...ready, cost: '0' };
    expect(firstOf(problemsIn(without))).toContain('要多少分');
    expect(toAsked(without, 'u')).toBeUndefined();
  });
});
