import { agreesWords, decisionWord, EMPTY_DRAFT, toDecision } from '../../src/household/applications/decision';

const match = { residentId: 'r', name: '陈平', householdId: 'h', householdNumber: 'LH1', address: '', age: 40 };

describe("a grid worker's decision", () => {
  it('is not sent before what it needs is there, and says what is missing', () => {
    expect(toDecision(EMPTY_DRAFT)).toBe('先选他是谁');
    expect(toDecision({ kind: 'resident', relation: '' })).toBe('先选他是哪一位');
    expect(toDecision({ kind: 'newMember', relation: '租客' })).toBe('先找到这户人家');
    expect(toDecision({ kind: 'newMember', householdId: 'h', relation: '  ' })).toBe('先填和户主的关系');
    expect(toDecision({ kind: 'newHousehold', relation: '' })).toBe('先选住在哪个网格');
    expect(toDecision({ kind: 'refuse', relation: '' })).toBe('先选一个原因');
  });

  it('sends only the fields of its own kind, whatever was filled in before', () => {
    const filled = { residentId: 'r', householdId: 'h', relation: ' 租客 ', unitId: 'u', because: 'other' as const };
    expect(toDecision({ ...filled, kind: 'resident' })).toEqual({ kind: 'resident', residentId: 'r' });
    expect(toDecision({ ...filled, kind: 'newMember' })).toEqual({
      kind: 'newMember',
      householdId: 'h',
      relation: '租客',
    });
    expect(toDecision({ ...filled, kind: 'newHousehold' })).toEqual({ kind: 'newHousehold', unitId: 'u' });
    expect(toDecision({ ...filled, kind: 'refuse' })).toEqual({ kind: 'refuse', because: 'other' });
  });

  it('names on its button what will happen', () => {
    expect(decisionWord({ kind: 'resident', relation: '' }, '陈平')).toBe('通过，就是这位陈平');
    expect(decisionWord({ kind: 'refuse', relation: '' }, '陈平')).toBe('不通过，告诉他原因');
  });

  it('says what agrees with the roster', () => {
    expect(agreesWords({ ...match, agrees: ['name', 'phone'] })).toBe('姓名、电话一样');
    expect(agreesWords({ ...match, agrees: [] })).toBe('有点像');
  });
});
