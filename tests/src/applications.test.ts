import { RefusedBecause } from '../../cloudfunctions/household/contract';
import { turnedDownWords } from '../../src/words/applications';

const application = {
  applicationId: 'a',
  communityName: '浏河社区',
  state: 'refused' as const,
  refusedBecause: null,
  createdAtMs: 0,
};

describe('what an applicant is told', () => {
  it('is a sentence of its own for every reason, with what to do next', () => {
    const told = RefusedBecause.options.map((refusedBecause) => turnedDownWords({ ...application, refusedBecause }));
    expect(new Set(told).size).toBe(4);
    for (const words of told) expect(words).toMatch(/。.*请.*。$/);
  });

  it('is nothing while an application waits, and where there was none', () => {
    expect(turnedDownWords({ ...application, state: 'waiting' })).toBeUndefined();
    expect(turnedDownWords(null)).toBeUndefined();
  });
});
