import { NO_CEILINGS } from '../../cloudfunctions/values/awards';
import { EMPTY_BASIS, toSent } from '../../src/catalogue/catalogue/basis';
import { lintWords } from '../../src/catalogue/catalogue/item-words';
import { firstOf } from '../../src/components/form/checks';
import { birthAlert, type Finding, findingWords, resultWords } from '../../src/household/roster/finding-words';
import { whyNotMine } from '../../src/ledger/corrections/correction-words';
import { formFor, problemsIn, toAsked } from '../../src/reward/staff-rewards/form';
import { limitsWords } from '../../src/words/worth';

const COUNTS = {
  rows: 3,
  households: 1,
  people: 2,
  refusedRows: 1,
  newHouseholds: 0,
  newPeople: 0,
  changedPeople: 0,
  unchangedPeople: 2,
  waitingRows: 0,
  withoutBirth: 0,
  vagueBirth: 0,
};

it('sends whoever proposed a correction to somebody they are not: another admin, or the admin', () => {
  expect(whyNotMine(true, true)).toBe('你提的，要请另一位管理员来办');
  expect(whyNotMine(true, false)).toBe('你提的，要请社区管理员来办');
  expect(whyNotMine(false, false)).toBe('要由社区管理员来办');
  expect(whyNotMine(false, true)).toBeUndefined();
});

describe('what a roster’s preview says', () => {
  const said = (effect: Finding['effect'], kind: Finding['kind'], field: Finding['field'], as: string | null = null) =>
    findingWords({ sheet: '名册', row: 9, field, kind, effect, said: null, as });

  it('names the day in Chinese, and of a birthday no more than is known', () => {
    expect(said('understood', 'chineseForm', '出生日期', '1950-01-02')).toBe('出生日期是中文写法，读作“1950年1月2日”');
    expect(said('understood', 'monthOnly', '出生日期', '1950-03')).toBe('出生日期只有年月，读作“1950年3月”');
    expect(said('understood', 'yearOnly', '出生日期', '1950')).toBe('出生日期只有年份，读作“1950年”');
    expect(said('understood', 'blanksInside', '联系电话', '14000000001')).toContain('读作“14000000001”');
  });

  it('says of a refused row what to mend, with the words that stand in it', () => {
    expect(said('rowRefused', 'missing', '户编号')).toBe('户编号没有填，改好再导');
    expect(said('rowRefused', 'noSuchDay', '出生日期', '1990-02-30')).toContain('1990年2月30日，没有这一天');
    expect(said('rowRefused', 'inTheFuture', '出生日期', '2031')).toContain('2031年，还没到');
    expect(said('rowRefused', 'unknownGrid', '网格', '第九网格')).toContain('社区里没有“第九网格”');
    expect(said('rowRefused', 'doubleInFile', '姓名', 'LH0012')).toContain('LH0012 户里已经有这个人了');
    expect(said('rowRefused', 'twoHeads', '户主姓名', '贺启明、单万里')).toContain('两位户主：贺启明、单万里');
    expect(said('rowRefused', 'roundedNumber', '户编号')).toContain('“文本”格式');
  });

  it('says what is kept and what to ask', () => {
    expect(said('toAsk', 'lunar', '出生日期', '1950')).toContain('不替你换算，先记 1950 年');
    expect(said('toAsk', 'wordsBeside', '联系电话', '儿子')).toContain('写着“儿子”');
    expect(said('toAsk', 'differsFromNumber', '出生日期', '1950-03-08')).toContain('按证件号记成“1950年3月8日”');
  });

  it('tells first how many have no birthday, and what that means', () => {
    expect(birthAlert({ ...COUNTS, people: 950, withoutBirth: 950 })?.title).toBe('950 人都没有出生日期');
    expect(birthAlert({ ...COUNTS, people: 950, withoutBirth: 3, vagueBirth: 2 })?.title).toBe(
      '3 人没有出生日期，2 人只有年份或年月',
    );
    expect(birthAlert(COUNTS)).toBeNull();
  });

  it('says that nothing was doubled when the same file comes again', () => {
    expect(resultWords(COUNTS).words).toContain('没有重复');
    expect(resultWords({ ...COUNTS, newPeople: 2 }).words).toContain('新登记 2 人');
  });
});

describe('the caps of an item', () => {
  const caps = { ...{ personDay: null, personMonth: 2, personYear: null }, householdDay: null };
  const told = (holderKind: 'resident' | 'household' | 'society', householdYear: number | null = null) =>
    limitsWords({ caps: { ...caps, householdMonth: null, householdYear }, ceilings: NO_CEILINGS, holderKind });

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
