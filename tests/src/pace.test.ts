import { barsOf } from '../../src/activity/pace/bars';

it('draws arrivals by threes of minutes and loses nobody', () => {
  const perMinute = Array.from({ length: 30 }, (_, i) => i);
  const bars = barsOf(perMinute);
  expect(bars).toHaveLength(10);
  expect(bars.slice(0, 2)).toEqual([3, 12]);
  expect(bars.reduce((sum, people) => sum + people, 0)).toBe(435);
});
