import { businessDate, momentOf, timeText } from '../../cloudfunctions/values/dates';
import {
  isOpenAt,
  LAST,
  nextMonthOn,
  nextOpening,
  type RedemptionWindow,
  windowFault,
} from '../../cloudfunctions/values/windows';

const morning = { from: '08:30', until: '11:30' };
const firstSaturday: RedemptionWindow = { days: { every: 'month', nth: 1, weekday: 6 }, ...morning };
const lastFriday: RedemptionWindow = { days: { every: 'month', nth: LAST, weekday: 5 }, ...morning };
const next = (windows: readonly RedemptionWindow[], date: string, time: string) => {
  const opening = nextOpening(windows, momentOf(date, time));
  return opening && `${businessDate(opening.fromMs)} ${timeText(opening.fromMs)}-${timeText(opening.untilMs)}`;
};

describe('the window of every first Saturday', () => {
  it.each([
    ['before its morning', '2026-11-07', '08:29', '2026-11-07 08:30-11:30'],
    ['in it', '2026-11-07', '10:00', '2026-11-07 08:30-11:30'],
    ['at its last moment', '2026-11-07', '11:30', '2026-12-05 08:30-11:30'],
    ['at the end of a month', '2026-11-30', '23:59', '2026-12-05 08:30-11:30'],
    ['over the end of a year', '2026-12-05', '12:00', '2027-01-02 08:30-11:30'],
    ['in a leap year’s February', '2028-02-05', '11:31', '2028-03-04 08:30-11:30'],
    ['when the first is a Saturday', '2027-04-30', '23:00', '2027-05-01 08:30-11:30'],
  ])('%s', (_when, date, time, expected) => expect(next([firstSaturday], date, time)).toBe(expected));

  it('is open from its first moment until its last, and not a moment more', () => {
    const at = (time: string) => isOpenAt([firstSaturday], momentOf('2026-11-07', time));
    expect(['08:29', '08:30', '11:29', '11:30'].map(at)).toEqual([false, true, true, false]);
    expect(isOpenAt([firstSaturday], momentOf('2026-11-14', '09:00'))).toBe(false);
  });
});

it('finds the last of a weekday, in months of four and of five', () => {
  expect(next([lastFriday], '2026-10-01', '00:00')).toBe('2026-10-30 08:30-11:30');
  expect(next([lastFriday], '2026-11-01', '00:00')).toBe('2026-11-27 08:30-11:30');
  expect(next([lastFriday], '2028-02-01', '00:00')).toBe('2028-02-25 08:30-11:30');
});

it('takes the nearest of several windows, and of two on one day the later after the earlier', () => {
  const weekly: RedemptionWindow = { days: { every: 'week', weekdays: [3, 7] }, from: '14:00', until: '16:00' };
  expect(next([firstSaturday, weekly], '2026-11-05', '09:00')).toBe('2026-11-07 08:30-11:30');
  expect(next([firstSaturday, weekly], '2026-11-07', '12:00')).toBe('2026-11-08 14:00-16:00');
  const afternoon: RedemptionWindow = { ...firstSaturday, from: '14:00', until: '16:00' };
  expect(next([afternoon, firstSaturday], '2026-11-07', '11:45')).toBe('2026-11-07 14:00-16:00');
});

it('knows no next one once the named days are over', () => {
  const named: RedemptionWindow = { days: { every: 'date', dates: ['2027-01-20', '2026-12-20'] }, ...morning };
  expect(next([named], '2026-11-29', '20:00')).toBe('2026-12-20 08:30-11:30');
  expect(next([named], '2027-01-20', '11:30')).toBeNull();
  expect(isOpenAt([named], momentOf('2027-02-20', '09:00'))).toBe(false);
});

it('is always open where nobody has set a window', () => {
  expect(isOpenAt([], momentOf('2026-11-29', '03:00'))).toBe(true);
  expect(nextOpening([], momentOf('2026-11-29', '03:00'))).toBeNull();
});

it('says what is wrong with a window', () => {
  expect(windowFault(firstSaturday)).toBeNull();
  expect(windowFault({ ...firstSaturday, until: '08:30' })).toBe('times');
  expect(windowFault({ ...firstSaturday, from: '8:30' })).toBe('times');
  expect(windowFault({ ...morning, days: { every: 'week', weekdays: [] } })).toBe('noDay');
});

it('counts months by the calendar of Shanghai', () => {
  expect(nextMonthOn('2026-12-31')).toBe('2027-01-01');
  expect(nextMonthOn('2028-02-29')).toBe('2028-03-01');
});
