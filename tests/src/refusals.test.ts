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

  it('to the resident who is meant, where an application waits for one who lives there already', () => {
    expect(said('MEMBER_EXISTS')).toContain('就是花名册里的');
  });
});
