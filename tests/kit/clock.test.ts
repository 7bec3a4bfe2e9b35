import { addDays, ageOn, businessDate, startOfDayMs } from '../../cloudfunctions/kit/clock';

const at = (text: string) => Date.parse(text);

it('changes the day at midnight in Shanghai, which is four in the afternoon UTC', () => {
  expect(businessDate(at('2026-11-22T15:59:59.999Z'))).toBe('2026-11-22');
  expect(businessDate(at('2026-11-22T16:00:00Z'))).toBe('2026-11-23');
  expect(businessDate(at('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  expect(businessDate(at('2028-02-28T16:00:00Z'))).toBe('2028-02-29');
});

it('agrees with the time zone tables of the system, every hour of two years', () => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
  for (let ms = at('2026-01-01T00:00:00Z'); ms < at('2028-01-01T00:00:00Z'); ms += 3_600_000)
    expect(businessDate(ms)).toBe(format.format(ms));
});

it('knows the first millisecond of a day', () => {
  expect(startOfDayMs('2026-11-23')).toBe(at('2026-11-23T00:00:00+08:00'));
  expect(businessDate(startOfDayMs('2026-11-23'))).toBe('2026-11-23');
  expect(businessDate(startOfDayMs('2026-11-23') - 1)).toBe('2026-11-22');
});

it('adds days over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});

it('counts whole years, and gives those born on 29 February theirs on 1 March', () => {
  expect(ageOn('1954-11-23', '2026-11-22')).toBe(71);
  expect(ageOn('1954-11-23', '2026-11-23')).toBe(72);
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
  expect(ageOn('2026-11-23', '2026-11-23')).toBe(0);
});
