import { ageOn, isUnderAge, isYoung } from '../../cloudfunctions/values/people';

it('counts whole years, and gives those born on 29 February theirs on 1 March', () => {
  expect(ageOn('1954-11-23', '2026-11-22')).toBe(71);
  expect(ageOn('1954-11-23', '2026-11-23')).toBe(72);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  expect(ageOn('2026-11-23', '2026-11-23')).toBe(0);
});

it('draws the line at 14 for a guardian’s consent, at 18 for acting alone, and none without a date of birth', () => {
  const told = [null, 0, 13, 14, 17, 18].map((age) => [isYoung(age), isUnderAge(age)]);
  expect(told).toEqual([
    [false, false],
    [true, true],
    [true, true],
    [false, true],
    [false, true],
    [false, false],
  ]);
});
