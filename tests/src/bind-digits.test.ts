import { digitsOf } from '../../src/household/bind/digits';

describe('digits that are typed as they are printed', () => {
  it('are all kept, whatever stands between them', () => {
    expect(digitsOf('877 290 6070', 10)).toBe('8772906070');
    expect(digitsOf(' 877-290-6070 ', 10)).toBe('8772906070');
    expect(digitsOf('123 456', 6)).toBe('123456');
  });

  it('are no more than there are on the card', () => {
    expect(digitsOf('877 290 6070 5', 10)).toBe('8772906070');
  });
});
