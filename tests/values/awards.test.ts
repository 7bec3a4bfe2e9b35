import { hasCap, isWithinRange, NO_CEILINGS, pointsForTime } from '../../cloudfunctions/values/awards';

const NONE = {
  ...{ personDay: null, personMonth: null, personYear: null },
  ...{ householdDay: null, householdMonth: null, householdYear: null },
};

describe('an item', () => {
  it('is limited by any cap, and that of a society only by those of an account', () => {
    const told = (caps: Partial<typeof NONE> | Record<string, number>) =>
      (['resident', 'household', 'society'] as const).map((holder) => hasCap({ ...NONE, ...caps }, holder));
    expect(told({})).toEqual([false, false, false]);
    expect(told({ personYear: 12 })).toEqual([true, true, true]);
    expect(told({ householdMonth: 4 })).toEqual([true, true, false]);
  });

  it('is limited by a ceiling in points, unless it is of one giving alone', () => {
    const told = (ceilings: object) => hasCap(NONE, 'resident', { ...NO_CEILINGS, ...ceilings });
    expect([{}, { personActivity: 6 }, { personMonth: 10 }, { householdActivity: 10 }].map(told)).toEqual([
      ...[false, false, true, true],
    ]);
    expect(hasCap(NONE, 'society', { ...NO_CEILINGS, householdYear: 3 })).toBe(false);
  });

  it.each([
    [
      '2 an hour',
      2,
      2,
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      '1 in half an hour',
      1,
      1,
      [
        [1, 1],
        [3, 3],
      ],
    ],
    [
      '1 in two hours',
      1,
      4,
      [
        [3, 0],
        [4, 1],
        [7, 1],
        [8, 2],
      ],
    ],
    [
      '2 in each full ten hours',
      2,
      20,
      [
        [19, 0],
        [20, 2],
        [30, 2],
        [40, 4],
      ],
    ],
  ])('gives for completed half hours %s', (_what, points, per, pairs) => {
    for (const [halfHours = 0, given] of pairs) expect(pointsForTime(points, per, halfHours)).toBe(given);
  });

  it('lies within a range with both of its ends', () => {
    const range = { pointsMin: 2, pointsMax: 10 };
    expect([1, 2, 10, 11].map((points) => isWithinRange(points, range))).toEqual([false, true, true, false]);
  });
});
