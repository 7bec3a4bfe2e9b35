import { addDays, businessDate, momentOf, startOfDayMs } from '../../cloudfunctions/values/dates';

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

it('knows when the clocks in Shanghai show a time', () => {
  expect(momentOf('2026-11-28', '09:05')).toBe(at('2026-11-28T09:05:00+08:00'));
  expect(momentOf('2026-11-28', '')).toBeNaN();
});

it('adds days over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
