import { sentenceFor } from '../../src/words/refusals';

const said = (...asked: Parameters<typeof sentenceFor>) => {
  const { what, next } = sentenceFor(...asked);
  return what + next;
};

describe('a refusal leads on', () => {
  it('to another code from staff where card and code do not belong together', () => {
    expect(said('CARD_OR_CODE_WRONG')).toContain('请工作人员再给一个绑定码');
  });

  it('to a new code, also where none comes by itself: of staff, of the family', () => {
    expect(said('CODE_EXPIRED')).toContain('请他再出一个');
    expect(said('CODE_EXPIRED')).not.toContain('过一会儿');
  });

  it('to nothing that is not on the page: no mark at a field, no button to refresh, no box for a guardian', () => {
    expect(said('INVALID_INPUT')).not.toContain('标出来');
    for (const code of ['APPLICATION_DECIDED', 'CORRECTION_DECIDED'] as const) expect(said(code)).not.toContain('刷新');
    expect(said('GUARDIAN_CONSENT_NEEDED')).not.toContain('点同意');
    expect(said('GUARDIAN_CONSENT_NEEDED')).toContain('找网格员');
  });

  it('to the fields that are wrong, as they are called above them', () => {
    const fields = ['input.head.phone', 'input.head.address', 'input.members.0.phone'];
    expect(said('INVALID_INPUT', { fields })).toContain('“手机号”和“住址”没填对');
    expect(said('INVALID_INPUT', { fields: ['requestId', 'input'] })).toContain('有一处没填对');
  });

  it('to the day on which an item counts again, by the span that is full and whose it is', () => {
    expect(said('CAP_REACHED', { cap: 'personDay', capTimes: 1 })).toMatch(
      /每人每天最多记 1 次，今天已经记满了。.*明天起又能记/,
    );
    expect(said('CAP_REACHED', { cap: 'householdMonth', capTimes: 4 })).toMatch(
      /每户每月最多记 4 次，家里这个月已经记满了。.*下个月 1 日起又能记/,
    );
    expect(said('CAP_REACHED', { cap: 'personYear', capTimes: 2 })).toMatch(/今年已经记满了。.*明年 1 月 1 日起/);
    expect(said('CAP_REACHED', { cap: 'personActivity', capTimes: 1 })).toMatch(/这一场已经记满了。.*下一场/);
    expect(said('CAP_REACHED')).toMatch(/^这一项已经记满了。/);
    expect(said('CEILING_REACHED', { cap: 'householdMonth', ceilingPoints: 10, leftPoints: 0 })).toMatch(
      /每户每月最多记 10 分，家里这个月已经记满了。.*下个月/,
    );
    for (const code of ['CAP_REACHED', 'CEILING_REACHED'] as const)
      expect(said(code, { cap: 'personMonth' })).not.toMatch(/周期|下一段/);
  });

  it('to the resident who is meant, where an application waits for one who lives there already', () => {
    expect(said('MEMBER_EXISTS')).toContain('就是花名册里的');
  });
});
