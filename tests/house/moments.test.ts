import { businessDate } from '../../cloudfunctions/values/dates';
import { MOMENTS, momentMs, momentOf, threeMoments } from '../support/moments';

const weekday = (moment: string) => new Date(`${moment.slice(0, 10)}T00:00:00Z`).getUTCDay();
const seeds = Array.from({ length: 500 }, (_, i) => i * 7_919);

it('has every weekday at each of its hours', () => {
  const met = new Set(MOMENTS.map((moment) => `${weekday(moment)} ${moment.slice(11)}`));
  expect(met.size).toBe(7 * 4);
  expect(MOMENTS).toHaveLength(met.size);
});

it.each(['-11-30', '-12-31', '-01-01', '-02-29'])('has a day %s', (end) => {
  expect(MOMENTS.filter((moment) => moment.slice(4, 10) === end)).toHaveLength(4);
});

it('means what clocks in Shanghai show', () => {
  expect(momentMs('2028-02-29T00:10')).toBe(Date.UTC(2028, 1, 28, 16, 10));
  for (const moment of MOMENTS) expect(businessDate(momentMs(moment))).toBe(moment.slice(0, 10));
  expect(() => momentMs('tomorrow')).toThrow('2028-02-29T23:50');
});

it('takes three of them by the seed, the same for the same seed, and all in time', () => {
  for (const seed of seeds) {
    expect(new Set(threeMoments(seed).map((moment) => moment.slice(11))).size).toBe(3);
    expect(threeMoments(seed)).toEqual(threeMoments(seed));
  }
  expect(new Set(seeds.flatMap(threeMoments))).toEqual(new Set(MOMENTS));
});

it('spreads the files over the three, so that every file meets every moment in time', () => {
  const files = ['a.test.ts', 'b.test.ts', 'c.test.ts', 'd.test.ts'];
  for (const file of files) expect(new Set(seeds.map((seed) => momentOf(file, files, seed)))).toEqual(new Set(MOMENTS));
  expect(new Set(files.map((file) => momentOf(file, files, 1)))).toEqual(new Set(threeMoments(1)));
});
