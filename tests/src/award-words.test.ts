import { NO_CEILINGS } from '../../cloudfunctions/values/awards';
import { capWords, giveWords, type Item, noneWords, outcomeWords, whyWords } from '../../src/award/award/award-words';
import { namesWords, whoWords } from '../../src/household/find/person-words';

const NO_CAPS = {
  personDay: null,
  personMonth: null,
  personYear: null,
  householdDay: null,
  householdMonth: null,
  householdYear: null,
};
const item = (about: Partial<Item>) =>
  ({
    ...{ points: 5, grades: [], perHalfHours: null, condition: '', countedPer: '次', evidence: '' },
    ...{ holderKind: 'resident', caps: NO_CAPS, ceilings: NO_CEILINGS },
    ...about,
  }) as Item;

describe('the words of an award', () => {
  it('say on the button who gets how much', () => {
    expect(giveWords(item({}), 3)).toBe('发给 3 位邻居，各 5 分');
    expect(giveWords(item({}), 1)).toBe('发给 1 位邻居，5 分');
    expect(giveWords(item({ holderKind: 'household' }), 2)).toBe('发给 2 户人家，各 5 分');
    const waits = (names: string[], count = names.length) =>
      giveWords(item({}), 186, { waiting: {}, signers: { names, count } } as never);
    expect(waits(['赵丽'])).toBe('发给 186 位，请赵丽签字');
    expect(waits(['赵丽', '周敏'])).toBe('发给 186 位，请赵丽或者周敏签字');
    expect(waits(['赵丽', '周敏', '钱工'], 5)).toBe('发给 186 位，请赵丽、周敏、钱工等 5 位里的一位签字');
    expect(waits([])).toBe('发给 186 位，请上一级的主管签字');
  });

  it('say why somebody cannot be given it, by the cap that is full', () => {
    expect(whyWords('OWN_HOUSEHOLD', null)).toBe('自家人');
    expect(whyWords('CAP_REACHED', 'personDay')).toBe('今天记过了');
    expect(whyWords('CAP_REACHED', 'householdMonth')).toBe('家里这个月记满了');
    expect(whyWords('CAP_REACHED', null)).toBe('记满了');
  });

  it('say afterwards how many got it, and never that it is given when nobody was', () => {
    expect(outcomeWords('resident', 3, 0)).toBe('发好了');
    expect(outcomeWords('resident', 3, 1)).toBe('发给了 3 位，1 位没有再记');
    expect(outcomeWords('household', 2, 1)).toBe('发给了 2 户，1 户没有再记');
    expect(outcomeWords('resident', 0, 2)).toBe('这次没有发');
  });

  it('say why nobody got it, and what to do', () => {
    const said = (...codes: Parameters<typeof noneWords>[0]) => {
      const { what, next } = noneWords(codes);
      return what + next;
    };
    expect(said('CAP_REACHED', 'COUNTED_ALREADY')).toMatch(/已经记过了.*不用再发/);
    expect(said('OWN_HOUSEHOLD', 'OWN_HOUSEHOLD')).toContain('请另一位同事');
    expect(said('OWN_HOUSEHOLD', 'CAP_REACHED')).toContain('原因写在名字下面');
  });

  it('speak of the day of the deed when it was not today', () => {
    expect(whyWords('CAP_REACHED', 'personDay', false)).toBe('那天记过了');
  });

  it('tell the narrowest cap of an item, and the evidence', () => {
    const caps = { ...NO_CAPS, personDay: 1, householdYear: 9 };
    expect(capWords(item({ caps, evidence: '活动签到' }))).toBe('每人每天 1 次，活动签到');
    expect(capWords(item({ caps: { ...NO_CAPS, householdDay: 1 }, holderKind: 'household' }))).toBe('每户每天 1 次');
    expect(capWords(item({}))).toBe('按次计');
  });

  it('name the first three and count the others', () => {
    expect(namesWords(['甲', '乙', '丙'])).toBe('甲、乙、丙');
    expect(namesWords(['甲', '乙', '丙', '丁', '戊'])).toBe('甲、乙、丙 等 5 位');
  });

  it('leave an unknown age out', () => {
    const person = { age: null, address: '2号2单元803' } as Parameters<typeof whoWords>[0];
    expect(whoWords(person)).toBe('2号2单元803');
    expect(whoWords({ ...person, age: 80 })).toBe('80 岁 · 2号2单元803');
  });
});
